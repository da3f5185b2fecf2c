package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Issues, prints, withdraws and replaces placards. */
@Command(name = "placards", description = "公示牌。 Placards.", mixinStandardHelpOptions = true)
final class PlacardCommands implements Runnable {
    private static final String DISTRICT = "区县代码，如990102。 Region code.";

    @ParentCommand
    private Bureau bureau;

    private enum Format {
        a5,
        a4,
        a4x2,
        a5bleed,
        a4bleed
    }

    private enum Step {
        printed,
        delivered,
        posted,
        checked,
        missing
    }

    private enum Only {
        all,
        unprinted
    }

    @Override
    public void run() {
        list("", "", 100);
    }

    @Command(name = "list", description = "列出公示牌。 List placards.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--district", defaultValue = "", description = DISTRICT) String district,
            @Option(names = "--step", defaultValue = "", description = "issued printed delivered posted checked missing")
                    String step,
            @Option(names = "--limit", defaultValue = "100", description = "最多列出多少块。 Most to list.") int limit) {
        var words = bureau.words();
        var asked = new Lists.Asked("/api/placards").with("district", district).with("step", step);
        var items = Lists.read(bureau.api(), asked, limit);
        if (items.found().isEmpty()) {
            bureau.terminal().tell(words.say("placards.none"));
            return 0;
        }
        bureau.terminal().table(
                Rows.heads(words, "placard", "name", "edition", "state", "step"),
                Rows.of(items.found(), p -> List.of(
                        Rows.text(p, "spoken"), Rows.text(p, "name"), Rows.text(p, "edition"),
                        words.say("stage." + Rows.text(p, "stage")),
                        words.say("step." + Rows.text(p.path("posting"), "step")))));
        return 0;
    }

    @Command(
            name = "issue",
            description = "给一个区县里还没有牌的机构签发。 Issue a district's placards.",
            mixinStandardHelpOptions = true)
    int issue(@Option(names = "--district", required = true, description = DISTRICT) String district) {
        var words = bureau.words();
        var api = bureau.api();
        var last = Batches.run(bureau.terminal(), words, words.say("placards.issuing"), () ->
                api.post("/api/placards", Map.of("district", district), Api.Sending.REPEATABLE));
        bureau.terminal().say(words.say("placards.issued", last.path("progress").path("total").asLong()));
        return 0;
    }

    @Command(
            name = "sheets",
            description = "排版一个区县的公示牌并下载。 A district's placards in one file.",
            mixinStandardHelpOptions = true)
    int sheets(
            @Option(names = "--district", required = true, description = DISTRICT) String district,
            @Option(names = "--format", defaultValue = "a5", description = "${COMPLETION-CANDIDATES}") Format format,
            @Option(names = "--only", defaultValue = "all", description = "${COMPLETION-CANDIDATES}") Only only,
            @Option(names = "--out", required = true, paramLabel = "FILE", description = "存到哪个PDF。 Where to.") Path out,
            @Option(names = "--force", description = "覆盖已有文件。 Overwrite.") boolean force) {
        var words = bureau.words();
        WrittenFile.mustBeFree(out, force, words);
        var api = bureau.api();
        var run = new JsonNode[1];
        var last = Batches.run(bureau.terminal(), words, words.say("placards.printing"), () -> {
            run[0] = run[0] == null
                    ? api.post(
                            "/api/sheets",
                            Map.of("district", district, "format", format.name(), "only", only.name()),
                            Api.Sending.REPEATABLE)
                    : api.batch("/api/sheets/" + Api.encoded(run[0].path("id").asText()));
            return run[0];
        });
        var count = last.path("progress").path("total").asLong();
        if (count == 0) {
            bureau.terminal().tell(words.say("placards.none"));
            return Failure.REFUSED;
        }
        var pdf = api.download("/api/sheets/" + Api.encoded(last.path("id").asText()) + ".pdf");
        WrittenFile.write(out, pdf, words, bureau.terminal());
        bureau.terminal().say(words.say("placards.sheets", count));
        return 0;
    }

    @Command(name = "withdraw", description = "撤销一块公示牌。 Withdraw a placard.", mixinStandardHelpOptions = true)
    int withdraw(
            @Parameters(paramLabel = "CODE", description = "公示码。 Its code.") String code,
            @Option(names = "--reason", required = true, description = "理由。 Why.") String reason) {
        var gone = retired(code, "withdraw", reason);
        bureau.terminal().say(bureau.words().say("placards.withdrawn", spoken(gone, code)));
        return 0;
    }

    @Command(name = "replace", description = "换一块新牌，旧码作废。 Replace a placard.", mixinStandardHelpOptions = true)
    int replace(
            @Parameters(paramLabel = "CODE", description = "公示码。 Its code.") String code,
            @Option(names = "--reason", required = true, description = "理由。 Why.") String reason) {
        var next = retired(code, "replace", reason);
        bureau.terminal().say(bureau.words().say(
                "placards.replaced", code, spoken(next, ""), Rows.text(next, "edition")));
        return 0;
    }

    @Command(
            name = "posting",
            description = "记下公示牌到了哪一步。 Record where placards are.",
            mixinStandardHelpOptions = true)
    int posting(
            @Parameters(paramLabel = "CODE", arity = "1..*", description = "公示码，可多个。 Their codes.") List<String> codes,
            @Option(names = "--step", required = true, description = "${COMPLETION-CANDIDATES}") Step step,
            @Option(names = "--note", defaultValue = "", description = "说明。 A note.") String note,
            @Option(names = "--photo", paramLabel = "FILE", description = "现场照片，JPEG，最大300KB。 A photo.") Path photo) {
        var words = bureau.words();
        var body = new HashMap<String, Object>();
        body.put("step", step.name());
        body.put("note", note);
        body.put("photo", photo == null ? null : picture(photo, words));
        for (var code : codes) {
            var placard = bureau.api().post(
                    "/api/placards/" + Api.encoded(bare(code)) + "/posting", body, Api.Sending.REPEATABLE);
            bureau.terminal().say(words.say("placards.posting", spoken(placard, code), words.say("step." + step)));
        }
        return 0;
    }

    private static String picture(Path photo, Words words) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(photo));
        } catch (IOException unreadable) {
            throw new Failure(Failure.USAGE, words.say("file.none", photo));
        }
    }

    private JsonNode retired(String code, String step, String reason) {
        return bureau.api().post(
                "/api/placards/" + Api.encoded(bare(code)) + "/" + step, Map.of("reason", reason), Api.Sending.ONCE);
    }

    /** As typed from a placard: 7K3M-9QX2-T4AC. */
    private static String bare(String code) {
        return code.replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static String spoken(JsonNode placard, String otherwise) {
        return placard.hasNonNull("spoken") ? placard.path("spoken").asText() : otherwise;
    }
}
