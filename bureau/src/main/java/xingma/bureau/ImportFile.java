package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tries a file against the register, tells every faulty cell, and proposes the good rows when asked. */
@Command(
        name = "import",
        description = "试导入文件，列出问题；加--propose提交复核。 Try a file, or propose it.",
        mixinStandardHelpOptions = true)
final class ImportFile implements Callable<Integer> {
    /** Even of a CSV: the gateway takes text for UTF-8 and would spoil GB18030. */
    private static final String BYTES = "application/octet-stream";

    private static final long MOST_BYTES = 4L * 1024 * 1024;

    @ParentCommand
    private Bureau bureau;

    @Parameters(paramLabel = "FILE", description = "xlsx，或CSV（UTF-8、GB18030）。 xlsx or CSV.")
    private Path file;

    @ArgGroup
    private How how = new How();

    private static final class How {
        @Option(names = "--dry-run", description = "只试运行（默认）。 Only try, as without any option.")
        private boolean dryRun;

        @Option(names = "--propose", description = "把没有错的行提交复核。 Propose the good rows.")
        private boolean propose;
    }

    @Override
    public Integer call() {
        var words = bureau.words();
        var terminal = bureau.terminal();
        var api = bureau.api();
        var trial = tried(api, words);
        tell(trial, terminal, words);
        var counts = trial.path("counts");
        var wrong = counts.path("wrong").asInt();
        if (how.propose) {
            propose(trial, api, terminal, words);
            if (wrong > 0) {
                terminal.tell(words.say("import.left", wrong));
            }
        } else if (counts.path("new").asInt() + counts.path("changed").asInt() > 0) {
            terminal.tell(words.say("import.next", file));
        }
        return wrong > 0 ? Failure.REFUSED : 0;
    }

    private JsonNode tried(Api api, Words words) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new Failure(Failure.USAGE, words.say("file.none", file));
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new Failure(Failure.REFUSED, words.say("file.large", file));
            }
            var name = file.getFileName().toString();
            return api.upload("/api/imports", name, BYTES, BodyPublishers.ofFile(file));
        } catch (IOException unreadable) {
            throw new Failure(Failure.USAGE, words.say("file.none", file));
        }
    }

    private static void propose(JsonNode trial, Api api, Terminal terminal, Words words) {
        var id = trial.path("id").asText();
        var path = "/api/imports/" + Api.encoded(id) + "/propose";
        var last = Batches.run(terminal, words, words.say("import.proposing"), () -> api.batch(path));
        var done = last.path("progress").path("done").asLong();
        terminal.say(done == 0 ? words.say("import.nothing") : words.say("import.proposed", done, id));
    }

    private static void tell(JsonNode trial, Terminal terminal, Words words) {
        var counts = trial.path("counts");
        terminal.say(words.say(
                "import.trial",
                trial.path("rows").asInt(),
                counts.path("new").asInt(),
                counts.path("changed").asInt(),
                counts.path("unchanged").asInt(),
                counts.path("wrong").asInt(),
                counts.path("warned").asInt()));
        if (!trial.path("findings").isEmpty()) {
            terminal.say("");
            terminal.say(words.say("import.findings"));
            var english = words.language() == Words.Language.en;
            terminal.table(
                    Rows.heads(words, "sheet", "cell", "state", "what", "mend"),
                    Rows.of(trial.path("findings"), f -> List.of(
                            Rows.text(f, "sheet"),
                            f.hasNonNull("cell") ? Rows.text(f, "cell") : Rows.text(f, "row"),
                            words.say("severity." + (Rows.text(f, "severity").equals("error") ? "error" : "warning")),
                            english && f.hasNonNull("english") ? Rows.text(f, "english") : Rows.text(f, "what"),
                            english && f.hasNonNull("english") ? "" : Rows.text(f, "mend"))));
        }
        if (!trial.path("changes").isEmpty()) {
            terminal.say("");
            terminal.say(words.say("import.changes"));
            terminal.table(
                    Rows.heads(words, "cell", "name", "before", "after", "effect"),
                    Rows.of(inOrderOfRows(trial.path("changes")), c -> List.of(
                            Rows.text(c, "cell"),
                            Rows.text(c, "name"),
                            c.hasNonNull("before") ? Rows.text(c, "before") : words.say("nothing"),
                            c.hasNonNull("after") ? Rows.text(c, "after") : words.say("nothing"),
                            Rows.text(c, "effect"))));
        }
        if (trial.path("more").asInt() > 0) {
            terminal.tell(words.say("import.more", trial.path("more").asInt()));
        }
        terminal.tell(words.say("import.id", trial.path("id").asText()));
    }

    /** The service tells changes institution by institution; an officer reads a sheet from its top. */
    private static List<JsonNode> inOrderOfRows(JsonNode changes) {
        return StreamSupport.stream(changes.spliterator(), false)
                .sorted(Comparator.comparingInt(ImportFile::row))
                .toList();
    }

    private static int row(JsonNode change) {
        var digits = Rows.text(change, "cell").replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 7 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
