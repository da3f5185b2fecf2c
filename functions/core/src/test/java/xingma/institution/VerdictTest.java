package xingma.institution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xingma.fact.Facts;
import xingma.institution.Verdict.Reason;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerdictTest {
    private static final List<Condition> MEDICAL = List.of(
            new Condition.CredentialInForce(false),
            new Condition.Lists("departments", Set.of("医疗美容科")),
            new Condition.MayPractise());

    @ParameterizedTest
    @CsvSource({
        "2023-05-31, false", // the day before it begins
        "2023-06-01, true",
        "2028-05-31, true", // the last day still counts
        "2028-06-01, false",
    })
    void a_licence_holds_from_its_first_day_to_its_last(LocalDate day, boolean yes) {
        assertEquals(yes, Verdict.of(clinic("医疗美容科", List.of()), MEDICAL, day).yes());
    }

    @Test
    void a_credential_without_an_end_does_not_lapse() {
        var filed = new Credential("F1", facts("validFrom", "2024-01-01"));
        assertInstanceOf(Credential.Standing.InForce.class, filed.on(LocalDate.of(2099, 1, 1)));
    }

    @Test
    void a_department_that_only_resembles_the_one_sought_is_not_listed() {
        assertFalse(Verdict.of(clinic("医疗美容科室", List.of()), MEDICAL, LocalDate.of(2026, 11, 20)).yes());
        assertTrue(Verdict.of(clinic("内科、医疗美容科", List.of()), MEDICAL, LocalDate.of(2026, 11, 20)).yes());
    }

    @ParameterizedTest
    @CsvSource({
        "warned, true", "rectifying, true", "suspended, false", "revoked, false", "closed, false",
    })
    void only_a_decision_that_stops_the_practice_makes_it_a_no(String status, boolean yes) {
        var decided = new PracticeDecision("D1", new Facts(Map.of("status", status, "since", "2026-11-16")));
        assertEquals(yes, Verdict.of(clinic("医疗美容科", List.of(decided)), MEDICAL, LocalDate.of(2026, 11, 20)).yes());
    }

    @Test
    void a_suspension_begins_and_ends_on_its_days() {
        var suspended = new PracticeDecision(
                "D1", new Facts(Map.of("status", "suspended", "since", "2026-11-16", "until", "2026-11-30")));
        var clinic = clinic("医疗美容科", List.of(suspended));

        assertTrue(Verdict.of(clinic, MEDICAL, LocalDate.of(2026, 11, 15)).yes());
        assertFalse(Verdict.of(clinic, MEDICAL, LocalDate.of(2026, 11, 16)).yes());
        assertFalse(Verdict.of(clinic, MEDICAL, LocalDate.of(2026, 11, 30)).yes());
        assertTrue(Verdict.of(clinic, MEDICAL, LocalDate.of(2026, 12, 1)).yes());
    }

    @Test
    void a_newer_warning_does_not_lift_a_suspension() {
        var clinic = clinic("医疗美容科", List.of(
                new PracticeDecision("D1", new Facts(Map.of("status", "suspended", "since", "2026-11-01"))),
                new PracticeDecision("D2", new Facts(Map.of("status", "warned", "since", "2026-11-10")))));
        assertFalse(Verdict.of(clinic, MEDICAL, LocalDate.of(2026, 11, 20)).yes());
    }

    @Test
    void the_reasons_that_do_hold_are_told_when_the_answer_is_no() {
        var verdict = Verdict.of(clinic("医疗美容科", List.of()), MEDICAL, LocalDate.of(2028, 6, 1));
        assertEquals(List.of(false, true, true), verdict.reasons().stream().map(Reason::met).toList());
    }

    @Test
    void a_place_without_any_credential_is_a_no() {
        var bare = new Institution(
                InstitutionId.firstRegisteredAs("k", "1"), "k", facts("departments", "医疗美容科"), List.of(), List.of());
        assertFalse(Verdict.of(bare, MEDICAL, LocalDate.of(2026, 11, 20)).yes());
    }

    @Test
    void every_permit_must_hold_only_where_the_kind_says_so() {
        var maker = new Institution(
                InstitutionId.firstRegisteredAs("k", "1"),
                "k",
                Facts.NONE,
                List.of(
                        new Credential("P1", facts("validUntil", "2026-01-01")),
                        new Credential("P2", facts("validUntil", "2030-01-01"))),
                List.of());
        var day = LocalDate.of(2026, 11, 20);
        assertTrue(Verdict.of(maker, List.of(new Condition.CredentialInForce(false)), day).yes());
        assertFalse(Verdict.of(maker, List.of(new Condition.CredentialInForce(true)), day).yes());
    }

    private static Institution clinic(String departments, List<PracticeDecision> decisions) {
        return new Institution(
                InstitutionId.firstRegisteredAs("medical-institution", "1"),
                "medical-institution",
                facts("departments", departments),
                List.of(new Credential("C1", new Facts(Map.of("validFrom", "2023-06-01", "validUntil", "2028-05-31")))),
                decisions);
    }

    private static Facts facts(String field, String value) {
        return new Facts(Map.of(field, value));
    }
}
