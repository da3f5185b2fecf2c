package xingma.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.complaint.seal.Sealed;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActsTest {
    private static final Sealed WORDS = EveryAct.WORDS;

    static Stream<Act> every_act() {
        return EveryAct.acts();
    }

    @ParameterizedTest
    @MethodSource("every_act")
    void what_is_written_is_read_back(Act act) {
        assertEquals(act, Acts.read(Acts.write(act)));
    }

    @Test
    void no_kind_of_act_is_left_out_of_these_tests() {
        var kinds = new TreeSet<String>();
        every_act().forEach(act -> kinds.add(act.getClass().getSimpleName()));
        var all = new TreeSet<String>();
        leaves(Act.class).forEach(kind -> all.add(kind.getSimpleName()));

        assertEquals(all, kinds);
    }

    @ParameterizedTest
    @MethodSource("every_act")
    void the_trail_never_gets_an_envelope_or_a_mark(Act act) {
        var line = Acts.write(act);

        for (var personal : line.personal().values()) {
            assertFalse(line.lasting().containsValue(personal), "the trail keeps " + personal);
        }
    }

    @Test
    void the_trail_keeps_the_digest_of_what_was_said() {
        var lasting = Acts.write(new Act.Said("s", Instant.EPOCH, new Actor.Complainant(), WORDS)).lasting();

        assertEquals(WORDS.digest(), lasting.get("wordsDigest"));
    }

    @Test
    void an_act_whose_envelopes_were_erased_is_read_as_erased() {
        var line = Acts.write(EveryAct.confidential());
        var erased = new Acts.Line(
                line.id(), line.what(), line.at(), line.by(), line.facts(), Collections.emptySortedMap());
        var filing = ((Act.Filed) Acts.read(erased)).filing();

        assertTrue(filing.words().isErased());
        assertEquals(Optional.of(Sealed.ERASED), filing.contact());
        assertEquals(Optional.empty(), filing.phoneMark());
    }

    private static Stream<Class<?>> leaves(Class<?> kind) {
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(ActsTest::leaves).distinct()
                : Stream.of(kind);
    }
}
