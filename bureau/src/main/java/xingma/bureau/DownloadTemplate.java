package xingma.bureau;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Downloads the sheet that an import of one premises kind is written in. */
@Command(name = "templates", description = "下载导入模板。 Download a template.", mixinStandardHelpOptions = true)
final class DownloadTemplate implements Callable<Integer> {
    @ParentCommand
    private Bureau bureau;

    @Parameters(
            paramLabel = "KIND",
            description = "medical-institution、public-place、disinfectant-maker、drinking-water-maker、people")
    private String kind;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "存到哪里，.xlsx或.csv。 Where to.")
    private Path out;

    @Option(names = "--force", description = "覆盖已有文件。 Overwrite.")
    private boolean force;

    @Override
    public Integer call() {
        var words = bureau.words();
        WrittenFile.mustBeFree(out, force, words);
        var type = kind.equals("people") || out.toString().endsWith(".csv") ? ".csv" : ".xlsx";
        var bytes = bureau.api().download("/api/templates/" + Api.encoded(kind) + type);
        WrittenFile.write(out, bytes, words, bureau.terminal());
        return 0;
    }
}
