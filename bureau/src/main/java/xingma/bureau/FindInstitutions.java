package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Searches the register. */
@Command(name = "institutions", description = "查登记簿。 Search the register.", mixinStandardHelpOptions = true)
final class FindInstitutions implements Callable<Integer> {
    @ParentCommand
    private Bureau bureau;

    @Option(
            names = "--q",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "名称、编号或地址的一部分。 Part of a name, number, address.")
    private String sought;

    @Option(names = "--district", paramLabel = "CODE", defaultValue = "", description = "区县代码。 Region code.")
    private String district;

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "", description = "场所类别。 Premises kind.")
    private String kind;

    @Option(names = "--state", defaultValue = "all", description = "${COMPLETION-CANDIDATES}")
    private State state;

    @Option(names = "--limit", defaultValue = "100", description = "最多列出多少家。 Most to list.")
    private int limit;

    private enum State {
        all,
        pending,
        unposted
    }

    @Override
    public Integer call() {
        var words = bureau.words();
        var terminal = bureau.terminal();
        var asked = new Lists.Asked("/api/institutions?state=" + state)
                .with("q", sought)
                .with("district", district)
                .with("kind", kind);
        var items = Lists.read(bureau.api(), asked, limit);
        if (items.found().isEmpty()) {
            terminal.tell(words.say("institutions.none"));
            return 0;
        }
        terminal.table(
                Rows.heads(words, "name", "address", "number", "placard", "state", "id"),
                Rows.of(items.found(), i -> List.of(
                        Rows.text(i, "name"), Rows.text(i, "address"), i.path("numbers").path(0).asText(""),
                        Rows.text(i, "placard"), standing(i, words), Rows.text(i, "id"))));
        if (items.more()) {
            terminal.tell(words.say("institutions.more"));
        }
        return 0;
    }

    private static String standing(JsonNode institution, Words words) {
        if (institution.path("pending").asBoolean()) {
            return words.say("state.pending");
        }
        var version = institution.path("version").asInt();
        return version == 0 ? words.say("state.blank") : words.say("state.published", version);
    }
}
