package xingma.complaint.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.CITY;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.QINGLAN;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.LedgerPage;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.CaseStores;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidenceStore;
import xingma.complaint.evidence.InMemoryEvidenceStore;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.seal.KnownSecrets;
import xingma.complaint.seal.Sealed;
import xingma.territory.HolidayNotice;
import xingma.territory.RegionCode;
import xingma.territory.WorkingDays;

/** Filed on Friday 2026-11-20; to be accepted by Tuesday 2026-12-01. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SweepTest {
    private Instant now = NOON;
    private ComplaintRules rules = Some.rules();
    private final InstantSource clock = () -> now;
    private final CaseStores stores = CaseStores.inMemory(Some.retention(), clock);
    private final Complaints complaints = stores.complaints();
    private final Rates rates = new Rates();
    private final EvidenceStore evidence = new InMemoryEvidenceStore();
    private final Sweep sweep = new Sweep(
            complaints,
            () -> new Clocks(rules, Some.ZONE),
            Some.retention(),
            evidence,
            number -> EvidenceFolder.of(number, new KnownSecrets()),
            rates,
            stores.trail(),
            clock);

    @Test
    void nothing_is_done_before_half_of_the_time_has_run() {
        Some.kept(complaints, 1);
        at(LocalDate.of(2026, 11, 25));

        assertEquals(0, run().reminded());
    }

    @Test
    void a_case_is_spoken_of_at_half_at_four_fifths_and_on_the_last_day() {
        Some.kept(complaints, 1);

        at(LocalDate.of(2026, 11, 26));
        assertEquals(1, run().reminded());
        at(LocalDate.of(2026, 11, 30));
        assertEquals(1, run().reminded());
        at(LocalDate.of(2026, 12, 1));
        var last = run();

        assertEquals(1, last.reminded());
        assertEquals(0, last.climbed());
        assertEquals(
                List.of(Act.Mark.HALF, Act.Mark.FOUR_FIFTHS, Act.Mark.END),
                found(1).docket().all(Act.Reminded.class).map(Act.Reminded::mark).toList());
    }

    @Test
    void a_case_that_nobody_decided_climbs_to_the_city_the_day_after() {
        Some.kept(complaints, 1);
        at(LocalDate.of(2026, 12, 2));

        assertEquals(1, run().climbed());

        assertTrue(found(1).docket().hasClimbed());
        assertTrue(complaints.open(QINGLAN, Optional.empty()).items().getFirst().climbed());
    }

    @Test
    void running_twice_is_running_once() {
        Some.kept(complaints, 1);
        at(LocalDate.of(2026, 12, 2));
        run();
        var after = found(1);

        var again = run();

        assertEquals(0, again.reminded() + again.climbed());
        assertEquals(after, found(1));
    }

    @Test
    void a_sweep_that_was_not_run_for_a_year_makes_up_for_it() {
        for (var i = 0; i < 250; i++) {
            Some.kept(complaints, i);
        }
        at(LocalDate.of(2027, 11, 1));

        var report = run();

        assertEquals(250, report.climbed());
        assertEquals(750, report.reminded());
    }

    @Test
    void a_notice_that_comes_out_later_moves_the_day_and_says_so() {
        rules = rules.with(calendar(2026));
        now = Instant.parse("2026-12-28T04:00:00Z");
        var first = Some.filed(Some.filing(1), now);
        complaints.file(first, Row.of(first.after(), new Clocks(rules, Some.ZONE)), Some.lock(1), Some.submission(1));
        var provisional = complaints.open(QINGLAN, Optional.empty()).items().getFirst().due().orElseThrow();
        assertTrue(provisional.provisional());
        var notice = new HolidayNotice(
                2027,
                new TreeSet<>(List.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4))),
                new TreeSet<>(),
                "example");
        rules = rules.with(calendar(2026).with(List.of(notice)));

        assertEquals(1, run().moved());

        var row = complaints.open(QINGLAN, Optional.empty()).items().getFirst().due().orElseThrow();
        assertEquals(LocalDate.of(2027, 1, 6), provisional.day());
        assertEquals(LocalDate.of(2027, 1, 8), row.day());
        assertFalse(row.provisional());
        var moved = found(1).docket().last(Act.DueMoved.class).orElseThrow();
        assertEquals(Which.ACCEPT, moved.clock());
        assertEquals(provisional.day(), moved.from());
        assertEquals(row.day(), moved.to());
        assertEquals(0, run().moved());
    }

    @Test
    void a_notice_may_also_move_a_day_of_the_december_before_it() {
        now = Instant.parse("2026-12-22T04:00:00Z");
        var first = Some.filed(Some.filing(1), now);
        complaints.file(first, Some.row(first.after()), Some.lock(1), Some.submission(1));
        var notice = new HolidayNotice(
                2027, new TreeSet<>(List.of(LocalDate.of(2026, 12, 31))), new TreeSet<>(), "example");
        rules = rules.with(calendar(2026).with(List.of(notice)));

        assertEquals(1, run().moved());
        assertEquals(0, run().moved());
    }

    @Test
    void a_contact_is_erased_when_its_time_is_over_and_not_before() {
        Some.kept(complaints, Some.filed(1), Some.way(Stage.ANSWERED));
        at(LocalDate.of(2026, 11, 22).plusDays(90));
        assertEquals(0, run().erased());
        at(LocalDate.of(2026, 11, 22).plusDays(91));

        assertEquals(1, run().erased());

        assertEquals(Optional.of(Sealed.ERASED), found(1).docket().contact());
        assertFalse(found(1).filing().words().isErased());
        assertEquals(0, run().erased());
    }

    @Test
    void the_rate_counts_what_is_still_open_though_overdue() {
        Some.kept(complaints, Some.filed(1), Some.way(Stage.ANSWERED));
        Some.kept(complaints, 2);
        at(LocalDate.of(2026, 12, 2));
        run();

        var december = rates.find(QINGLAN, YearMonth.of(2026, 12)).orElseThrow();
        var november = rates.find(QINGLAN, YearMonth.of(2026, 11)).orElseThrow();

        assertEquals(1, december.openOverdue());
        assertEquals(0, december.closed());
        assertEquals(1, november.closedOnTime());
        assertEquals(0, november.openOverdue());
    }

    @Test
    void every_line_comes_into_the_ledger_once_and_in_order() {
        for (var i = 0; i < 5; i++) {
            Some.kept(complaints, i);
        }
        now = NOON.plusSeconds(3_600);
        assertTrue(run().pages() > 0);
        now = NOON.plusSeconds(7_200);
        run();

        var pages = stores.trail().pages(0);
        assertEquals(5, pages.stream().mapToInt(LedgerPage::lines).sum());
        for (var i = 1; i < pages.size(); i++) {
            assertEquals(pages.get(i - 1).hash(), pages.get(i).before());
            assertEquals(pages.get(i - 1).to(), pages.get(i).from());
        }
        for (var page : pages) {
            var lines = stores.trail().between(page.from(), page.to(), Optional.empty());
            assertEquals(LedgerPage.contentOf(lines), page.content());
        }
    }

    @Test
    void what_was_written_a_moment_ago_waits_for_the_next_page() {
        Some.kept(complaints, 1);
        now = NOON.plusSeconds(60);
        run();

        assertEquals(0, stores.trail().pages(0).stream().mapToInt(LedgerPage::lines).sum());
    }

    @Test
    void a_run_whose_time_is_over_says_that_it_is_not_whole() {
        Some.kept(complaints, 1);

        assertFalse(sweep.run(List.of(CITY, QINGLAN), () -> false).whole());
        assertTrue(run().whole());
    }

    private Sweep.Report run() {
        return sweep.run(List.of(CITY, QINGLAN), () -> true);
    }

    private void at(LocalDate day) {
        now = day.atTime(12, 0).atZone(Some.ZONE).toInstant();
    }

    private Complaint found(int i) {
        return complaints.find(QINGLAN, Some.number(i)).orElseThrow();
    }

    private static WorkingDays calendar(int year) {
        return WorkingDays.of(List.of(new HolidayNotice(year, new TreeSet<>(), new TreeSet<>(), "example")), List.of());
    }

    /** Rates in memory. */
    private static final class Rates implements OnTimeRates {
        private final Map<String, OnTimeRate> kept = new HashMap<>();

        @Override
        public Optional<OnTimeRate> find(RegionCode unit, YearMonth month) {
            return Optional.ofNullable(kept.get(unit + " " + month));
        }

        @Override
        public List<OnTimeRate> of(RegionCode unit, YearMonth from, YearMonth to) {
            var rates = new ArrayList<OnTimeRate>();
            for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                find(unit, month).ifPresent(rates::add);
            }
            return rates;
        }

        @Override
        public void keep(OnTimeRate rate) {
            kept.put(rate.unit() + " " + rate.month(), rate);
        }
    }
}
