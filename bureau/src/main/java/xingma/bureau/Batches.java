package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;

/** A work that the service does in batches, called for until it is done. */
final class Batches {
    /** No work goes on for ever, whatever the service answers: 1,700 institutions are five batches. */
    private static final int MOST = 500;
    private static final int MOST_IDLE = 5;

    private Batches() {}

    /**
     * Runs batch after batch; each answers with its progress.
     *
     * @return the last answer
     */
    static JsonNode run(Terminal terminal, Words words, String task, Supplier<JsonNode> batch) {
        try (var progress = terminal.progress(task)) {
            var before = -1L;
            var idle = 0;
            for (var i = 0; i < MOST && idle < MOST_IDLE; i++) {
                var answer = batch.get();
                var done = answer.path("progress").path("done").asLong();
                var total = answer.path("progress").path("total").asLong();
                progress.at(done, total);
                if (done >= total) {
                    return answer;
                }
                idle = done > before ? 0 : idle + 1;
                before = done;
            }
        }
        throw new Failure(Failure.UNAVAILABLE, words.say("interrupted"));
    }
}
