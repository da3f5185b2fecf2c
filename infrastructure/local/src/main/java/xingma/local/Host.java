package xingma.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * One host name of the city, which on a laptop is one port. Answers only to its own names, so that no page elsewhere
 * can borrow it.
 */
final class Host implements AutoCloseable {
    /** The gateway's own limit. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<String> names;

    /** What stands behind a host. */
    interface Site {
        Answer answer(Asked asked) throws Exception;
    }

    private Host(HttpServer server, Set<String> names, Site site) {
        this.server = server;
        this.names = names;
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, site));
    }

    /**
     * Binds the port; port 0 is any free one.
     *
     * @param lan this machine's address in its network, to listen there too; null for loopback alone
     */
    static Host open(int port, InetAddress lan, Site site) {
        try {
            var address = lan == null ? InetAddress.getByName("127.0.0.1") : InetAddress.getByName("0.0.0.0");
            var server = HttpServer.create(new InetSocketAddress(address, port), 256);
            var names = lan == null
                    ? Set.of("127.0.0.1", "localhost")
                    : Set.of("127.0.0.1", "localhost", lan.getHostAddress());
            var host = new Host(server, names, site);
            server.start();
            return host;
        } catch (BindException taken) {
            throw new PortTaken(port);
        } catch (IOException e) {
            throw new IllegalStateException("port " + port + " cannot be opened", e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange, Site site) throws IOException {
        try (exchange) {
            Answer answer;
            var asked = read(exchange);
            if (!names.contains(asked.header("host").orElse("").replaceAll(":\\d+$", ""))) {
                answer = Answer.message(421, "Misdirected Request");
            } else if (asked.body().length > LARGEST_BODY) {
                answer = Answer.message(413, "Request Entity Too Large");
            } else {
                answer = answered(site, asked);
            }
            write(exchange, answer);
        }
    }

    private static Answer answered(Site site, Asked asked) {
        try {
            return site.answer(asked);
        } catch (Throwable e) {
            e.printStackTrace(System.out);
            return Answer.message(500, "Internal Server Error");
        }
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        var uri = exchange.getRequestURI();
        return new Asked(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                exchange.getRequestBody().readNBytes(LARGEST_BODY + 1),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static void write(HttpExchange exchange, Answer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        answer.cookies().forEach(cookie -> headers.add("set-cookie", cookie));
        var without = exchange.getRequestMethod().equals("HEAD") || answer.status() == 304 || answer.status() == 204;
        if (without || answer.body().length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
        } else {
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** Somebody else listens on that port. */
    static final class PortTaken extends RuntimeException {
        private final int port;

        PortTaken(int port) {
            super("port " + port + " is taken");
            this.port = port;
        }

        int port() {
            return port;
        }
    }
}
