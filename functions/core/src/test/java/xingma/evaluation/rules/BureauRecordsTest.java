package xingma.evaluation.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.RatedTown;
import xingma.fact.Facts;
import xingma.institution.Condition;
import xingma.institution.Credential;
import xingma.institution.Institution;
import xingma.institution.PracticeDecision;
import xingma.rating.Track;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class BureauRecordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String LICENCE = "PDY1";

    private final List<xingma.complaint.caseload.Row> complaints = new ArrayList<>();
    private final List<Credential> credentials = new ArrayList<>();
    private final List<PracticeDecision> decisions = new ArrayList<>();
    private Set<String> vetoCategories = Set.of();
    private boolean every;

    private Tracks.Known known() {
        var clinic = new Institution(
                RatedTown.QINGHE, "medical-institution", new Facts(Map.of("name", "青禾门诊部")), credentials, decisions);
        return new BureauRecords(
                        id -> id.equals(RatedTown.QINGHE) ? Optional.of(clinic) : Optional.empty(),
                        id -> complaints,
                        kind -> List.of(new Condition.CredentialInForce(every), new Condition.MayPractise()),
                        () -> vetoCategories,
                        () -> TODAY)
                .of(RatedTown.QINGHE);
    }

    private void licence(String number, String... facts) {
        credentials.add(new Credential(number, facts(facts)));
    }

    private void decided(String number, String... facts) {
        decisions.add(new PracticeDecision(number, facts(facts)));
    }

    private static Facts facts(String... namesAndValues) {
        var facts = new HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Facts(facts);
    }

    private static xingma.complaint.caseload.Row complaint(int number, xingma.complaint.Stage stage) {
        Complaint complaint = Some.filed(number).after();
        for (var next : Some.way(stage)) {
            complaint = next.apply(complaint).after();
        }
        return Some.row(complaint);
    }

    @Test
    void a_licence_in_force_and_no_complaint_leave_nothing_to_say() {
        licence(LICENCE, "validUntil", "2026-11-20", "nextVerification", "2026-11-20");
        assertEquals(new Tracks.Known(Track.CLEAN, List.of()), known());
    }

    @Test
    void a_licence_that_lapsed_stands_against_a_star_unless_another_is_enough() {
        licence(LICENCE, "validUntil", "2026-11-19");
        assertEquals(List.of(new Tracks.Reason(Ground.LICENCE_LAPSED, LICENCE)), known().against());

        licence("PDY2", "validUntil", "2027-11-19");
        assertEquals(List.of(), known().against());

        every = true;
        assertEquals(List.of(new Tracks.Reason(Ground.LICENCE_LAPSED, LICENCE)), known().against());
    }

    @Test
    void a_verification_is_overdue_from_the_day_after_its_day() {
        licence(LICENCE, "nextVerification", "2026-11-19");
        assertEquals(List.of(new Tracks.Reason(Ground.VERIFICATION_OVERDUE, LICENCE)), known().against());
    }

    @Test
    void a_practice_that_is_stopped_stands_against_a_star_while_the_decision_holds() {
        licence(LICENCE);
        decided("J1", "status", "suspended", "since", "2026-10-01", "until", "2026-10-31");
        assertEquals(List.of(), known().against());
        decided("J2", "status", "suspended", "since", "2026-11-01");
        assertEquals(List.of(new Tracks.Reason(Ground.PRACTICE_SUSPENDED, "J2")), known().against());
        decided("J3", "status", "revoked", "since", "2026-11-10");
        assertEquals(List.of(new Tracks.Reason(Ground.LICENCE_REVOKED, "J3")), known().against());
    }

    @Test
    void penalties_stay_in_the_record_and_an_order_to_mend_is_none() {
        licence(LICENCE);
        decided("J1", "status", "rectifying", "since", "2025-01-01", "until", "2025-02-01");
        decided("J2", "status", "warned", "since", "2025-03-01", "until", "2025-04-01");
        decided("J3", "status", "suspended", "since", "2024-03-01", "until", "2024-04-01");

        assertEquals(
                List.of(
                        new Track.Event(Track.Kind.PENALTY, LocalDate.of(2024, 3, 1), "J3"),
                        new Track.Event(Track.Kind.PENALTY, LocalDate.of(2025, 3, 1), "J2")),
                known().track().events());
    }

    @Test
    void a_complaint_counts_once_it_is_closed_as_confirmed_and_not_while_it_is_reviewed() {
        licence(LICENCE);
        for (var stage : xingma.complaint.Stage.values()) {
            complaints.clear();
            complaints.add(complaint(1, stage));
            var counts = stage == xingma.complaint.Stage.ANSWERED || stage == xingma.complaint.Stage.SETTLED;
            var row = complaints.getFirst();
            assertEquals(
                    counts
                            ? List.of(new Track.Event(
                                    Track.Kind.UPHELD_COMPLAINT, row.closed().orElseThrow(), row.number().value()))
                            : List.of(),
                    known().track().events(),
                    stage.name());
        }
    }

    @Test
    void a_complaint_about_a_red_line_stands_against_a_star_once_an_officer_accepted_it() {
        licence(LICENCE);
        for (var stage : xingma.complaint.Stage.values()) {
            complaints.clear();
            complaints.add(complaint(1, stage));
            vetoCategories = Set.of();
            assertEquals(List.of(), known().against(), stage.name());
            vetoCategories = Set.of(complaints.getFirst().category());
            var open = switch (stage) {
                case HANDLING, PAUSED, JOINED, REVIEWING -> true;
                case RECEIVED, DISPUTED, REFUSED, ANSWERED, SETTLED, WITHDRAWN -> false;
            };
            var number = complaints.getFirst().number().value();
            assertEquals(
                    open ? List.of(new Tracks.Reason(Ground.VETO_COMPLAINT_OPEN, number)) : List.of(),
                    known().against(),
                    stage.name());
        }
    }
}
