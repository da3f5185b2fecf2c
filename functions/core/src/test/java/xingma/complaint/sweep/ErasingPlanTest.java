package xingma.complaint.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.BINLAN;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.QINGLAN;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.sweep.ErasingPlan.Due;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.CaseStores;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.seal.Sealed;
import xingma.territory.RegionCode;

/** Answered on Sunday 2026-11-22: without a contact from 2027-02-21 on, without words from 2029-11-23 on. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasingPlanTest {
    private static final LocalDate CLOSED = LocalDate.of(2026, 11, 22);
    private static final LocalDate WITHOUT_CONTACT = LocalDate.of(2027, 2, 21);

    private Instant now = NOON;
    private final CaseStores stores = CaseStores.inMemory(Some.retention(), () -> now);
    private final Complaints complaints = stores.complaints();
    private final ErasingPlan plan = new ErasingPlan(complaints, Some.retention());

    @Test
    void what_is_over_by_a_day_is_told_with_its_class_and_its_first_day_without_it() {
        Some.kept(complaints, Some.filed(1), Some.way(Stage.ANSWERED));

        assertEquals(List.of(), all(QINGLAN, CLOSED, WITHOUT_CONTACT.minusDays(1)));
        var due = all(QINGLAN, CLOSED, WITHOUT_CONTACT).getFirst();

        assertEquals(Some.number(1), due.complaint().number());
        assertEquals("contact", due.retention().id());
        assertEquals(CLOSED, due.closed());
        assertEquals(WITHOUT_CONTACT, due.from());
    }

    @Test
    void what_is_over_lies_there_until_it_is_erased_and_is_given_out_no_more() {
        var answered = Some.kept(complaints, Some.filed(1), Some.way(Stage.ANSWERED));
        var contact = answered.docket().contact();

        now = WITHOUT_CONTACT.atTime(12, 0).atZone(Some.ZONE).toInstant();
        assertEquals(1, all(QINGLAN, WITHOUT_CONTACT, WITHOUT_CONTACT).size());
        assertEquals(Optional.of(Sealed.ERASED), found().docket().contact());

        now = NOON;
        assertEquals(contact, found().docket().contact());
    }

    @Test
    void another_unit_s_plan_does_not_hold_it() {
        Some.kept(complaints, Some.filed(1), Some.way(Stage.ANSWERED));

        assertEquals(List.of(), all(BINLAN, CLOSED, CLOSED.plusYears(1)));
    }

    @Test
    void a_plan_of_many_cases_comes_in_parts_and_names_each_once() {
        for (var i = 0; i < 2 * Complaints.PAGE + 5; i++) {
            Some.kept(complaints, Some.filed(i), Some.way(Stage.ANSWERED));
        }

        assertTrue(plan.page(QINGLAN, CLOSED, WITHOUT_CONTACT, Optional.empty()).next().isPresent());
        var numbers = all(QINGLAN, CLOSED, WITHOUT_CONTACT).stream().map(d -> d.complaint().number()).distinct();
        assertEquals(2 * Complaints.PAGE + 5, numbers.count());
    }

    @Test
    void a_case_that_lost_its_contact_and_its_words_is_in_the_plan_for_each() {
        Some.kept(complaints, Some.filed(1), Some.way(Stage.ANSWERED));

        var due = all(QINGLAN, CLOSED, CLOSED.plusYears(4));

        assertEquals(List.of("contact", "words"), due.stream().map(d -> d.retention().id()).sorted().toList());
    }

    @Test
    void a_cursor_that_nobody_gave_begins_anew() {
        Some.kept(complaints, Some.filed(1), Some.way(Stage.ANSWERED));

        assertEquals(
                plan.page(QINGLAN, CLOSED, WITHOUT_CONTACT, Optional.empty()),
                plan.page(QINGLAN, CLOSED, WITHOUT_CONTACT, Optional.of("nothing~of ours")));
    }

    private List<Due> all(RegionCode unit, LocalDate today, LocalDate by) {
        var due = new ArrayList<Due>();
        var after = Optional.<String>empty();
        do {
            var page = plan.page(unit, today, by, after);
            due.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        return due;
    }

    private Complaint found() {
        return complaints.find(QINGLAN, Some.number(1)).orElseThrow();
    }
}
