package xingma.bureau;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The bureau's command line (卫健局命令行): what an officer does in the console, for scripts and large files. */
@Command(
        name = "bureau",
        mixinStandardHelpOptions = true,
        version = "bureau 0.1.0",
        description = "登记簿与公示牌的命令行。 The register and its placards, from a terminal.",
        exitCodeListHeading = "%n退出码 Exit codes%n",
        exitCodeList = {
            "0:完成 done",
            "1:内容被拒 refused for its content",
            "2:命令写法有误 wrong usage",
            "3:没有登录 not signed in",
            "4:服务不可用 service unavailable"
        },
        subcommands = {
            SignIn.class, SignOut.class, ImportFile.class, ListImports.class, CheckImport.class, FindInstitutions.class,
            PlacardCommands.class, DownloadTemplate.class, VerifyAudit.class, PlanErasing.class,
            StandardCommands.class
        })
public final class Bureau implements Runnable {
    private static final String LOCAL_CITY = "http://127.0.0.1:8081";

    private final Surroundings around;

    @Option(
            names = "--at",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "工作台网址，默认取环境变量XINGMA_AT，再默认本机样本城市。 Address of the console.")
    private URI at;

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            defaultValue = "zh",
            description = "语言：${COMPLETION-CANDIDATES}。 Language.")
    private Words.Language language;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    Bureau(Surroundings around) {
        this.around = around;
    }

    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofThisMachine(), arguments));
    }

    static int run(Surroundings around, String... arguments) {
        return new CommandLine(new Bureau(around))
                .setOut(around.out())
                .setErr(around.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (failure instanceof Failure told) {
                        around.err().println(told.getMessage());
                        return told.exit();
                    }
                    throw failure;
                })
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(around.out());
    }

    Words words() {
        return new Words(language);
    }

    Terminal terminal() {
        return new Terminal(around.out(), around.err(), around.watched());
    }

    KeptTokens tokens() {
        return new KeptTokens(around.home(), Clock.systemUTC());
    }

    URI console() {
        var written = Optional.ofNullable(at).or(() -> around.variable("XINGMA_AT").map(URI::create));
        return written.orElseGet(() -> URI.create(LOCAL_CITY)).resolve("/");
    }

    /** The API as whoever is signed in. */
    Api api() {
        var token = around.variable("XINGMA_TOKEN").or(() -> tokens().find(console()));
        return api(token.orElseThrow(() -> new Failure(Failure.NOT_SIGNED_IN, words().say("signIn.needed"))));
    }

    Api api(String token) {
        return new Api(console(), Optional.of(token), words(), around.pause());
    }

    /** What the console tells anybody. */
    Api open() {
        return new Api(console(), Optional.empty(), words(), around.pause());
    }
}
