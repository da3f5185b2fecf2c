package xingma.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What every {@link Trail} must do. Each store runs this whole class against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class TrailContract {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    /** The same trail throughout a test, empty at first. */
    protected abstract Trail trail();

    /** Writes a line as the stores of its subject do. */
    protected abstract void write(Entry entry);

    @Test
    void of_a_subject_without_lines_nothing_is_told() {
        assertEquals(List.of(), trail().of("CASE 1", 0));
        assertEquals(List.of(), trail().between(NOON, NOON.plusSeconds(1), Optional.empty()));
        assertEquals(Optional.empty(), trail().newestPage());
        assertEquals(List.of(), trail().pages(0));
    }

    @Test
    void a_line_comes_back_as_it_was_written() {
        var odd = entry("CASE 1", 1, NOON.plusNanos(7), Map.of("reason", "𠮷 \" \\ \n é", "place", ""));

        write(odd);

        assertEquals(List.of(odd), trail().of("CASE 1", 0));
        assertEquals(odd.hash(), trail().of("CASE 1", 0).getFirst().hash());
        assertEquals(List.of(odd), trail().between(NOON, NOON.plusSeconds(1), Optional.empty()));
    }

    @Test
    void the_lines_of_a_subject_come_in_order_page_by_page() {
        var lines = IntStream.rangeClosed(1, Trail.PAGE + 3)
                .mapToObj(i -> entry("CASE 1", i, NOON.minusSeconds(i), Map.of()))
                .toList();
        lines.reversed().forEach(this::write);
        write(entry("CASE 10", 1, NOON, Map.of()));

        var first = trail().of("CASE 1", 0);
        var rest = trail().of("CASE 1", first.getLast().position());

        assertEquals(lines.subList(0, Trail.PAGE), first);
        assertEquals(lines.subList(Trail.PAGE, lines.size()), rest);
    }

    @Test
    void the_lines_of_a_span_come_in_order_of_instant_subject_and_position_over_days_and_pages() {
        var lines = new ArrayList<Entry>();
        for (var day = 0; day < 4; day++) {
            for (var i = 0; i < 70; i++) {
                lines.add(entry("CASE " + (100 + i), day + 1, NOON.plus(Duration.ofDays(day)), Map.of()));
            }
        }
        lines.add(entry("CASE 1", 1, NOON.plus(Duration.ofDays(4)), Map.of()));
        lines.add(entry("CASE 10", 1, NOON.plus(Duration.ofDays(4)), Map.of()));
        lines.add(entry("CASE 10", 2, NOON.plus(Duration.ofDays(4)), Map.of()));
        lines.add(entry("CASE 1", 2, NOON.plus(Duration.ofDays(4)).plusNanos(1), Map.of()));
        lines.add(entry("CASE 1", 3, NOON.plus(Duration.ofDays(4)).plusMillis(1), Map.of()));
        lines.reversed().forEach(this::write);
        var end = NOON.plus(Duration.ofDays(5));

        var read = new ArrayList<Entry>();
        var page = trail().between(NOON, end, Optional.empty());
        while (!page.isEmpty()) {
            assertTrue(page.size() <= Trail.PAGE);
            read.addAll(page);
            page = trail().between(NOON, end, Optional.of(page.getLast()));
        }

        assertEquals(lines, read);
    }

    @Test
    void a_span_begins_with_its_first_instant_and_ends_before_its_last() {
        var midnight = Instant.parse("2026-11-21T00:00:00Z");
        var before = entry("CASE 1", 1, midnight.minusNanos(1), Map.of());
        var at = entry("CASE 1", 2, midnight, Map.of());
        var after = entry("CASE 1", 3, midnight.plusNanos(1), Map.of());
        List.of(before, at, after).forEach(this::write);

        assertEquals(List.of(before), trail().between(midnight.minusNanos(1), midnight, Optional.empty()));
        assertEquals(List.of(at), trail().between(midnight, midnight.plusNanos(1), Optional.empty()));
        assertEquals(List.of(), trail().between(midnight, midnight, Optional.empty()));
        assertEquals(List.of(after), trail().between(midnight, midnight.plusSeconds(1), Optional.of(at)));
    }

    @Test
    void pages_of_the_ledger_are_kept_once_and_read_in_order() {
        var first = LedgerPage.first(NOON, NOON.plusSeconds(3_600), List.of());
        var second = LedgerPage.after(first, NOON.plusSeconds(7_200), List.of(entry("CASE 1", 1, NOON, Map.of())));

        assertTrue(trail().keep(first));
        assertTrue(trail().keep(second));
        assertTrue(trail().keep(first));
        assertEquals(Optional.of(second), trail().newestPage());
        assertEquals(List.of(first, second), trail().pages(0));
        assertEquals(List.of(second), trail().pages(1));
    }

    @Test
    void another_page_of_the_same_number_is_refused() {
        var first = LedgerPage.first(NOON, NOON.plusSeconds(3_600), List.of());
        trail().keep(first);

        assertFalse(trail().keep(LedgerPage.first(NOON, NOON.plusSeconds(1_800), List.of())));
        assertEquals(List.of(first), trail().pages(0));
    }

    private static Entry entry(String subject, int position, Instant at, Map<String, String> facts) {
        return new Entry(subject, position, at, "complainant", "Said", new TreeMap<>(facts), Entry.FIRST);
    }
}
