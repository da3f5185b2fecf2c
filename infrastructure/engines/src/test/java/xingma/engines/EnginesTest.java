package xingma.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EnginesTest {
    private static final Path TEMPLATE = Path.of("src/test/resources/parent.yaml");

    @Test
    void tables_stand_as_the_template_describes_them() {
        try (var dynamo = LocalDynamo.inMemory(Access.fresh());
                var client = dynamo.client()) {
            assertEquals(Map.of("Books", "a-Books"), new Tables(client).of(TEMPLATE, "a-"));

            var table = client.describeTable(t -> t.tableName("a-Books")).table();
            assertEquals(2, table.keySchema().size());
            var index = table.globalSecondaryIndexes().getFirst();
            assertEquals("listing", index.indexName());
            assertEquals(ProjectionType.INCLUDE, index.projection().projectionType());
        }
    }

    @Test
    void a_second_start_finds_items_and_objects(@TempDir Path folder) {
        try (var engines = Engines.inFolder(folder);
                var dynamo = engines.dynamo().client();
                var s3 = engines.s3().client()) {
            furnish(engines);
            dynamo.putItem(p -> p.tableName("Books").item(Map.of("pk", text("1"), "sk", text("2"), "name", text("星"))));
            s3.putObject(p -> p.bucket("shelf").key("人/照片.svg").contentType("image/svg+xml"),
                    RequestBody.fromString("星"));
        }
        try (var engines = Engines.inFolder(folder);
                var dynamo = engines.dynamo().client();
                var s3 = engines.s3().client()) {
            furnish(engines);
            var item = dynamo.getItem(g -> g.tableName("Books").key(Map.of("pk", text("1"), "sk", text("2")))).item();
            assertEquals("星", item.get("name").s());
            var object = s3.getObjectAsBytes(g -> g.bucket("shelf").key("人/照片.svg"));
            assertEquals("星", object.asUtf8String());
            assertEquals("image/svg+xml", object.response().contentType());
        }
    }

    @Test
    void nobody_outside_this_machine_reaches_the_engines() throws IOException {
        try (var engines = Engines.inMemory()) {
            for (var port : new int[] {engines.dynamo().endpoint().getPort(), engines.s3().endpoint().getPort()}) {
                try (var near = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
                    assertTrue(near.isConnected());
                }
                for (var far : NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList()) {
                    assertThrows(IOException.class, () -> new Socket(far, port).close(), far.getHostAddress());
                }
            }
        }
    }

    @Test
    void a_taken_port_is_refused() {
        try (var first = LocalDynamo.inMemory(Access.fresh())) {
            var port = first.endpoint().getPort();
            var folder = Path.of("target", "taken");
            assertThrows(IllegalStateException.class, () -> LocalDynamo.inFolder(Access.fresh(), folder, port));
        }
    }

    private static void furnish(Engines engines) {
        var stack = Stack.of(TEMPLATE, "", Map.of());
        try (var dynamo = engines.dynamo().client();
                var s3 = engines.s3().client()) {
            new Tables(dynamo).of(stack);
            new Buckets(s3).of(stack);
        }
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }
}
