package xingma.aws.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import xingma.aws.Clients;

/** As much of KMS as these tests need, over real HTTP and in the service's own words (AWS JSON 1.1). */
final class FakeKms implements AutoCloseable {
    static final String KEY = "alias/xingma-seal";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NONCE_BYTES = 12;

    enum Mood {
        WELL,
        HANGS,
        BROKEN_500,
        THROTTLES,
        DENIES,
        DISABLED,
        DELETION_PENDING,
        CUTS_OFF
    }

    private final HttpServer server;
    private final byte[] master = new byte[32];
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;

    FakeKms() {
        new SecureRandom().nextBytes(master);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The client that ships, led here. */
    KmsClient client() {
        return Clients.kms(AwsCrtHttpClient.create(), b -> b.region(Region.US_EAST_1)
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"))));
    }

    void is(Mood other) {
        mood = other;
    }

    /** What was asked, with its context: {@code Decrypt {number=…, part=WORDS}}. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody().readAllBytes());
            var operation = exchange.getRequestHeaders().getFirst("X-Amz-Target").replace("TrentService.", "");
            asked.add(operation + ' ' + context(request));
            switch (mood) {
                case WELL -> serve(exchange, operation, request);
                case HANGS -> hang();
                case BROKEN_500 -> refuse(exchange, 500, "KMSInternalException");
                case THROTTLES -> refuse(exchange, 400, "ThrottlingException");
                case DENIES -> refuse(exchange, 400, "AccessDeniedException");
                case DISABLED -> refuse(exchange, 400, "DisabledException");
                case DELETION_PENDING -> refuse(exchange, 400, "KMSInvalidStateException");
                case CUTS_OFF -> exchange.sendResponseHeaders(200, 500);
            }
        }
    }

    private void serve(HttpExchange exchange, String operation, JsonNode request) throws IOException {
        try {
            if (!KEY.equals(request.path("KeyId").asText())) {
                refuse(exchange, 400, "NotFoundException");
            } else if (operation.equals("GenerateDataKey")) {
                var plain = new byte[request.path("NumberOfBytes").asInt()];
                new SecureRandom().nextBytes(plain);
                say(exchange, 200, Map.of(
                        "KeyId", "arn", "Plaintext", text(plain), "CiphertextBlob", text(wrap(plain, context(request)))));
            } else {
                var wrapped = Base64.getDecoder().decode(request.path("CiphertextBlob").asText());
                say(exchange, 200, Map.of("KeyId", "arn", "Plaintext", text(unwrap(wrapped, context(request)))));
            }
        } catch (GeneralSecurityException foreign) {
            refuse(exchange, 400, "InvalidCiphertextException");
        }
    }

    private byte[] wrap(byte[] plain, Map<String, String> context) throws GeneralSecurityException {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
        var wrapped = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE_BYTES, sealed.length);
        return wrapped;
    }

    private byte[] unwrap(byte[] wrapped, Map<String, String> context) throws GeneralSecurityException {
        if (wrapped.length < NONCE_BYTES) {
            throw new GeneralSecurityException("too short");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE_BYTES), context)
                .doFinal(wrapped, NONCE_BYTES, wrapped.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, Map<String, String> context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(master, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(context.toString().getBytes(UTF_8));
        return cipher;
    }

    private static Map<String, String> context(JsonNode request) {
        var context = new TreeMap<String, String>();
        request.path("EncryptionContext").properties().forEach(e -> context.put(e.getKey(), e.getValue().asText()));
        return context;
    }

    private static void refuse(HttpExchange exchange, int status, String type) throws IOException {
        say(exchange, status, Map.of("__type", type, "message", "m"));
    }

    private static void say(HttpExchange exchange, int status, Map<String, String> body) throws IOException {
        var bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void hang() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
