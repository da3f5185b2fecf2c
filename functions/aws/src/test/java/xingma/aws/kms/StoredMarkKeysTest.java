package xingma.aws.kms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkException;
import xingma.aws.dynamo.Attributes;
import xingma.aws.dynamo.DynamoStores;
import xingma.aws.dynamo.Table;
import xingma.aws.kms.FakeKms.Mood;
import xingma.complaint.seal.Secrets;
import xingma.complaint.seal.Secrets.Purpose;

/** The key of marks: one for all processes, wrapped where it lies. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredMarkKeysTest {
    @RegisterExtension
    static final RunningKms RUNNING = new RunningKms();

    private final Table table = DynamoStores.freshTable();

    private Secrets secrets() {
        return SealRoom.of(RUNNING.keys(), table).secrets();
    }

    @Test
    void every_process_marks_alike() {
        var mark = secrets().mac(Purpose.PHONE, new byte[] {1, 2});
        assertArrayEquals(mark, secrets().mac(Purpose.PHONE, new byte[] {1, 2}));
        assertEquals(1, secrets().version());
        assertArrayEquals(mark, secrets().at(1).mac(Purpose.PHONE, new byte[] {1, 2}));
    }

    @Test
    void each_purpose_has_marks_of_its_own() {
        var secrets = secrets();
        var marks = new HashSet<String>();
        for (var purpose : Purpose.values()) {
            marks.add(Arrays.toString(secrets.mac(purpose, new byte[] {1, 2})));
        }
        assertEquals(Purpose.values().length, marks.size());
        assertEquals(List.of("GenerateDataKey {part=SECRETS, version=1}", "Decrypt {part=SECRETS, version=1}"), RUNNING.kms().asked());
    }

    @Test
    void processes_that_begin_at_once_share_the_first_key() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var marking = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(i -> () -> Arrays.toString(secrets().mac(Purpose.RECEIPT, new byte[1])))
                    .toList();
            var marks = new HashSet<String>();
            for (var mark : threads.invokeAll(marking)) {
                marks.add(mark.get());
            }
            assertEquals(1, marks.size());
        }
    }

    @Test
    void a_later_version_is_in_use_and_earlier_marks_can_still_be_made() {
        var before = secrets().mac(Purpose.PHONE, new byte[1]);
        for (var version : List.of(2, 10)) {
            var context = Map.of("part", "SECRETS", "version", Integer.toString(version));
            var wrapped = RUNNING.keys().fresh(context).wrapped();
            var item = Attributes.key("KEYS", "HMAC#" + version).put("wrapped", Base64.getEncoder().encodeToString(wrapped));
            assertTrue(table.put(item, Table.Condition.absent(), there -> false));
        }
        assertEquals(10, secrets().version());
        assertFalse(Arrays.equals(before, secrets().mac(Purpose.PHONE, new byte[1])));
        assertArrayEquals(before, secrets().at(1).mac(Purpose.PHONE, new byte[1]));
        assertThrows(IllegalStateException.class, () -> secrets().at(3).mac(Purpose.PHONE, new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> secrets().at(0));
    }

    @Test
    void without_kms_there_is_no_mark_and_later_there_is() {
        var secrets = secrets();
        RUNNING.kms().is(Mood.DENIES);
        assertThrows(SdkException.class, () -> secrets.mac(Purpose.BODY, new byte[1]));
        RUNNING.kms().is(Mood.WELL);
        assertEquals(32, secrets.mac(Purpose.BODY, new byte[1]).length);
    }

    @Test
    void the_key_never_lies_open_in_the_table() {
        secrets().mac(Purpose.PHONE, new byte[1]);
        var item = table.get(Attributes.key("KEYS", "HMAC#1")).orElseThrow();
        assertEquals(Set.of("pk", "sk", "wrapped"), item.map().keySet());
        assertTrue(Base64.getDecoder().decode(item.text("wrapped")).length > DataKey.LENGTH);
    }
}
