package xingma.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import xingma.aws.log.Log;
import xingma.complaint.notification.Messenger.Message;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MessagesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Message MESSAGE = new Message("482719305562.d.accepted", "13800000000", "案件已受理。\"");

    private final List<String> logged = new ArrayList<>();
    private final Log log = new Log(logged::add, Clock.systemUTC());

    @Test
    void a_message_becomes_one_file_for_its_owner_and_coming_again_the_same_one(@TempDir Path folder) throws Exception {
        var messages = new FiledMessages(folder.resolve("outbox"), log);

        assertTrue(messages.take(MESSAGE));
        assertTrue(messages.take(MESSAGE));

        try (var files = Files.list(folder.resolve("outbox"))) {
            var file = files.toList();
            assertEquals(1, file.size());
            assertEquals("482719305562.d.accepted.json", file.getFirst().getFileName().toString());
            assertEquals(
                    Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
                    Files.getPosixFilePermissions(file.getFirst()));
            var told = JSON.readTree(Files.readString(file.getFirst()));
            assertEquals("13800000000", told.get("phone").asText());
            assertEquals(MESSAGE.text(), told.get("text").asText());
        }
    }

    @Test
    void a_folder_that_takes_nothing_is_told_without_the_message(@TempDir Path folder) throws Exception {
        var taken = Files.createFile(folder.resolve("outbox"));

        assertFalse(new FiledMessages(taken, log).take(MESSAGE));
        assertFalse(logged.isEmpty() || logged.toString().contains("13800000000"));
    }

    @Test
    void a_queue_gets_a_message_by_case_and_knows_it_by_its_id() throws Exception {
        var asked = new ArrayList<JsonNode>();
        try (var queue = new Queue(200, asked)) {
            assertTrue(queue.messages(log).take(MESSAGE));
        }
        var told = asked.getFirst();
        assertEquals("482719305562", told.get("MessageGroupId").asText());
        assertEquals(MESSAGE.id(), told.get("MessageDeduplicationId").asText());
        assertEquals(MESSAGE.phone(), JSON.readTree(told.get("MessageBody").asText()).get("phone").asText());
    }

    @Test
    void a_queue_that_refuses_is_told_without_the_message() throws Exception {
        var asked = new ArrayList<JsonNode>();
        try (var queue = new Queue(400, asked)) {
            assertFalse(queue.messages(log).take(MESSAGE));
        }
        assertFalse(logged.isEmpty() || logged.toString().contains("13800000000"));
    }

    /** A queue that answers as the service does. */
    private static final class Queue implements AutoCloseable {
        private final HttpServer server;
        private final SqsClient client;

        Queue(int status, List<JsonNode> asked) throws Exception {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
                asked.add(body);
                var answer = status == 200
                        ? "{\"MessageId\":\"1\",\"MD5OfMessageBody\":\"" + md5(body.get("MessageBody").asText()) + "\"}"
                        : "{\"__type\":\"com.amazonaws.sqs#InvalidMessageContents\"}";
                var bytes = answer.getBytes(UTF_8);
                exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.0");
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
            server.start();
            client = SqsClient.builder()
                    .httpClient(AwsCrtHttpClient.builder().build())
                    .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                    .region(Region.of("cn-north-1"))
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                    .build();
        }

        QueuedMessages messages(Log log) {
            return new QueuedMessages(client, "https://sqs.cn-north-1.amazonaws.com.cn/1/Messages.fifo", log);
        }

        private static String md5(String text) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }

        @Override
        public void close() {
            client.close();
            server.stop(0);
        }
    }
}
