package xingma.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.fact.Path;
import xingma.registry.RegisterDesk.Outcome;
import xingma.territory.Duty;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterDeskTest {
    private static final Edit NEW_FLOOR = Some.changes("premises//address", "听雨路18号2层", "听雨路18号3层");

    private final InMemoryBureau bureau = new InMemoryBureau();
    private final RegisterDesk desk = new RegisterDesk(bureau, Some.CLOCK);
    private final Dossier dossier = Some.publishedQinghe(bureau);

    @Test
    void a_correction_is_public_only_after_a_second_person_checked_it() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        assertEquals(Optional.of("听雨路18号2层"), published("premises//address"));

        assertInstanceOf(Outcome.Done.class, desk.check(Some.CHECKER, Some.QINGHE, "c1"));
        assertEquals(Optional.of("听雨路18号3层"), published("premises//address"));
    }

    @Test
    void a_published_fact_knows_its_source_its_date_and_its_checker() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        desk.check(Some.CHECKER, Some.QINGHE, "c1");

        var now = bureau.find(Some.QINGHE).orElseThrow().published().orElseThrow();
        assertEquals(
                new Provenance("更正：现场核对", "gao", Some.NOON, "fang", Some.NOON),
                now.originOf(NEW_FLOOR.path()).orElseThrow());
        assertEquals(
                "导入 医美机构2026-11.xlsx",
                now.originOf(Path.premises("name")).orElseThrow().source());
    }

    @Test
    void nobody_checks_their_own_work() {
        var both = Some.officer("gao", Some.CITY, Duty.REGISTRAR, Duty.CHECKER);
        desk.propose(both, Some.QINGHE, dossier.revision(), Some.correction("c1", both, NEW_FLOOR));

        assertInstanceOf(Outcome.OwnWork.class, desk.check(both, Some.QINGHE, "c1"));
        assertThrows(
                IllegalArgumentException.class,
                () -> bureau.find(Some.QINGHE).orElseThrow().check("gao", Some.NOON));
    }

    @Test
    void a_proposal_whose_answer_was_lost_is_known_again_after_it_was_decided() {
        var proposal = Some.correction("c1", Some.REGISTRAR, NEW_FLOOR);
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), proposal);
        desk.check(Some.CHECKER, Some.QINGHE, "c1");

        var again = desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), proposal);

        assertInstanceOf(Outcome.Done.class, again);
        assertEquals(Optional.empty(), bureau.find(Some.QINGHE).orElseThrow().pending());
    }

    @Test
    void what_an_entry_needs_is_made_ready_before_it_is_published() {
        var ready = new ArrayList<Integer>();
        var careful = new RegisterDesk(bureau, Some.CLOCK, step -> {
            assertEquals(Optional.of("听雨路18号2层"), published("premises//address"));
            ready.add(step.after().published().orElseThrow().version());
        });
        careful.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        careful.check(Some.CHECKER, Some.QINGHE, "c1");

        assertEquals(List.of(2), ready);
    }

    @Test
    void proposing_twice_is_proposing_once() {
        var proposal = Some.correction("c1", Some.REGISTRAR, NEW_FLOOR);
        var first = desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), proposal);
        var again = desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), proposal);

        assertEquals(first, again);
        assertEquals(1, bureau.history(Some.QINGHE).size());
    }

    @Test
    void checking_twice_is_checking_once() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        desk.check(Some.CHECKER, Some.QINGHE, "c1");

        assertInstanceOf(Outcome.Done.class, desk.check(Some.CHECKER, Some.QINGHE, "c1"));
        assertEquals(2, bureau.find(Some.QINGHE).orElseThrow().published().orElseThrow().version());
    }

    @Test
    void checking_twice_at_the_same_moment_is_checking_once() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        var overtaken = new RegisterDesk(bureau, Some.CLOCK, step -> desk.check(Some.CHECKER, Some.QINGHE, "c1"));
        var later = new RegisterDesk(bureau, Clock.offset(Some.CLOCK, Duration.ofSeconds(1)), step -> overtaken.check(
                Some.CHECKER, Some.QINGHE, "c1"));

        assertInstanceOf(Outcome.Done.class, later.check(Some.CHECKER, Some.QINGHE, "c1"));
        assertEquals(2, bureau.find(Some.QINGHE).orElseThrow().published().orElseThrow().version());
    }

    @Test
    void a_change_that_was_refused_is_not_told_as_checked_to_the_one_who_refused_it() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        desk.refuse(Some.CHECKER, Some.QINGHE, "c1", "门牌与许可证不符");

        assertInstanceOf(Outcome.AlreadyDecided.class, desk.check(Some.CHECKER, Some.QINGHE, "c1"));
        assertInstanceOf(Outcome.Done.class, desk.refuse(Some.CHECKER, Some.QINGHE, "c1", "门牌与许可证不符"));
    }

    @Test
    void an_id_is_not_used_for_two_different_changes() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        var now = bureau.find(Some.QINGHE).orElseThrow();
        var other = Some.correction("c1", Some.REGISTRAR, Some.sets("premises//principal", "周砚宁"));

        assertInstanceOf(Outcome.IdTaken.class, desk.propose(Some.REGISTRAR, Some.QINGHE, now.revision(), other));
    }

    @Test
    void an_id_that_was_superseded_does_not_come_back_with_other_edits_under_a_checkers_eyes() {
        var bait = Some.correction("c1", Some.REGISTRAR, Some.sets("premises//principal", "周砚宁"));
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), bait);
        desk.propose(
                Some.REGISTRAR,
                Some.QINGHE,
                dossier.revision() + 1,
                Some.correction("c2", Some.REGISTRAR, Some.sets("premises//principal", "沈知行")));

        var other = Some.correction("c1", Some.REGISTRAR, NEW_FLOOR);
        assertInstanceOf(
                Outcome.IdTaken.class, desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision() + 2, other));
    }

    @Test
    void a_change_made_against_an_older_page_is_not_taken() {
        var other = Some.changes("premises//name", "云汀青禾医疗美容门诊部", "云汀新禾医疗美容门诊部");
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        desk.check(Some.CHECKER, Some.QINGHE, "c1");

        assertInstanceOf(
                Outcome.MovedOn.class,
                desk.propose(
                        Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c2", Some.REGISTRAR, other)));
    }

    @Test
    void one_persons_waiting_change_is_not_pushed_aside_by_another() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        var now = bureau.find(Some.QINGHE).orElseThrow();
        var other = Some.correction("c2", Some.REGISTRAR_OF_QINGLAN, Some.sets("premises//principal", "周砚宁"));

        assertInstanceOf(
                Outcome.StillPending.class,
                desk.propose(Some.REGISTRAR_OF_QINGLAN, Some.QINGHE, now.revision(), other));
    }

    @Test
    void ones_own_waiting_change_may_be_replaced_and_stays_in_the_history() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        var now = bureau.find(Some.QINGHE).orElseThrow();
        var better = Some.correction("c2", Some.REGISTRAR, Some.sets("premises//principal", "周砚宁"));

        assertInstanceOf(Outcome.Done.class, desk.propose(Some.REGISTRAR, Some.QINGHE, now.revision(), better));
        assertInstanceOf(Change.Superseded.class, bureau.history(Some.QINGHE).getFirst());
    }

    @Test
    void an_officer_of_another_district_does_not_learn_that_the_institution_exists() {
        var stranger = Some.correction("c1", Some.REGISTRAR_OF_BINLAN, NEW_FLOOR);
        assertInstanceOf(
                Outcome.NoSuchInstitution.class,
                desk.propose(Some.REGISTRAR_OF_BINLAN, Some.QINGHE, dossier.revision(), stranger));
    }

    @Test
    void a_district_does_not_give_its_institutions_away_to_another() {
        var moving = Some.correction(
                "c1",
                Some.REGISTRAR_OF_QINGLAN,
                Some.changes("premises//district", Some.QINGLAN.value(), Some.BINLAN.value()));
        assertInstanceOf(
                Outcome.NotYourTerritory.class,
                desk.propose(Some.REGISTRAR_OF_QINGLAN, Some.QINGHE, dossier.revision(), moving));
    }

    @Test
    void a_refused_change_leaves_the_entry_as_it_was_and_keeps_its_reason() {
        desk.propose(Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.correction("c1", Some.REGISTRAR, NEW_FLOOR));
        desk.refuse(Some.CHECKER, Some.QINGHE, "c1", "门牌与许可证不符");

        assertEquals(Optional.of("听雨路18号2层"), published("premises//address"));
        var refused = assertInstanceOf(Change.Refused.class, bureau.history(Some.QINGHE).getFirst());
        assertEquals("门牌与许可证不符", refused.reason());
        assertTrue(bureau.find(Some.QINGHE).orElseThrow().pending().isEmpty());
    }

    @Test
    void only_a_registrar_proposes_and_only_a_checker_decides() {
        var proposal = Some.correction("c1", Some.CHECKER, NEW_FLOOR);
        assertEquals(
                new Outcome.NotYourDuty(Duty.REGISTRAR),
                desk.propose(Some.CHECKER, Some.QINGHE, dossier.revision(), proposal));
        assertEquals(new Outcome.NotYourDuty(Duty.CHECKER), desk.check(Some.REGISTRAR, Some.QINGHE, "c1"));
    }

    private Optional<String> published(String path) {
        return bureau.find(Some.QINGHE).orElseThrow().entry().at(Path.parse(path));
    }

    @Test
    void what_outweighs_an_entry_is_not_proposed() {
        var edits = IntStream.range(0, 1_500)
                .mapToObj(i -> Some.sets("person/%015d/specialties".formatted(i), "美容皮肤科、美容外科、美容中医科、美容牙科"))
                .toList();

        var outcome = desk.propose(
                Some.REGISTRAR, Some.QINGHE, dossier.revision(), Some.proposal("p2", Some.REGISTRAR, edits));

        assertInstanceOf(Outcome.TooMuch.class, outcome);
        assertEquals(dossier, bureau.find(Some.QINGHE).orElseThrow());
    }
}
