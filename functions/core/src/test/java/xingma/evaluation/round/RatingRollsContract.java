package xingma.evaluation.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.CITY;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.evaluation.RatedTown.QINGLAN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.audit.Entry;
import xingma.evaluation.Expert;
import xingma.evaluation.RatingStores;
import xingma.rating.Clause.Side;
import xingma.territory.RegionCode;

/** What every {@link Experts} and every {@link Rounds} must do. Each store runs this whole class against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class RatingRollsContract {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    /** Stores that hold nothing yet. */
    protected abstract RatingStores stores();

    private static Entry line(String subject, int position, String ask, String before) {
        var facts = new TreeMap<String, String>();
        facts.put("ask", ask);
        return new Entry(subject, position, NOON, "bureau 990100 ou", "Kept", facts, before);
    }

    private static Expert expert(String id, boolean available) {
        return new Expert(id, "专家" + id, Side.ASSOCIATION, available ? Set.of(QINGHE) : Set.of(), available);
    }

    private static Round round(String id, LocalDate from, RegionCode territory, Optional<Instant> embargo) {
        return new Round(
                id, "第" + id + "轮", territory, "TEST", 1, Set.of("medical-institution", "public-place"), from,
                from.plusYears(1), embargo);
    }

    @Test
    void experts_are_listed_by_id_and_found_as_they_were_kept() {
        var stores = stores();
        var other = line("EXPERT e2", 1, "b", Entry.FIRST);
        var first = line("EXPERT e1", 1, "a", Entry.FIRST);
        assertTrue(stores.experts().keep(expert("e2", false), 0, other));
        assertTrue(stores.experts().keep(expert("e1", true), 0, first));

        assertEquals(
                List.of(
                        new Experts.Listed(expert("e1", true), 1, first.hash()),
                        new Experts.Listed(expert("e2", false), 1, other.hash())),
                stores.experts().all());
        assertEquals(
                Optional.of(new Experts.Listed(expert("e1", true), 1, first.hash())), stores.experts().find("e1"));
        assertEquals(Optional.empty(), stores.experts().find("e3"));
        assertEquals(List.of(first), stores.trail().of("EXPERT e1", 0));
    }

    @Test
    void an_expert_takes_the_place_of_what_was_read_and_the_same_again_is_true_again() {
        var stores = stores();
        var first = line("EXPERT e1", 1, "a", Entry.FIRST);
        var second = line("EXPERT e1", 2, "b", first.hash());
        var late = line("EXPERT e1", 2, "c", first.hash());
        assertFalse(stores.experts().keep(expert("e1", true), 1, second));
        assertTrue(stores.experts().keep(expert("e1", true), 0, first));
        assertTrue(stores.experts().keep(expert("e1", true), 0, first));

        assertTrue(stores.experts().keep(expert("e1", false), 1, second));
        assertTrue(stores.experts().keep(expert("e1", false), 1, second));
        assertFalse(stores.experts().keep(expert("e1", true), 1, late));

        assertEquals(
                Optional.of(new Experts.Listed(expert("e1", false), 2, second.hash())), stores.experts().find("e1"));
        assertEquals(List.of(first, second), stores.trail().of("EXPERT e1", 0));
    }

    @Test
    void rounds_are_listed_newest_first_and_found_as_they_were_kept() {
        var stores = stores();
        var older = round("2026-1", LocalDate.of(2026, 3, 1), CITY, Optional.empty());
        var newer = round("2026-2", LocalDate.of(2026, 9, 1), QINGLAN, Optional.of(NOON));
        var line = line("ROUND 2026-1", 1, "a", Entry.FIRST);
        assertTrue(stores.rounds().keep(older, 0, line));
        assertTrue(stores.rounds().keep(newer, 0, line("ROUND 2026-2", 1, "b", Entry.FIRST)));

        assertEquals(List.of(newer, older), stores.rounds().all().stream().map(Rounds.Called::round).toList());
        assertEquals(Optional.of(new Rounds.Called(older, 1, line.hash())), stores.rounds().find("2026-1"));
        assertEquals(Optional.empty(), stores.rounds().find("2026-3"));
        assertEquals(List.of(line), stores.trail().of("ROUND 2026-1", 0));
    }

    @ParameterizedTest
    @MethodSource("noIds")
    void what_no_round_can_be_called_is_found_nowhere(String id) {
        assertEquals(Optional.empty(), stores().rounds().find(id));
    }

    static List<String> noIds() {
        return List.of("", " ", "../1", "2026-1\0", "长".repeat(2_001));
    }

    @Test
    void a_round_takes_the_place_of_what_was_read_and_the_same_again_is_true_again() {
        var stores = stores();
        var one = round("2026-1", LocalDate.of(2026, 3, 1), CITY, Optional.empty());
        var two = round("2026-1", LocalDate.of(2026, 4, 1), CITY, Optional.empty());
        var first = line("ROUND 2026-1", 1, "a", Entry.FIRST);
        var second = line("ROUND 2026-1", 2, "b", first.hash());
        assertTrue(stores.rounds().keep(one, 0, first));
        assertFalse(stores.rounds().keep(two, 0, line("ROUND 2026-1", 1, "c", Entry.FIRST)));

        assertTrue(stores.rounds().keep(two, 1, second));
        assertTrue(stores.rounds().keep(two, 1, second));
        assertFalse(stores.rounds().keep(one, 1, line("ROUND 2026-1", 2, "d", first.hash())));

        assertEquals(Optional.of(new Rounds.Called(two, 2, second.hash())), stores.rounds().find("2026-1"));
    }
}
