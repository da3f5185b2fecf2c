package xingma.complaint.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SealedTest {
    @Test
    void it_tells_nothing_when_printed() {
        assertFalse(new Sealed("s1.c2VjcmV0").toString().contains("c2Vj"));
    }

    @Test
    void its_digest_is_that_of_its_box() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", new Sealed("abc").digest());
    }

    @Test
    void erased_is_a_state_of_its_own() {
        assertTrue(Sealed.ERASED.isErased());
        assertTrue(new Sealed(Sealed.ERASED.box()).isErased());
        assertFalse(new Sealed("s1.a.b").isErased());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "肿", "a\n", "a=", "a/b", "a+b"})
    void other_text_is_no_sealed_text(String box) {
        assertThrows(IllegalArgumentException.class, () -> new Sealed(box));
    }

    @Test
    void it_has_a_bound() {
        assertEquals(Sealed.LONGEST, new Sealed("a".repeat(Sealed.LONGEST)).box().length());
        assertThrows(IllegalArgumentException.class, () -> new Sealed("a".repeat(Sealed.LONGEST + 1)));
    }
}
