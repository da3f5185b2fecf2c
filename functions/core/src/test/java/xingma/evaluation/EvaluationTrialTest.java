package xingma.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.ADJUDICATOR;
import static xingma.evaluation.RatedTown.CHECKER;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.OWNER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.evaluation.RatedTown.QINGLAN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Verification;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Proceeding.Ruling;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.OfficeMove.What;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.rules.Tracks;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Track;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.Span;

/**
 * Everybody does anything at any time, in the wrong order, twice, with days in between; whatever comes of it, what must
 * hold holds.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class EvaluationTrialTest {
    private static final int CAREERS = 250;
    private static final int STEPS = 90;

    /** Holds two duties, and so would like to be the second person to herself. */
    private static final Officer BOTH =
            new Officer(ORGANISER.id(), "欧阳", QINGLAN, Set.of(Duty.ORGANISER, Duty.CHECKER, Duty.ADJUDICATOR));

    private final Map<Stage, Set<What>> taken = new EnumMap<>(Stage.class);
    private int selves;
    private final Set<Stage> seen = EnumSet.noneOf(Stage.class);

    @Test
    void whatever_everybody_does_no_star_is_published_alone_early_or_without_its_panel() {
        for (var seed = 0; seed < CAREERS; seed++) {
            new Career(seed).run();
        }
        assertEquals(EnumSet.allOf(Stage.class), seen, "every stage was reached");
        assertTrue(selves > 20, "somebody tried to be her own second person " + selves + " times");
        for (var what : What.values()) {
            assertTrue(taken.values().stream().anyMatch(w -> w.contains(what)), what + " was never taken");
        }
    }

    private final class Career {
        private final RatedTown town = new RatedTown();
        private final Random chance;
        private final int seed;
        private int count;

        Career(int seed) {
            this.seed = seed;
            this.chance = new Random(seed);
        }

        /** Some begin with nothing, some with a star, some where a star is put to notice, and some where a second is. */
        void run() {
            switch (seed % 4) {
                case 1 -> town.published(57, 38);
                case 2 -> toNotice(town.applied(60, 40));
                case 3 -> {
                    town.published(57, 38);
                    var again = RatedTown.done(town.seat.begin(OWNER, "again", "2026-1")).id();
                    save(null, again, "A1", 60);
                    save(null, again, "B1", 40);
                    var declaration = new Proceeding.Declaration(RatedTown.TRUE, "乔鹤广");
                    RatedTown.done(town.seat.apply(OWNER, again, ask(), declaration));
                    toNotice(again);
                }
                default -> {}
            }
            for (var i = 0; i < STEPS; i++) {
                var newest = town.evaluations.of(QINGHE).stream().findFirst().map(Row::id);
                var before = newest.flatMap(id -> town.evaluations.find(QINGLAN, id));
                step(newest);
                newest.ifPresent(id -> mustHold(before.orElseThrow(), town.found(id)));
            }
            var verified = new Verification(town.trail).run(town.now);
            assertEquals(List.of(), verified.faults(), "seed " + seed);
        }

        private void toNotice(EvaluationId id) {
            town.scored(id, 57, 38);
            town.settled(id);
            town.noticed(id);
        }

        private void step(Optional<EvaluationId> newest) {
            var id = newest.orElse(null);
            switch (chance.nextInt(12)) {
                case 0 -> town.days(chance.nextInt(chance.nextInt(6) == 0 ? 300 : 9));
                case 1 -> town.sweep.run(List.of(QINGLAN), () -> true);
                case 2 -> track();
                case 3 -> town.seat.begin(OWNER, ask(), "2026-1");
                default -> {
                    if (id == null) {
                        town.seat.begin(OWNER, ask(), "2026-1");
                    } else {
                        act(id);
                    }
                }
            }
        }

        private void act(EvaluationId id) {
            switch (chance.nextInt(4)) {
                case 0 -> institution(id);
                case 1 -> expert(id);
                default -> office(id);
            }
        }

        private void track() {
            var severe = new Tracks.Known(
                    new Track(
                            List.of(),
                            List.of(new Track.Event(
                                    Track.Kind.PENALTY, town.clerk.today(), "处罚" + count++))),
                    List.of());
            town.known.put(QINGHE, switch (chance.nextInt(4)) {
                case 0 -> severe;
                case 1 -> new Tracks.Known(
                        Track.CLEAN, List.of(new Tracks.Reason(Ground.VETO_COMPLAINT_OPEN, "C1")));
                default -> Tracks.Known.NOTHING;
            });
        }

        private void institution(EvaluationId id) {
            switch (chance.nextInt(9)) {
                case 0 -> town.seat.cancel(OWNER, id, rare(), "不评了");
                case 1 -> town.seat.question(OWNER, id, ask(), "A1", "有台账");
                case 2 -> town.seat.confirm(OWNER, id, ask());
                case 3 -> town.seat.appeal(OWNER, id, ask(), "请复核");
                case 4 -> town.seat.reply(OWNER, id, ask(), "已改好");
                case 5 -> town.seat.selfCheck(OWNER, id, ask());
                case 6 -> town.seat.plan(OWNER, id, ask(), "B1", "演练", town.clerk.today().plusDays(20));
                default -> {
                    save(null, id, "A1", 60);
                    save(null, id, "B1", 40);
                    town.seat.apply(OWNER, id, ask(), new Proceeding.Declaration(RatedTown.TRUE, "乔鹤广"));
                }
            }
        }

        private void expert(EvaluationId id) {
            var panel = town.found(id).proceedings().panel();
            if (panel.isEmpty()) {
                return;
            }
            var experts = panel.get().experts();
            var expert = experts.get(chance.nextInt(experts.size()));
            switch (chance.nextInt(9)) {
                case 0 -> town.panel.stepDown(expert, id, rare(), "认识院长");
                case 1 -> town.panel.discuss(expert, id, ask(), "A1", "看过专柜");
                case 2 -> town.panel.settle(panel.get().chair(), id, ask(), new TreeMap<>());
                case 3 -> town.panel.settle(expert, id, ask(), new TreeMap<>(Map.of(
                        "A1", new RatingPanel.Ruling(new Mark.Scored(Points.of(40)), "补看台账"))));
                case 4 -> {
                    var questions = town.found(id).proceedings().openQuestions();
                    var question = questions.isEmpty() ? "none" : questions.getFirst().id();
                    var mark = chance.nextBoolean()
                            ? Optional.<Mark>of(new Mark.Scored(Points.of(55)))
                            : Optional.<Mark>empty();
                    town.panel.explain(panel.get().chair(), id, ask(), question, "已核对", mark);
                }
                default -> experts.forEach(e -> {
                    town.panel.declare(e, id, "declare" + e + id);
                    save(e, id, "A1", chance.nextInt(9) == 0 ? 30 : 55 + chance.nextInt(6));
                    save(e, id, "B1", 35 + chance.nextInt(6));
                    town.panel.handIn(e, id, ask());
                });
            }
        }

        private void save(String expert, EvaluationId id, String clause, int points) {
            var most = clause.equals("A1") ? 60 : 40;
            var finding = RatedTown.finding(points, most);
            if (expert == null) {
                var seen = Optional.ofNullable(town.seat.sheet(town.found(id)).clauses().get(clause));
                town.seat.save(QINGHE, id, clause, finding, ask(), seen.map(ScoreSheet.Saved::edition).orElse(0));
            } else {
                var seen = town.panel.sheet(expert, id).map(s -> s.clauses().get(clause));
                town.panel.save(expert, id, clause, finding, ask(), seen.map(ScoreSheet.Saved::edition).orElse(0));
            }
        }

        private void office(EvaluationId id) {
            var officers = List.of(ORGANISER, ORGANISER, CHECKER, ADJUDICATOR, BOTH);
            var officer = officers.get(chance.nextInt(officers.size()));
            var evaluation = town.found(id);
            var what = what(officer, evaluation);
            var move = move(what, evaluation.proceedings());
            var isNew = evaluation.proceedings().byId("o." + move.id()).isEmpty();
            var bar = town.office.moves(officer, evaluation).get(what);
            var outcome = town.office.move(officer, id, move);
            assertFalse(
                    isNew && bar.isPresent() && outcome instanceof Outcome.Done,
                    () -> what + " was barred by " + bar + " and done all the same");
            selves += bar.filter(Bar.SAME_PERSON::equals).isPresent() ? 1 : 0;
            if (isNew && outcome instanceof Outcome.Done(var after)) {
                taken.computeIfAbsent(evaluation.stage(), s -> EnumSet.noneOf(What.class)).add(what);
                assertEquals(
                        after, ((Outcome.Done) town.office.move(officer, id, move)).evaluation(), "sent twice is done once");
            }
        }

        /** Mostly something that is open to the officer, so that careers get on; at the end of a notice what ends it. */
        private What what(Officer officer, Evaluation evaluation) {
            if (evaluation instanceof Evaluation.PublicNotice && chance.nextInt(3) > 0) {
                town.days(3);
                return evaluation.proceedings().proposal().isPresent() ? What.PUBLISH : What.PROPOSE;
            }
            var open = town.office.moves(officer, evaluation).entrySet().stream()
                    .filter(m -> m.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            var one = open.isEmpty() || chance.nextInt(4) == 0
                    ? What.values()[chance.nextInt(What.values().length)]
                    : open.get(chance.nextInt(open.size()));
            return one == What.WITHDRAW && chance.nextInt(4) > 0 ? What.REFUSE_WITHDRAWAL : one;
        }

        private OfficeMove move(What what, Proceedings file) {
            var ask = ask();
            return switch (what) {
                case SEND_BACK -> new OfficeMove.SendBack(rare(), "缺材料");
                case DRAW -> new OfficeMove.DrawPanel(ask);
                case RECUSE -> new OfficeMove.Recuse(
                        ask, file.panel().map(p -> p.experts().getFirst()).orElse("e1"), "回避");
                case REPLACE -> new OfficeMove.Replace(ask);
                case NOTICE -> new OfficeMove.Notice(ask);
                case OBJECT -> new OfficeMove.Object(ask, "有人反映");
                case ANSWER_OBJECTION -> new OfficeMove.AnswerObjection(
                        ask,
                        file.openObjections().stream().findFirst().map(Proceeding::id).orElse("none"),
                        "查无此事");
                case RECONVENE -> new OfficeMove.Reconvene(ask, "重新合议");
                case PROPOSE -> new OfficeMove.Propose(ask);
                case PUBLISH -> new OfficeMove.Publish(ask);
                case REFUSE -> new OfficeMove.Refuse(ask, "再看");
                case MODERATE -> new OfficeMove.Moderate(
                        ask, file.waitingReply().map(Proceeding::id).orElse("none"), chance.nextBoolean(), "已看");
                case DECIDE_APPEAL -> appeal(ask);
                case SUSPEND -> new OfficeMove.Suspend(ask, Ground.PENALTY, "处罚1");
                case RESUME -> new OfficeMove.Resume(ask, "已消除");
                case PROPOSE_WITHDRAWAL -> new OfficeMove.ProposeWithdrawal(ask, Ground.FALSE_DATA, "造假");
                case WITHDRAW -> new OfficeMove.Withdraw(ask, "撤销");
                case REFUSE_WITHDRAWAL -> new OfficeMove.RefuseWithdrawal(ask, "不撤");
                case VERIFY -> new OfficeMove.Verify(
                        ask, file.last(Proceeding.Planned.class).map(Proceeding::id).orElse("none"), true, "到场看过");
            };
        }

        private OfficeMove appeal(String ask) {
            var ruling = Ruling.values()[chance.nextInt(Ruling.values().length)];
            return new OfficeMove.DecideAppeal(
                    ask,
                    ruling,
                    "查档",
                    ruling == Ruling.AMENDED ? Map.of("B1", new Mark.Scored(Points.of(39))) : Map.of());
        }

        private String ask() {
            return "q" + count++;
        }

        /** Most of the time an id that was used before, so that careers do not end too soon. */
        private String rare() {
            return chance.nextInt(4) == 0 ? ask() : "q0";
        }

        private void mustHold(Evaluation before, Evaluation after) {
            var where = "seed " + seed + " step " + count;
            town.evaluations.of(QINGHE).forEach(r -> seen.add(r.stage()));
            var file = after.proceedings();
            assertEquals(before.proceedings().all(), file.all().subList(0, before.proceedings().revision()), where);
            file.all().subList(before.proceedings().revision(), file.revision())
                    .forEach(p -> assertEquals(p, ProceedingLines.read(ProceedingLines.write(p)), where));
            assertEquals(after, Evaluation.of(file.all(), file.head()), where);
            for (var i = 0; i < file.all().size(); i++) {
                if (file.all().get(i) instanceof Proceeding.Published published) {
                    mustHoldAtPublication(file, i, published, where);
                }
                if (file.all().get(i) instanceof Proceeding.AppealDecided decided) {
                    var earlier = new Proceedings(file.all().subList(0, i), file.head());
                    assertFalse(earlier.participants().contains(decided.by().person()), where);
                }
            }
            mustHoldOfTheCard(where);
        }

        private void mustHoldAtPublication(Proceedings file, int at, Proceeding.Published published, String where) {
            var earlier = new Proceedings(file.all().subList(0, at), file.head());
            var proposal = earlier.proposal().orElseThrow();
            assertNotEquals(proposal.by().person(), published.by().person(), where);
            assertTrue(earlier.openObjections().isEmpty() && earlier.openQuestions().isEmpty(), where);
            var panel = earlier.panel().orElseThrow();
            assertTrue(panel.hasBothSides() && earlier.handedIn().keySet().containsAll(panel.experts()), where);
            assertTrue(new HashSet<>(panel.experts()).size() >= town.standard.rules().leastSheets(), where);
            var notice = earlier.last(Proceeding.Noticed.class).orElseThrow();
            var last = RatedTown.rules().calendar().due(
                    town.clerk.deadlines().day(notice.at()), Span.workingDays(5));
            assertTrue(town.clerk.deadlines().day(published.at()).isAfter(last.day()), where);
            assertEquals(notice.standing(), published.standing(), where);
        }

        private void mustHoldOfTheCard(String where) {
            var card = town.cards.find(QINGHE);
            var stars = town.evaluations.of(QINGHE).stream().filter(r -> r.stage() == Stage.IN_FORCE).toList();
            assertTrue(stars.size() <= 1, where);
            assertEquals(stars.size() == 1, card.filter(c -> c.stars().isPresent()).isPresent(), where);
            if (stars.size() == 1) {
                var evaluation = town.found(stars.getFirst().id());
                assertEquals(
                        Optional.of(evaluation.proceedings().standing().orElseThrow().stars()),
                        card.orElseThrow().stars(),
                        where);
                assertEquals(evaluation.id(), card.get().evaluation(), where);
            }
        }
    }
}
