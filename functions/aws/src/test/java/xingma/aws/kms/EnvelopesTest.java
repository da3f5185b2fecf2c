package xingma.aws.kms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;

/** Case and part are bound by the envelope and by the data key, each without the other's help. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EnvelopesTest {
    private static final CaseNumber CASE = CaseNumber.of("48271930556");
    private static final CaseNumber OTHER_CASE = CaseNumber.of("48271930557");

    /** Data keys that do not ask what for. */
    private static final class Careless implements DataKeys {
        final List<DataKey> given = new ArrayList<>();

        @Override
        public String kind() {
            return "c";
        }

        @Override
        public DataKey fresh(Map<String, String> context) {
            return unwrapped(new byte[] {1, 2, 3}, context);
        }

        @Override
        public DataKey unwrapped(byte[] wrapped, Map<String, String> context) {
            var plain = new byte[DataKey.LENGTH];
            Arrays.fill(plain, wrapped[0]);
            given.add(new DataKey(plain, wrapped));
            return given.getLast();
        }
    }

    @Test
    void the_envelope_holds_for_one_case_and_part_whatever_the_key() {
        var envelopes = new Envelopes(new Careless());
        var sealed = envelopes.close(CASE, Part.WORDS, "肿");
        assertEquals("肿", envelopes.open(CASE, Part.WORDS, sealed));
        assertThrows(Seals.Broken.class, () -> envelopes.open(OTHER_CASE, Part.WORDS, sealed));
        assertThrows(Seals.Broken.class, () -> envelopes.open(CASE, Part.CONTACT, sealed));
    }

    @Test
    void an_envelope_of_another_kind_of_key_is_not_tried() {
        var careless = new Careless();
        var sealed = new Envelopes(careless).close(CASE, Part.WORDS, "肿");
        var given = careless.given.size();
        var other = new Sealed(sealed.box().replace("s1.c.", "s1.k."));
        assertThrows(Seals.Broken.class, () -> new Envelopes(careless).open(CASE, Part.WORDS, other));
        assertEquals(given, careless.given.size());
    }

    @Test
    void a_data_key_is_forgotten_after_each_call_even_one_that_failed() {
        var careless = new Careless();
        var envelopes = new Envelopes(careless);
        var sealed = envelopes.close(CASE, Part.WORDS, "肿");
        envelopes.openAll(CASE, Part.WORDS, List.of(sealed, envelopes.closeBeside(CASE, Part.WORDS, sealed, "痛")));
        assertThrows(Seals.Broken.class, () -> envelopes.open(OTHER_CASE, Part.WORDS, sealed));
        assertEquals(4, careless.given.size());
        careless.given.forEach(key -> assertArrayEquals(new byte[DataKey.LENGTH], key.plain()));
    }

    @Test
    void a_files_data_key_comes_back_for_its_context_alone(@TempDir Path folder) {
        var keys = new FileKeys(folder.resolve("key"));
        var context = Map.of("number", "1", "part", "WORDS");
        var made = keys.fresh(context);
        assertArrayEquals(made.plain(), keys.unwrapped(made.wrapped(), context).plain());
        for (var other : List.of(Map.of("number", "2", "part", "WORDS"), Map.of("number", "1", "part", "CONTACT"))) {
            assertFalse(Arrays.equals(made.plain(), keys.unwrapped(made.wrapped(), other).plain()));
        }
        assertFalse(Arrays.equals(made.plain(), keys.fresh(context).plain()));
    }

    @Test
    void kms_gives_a_data_key_back_for_its_context_alone() {
        try (var kms = new FakeKms();
                var client = kms.client()) {
            var keys = new KmsKeys(client, FakeKms.KEY);
            var made = keys.fresh(Map.of("number", "1", "part", "WORDS"));
            assertArrayEquals(
                    made.plain(), keys.unwrapped(made.wrapped(), Map.of("part", "WORDS", "number", "1")).plain());
            assertThrows(
                    Seals.Broken.class, () -> keys.unwrapped(made.wrapped(), Map.of("number", "2", "part", "WORDS")));
        }
    }
}
