package xingma.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.ADJUDICATOR;
import static xingma.evaluation.RatedTown.CHECKER;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.OWNER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.evaluation.RatedTown.done;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.rules.EvaluationRules;
import xingma.evaluation.rules.Tracks;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.State;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Track;
import xingma.territory.Duty;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class EvaluationJourneyTest {
    private final RatedTown town = new RatedTown();

    private StarCard card() {
        return town.cards.find(QINGHE).orElseThrow();
    }

    @Test
    void a_clinic_checks_itself_is_scored_put_to_notice_and_published() {
        var id = town.applied(60, 40);
        assertEquals(State.AWAITING, card().state());
        town.scored(id, 57, 36);
        assertEquals(Stage.SETTLING, town.found(id).stage());
        town.settled(id);
        town.noticed(id);
        town.published(id);
        assertEquals(State.RATED, card().state());
        assertEquals(Optional.of(4), card().stars());
        assertEquals(Optional.of(LocalDate.of(2028, 11, 29)), card().until());
        assertEquals(List.of(State.AWAITING), card().earlier().stream().map(StarCard.Said::state).toList());
    }

    @Test
    void nobody_publishes_alone_and_not_before_the_notice_is_over() {
        var id = town.applied(60, 40);
        town.scored(id, 57, 36);
        town.settled(id);
        town.noticed(id);
        assertEquals(
                new Outcome.Barred(Bar.NOTICE_RUNS), town.office.move(ORGANISER, id, new OfficeMove.Propose("p1")));
        town.days(8);
        done(town.office.move(ORGANISER, id, new OfficeMove.Propose("p2")));
        var both = new Officer(
                "ou", "欧阳", ORGANISER.territory(), Set.of(Duty.CHECKER));
        assertEquals(new Outcome.Barred(Bar.SAME_PERSON), town.office.move(both, id, new OfficeMove.Publish("x")));
        done(town.office.move(CHECKER, id, new OfficeMove.Publish("x")));
    }

    @Test
    void an_appeal_is_decided_by_somebody_who_had_no_part_and_may_amend_the_star() {
        var id = town.published(57, 34);
        assertEquals(Optional.of(4), card().stars());
        done(town.seat.appeal(OWNER, id, "appeal", "B1 应得满分"));
        assertEquals(State.UNDER_APPEAL, card().state());
        assertEquals(Optional.empty(), card().stars());
        var amended = new OfficeMove.DecideAppeal(
                "d", Proceeding.Ruling.AMENDED, "查档属实", Map.of("B1", new Mark.Scored(Points.of(40))));
        done(town.office.move(ADJUDICATOR, id, amended));
        assertEquals(Optional.of(5), card().stars());
    }

    private EvaluationId withdrawn() {
        var id = town.published(57, 36);
        done(town.office.move(ORGANISER, id, new OfficeMove.ProposeWithdrawal("pw", Proceeding.Ground.FALSE_DATA, "台账造假")));
        done(town.office.move(CHECKER, id, new OfficeMove.Withdraw("w", "台账造假")));
        return id;
    }

    private OfficeMove ruling(String ask, Proceeding.Ruling ruling) {
        return new OfficeMove.DecideAppeal(ask, ruling, "查档", Map.of());
    }

    @Test
    void a_star_that_was_withdrawn_wrongly_is_restored_by_somebody_who_had_no_part_in_it() {
        var id = withdrawn();
        var told = card();
        done(town.seat.appeal(OWNER, id, "appeal", "台账是真的"));
        assertEquals(Stage.UNDER_APPEAL, town.found(id).stage());
        assertEquals(told, card(), "it stays withdrawn until it is decided");
        assertEquals(0, town.sweep.run(List.of(RatedTown.QINGLAN), () -> true).resumed());
        for (var person : List.of(ORGANISER, CHECKER)) {
            var all = new Officer(person.id(), person.name(), person.territory(), Set.of(Duty.ADJUDICATOR, Duty.ORGANISER));
            assertEquals(
                    new Outcome.Barred(Bar.HAD_A_PART), town.office.move(all, id, ruling("x", Proceeding.Ruling.RESTORED)));
            assertEquals(
                    new Outcome.Barred(Bar.NOT_NOW),
                    town.office.move(all, id, new OfficeMove.ProposeWithdrawal("again", Proceeding.Ground.PENALTY, "再撤")));
        }
        for (var ruling : List.of(Proceeding.Ruling.AMENDED, Proceeding.Ruling.RESCORED)) {
            assertEquals(new Outcome.Barred(Bar.NOT_NOW), town.office.move(ADJUDICATOR, id, ruling("y" + ruling, ruling)));
        }
        done(town.office.move(ADJUDICATOR, id, ruling("d", Proceeding.Ruling.RESTORED)));
        assertEquals(State.RATED, card().state());
        assertEquals(Optional.of(4), card().stars());
        assertEquals(State.WITHDRAWN, card().earlier().getLast().state(), "what was said stays said");
    }

    @Test
    void a_withdrawal_that_stands_is_not_appealed_against_again_and_the_institution_may_begin_anew() {
        var id = withdrawn();
        done(town.seat.appeal(OWNER, id, "appeal", "台账是真的"));
        assertEquals(new Outcome.Barred(Bar.UNDER_WAY), town.seat.begin(OWNER, "again", "2026-1"));
        done(town.office.move(ADJUDICATOR, id, ruling("d", Proceeding.Ruling.STANDS)));
        assertEquals(Stage.WITHDRAWN, town.found(id).stage());
        town.days(1);
        assertEquals(new Outcome.Barred(Bar.TOO_LATE), town.seat.appeal(OWNER, id, "appeal2", "再申诉"));
        done(town.seat.begin(OWNER, "again", "2026-1"));
    }

    @Test
    void an_appeal_against_a_withdrawal_has_its_time_and_nothing_newer_beside_it() {
        var id = withdrawn();
        assertEquals(
                EvaluationRules.Which.WITHDRAWAL_APPEAL,
                town.clerk.deadlines().running(town.found(id)).getFirst().which());
        var begun = done(town.seat.begin(OWNER, "again", "2026-1"));
        assertEquals(new Outcome.Barred(Bar.UNDER_WAY), town.seat.appeal(OWNER, id, "a1", "台账是真的"));
        done(town.seat.cancel(OWNER, begun.id(), "c", "不评了"));
        assertEquals(new Outcome.Barred(Bar.UNDER_WAY), town.seat.appeal(OWNER, id, "a2", "台账是真的"));

        var other = new RatedTown();
        var late = other.published(57, 36);
        done(other.office.move(ORGANISER, late, new OfficeMove.ProposeWithdrawal("pw", Proceeding.Ground.FALSE_DATA, "造假")));
        done(other.office.move(CHECKER, late, new OfficeMove.Withdraw("w", "造假")));
        other.days(30);
        assertEquals(new Outcome.Barred(Bar.TOO_LATE), other.seat.appeal(OWNER, late, "a", "台账是真的"));
    }

    @Test
    void a_lapse_suspends_the_star_by_itself_and_its_end_brings_it_back() {
        var id = town.published(60, 40);
        town.known.put(QINGHE, new Tracks.Known(
                Track.CLEAN, List.of(new Tracks.Reason(Proceeding.Ground.LICENCE_LAPSED, "许可证1"))));
        assertEquals(1, town.sweep.run(List.of(RatedTown.QINGLAN), () -> true).suspended());
        assertEquals(0, town.sweep.run(List.of(RatedTown.QINGLAN), () -> true).suspended());
        assertEquals(State.SUSPENDED, card().state());
        assertEquals(Optional.of("LICENCE_LAPSED"), card().reason());
        town.known.clear();
        assertEquals(1, town.sweep.run(List.of(RatedTown.QINGLAN), () -> true).resumed());
        assertEquals(Optional.of(5), card().stars());
        town.days(366);
        assertEquals(1, town.sweep.run(List.of(RatedTown.QINGLAN), () -> true).suspended());
        assertEquals(Optional.of("SELF_CHECK_OVERDUE"), card().reason());
        done(town.seat.selfCheck(OWNER, id, "yearly"));
        assertEquals(1, town.sweep.run(List.of(RatedTown.QINGLAN), () -> true).resumed());
        town.days(365);
        assertEquals(1, town.sweep.run(List.of(RatedTown.QINGLAN), () -> true).expired());
        assertEquals(State.EXPIRED, card().state());
    }

    @Test
    void a_newer_star_takes_the_place_of_the_older_and_may_be_lower() {
        var first = town.published(60, 40);
        var second = done(town.seat.begin(OWNER, "again", "2026-1")).id();
        assertEquals(first.next(), second);
        town.seat.save(QINGHE, second, "A1", RatedTown.finding(50, 60), "x1", 0);
        town.seat.save(QINGHE, second, "B1", RatedTown.finding(40, 40), "x2", 0);
        done(town.seat.apply(OWNER, second, "apply2", new Proceeding.Declaration(RatedTown.TRUE, "乔鹤广")));
        assertEquals(Optional.of(5), card().stars(), "the star stands while the next is looked at");
        town.scored(second, 50, 40);
        town.settled(second);
        town.noticed(second);
        town.published(second);
        assertEquals(Optional.of(3), card().stars());
        assertEquals(Stage.SUPERSEDED, town.found(first).stage());
    }

    @Test
    void whoever_is_not_on_the_panel_finds_nothing_and_nobody_reads_anothers_sheet() {
        var id = town.applied(60, 40);
        var drawn = done(town.office.move(ORGANISER, id, new OfficeMove.DrawPanel("d")));
        var on = drawn.proceedings().panel().orElseThrow();
        var off = town.experts.all().stream()
                .map(l -> l.expert().id())
                .filter(e -> on.seat(e).isEmpty())
                .findFirst()
                .orElseThrow();
        assertTrue(town.panel.find(off, id).isEmpty());
        var first = on.experts().getFirst();
        assertTrue(town.panel.sheet(first, id).isEmpty(), "first one declares to have no interest");
        done(town.panel.declare(first, id, "d1"));
        assertTrue(town.panel.sheet(first, id).orElseThrow().clauses().isEmpty());
        assertTrue(town.panel.median(town.found(id)).isEmpty());
        assertTrue(town.panel.sheets(town.found(id)).isEmpty());
    }

    @Test
    void the_chair_settles_what_experts_differ_on_and_nothing_else() {
        var id = town.applied(60, 40);
        var on = done(town.office.move(ORGANISER, id, new OfficeMove.DrawPanel("d"))).proceedings().panel().orElseThrow();
        var i = 0;
        for (var expert : on.experts()) {
            done(town.panel.declare(expert, id, "d" + expert));
            town.panel.save(expert, id, "A1", RatedTown.finding(60 - 20 * i++, 60), "a" + expert, 0);
            town.panel.save(expert, id, "B1", RatedTown.finding(40, 40), "b" + expert, 0);
            done(town.panel.handIn(expert, id, "in" + expert));
        }
        var median = town.panel.median(town.found(id)).orElseThrow();
        assertEquals(Set.of("A1"), median.open().keySet());
        assertEquals(
                new Outcome.Barred(Bar.NOT_THE_OPEN_CLAUSES),
                town.panel.settle(on.chair(), id, "s0", new TreeMap<>()));
        var ruling = new TreeMap<>(Map.of("A1", new RatingPanel.Ruling(new Mark.Scored(Points.of(54)), "补看台账")));
        var other = on.experts().stream().filter(e -> !e.equals(on.chair())).findFirst().orElseThrow();
        assertEquals(new Outcome.Barred(Bar.NOT_THE_CHAIR), town.panel.settle(other, id, "s1", ruling));
        var settled = done(town.panel.settle(on.chair(), id, "s2", ruling));
        assertEquals(4, settled.proceedings().standing().orElseThrow().stars());
    }

    @Test
    void every_proceeding_reads_back_as_it_was_written() {
        var id = town.published(57, 34);
        done(town.seat.appeal(OWNER, id, "appeal", "请复核"));
        var file = town.found(id).proceedings();
        for (var proceeding : file.all()) {
            assertEquals(proceeding, ProceedingLines.read(ProceedingLines.write(proceeding)));
        }
        assertEquals(town.found(id), Evaluation.of(file.all(), file.head()));
    }
}
