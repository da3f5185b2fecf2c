package xingma.placard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.institution.PlacardCode;
import xingma.placard.PlacardDesk.Outcome;
import xingma.registry.Dossier;
import xingma.registry.InMemoryBureau;
import xingma.registry.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlacardDeskTest {
    private final InMemoryBureau bureau = new InMemoryBureau();
    private final ArrayDeque<PlacardCode> codes = new ArrayDeque<>(List.of(Some.CODE, Some.NEXT_CODE));
    private final PlacardDesk desk = new PlacardDesk(bureau, bureau, codes::remove, Some.CLOCK, Some.ZONE);

    @Test
    void an_institution_gets_one_placard_however_often_it_is_asked_for() {
        Some.publishedQinghe(bureau);
        var first = desk.issue(Some.REGISTRAR, Some.QINGHE);
        var again = desk.issue(Some.REGISTRAR, Some.QINGHE);

        assertEquals(first, again);
        assertEquals(1, codes.size());
    }

    @Test
    void nothing_is_on_a_wall_before_it_was_checked() {
        bureau.keep(Dossier.open(Some.QINGHE, "medical-institution", Some.QINGLAN)
                .propose(Some.proposal("p1", Some.REGISTRAR, Some.qinghe())));

        assertInstanceOf(Outcome.NotYetChecked.class, desk.issue(Some.REGISTRAR, Some.QINGHE));
    }

    @Test
    void the_old_code_of_a_replaced_placard_opens_a_red_page_for_good() {
        Some.publishedQinghe(bureau);
        desk.issue(Some.REGISTRAR, Some.QINGHE);
        var next = assertInstanceOf(Outcome.Done.class, desk.replace(Some.REGISTRAR, Some.CODE, "标牌损坏"));

        assertEquals(2, next.placard().issue().edition());
        assertInstanceOf(Scan.Replaced.class, bureau.scan(Some.CODE).orElseThrow());
        assertInstanceOf(Scan.Standing.class, bureau.scan(Some.NEXT_CODE).orElseThrow());
        assertInstanceOf(Outcome.NoLongerLive.class, desk.replace(Some.REGISTRAR, Some.CODE, "again"));
    }

    @Test
    void editions_go_on_counting_after_a_withdrawal() {
        Some.publishedQinghe(bureau);
        desk.issue(Some.REGISTRAR, Some.QINGHE);
        desk.withdraw(Some.REGISTRAR, Some.CODE, "机构已迁走");
        assertTrue(bureau.find(Some.QINGHE).orElseThrow().placard().isEmpty());

        var next = assertInstanceOf(Outcome.Done.class, desk.issue(Some.REGISTRAR, Some.QINGHE));
        assertEquals(2, next.placard().issue().edition());
        assertInstanceOf(Scan.Withdrawn.class, bureau.scan(Some.CODE).orElseThrow());
    }

    @Test
    void a_placard_is_followed_to_the_wall() {
        Some.publishedQinghe(bureau);
        desk.issue(Some.REGISTRAR, Some.QINGHE);

        assertInstanceOf(Outcome.Done.class, post(Posting.Step.PRINTED, Optional.empty()));
        assertInstanceOf(Outcome.Done.class, post(Posting.Step.POSTED, Optional.of("photo-1")));
        assertEquals(
                new Outcome.WrongStep(Posting.Step.POSTED, Posting.Step.PRINTED),
                post(Posting.Step.PRINTED, Optional.empty()));
    }

    @Test
    void another_district_does_not_learn_that_the_placard_exists() {
        Some.publishedQinghe(bureau);
        desk.issue(Some.REGISTRAR, Some.QINGHE);

        assertInstanceOf(
                Outcome.NoSuchPlacard.class, desk.withdraw(Some.REGISTRAR_OF_BINLAN, Some.CODE, "不是我的"));
    }

    @Test
    void a_placard_stays_in_reach_when_its_institution_moves_to_another_district() {
        Some.publishedQinghe(bureau);
        desk.issue(Some.REGISTRAR, Some.QINGHE);
        var move = Some.changes("premises//district", Some.QINGLAN.value(), Some.BINLAN.value());
        var moving = bureau.find(Some.QINGHE).orElseThrow().propose(Some.correction("c1", Some.REGISTRAR, move));
        bureau.keep(moving);
        bureau.keep(moving.after().check(Some.CHECKER.id(), Some.NOON));

        assertInstanceOf(Outcome.Done.class, desk.replace(Some.REGISTRAR_OF_BINLAN, Some.CODE, "机构搬迁"));
    }

    @Test
    void a_step_told_again_within_minutes_is_an_echo_and_later_another_step() {
        var first = new Posting(Posting.Step.CHECKED, "lu", Some.NOON, "", Optional.empty());

        assertTrue(new Posting(Posting.Step.CHECKED, "lu", Some.NOON.plusSeconds(599), "", Optional.empty()).echoes(first));
        assertFalse(new Posting(Posting.Step.CHECKED, "lu", Some.NOON.plusSeconds(600), "", Optional.empty()).echoes(first));
        assertFalse(new Posting(Posting.Step.CHECKED, "mo", Some.NOON, "", Optional.empty()).echoes(first));
        assertTrue(Posting.Step.CHECKED.mayFollow(Posting.Step.CHECKED));
    }

    @Test
    void a_placard_keeps_its_issue_and_its_latest_steps() {
        Some.publishedQinghe(bureau);
        var issued = assertInstanceOf(Outcome.Done.class, desk.issue(Some.REGISTRAR, Some.QINGHE));
        var live = assertInstanceOf(Placard.Live.class, issued.placard());
        for (var day = 0; day < 100; day++) {
            live = live.post(new Posting(Posting.Step.CHECKED, "lu", Some.NOON, "第" + day + "次", Optional.empty()));
        }

        assertEquals(Placard.Live.MOST_STEPS, live.steps().size());
        assertEquals(Posting.Step.ISSUED, live.steps().getFirst().step());
        assertEquals("第99次", live.posting().note());
        assertEquals(live.steps(), live.withdraw("gao", "停业", Some.NOON).steps());
    }

    private Outcome post(Posting.Step step, Optional<String> photo) {
        return desk.post(Some.REGISTRAR, Some.CODE, step, "一层前台", photo);
    }
}
