package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Tells what of closed cases would be erased, when, and by which rule. Only the sweep erases; this looks. */
@Command(
        name = "retention",
        description = "到期删除试算。 What would be erased, when and by which rule.",
        mixinStandardHelpOptions = true)
final class PlanErasing implements Callable<Integer> {
    private static final String PATH = "/api/complaints/retention";

    @ParentCommand
    private Bureau bureau;

    @Option(
            names = "--dry-run",
            required = true,
            description = "只试算；删除由系统每小时办理，不能在这里办。 Look only: erasing is the system's, every hour.")
    private boolean dry;

    @Option(names = "--unit", paramLabel = "CODE", defaultValue = "", description = "单位代码，默认本单位。 A unit's code.")
    private String unit;

    @Option(
            names = "--by",
            paramLabel = "DAY",
            defaultValue = "",
            description = "截止日，如2026-12-31，默认今天，最多一年。 What is over by this day.")
    private String by;

    @Option(names = "--limit", defaultValue = "500", description = "最多列出多少件。 Most to list.")
    private int limit;

    @Override
    public Integer call() {
        var words = bureau.words();
        var terminal = bureau.terminal();
        var api = bureau.api();
        var asked = new Lists.Asked(PATH).with("unit", unit).with("by", by);
        var plan = api.get(asked.path());
        var names = new HashMap<String, String>();
        plan.path("classes").forEach(each -> names.put(Rows.text(each, "id"), name(each, words)));
        terminal.table(
                Rows.heads(words, "retention", "span", "basis", "source"),
                Rows.of(plan.path("classes"), each -> List.of(
                        name(each, words), span(each, words), Rows.text(each, "basis"),
                        words.say("retention.set", Rows.text(each, "source"), Rows.text(each, "since")))));
        var items = Lists.read(api, asked, limit);
        if (items.found().isEmpty()) {
            terminal.say(words.say("retention.none", Rows.text(plan, "by")));
            return 0;
        }
        terminal.table(
                Rows.heads(words, "case", "retention", "closed", "erased"),
                Rows.of(items.found(), item -> List.of(
                        Rows.text(item, "number"), names.getOrDefault(Rows.text(item, "retention"), ""),
                        Rows.text(item, "closed"), Rows.text(item, "from"))));
        terminal.tell(words.say(items.more() ? "retention.more" : "retention.dry", items.found().size()));
        return 0;
    }

    private static String name(JsonNode each, Words words) {
        return Rows.text(each, words.language() == Words.Language.en ? "english" : "chinese");
    }

    private static String span(JsonNode each, Words words) {
        return words.say("retention." + Rows.text(each, "unit"), each.path("amount").asInt());
    }
}
