package xingma.complaint.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.number.CaseNumber;

/** What every seal keeps. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class SealsContract {
    protected static final CaseNumber CASE = CaseNumber.of("48271930556");
    protected static final CaseNumber OTHER_CASE = CaseNumber.of("48271930557");
    private static final String WORDS = "针打完三天还肿，不是墙上那个医生。𠮷\n\"<svg onload>\"";

    protected abstract Seals seals();

    @Test
    void what_was_closed_opens_again() {
        var seals = seals();
        for (var text : List.of(WORDS, "", " ", "一".repeat(Seals.LONGEST / 3))) {
            var sealed = seals.close(CASE, Part.WORDS, text);
            assertEquals(text, seals.open(CASE, Part.WORDS, sealed));
            assertEquals(text, seals.open(CASE, Part.WORDS, new Sealed(sealed.box())));
            assertTrue(sealed.box().length() <= Sealed.LONGEST);
            assertFalse(sealed.box().contains("onload"));
        }
    }

    @Test
    void a_longer_text_is_refused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> seals().close(CASE, Part.WORDS, "一".repeat(Seals.LONGEST / 3) + "a"));
    }

    @Test
    void the_same_text_sealed_twice_differs() {
        var seals = seals();
        assertNotEquals(seals.close(CASE, Part.WORDS, WORDS), seals.close(CASE, Part.WORDS, WORDS));
        var both = seals.closeAll(CASE, Part.WORDS, List.of(WORDS, WORDS));
        assertNotEquals(both.getFirst(), both.getLast());
        assertNotEquals(both.getFirst().digest(), both.getLast().digest());
    }

    @Test
    void another_case_does_not_open_it() {
        var seals = seals();
        var sealed = seals.close(CASE, Part.WORDS, WORDS);
        assertThrows(Seals.Broken.class, () -> seals.open(OTHER_CASE, Part.WORDS, sealed));
    }

    @Test
    void another_part_does_not_open_it() {
        var seals = seals();
        for (var part : Part.values()) {
            var sealed = seals.close(CASE, part, WORDS);
            for (var other : EnumSet.complementOf(EnumSet.of(part))) {
                assertThrows(Seals.Broken.class, () -> seals.open(CASE, other, sealed), part + " by " + other);
            }
        }
    }

    /** Every sign of the box, in turn, becomes another: the next of the alphabet, or a point. */
    @Test
    void altered_at_any_place_it_does_not_open() {
        var seals = seals();
        var box = seals.close(CASE, Part.WORDS, "肿").box();
        IntStream.range(0, box.length()).forEach(at -> Stream.of(next(box.charAt(at)), '.')
                .filter(c -> c != box.charAt(at))
                .map(c -> new Sealed(box.substring(0, at) + c + box.substring(at + 1)))
                .forEach(altered -> assertThrows(
                        Seals.Broken.class, () -> seals.open(CASE, Part.WORDS, altered), altered::box)));
    }

    @Test
    void cut_short_or_made_longer_it_does_not_open() {
        var seals = seals();
        var box = seals.close(CASE, Part.WORDS, "肿").box();
        IntStream.range(1, box.length()).mapToObj(end -> new Sealed(box.substring(0, end))).forEach(cut ->
                assertThrows(Seals.Broken.class, () -> seals.open(CASE, Part.WORDS, cut), cut::box));
        for (var more : List.of("A", "AAAA", ".", ".AAAA")) {
            assertThrows(Seals.Broken.class, () -> seals.open(CASE, Part.WORDS, new Sealed(box + more)));
        }
    }

    @Test
    void what_is_erased_stays_so() {
        var seals = seals();
        assertThrows(IllegalArgumentException.class, () -> seals.open(CASE, Part.WORDS, Sealed.ERASED));
        var after = seals.closeBeside(CASE, Part.WORDS, Sealed.ERASED, WORDS);
        assertEquals(WORDS, seals.open(CASE, Part.WORDS, after));
    }

    @Test
    void many_texts_keep_their_order() {
        var seals = seals();
        var texts = IntStream.range(0, 50).mapToObj(i -> i + WORDS).toList();
        assertEquals(texts, seals.openAll(CASE, Part.WORDS, seals.closeAll(CASE, Part.WORDS, texts)));
        assertEquals(List.of(), seals.openAll(CASE, Part.WORDS, seals.closeAll(CASE, Part.WORDS, List.of())));
    }

    @Test
    void a_later_text_lies_beside_the_first() {
        var seals = seals();
        var first = seals.close(CASE, Part.WORDS, "第一");
        var second = seals.closeBeside(CASE, Part.WORDS, first, "第二");
        var alone = seals.close(CASE, Part.WORDS, "另一");
        assertEquals(
                List.of("第二", "另一", "第一"), seals.openAll(CASE, Part.WORDS, List.of(second, alone, first)));
    }

    @Test
    void nothing_lies_beside_another_cases_envelope() {
        var seals = seals();
        var theirs = seals.close(OTHER_CASE, Part.WORDS, WORDS);
        assertThrows(Seals.Broken.class, () -> {
            var ours = seals.closeBeside(CASE, Part.WORDS, theirs, WORDS);
            seals.openAll(OTHER_CASE, Part.WORDS, List.of(theirs, ours));
        });
    }

    private static char next(char c) {
        var signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return signs.charAt((signs.indexOf(c) + 1) % signs.length());
    }
}
