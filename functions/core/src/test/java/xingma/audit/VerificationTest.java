package xingma.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Verification.Fault;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerificationTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final List<Entry> lines = new ArrayList<>();
    private final List<LedgerPage> pages = new ArrayList<>();

    VerificationTest() {
        for (var subject = 1; subject <= 40; subject++) {
            var before = Entry.FIRST;
            for (var position = 1; position <= 6; position++) {
                var at = START.plusSeconds(subject * 10L + position * 600L);
                var line = new Entry("CASE " + subject, position, at, "sweep", "Act", facts(position), before);
                before = line.hash();
                lines.add(line);
            }
        }
        sort();
        pages.add(LedgerPage.first(START, START.plusSeconds(1_800), within(START, START.plusSeconds(1_800))));
        pages.add(LedgerPage.after(
                pages.getLast(), START.plusSeconds(3_600), within(START.plusSeconds(1_800), START.plusSeconds(3_600))));
    }

    @Test
    void what_nobody_touched_holds() {
        var result = verify();

        assertTrue(result.holds(), result.faults().toString());
        assertEquals(240, result.lines());
        assertEquals(40, result.subjects());
        assertEquals(2, result.pages());
        assertEquals(Optional.of(START.plusSeconds(3_600)), result.until());
    }

    @Test
    void a_line_that_was_altered_shows() {
        var old = lines.get(7);
        lines.set(7, new Entry(
                old.subject(), old.position(), old.at(), "complainant", old.what(), old.facts(), old.before()));

        assertTrue(verify().faults().contains(new Fault.LinesChanged(1, pages.getFirst().lines(), pages.getFirst().lines())));
    }

    @Test
    void a_line_that_was_altered_before_any_page_bound_it_breaks_its_own_chain() {
        var last = lines.stream().filter(l -> l.subject().equals("CASE 9") && l.position() == 5).findFirst().orElseThrow();
        pages.removeLast();
        lines.set(lines.indexOf(last), new Entry(
                last.subject(), last.position(), last.at(), "complainant", last.what(), last.facts(), last.before()));

        assertEquals(List.of(new Fault.ChainBroken("CASE 9", 6)), verify().faults());
    }

    @Test
    void a_line_that_was_taken_out_of_the_middle_shows_twice() {
        lines.removeIf(l -> l.subject().equals("CASE 3") && l.position() == 2);

        var faults = verify().faults();

        assertTrue(faults.contains(new Fault.LineMissing("CASE 3", 2)));
        assertTrue(faults.stream().anyMatch(f -> f instanceof Fault.LinesChanged));
    }

    @Test
    void a_case_that_was_taken_out_whole_shows_in_the_ledger() {
        lines.removeIf(l -> l.subject().equals("CASE 3"));

        assertFalse(verify().holds());
    }

    @Test
    void a_line_that_was_put_in_afterwards_shows() {
        lines.add(new Entry("CASE 99", 1, START.plusSeconds(60), "sweep", "Act", facts(1), Entry.FIRST));
        sort();

        assertTrue(verify().faults().stream().anyMatch(f -> f instanceof Fault.LinesChanged));
    }

    @Test
    void a_page_that_was_rewritten_no_longer_follows() {
        lines.removeIf(l -> l.subject().equals("CASE 3"));
        pages.set(0, LedgerPage.first(START, START.plusSeconds(1_800), within(START, START.plusSeconds(1_800))));

        assertTrue(verify().faults().contains(new Fault.PageBroken(2)));
    }

    @Test
    void a_page_that_is_missing_shows() {
        pages.removeFirst();

        assertTrue(verify().faults().contains(new Fault.PageBroken(2)));
    }

    private Verification.Result verify() {
        return new Verification(new Read()).run(START.plusSeconds(36_000));
    }

    private void sort() {
        lines.sort(Comparator.comparing(Entry::at)
                .thenComparing(Entry::subject)
                .thenComparing(Entry::position));
    }

    private List<Entry> within(Instant from, Instant to) {
        return lines.stream().filter(l -> !l.at().isBefore(from) && l.at().isBefore(to)).toList();
    }

    private static SortedMap<String, String> facts(int position) {
        var facts = new TreeMap<String, String>();
        facts.put("position", "at " + position);
        return facts;
    }

    /** The lines and pages as somebody may have left them. */
    private final class Read implements Trail {
        @Override
        public List<Entry> of(String subject, int after) {
            return lines.stream().filter(l -> l.subject().equals(subject) && l.position() > after).limit(PAGE).toList();
        }

        @Override
        public List<Entry> between(Instant from, Instant to, Optional<Entry> after) {
            var all = within(from, to);
            var begin = after.map(a -> all.indexOf(a) + 1).orElse(0);
            return all.stream().skip(begin).limit(PAGE).toList();
        }

        @Override
        public Optional<LedgerPage> newestPage() {
            return pages.isEmpty() ? Optional.empty() : Optional.of(pages.getLast());
        }

        @Override
        public List<LedgerPage> pages(long after) {
            return pages.stream().filter(p -> p.number() > after).limit(PAGE).toList();
        }

        @Override
        public boolean keep(LedgerPage page) {
            return pages.add(page);
        }
    }
}
