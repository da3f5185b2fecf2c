package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;
import xingma.audit.Entry;
import xingma.audit.LedgerPage;
import xingma.audit.Trail;
import xingma.audit.Verification;
import xingma.audit.Verification.Fault;

/** Reads the whole trail and its ledger and computes every hash anew, on the auditor's own machine. */
@Command(
        name = "verify-audit",
        description = "核验审计记录和总账。 Verifies the audit trail and its ledger.",
        mixinStandardHelpOptions = true)
final class VerifyAudit implements Callable<Integer> {
    /** Faults that are told one by one; of more only the number. */
    private static final int TOLD = 50;

    @ParentCommand
    private Bureau bureau;

    @Override
    public Integer call() {
        var words = bureau.words();
        var terminal = bureau.terminal();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var result = new Verification(new TrailOverHttp(bureau.api())).run(now);
        terminal.say(words.say("audit.looked", result.pages(), result.lines(), result.subjects()));
        result.until().ifPresent(until -> terminal.say(words.say("audit.until", until)));
        if (result.holds()) {
            terminal.say(words.say("audit.holds"));
            return 0;
        }
        result.faults().stream().limit(TOLD).map(fault -> said(words, fault)).forEach(terminal::say);
        throw new Failure(Failure.REFUSED, words.say("audit.fails", result.faults().size()));
    }

    private static String said(Words words, Fault fault) {
        return switch (fault) {
            case Fault.PageBroken(var number) -> words.say("audit.pageBroken", number);
            case Fault.LinesChanged(var number, var bound, var found) ->
                words.say("audit.linesChanged", number, bound, found);
            case Fault.ChainBroken(var subject, var position) -> words.say("audit.chainBroken", subject, position);
            case Fault.LineMissing(var subject, var position) -> words.say("audit.lineMissing", subject, position);
        };
    }

    /** The trail as the API shows it to an auditor. Where a page of lines ends, the API says how to go on. */
    private static final class TrailOverHttp implements Trail {
        private final Api api;
        private final Map<Entry, String> cursors = new HashMap<>();

        TrailOverHttp(Api api) {
            this.api = api;
        }

        @Override
        public List<Entry> of(String subject, int after) {
            var answer = api.get("/api/audit?subject=" + Api.encoded(subject) + "&after=" + after);
            return read(answer, TrailOverHttp::entry);
        }

        @Override
        public List<Entry> between(Instant from, Instant to, Optional<Entry> after) {
            var path = "/api/audit/lines?from=" + from + "&to=" + to;
            var answer = api.get(path + after.map(a -> "&after=" + cursors.remove(a)).orElse(""));
            var lines = read(answer, TrailOverHttp::entry);
            if (answer.path("next").isTextual() && !lines.isEmpty()) {
                cursors.put(lines.getLast(), answer.path("next").asText());
            }
            return lines;
        }

        @Override
        public Optional<LedgerPage> newestPage() {
            throw new UnsupportedOperationException("a verification reads the ledger from its first page");
        }

        @Override
        public List<LedgerPage> pages(long after) {
            return read(api.get("/api/audit/pages?after=" + after), TrailOverHttp::page);
        }

        @Override
        public boolean keep(LedgerPage page) {
            throw new UnsupportedOperationException("a verification writes nothing");
        }

        private static <T> List<T> read(JsonNode answer, Function<JsonNode, T> reading) {
            var items = new ArrayList<T>();
            answer.path("items").forEach(item -> items.add(reading.apply(item)));
            return items;
        }

        /** What the API says the hash is does not matter: it is computed. */
        private static Entry entry(JsonNode item) {
            var facts = new TreeMap<String, String>();
            item.path("facts").properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
            return new Entry(
                    item.path("subject").asText(),
                    item.path("position").asInt(),
                    Instant.parse(item.path("at").asText()),
                    item.path("by").asText(),
                    item.path("what").asText(),
                    facts,
                    item.path("before").asText());
        }

        private static LedgerPage page(JsonNode item) {
            return new LedgerPage(
                    item.path("number").asLong(),
                    Instant.parse(item.path("from").asText()),
                    Instant.parse(item.path("to").asText()),
                    item.path("lines").asInt(),
                    item.path("content").asText(),
                    item.path("before").asText());
        }
    }
}
