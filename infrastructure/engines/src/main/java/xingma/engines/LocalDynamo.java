package xingma.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteLibraryLoader;

/**
 * DynamoDB Local inside this JVM, behind a connector of our own: its ServerRunner binds every interface and reports
 * home. Port 0 means any free one.
 */
public final class LocalDynamo implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Access access;
    private final LocalDynamoDBRequestHandler engine;
    private final Server server;
    private final ServerConnector connector;

    private LocalDynamo(Access access, LocalDynamoDBRequestHandler engine, int port) {
        this.access = access;
        this.engine = engine;
        var threads = new QueuedThreadPool(32, 2);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        server.addConnector(connector);
        server.setHandler(new LocalDynamoDBServerHandler(engine, null));
        server.setStopTimeout(PATIENCE.toMillis());
    }

    /** Forgets everything when closed. */
    public static LocalDynamo inMemory(Access access) {
        return start(access, 0, null);
    }

    /** Keeps one database file in the folder. */
    public static LocalDynamo inFolder(Access access, Path folder, int port) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(access, port, folder);
    }

    private static LocalDynamo start(Access access, int port, Path folder) {
        LocalDynamo dynamo = null;
        try {
            SQLiteLibraryLoader.initialize();
            var path = folder == null ? null : folder.toAbsolutePath().toString();
            dynamo = new LocalDynamo(access, new LocalDynamoDBRequestHandler(0, folder == null, path, true, false),
                    port);
            dynamo.server.start();
            return dynamo;
        } catch (Exception e) {
            if (dynamo != null) {
                dynamo.close();
            }
            throw new IllegalStateException("DynamoDB Local did not start on port " + port, e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    public Access access() {
        return access;
    }

    /** A client of this engine; the caller closes it. */
    public DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(Access.REGION)
                .credentialsProvider(access.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE))
                .build();
    }

    @Override
    public void close() {
        Stopping.quietly(server::stop);
        Stopping.quietly(engine::shutdown);
    }
}
