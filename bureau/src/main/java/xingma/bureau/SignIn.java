package xingma.bureau;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Signs an officer in at the city's OpenID provider and keeps the token until it ends. */
@Command(name = "sign-in", description = "登录。也可以用环境变量XINGMA_TOKEN带令牌。 Sign in.", mixinStandardHelpOptions = true)
final class SignIn implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    /** As long as the local city's tokens last. */
    private static final Duration SHIFT = Duration.ofHours(8);

    @ParentCommand
    private Bureau bureau;

    @ArgGroup
    private Way way = new Way();

    @Option(names = "--port", defaultValue = "0", description = "浏览器回到本机的端口，0为任意。 Loopback port.")
    private int port;

    private static final class Way {
        @Option(names = "--device", description = "在另一台设备上输入代码登录。 By a code on another device.")
        private boolean device;

        @Option(names = "--as", paramLabel = "PERSON", description = "样本城市的人员，只用于本机。 A sample person, local city only.")
        private String person;
    }

    @Override
    public Integer call() {
        var words = bureau.words();
        var terminal = bureau.terminal();
        var token = way.person != null ? ofSamplePerson(words) : atProvider(words, terminal);
        var me = bureau.api(token.bearer()).get("/api/me");
        var until = Instant.now().plus(token.lasting()).truncatedTo(ChronoUnit.SECONDS);
        bureau.tokens().keep(bureau.console(), token.bearer(), until);
        terminal.tell(words.say(
                "signIn.done", me.path("name").asText(), MINUTE.format(until.atZone(ZoneId.systemDefault()))));
        return 0;
    }

    private Oidc.Token atProvider(Words words, Terminal terminal) {
        var provider = new Oidc(bureau.open().get("/config.json"), words);
        return way.device ? provider.byDevice(terminal, Thread::sleep) : provider.byBrowser(port, terminal);
    }

    private Oidc.Token ofSamplePerson(Words words) {
        try {
            var bytes = bureau.open().download("/token/" + Api.encoded(way.person));
            return new Oidc.Token(new String(bytes, StandardCharsets.US_ASCII).strip(), SHIFT);
        } catch (Failure failure) {
            throw failure.exit() == Failure.REFUSED
                    ? new Failure(Failure.NOT_SIGNED_IN, words.say("signIn.noPerson", way.person))
                    : failure;
        }
    }
}
