package xingma.bureau;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The second person publishes what an import proposed. */
@Command(
        name = "check",
        description = "第二人复核并发布一次导入。 The second person publishes an import.",
        mixinStandardHelpOptions = true)
final class CheckImport implements Callable<Integer> {
    @ParentCommand
    private Bureau bureau;

    @Parameters(paramLabel = "IMPORT", description = "导入编号，见bureau imports。 Id of the import.")
    private String id;

    @Override
    public Integer call() {
        var words = bureau.words();
        var api = bureau.api();
        var last = Batches.run(bureau.terminal(), words, words.say("check.checking"), () ->
                api.batch("/api/imports/" + Api.encoded(id) + "/check"));
        bureau.terminal().say(words.say("check.done", last.path("progress").path("done").asLong()));
        return 0;
    }
}
