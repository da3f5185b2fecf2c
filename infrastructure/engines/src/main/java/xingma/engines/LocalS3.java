package xingma.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * S3 inside this JVM (S3Proxy), on loopback unless said otherwise, signatures and forms' policies checked. In a folder
 * each object is a plain file under its bucket's name.
 */
public final class LocalS3 implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Access access;
    private final String host;
    private final S3Proxy proxy;

    private LocalS3(Access access, BlobStore store, int port, Reception reception) {
        this.access = access;
        this.host = reception.host();
        proxy = S3Proxy.builder()
                .blobStore(new ReportingStore(store, reception.arrivals()))
                .endpoint(URI.create("http://" + host + ":" + port))
                .corsRules(new CrossOriginResourceSharing(
                        reception.origins().stream().map(Pattern::quote).toList(),
                        reception.methods(),
                        List.of(),
                        List.of(),
                        ""))
                .awsAuthentication(AuthenticationType.AWS_V4, access.id(), access.secret())
                .metricsEnabled(false)
                .jettyMaxThreads(32)
                .stopTimeout(PATIENCE.toMillis())
                .build();
    }

    /** Forgets everything when closed. */
    public static LocalS3 inMemory(Access access) {
        return start(new LocalS3(access, new TransientNio2BlobStore(), 0, Reception.CLOSED));
    }

    public static LocalS3 inFolder(Access access, Path folder, int port, Reception reception) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var store = new FilesystemNio2BlobStore(folder.toAbsolutePath().toString());
        return start(new LocalS3(access, store, port, reception));
    }

    private static LocalS3 start(LocalS3 s3) {
        try {
            s3.proxy.start();
            return s3;
        } catch (Exception e) {
            s3.close();
            throw new IllegalStateException("S3Proxy did not start", e);
        }
    }

    public URI endpoint() {
        return URI.create("http://" + host + ":" + proxy.getPort());
    }

    public Access access() {
        return access;
    }

    /** A client of this engine; the caller closes it. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .forcePathStyle(true)
                .region(Access.REGION)
                .credentialsProvider(access.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(o -> o.apiCallTimeout(PATIENCE))
                .build();
    }

    /** Signs links that this engine honours; the caller closes it. */
    public S3Presigner presigner() {
        return S3Presigner.builder()
                .endpointOverride(endpoint())
                .region(Access.REGION)
                .credentialsProvider(access.provider())
                .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build();
    }

    @Override
    public void close() {
        Stopping.quietly(proxy::stop);
    }
}
