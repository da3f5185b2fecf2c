package xingma.local;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import xingma.engines.Buckets;
import xingma.engines.Engines;
import xingma.engines.Stack;
import xingma.engines.Tables;

/**
 * The whole city in this JVM: the functions of template.yaml behind the gateway that it describes, tables and buckets
 * made from it, the two hosts of its CDN, and a sign-in with sample people.
 */
public final class LocalCity implements AutoCloseable {
    /** Where messages to complainants lie that a city's gateway would take. */
    static final String OUTBOX = "outbox";

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final People people;
    private final Issuer issuer;
    private final Functions functions;
    private final String publicBaseUrl;
    private final String consoleBaseUrl;

    private LocalCity(Options options) {
        try {
            people = People.read(Sample.file("people.json")).and(Sample.file("premises.json"));
            if (options.start() == Options.Start.AFRESH) {
                forget(options.folder());
            }
            Files.createDirectories(options.folder());
            var lan = options.reach() == Options.Reach.LAN ? lanAddress() : null;
            var publicHost = opened(options.port(), lan);
            var consoleHost = opened(options.port() == 0 ? 0 : options.port() + 1, null);
            var parameters = parameters();
            issuer = kept(Issuer.open(
                    options.port() == 0 ? 0 : options.port() + 2, parameters.get("TokenAudience"), people,
                            options.folder()));
            var name = lan == null ? "127.0.0.1" : lan.getHostAddress();
            publicBaseUrl = "http://" + name + ":" + publicHost.host().port();
            consoleBaseUrl = "http://127.0.0.1:" + consoleHost.host().port();
            parameters.put("PublicBaseUrl", publicBaseUrl);
            parameters.put("ConsoleBaseUrl", consoleBaseUrl);
            parameters.put("TokenIssuer", issuer.address());

            var stack = Stack.of(options.root().resolve("template.yaml"), "", parameters);
            var reports = kept(new Reports(System.out));
            var engines = kept(Engines.inFolder(options.folder(), reports.reception(stack, name)));
            var buckets = furnished(engines, stack);
            functions = new Functions(stack);
            engines.systemProperties().forEach(System::setProperty);
            functions.environment().forEach(System::setProperty);
            // A laptop has no KMS: what complainants write is sealed with a key in a file, as in a private cloud without one.
            System.setProperty("SEAL_KEY", "file:" + options.folder().toAbsolutePath().resolve("seal-key"));

            System.setProperty("MESSAGE_QUEUE", "file:" + options.folder().toAbsolutePath().resolve(OUTBOX));

            var jwt = Functions.jwt(stack);
            var authorizer = new Authorizer(jwt.get("issuer").toString(), issuer.keys(), Functions.audiences(jwt));
            var handlers = new Handlers(functions);
            reports.deliver(functions.rules(), handlers);
            var gateway = new Gateway(functions, handlers, authorizer, System.out);
            var files = new PublicFiles(kept(engines.s3().client()), buckets.get("SiteBucket"));
            var console = new Console(options.root().resolve("web"), publicBaseUrl, issuer, people);
            var at = engines.s3().endpoint();
            publicHost.site().set(new Edge(stack, "PublicHost", Map.of("api", gateway, "site", files), at));
            consoleHost.site().set(new Edge(stack, "ConsoleHost", Map.of("api", gateway, "console", console), at));
            kept(new Schedules(functions.schedules(), handlers, System.out));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public static LocalCity start(Options options) {
        return new LocalCity(options);
    }

    private record Opened(Host host, AtomicReference<Host.Site> site) {}

    /** The port is taken before anything slow begins; until the city stands it says so. */
    private Opened opened(int port, InetAddress lan) {
        var site = new AtomicReference<Host.Site>(asked -> Answer.message(503, "Service Unavailable"));
        return new Opened(kept(Host.open(port, lan, asked -> site.get().answer(asked))), site);
    }

    private static Map<String, String> furnished(Engines engines, Stack stack) {
        try (var dynamo = engines.dynamo().client();
                var s3 = engines.s3().client()) {
            new Tables(dynamo).of(stack);
            return new Buckets(s3).of(stack);
        }
    }

    private static Map<String, String> parameters() throws IOException {
        try (var reader = new InputStreamReader(
                LocalCity.class.getResourceAsStream("city.properties"), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var parameters = new HashMap<String, String>();
            properties.stringPropertyNames().forEach(name -> parameters.put(name, properties.getProperty(name)));
            return parameters;
        }
    }

    /** Takes away what this city made, and nothing else that may lie in the folder. */
    private static void forget(Path folder) throws IOException {
        for (var part : new String[] {"dynamodb", "s3", "imported", OUTBOX}) {
            var path = folder.resolve(part);
            if (Files.exists(path)) {
                try (var files = Files.walk(path)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    private static InetAddress lanAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(LocalCity::carriesTraffic)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address.getAddress().length == 4 && !address.isLinkLocalAddress())
                    .findFirst()
                    .orElseThrow(() -> new Options.Misuse("-Dcity.lan：这台机器没有连上网络。 This machine is in no network."));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean carriesTraffic(NetworkInterface network) {
        try {
            var virtual = network.isPointToPoint() || network.getName().startsWith("docker");
            return network.isUp() && !network.isLoopback() && !virtual;
        } catch (SocketException e) {
            return false;
        }
    }

    private <T extends AutoCloseable> T kept(T part) {
        open.push(part);
        return part;
    }

    public String publicBaseUrl() {
        return publicBaseUrl;
    }

    public String consoleBaseUrl() {
        return consoleBaseUrl;
    }

    public Functions functions() {
        return functions;
    }

    public People people() {
        return people;
    }

    /** A token as this person would get it by signing in. */
    public String token(People.Person person) {
        return issuer.token(person);
    }

    /** A token that the gateway should refuse: for somebody else's audience, or of another length. */
    public String token(People.Person person, String audience, Duration lasting) {
        return issuer.issue(person, audience, lasting);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("a part did not stop in order: " + e);
            }
        }
    }
}
