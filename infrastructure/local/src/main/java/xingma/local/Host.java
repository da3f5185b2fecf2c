package xingma.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * One host name of the city, which on a laptop is one port. Answers only to its own names, so that no page elsewhere
 * can borrow it. Whatever can be read as a request goes on to the site, as it does in the cloud; what cannot is refused
 * in plain words.
 */
final class Host implements AutoCloseable {
    /** The gateway's own limits. */
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private static final int LARGEST_HEAD = 10 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What stands behind a host. */
    interface Site {
        Answer answer(Asked asked) throws Exception;
    }

    private Host(InetAddress address, int port, Set<String> names, Site site) {
        var pool = new QueuedThreadPool(16, 2);
        pool.setName("host");
        pool.setDaemon(true);
        pool.setVirtualThreadsExecutor(threads);
        server = new Server(pool);
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEAD);
        // A strange address is the functions' to refuse, in the reader's language.
        http.setUriCompliance(UriCompliance.UNSAFE);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(Host::refuse);
        server.setHandler(new Front(names, site));
    }

    /**
     * Binds the port; port 0 is any free one.
     *
     * @param lan this machine's address in its network, to listen there too; null for loopback alone
     */
    static Host open(int port, InetAddress lan, Site site) {
        Host host = null;
        try {
            var address = lan == null ? InetAddress.getByName("127.0.0.1") : InetAddress.getByName("0.0.0.0");
            var names = lan == null
                    ? Set.of("127.0.0.1", "localhost")
                    : Set.of("127.0.0.1", "localhost", lan.getHostAddress());
            host = new Host(address, port, names, site);
            host.server.start();
            return host;
        } catch (Exception e) {
            if (host != null) {
                host.close();
            }
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new PortTaken(port);
            }
            throw new IllegalStateException("port " + port + " cannot be opened", e);
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the host on port " + port() + " did not stop in order", e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Hands each request to the site, and the site's answer back. */
    private static final class Front extends Handler.Abstract {
        private final Set<String> names;
        private final Site site;

        Front(Set<String> names, Site site) {
            this.names = names;
            this.site = site;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws IOException {
            send(request, response, callback, answer(request));
            return true;
        }

        private Answer answer(Request request) throws IOException {
            var path = request.getHttpURI().getPath();
            if (path == null || !path.startsWith("/")) {
                return Answer.message(400, "Bad Request");
            }
            var asked = read(request, path);
            if (!names.contains(asked.header("host").orElse("").replaceAll(":\\d+$", ""))) {
                return Answer.message(421, "Misdirected Request");
            }
            if (asked.body().length > LARGEST_BODY) {
                return Answer.message(413, "Request Entity Too Large");
            }
            try {
                return site.answer(asked);
            } catch (Throwable e) {
                e.printStackTrace(System.out);
                return Answer.message(500, "Internal Server Error");
            }
        }

        private static Asked read(Request request, String path) throws IOException {
            var headers = new TreeMap<String, List<String>>();
            request.getHeaders().forEach(field -> headers.merge(
                    field.getName().toLowerCase(Locale.ROOT), List.of(field.getValue()), Front::both));
            var query = request.getHttpURI().getQuery();
            try (var body = Content.Source.asInputStream(request)) {
                return new Asked(
                        request.getMethod(),
                        path,
                        query == null ? "" : query,
                        headers,
                        body.readNBytes(LARGEST_BODY + 1),
                        Request.getRemoteAddr(request));
            }
        }

        private static List<String> both(List<String> first, List<String> more) {
            return Stream.concat(first.stream(), more.stream()).toList();
        }
    }

    /** A request that could not be read at all; the server's own page would name its makers and our mistakes. */
    private static boolean refuse(Request request, Response response, Callback callback) {
        send(request, response, callback, Answer.unreadable(Math.max(400, response.getStatus())));
        return true;
    }

    private static void send(Request request, Response response, Callback callback, Answer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach(response.getHeaders()::put);
        answer.cookies().forEach(cookie -> response.getHeaders().add("set-cookie", cookie));
        var head = request.getMethod().equals("HEAD");
        var body = answer.status() == 304 || answer.status() == 204 ? new byte[0] : answer.body();
        if (head && body.length == 0) {
            // A function that leaves a HEAD's body away does not know its length, and nor do we: nothing, not 0.
            response.write(false, null, Callback.from(() -> response.write(true, null, callback), callback::failed));
        } else {
            response.write(true, ByteBuffer.wrap(body), callback);
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
