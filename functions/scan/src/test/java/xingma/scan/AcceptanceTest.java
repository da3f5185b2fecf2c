package xingma.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.ClockRules.Which;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.Rulebook;
import xingma.territory.TimeLimit;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class AcceptanceTest {
    @Test
    void the_scan_page_promises_what_the_rulebook_sets() {
        var rules = ComplaintBook.standard().rules();
        var limit = rules.limit(Kind.COMPLAINT, Which.ACCEPT, LocalDate.of(2026, 11, 22)).orElseThrow();
        assertEquals(TimeLimit.Start.RECEIVED, limit.start());
        assertEquals(Optional.of(Acceptance.WITHIN), limit.span());
    }

    @Test
    void two_years_of_the_calendar_promise_the_day_that_all_of_it_does() {
        var promise = new Acceptance(Rulebook.standard());
        var calendar = Rulebook.standard().calendar();
        var last = LocalDate.of(2031, 12, 31);
        for (var day = LocalDate.of(2022, 1, 1); day.isBefore(last); day = day.plusDays(1)) {
            assertEquals(calendar.due(day, Acceptance.WITHIN), promise.to(day), day.toString());
        }
    }
}
