package xingma.bureau;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Tells the newest imports of the officer's territory, with the ids by which they are checked. */
@Command(name = "imports", description = "最近的导入。 The newest imports.", mixinStandardHelpOptions = true)
final class ListImports implements Callable<Integer> {
    @ParentCommand
    private Bureau bureau;

    @Override
    public Integer call() {
        var words = bureau.words();
        var answer = bureau.api().get("/api/imports");
        var items = answer.path("items");
        if (items.isEmpty()) {
            bureau.terminal().tell(words.say("imports.none"));
            return 0;
        }
        bureau.terminal().table(
                Rows.heads(words, "id", "file", "stage", "by", "at"),
                Rows.of(items, i -> List.of(
                        Rows.text(i, "id"), Rows.text(i, "fileName"), Rows.text(i, "stage"),
                        Rows.name(answer, Rows.text(i, "uploadedBy")), Rows.text(i, "uploadedAt"))));
        return 0;
    }
}
