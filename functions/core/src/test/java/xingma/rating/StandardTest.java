package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.fact.Wording;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class StandardTest {
    private static final Wording WORDS = new Wording("词", "word");
    private static final Standard SOUND = Some.standard(Some.ratio("A1", 60), Some.onlyOf(Some.ratio("B1", 40), "医院"));

    @Test
    void clauses_are_found_by_their_code_and_by_whom_they_are_asked_of() {
        assertEquals("TEST/1", SOUND.name());
        assertEquals(Set.of("A1", "B1"), SOUND.codes());
        assertEquals(List.of("A1"), SOUND.askedOf(Some.CLINIC).stream().map(Clause::code).toList());
        assertEquals("B1", SOUND.clause("B1").orElseThrow().code());
        assertEquals(Optional.empty(), SOUND.clause("C1"));
        assertEquals(Optional.of(new Standard.Threshold(4, 90, 85)), SOUND.threshold(4));
        assertEquals(Optional.empty(), SOUND.threshold(6));
    }

    @Test
    void nothing_stands_twice() {
        refused(part("A", "A1", "X1"), part("A", "B1", "X2"));
        refused(part("A", "A1", "X1"), part("B", "A1", "X2"));
        refused(part("A", "A1", "X1"), part("B", "B1", "X1"));
        assertEquals(2, standard("T", 1, List.of(part("A", "A1", "X1"), part("B", "B1", "X2")), lines(5, 90, 80)).parts().size());
    }

    @Test
    void a_standard_has_a_name_an_edition_parts_and_lines() {
        var parts = List.of(part("A", "A1", "X1"));
        assertThrows(IllegalArgumentException.class, () -> standard(" ", 1, parts, lines(5, 90, 80)));
        assertThrows(IllegalArgumentException.class, () -> standard("T", 0, parts, lines(5, 90, 80)));
        assertThrows(IllegalArgumentException.class, () -> standard("T", 1, List.of(), lines(5, 90, 80)));
        assertThrows(IllegalArgumentException.class, () -> standard("T", 1, parts, List.of()));
    }

    @Test
    void more_stars_need_no_less() {
        var parts = List.of(part("A", "A1", "X1"));
        assertThrows(IllegalArgumentException.class, () -> standard("T", 1, parts, lines(5, 90, 80, 4, 91, 80)));
        assertThrows(IllegalArgumentException.class, () -> standard("T", 1, parts, lines(5, 90, 80, 4, 90, 81)));
        assertThrows(IllegalArgumentException.class, () -> standard("T", 1, parts, lines(5, 90, 80, 5, 90, 80)));
        var sorted = standard("T", 1, parts, lines(3, 90, 80, 5, 90, 80)).thresholds();
        assertEquals(List.of(5, 3), sorted.stream().map(Standard.Threshold::stars).toList());
    }

    @Test
    void lines_lie_between_none_and_all() {
        for (var wrong : List.of(new int[] {0, 1, 1}, new int[] {6, 1, 1}, new int[] {1, -1, 1}, new int[] {1, 101, 1},
                new int[] {1, 1, -1}, new int[] {1, 1, 101})) {
            assertThrows(IllegalArgumentException.class, () -> lines(wrong));
        }
        assertEquals(2, lines(1, 0, 0, 5, 100, 100).size());
    }

    @Test
    void rules_lie_within_reason() {
        rules(0, 1, 0, 1);
        rules(100, 1, 100, 1);
        for (var wrong : List.of(new int[] {-1, 1, 0, 1}, new int[] {101, 1, 0, 1}, new int[] {0, 0, 0, 1}, new int[] {0, 1, -1, 1},
                new int[] {0, 1, 101, 1}, new int[] {0, 1, 0, 0})) {
            assertThrows(IllegalArgumentException.class, () -> rules(wrong[0], wrong[1], wrong[2], wrong[3]));
        }
    }

    @Test
    void caps_demerits_and_fading_lie_within_reason() {
        for (var wrong : List.of(-1, 5)) {
            assertThrows(IllegalArgumentException.class, () -> new Standard.WarningCap(Warning.Severity.ADVICE, wrong));
            assertThrows(IllegalArgumentException.class, () -> new Standard.DemeritCap(1, wrong));
        }
        assertEquals(0, new Standard.WarningCap(Warning.Severity.ADVICE, 0).stars());
        assertEquals(4, new Standard.DemeritCap(1, 4).stars());
        assertThrows(IllegalArgumentException.class, () -> new Standard.DemeritCap(0, 1));
        for (var wrong : List.of(0, 1001)) {
            assertThrows(IllegalArgumentException.class, () -> new Standard.Demerit(Track.Kind.PENALTY, wrong));
        }
        assertEquals(1001, new Standard.Demerit(Track.Kind.PENALTY, 1).weight() + new Standard.Demerit(Track.Kind.PENALTY, 1000).weight());
        assertThrows(IllegalArgumentException.class, () -> new Standard.Fading(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Standard.Fading(1, -1));
        assertThrows(IllegalArgumentException.class, () -> new Standard.Fading(1, 101));
        assertEquals(100, new Standard.Fading(1, 0).percent() + new Standard.Fading(1, 100).percent());
    }

    @Test
    void what_is_older_weighs_less_and_more_demerits_leave_fewer_stars() {
        var fading = List.of(new Standard.Fading(24, 50), new Standard.Fading(12, 50));
        assertEquals(12, rules(fading, List.of()).fading().getFirst().months());
        assertThrows(IllegalArgumentException.class, () -> rules(List.of(new Standard.Fading(12, 50), new Standard.Fading(24, 51)), List.of()));
        assertThrows(IllegalArgumentException.class, () -> rules(List.of(new Standard.Fading(12, 50), new Standard.Fading(12, 50)), List.of()));
        var caps = List.of(new Standard.DemeritCap(5, 3), new Standard.DemeritCap(3, 3));
        assertEquals(3, rules(List.of(), caps).demeritCaps().getFirst().from());
        assertThrows(IllegalArgumentException.class, () -> rules(List.of(), List.of(new Standard.DemeritCap(3, 3), new Standard.DemeritCap(5, 4))));
        assertThrows(IllegalArgumentException.class, () -> rules(List.of(), List.of(new Standard.DemeritCap(3, 3), new Standard.DemeritCap(3, 3))));
        var twice = new Standard.Demerit(Track.Kind.PENALTY, 1);
        assertThrows(IllegalArgumentException.class, () -> new Standard.Rules(0, 1, 0, 1, List.of(), List.of(twice, twice), List.of(), List.of()));
        var cap = new Standard.WarningCap(Warning.Severity.ADVICE, 1);
        assertThrows(IllegalArgumentException.class, () -> new Standard.Rules(0, 1, 0, 1, List.of(cap, cap), List.of(), List.of(), List.of()));
    }

    private static void refused(Standard.Part... parts) {
        assertThrows(IllegalArgumentException.class, () -> standard("T", 1, List.of(parts), lines(5, 90, 80)));
    }

    private static Standard.Part part(String part, String chapter, String clause) {
        return new Standard.Part(
                part, WORDS, List.of(new Standard.Chapter(chapter, WORDS, List.of(Some.ratio(clause, 10)))));
    }

    private static Standard standard(String id, int edition, List<Standard.Part> parts, List<Standard.Threshold> lines) {
        return new Standard(
                id, edition, Standard.Status.DRAFT, WORDS, Optional.empty(), Some.DAY, "test", parts, lines, Some.RULES);
    }

    private static List<Standard.Threshold> lines(int... numbers) {
        var lines = new ArrayList<Standard.Threshold>();
        for (var i = 0; i < numbers.length; i += 3) {
            lines.add(new Standard.Threshold(numbers[i], numbers[i + 1], numbers[i + 2]));
        }
        return lines;
    }

    private static Standard.Rules rules(int out, int sheets, int spread, int months) {
        return new Standard.Rules(out, sheets, spread, months, List.of(), List.of(), List.of(), List.of());
    }

    private static Standard.Rules rules(List<Standard.Fading> fading, List<Standard.DemeritCap> caps) {
        return new Standard.Rules(0, 1, 0, 1, List.of(), List.of(), fading, caps);
    }
}
