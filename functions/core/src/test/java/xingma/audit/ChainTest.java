package xingma.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChainTest {
    private static final Instant AT = Instant.parse("2026-11-20T01:46:00Z");

    @Test
    void every_part_of_a_line_moves_its_hash() {
        var line = line("CASE 1", 1, AT, "complainant", "Filed", Map.of("a", "b"), Entry.FIRST);

        for (var other : List.of(
                line("CASE 2", 1, AT, "complainant", "Filed", Map.of("a", "b"), Entry.FIRST),
                line("CASE 1", 2, AT, "complainant", "Filed", Map.of("a", "b"), Entry.FIRST),
                line("CASE 1", 1, AT.plusMillis(1), "complainant", "Filed", Map.of("a", "b"), Entry.FIRST),
                line("CASE 1", 1, AT, "sweep", "Filed", Map.of("a", "b"), Entry.FIRST),
                line("CASE 1", 1, AT, "complainant", "Said", Map.of("a", "b"), Entry.FIRST),
                line("CASE 1", 1, AT, "complainant", "Filed", Map.of("a", "c"), Entry.FIRST),
                line("CASE 1", 1, AT, "complainant", "Filed", Map.of("ab", ""), Entry.FIRST),
                line("CASE 1", 1, AT, "complainant", "Filed", Map.of(), Entry.FIRST),
                line("CASE 1", 1, AT, "complainant", "Filed", Map.of("a", "b"), "1".repeat(64)))) {
            assertNotEquals(line.hash(), other.hash(), other.toString());
        }
    }

    @Test
    void a_hash_is_the_one_that_anybody_can_compute_from_the_description() {
        var line = line("CASE 1", 1, AT, "complainant", "Filed", Map.of("kind", "投诉"), Entry.FIRST);

        assertEquals("79ad56ebdaac88c6e4b9aa6b5a39395f950da212af5b99cae11d81760f6c8710", line.hash());
    }

    @Test
    void a_ledger_page_changes_with_any_line_and_with_their_order() {
        var a = line("CASE 1", 1, AT, "complainant", "Filed", Map.of(), Entry.FIRST);
        var b = line("CASE 2", 1, AT, "complainant", "Filed", Map.of(), Entry.FIRST);

        assertNotEquals(LedgerPage.contentOf(List.of(a, b)), LedgerPage.contentOf(List.of(b, a)));
        assertNotEquals(LedgerPage.contentOf(List.of(a, b)), LedgerPage.contentOf(List.of(a)));
    }

    @Test
    void pages_of_the_ledger_follow_one_another_in_time_and_by_hash() {
        var first = LedgerPage.first(AT, AT.plusSeconds(60), List.of());
        var second = LedgerPage.after(first, AT.plusSeconds(120), List.of());

        assertEquals(first.to(), second.from());
        assertEquals(first.hash(), second.before());
        assertEquals(2, second.number());
    }

    private static Entry line(
            String subject, int position, Instant at, String by, String what, Map<String, String> facts, String before) {
        return new Entry(subject, position, at, by, what, new TreeMap<>(facts), before);
    }
}
