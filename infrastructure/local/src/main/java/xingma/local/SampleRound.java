package xingma.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntConsumer;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Expert;
import xingma.evaluation.Finding;
import xingma.evaluation.Party;
import xingma.evaluation.Premises;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Proceeding.Ruling;
import xingma.evaluation.Stage;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingOffice;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.desk.SheetDesk.Save;
import xingma.evaluation.round.Experts;
import xingma.evaluation.round.RatingRolls;
import xingma.evaluation.round.Round;
import xingma.evaluation.round.Rounds;
import xingma.rating.Clause;
import xingma.rating.Clause.Side;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Standard;
import xingma.rating.Standards;
import xingma.territory.City;
import xingma.territory.Duty;
import xingma.territory.Officer;

/**
 * A round of evaluation in the invented city, from the first self-check to published stars, with invented experts: so
 * that every screen and every state has something to show. Everything goes through the same seats as any other; only
 * the clock is set back. The same seed makes the same round.
 */
final class SampleRound {
    static final String ROUND = "2026-1";

    private static final Duration DAY = Duration.ofDays(1);

    /** How far each institution gets, by its place in the list; whoever is beyond the list gets to the end. */
    private static final Map<Integer, Stage> UNFINISHED = Map.ofEntries(
            Map.entry(1, Stage.FACT_CHECK), Map.entry(3, Stage.PUBLIC_NOTICE), Map.entry(7, Stage.PUBLIC_NOTICE),
            Map.entry(15, Stage.FACT_CHECK), Map.entry(19, Stage.SETTLING), Map.entry(23, Stage.SETTLING),
            Map.entry(27, Stage.SCORING), Map.entry(31, Stage.SCORING), Map.entry(35, Stage.AWAITING_PANEL),
            Map.entry(39, Stage.SELF_CHECKING), Map.entry(43, Stage.CANCELLED));

    /** What becomes of some stars after they were published. */
    private static final Map<Integer, Stage> AFTERWARDS = Map.of(
            5, Stage.UNDER_APPEAL, 13, Stage.IN_FORCE, 21, Stage.SUSPENDED, 29, Stage.WITHDRAWN);

    /**
     * With what the round is played.
     *
     * @param clerks a clerk that goes by a clock
     * @param experts who is drawn from; signed-in ones among them
     */
    record Setting(
            City city,
            Function<InstantSource, Clerk> clerks,
            Rounds rounds,
            Experts experts,
            Standards standards,
            Standard standard,
            List<Premises> premises,
            List<Expert> people,
            String declaration) {
        Setting {
            premises = List.copyOf(premises);
            people = List.copyOf(people);
        }
    }

    private final Setting setting;
    private final Officer organiser;
    private final Officer checker;
    private final Officer adjudicator;
    private final RatingOffice office;
    private final RatingPanel panel;
    private final ApplicantsSeat seat;
    private final RatingRolls rolls;
    private final Random chance = new Random(20261122);
    private final Map<Stage, Integer> reached = new EnumMap<>(Stage.class);
    private Instant now;

    SampleRound(Setting setting, Instant today) {
        this.setting = setting;
        var city = setting.city().code();
        organiser = new Officer("ou-yang", "欧阳澄", city, Set.of(Duty.ORGANISER));
        checker = new Officer("shen-duo", "沈铎", city, Set.of(Duty.CHECKER));
        adjudicator = new Officer("ai-lan", "艾岚", city, Set.of(Duty.ADJUDICATOR));
        InstantSource clock = () -> now;
        var clerk = setting.clerks().apply(clock);
        office = new RatingOffice(setting.city(), clerk, setting.experts(), this::seed);
        panel = new RatingPanel(clerk, attempt -> {});
        seat = new ApplicantsSeat(
                clerk,
                setting.rounds(),
                id -> setting.premises().stream().filter(p -> p.id().equals(id)).findFirst(),
                attempt -> {});
        rolls = new RatingRolls(setting.city(), setting.rounds(), setting.experts(), setting.standards(), clock);
        now = today;
    }

    private byte[] seed() {
        var bytes = new byte[32];
        chance.nextBytes(bytes);
        return bytes;
    }

    /** Plays the round and says how many got how far. */
    Map<Stage, Integer> play(IntConsumer played) {
        var today = now;
        now = today.minus(DAY.multipliedBy(90));
        call(today);
        for (var i = 0; i < setting.premises().size(); i++) {
            now = today.minus(DAY.multipliedBy(80));
            var stage = play(i, setting.premises().get(i), today);
            reached.merge(stage, 1, Integer::sum);
            played.accept(i + 1);
        }
        return Map.copyOf(reached);
    }

    private void call(Instant today) {
        for (var expert : setting.people()) {
            rolls.list(organiser, "sample-" + expert.id(), expert, 0);
        }
        var zone = ZoneId.of("Asia/Shanghai");
        var first = LocalDate.ofInstant(today.minus(DAY.multipliedBy(90)), zone);
        var round = new Round(
                ROUND, "2026年第一轮规范化星级评价", setting.city().code(), setting.standard().id(), setting.standard().edition(),
                Set.of("medical-institution"), first, first.plusYears(1), Optional.empty());
        rolls.call(organiser, "sample-round", round, 0);
    }

    private Stage play(int i, Premises premises, Instant today) {
        var until = UNFINISHED.getOrDefault(i, Stage.IN_FORCE);
        var by = new Party.Applicant(premises.id(), "sample");
        if (until.ordinal() < Stage.IN_FORCE.ordinal()) {
            // What is under way today began later than what is published already.
            now = today.minus(DAY.multipliedBy(switch (until) {
                case PUBLIC_NOTICE -> 24;
                case FACT_CHECK -> 18;
                default -> 14;
            }));
        }
        var id = done(seat.begin(by, "sample-begin", ROUND)).id();
        // Most houses are good, one in eight is not.
        var quality = i % 8 == 2 ? 66 + chance.nextInt(5) : 80 + chance.nextInt(21);
        selfCheck(by, id, premises, until == Stage.SELF_CHECKING, Math.min(100, quality + 4));
        if (until == Stage.SELF_CHECKING) {
            return until;
        }
        done(seat.apply(by, id, "sample-apply", new Proceeding.Declaration(setting.declaration(), "法定代表人")));
        if (until == Stage.CANCELLED) {
            return done(seat.cancel(by, id, "sample-cancel", "装修改造，明年再申请。")).stage();
        }
        later(2);
        if (until == Stage.AWAITING_PANEL) {
            return until;
        }
        var drawn = done(office.move(organiser, id, new OfficeMove.DrawPanel("sample-draw")));
        later(5);
        var seats = drawn.proceedings().panel().orElseThrow().experts();
        for (var s = 0; s < (until == Stage.SCORING ? 2 : seats.size()); s++) {
            score(seats.get(s), id, premises, quality, until == Stage.SETTLING);
        }
        if (until == Stage.SCORING || until == Stage.SETTLING) {
            return found(id).stage();
        }
        later(1);
        settle(id);
        later(1);
        if (until == Stage.FACT_CHECK) {
            var clause = setting.standard().askedOf(premises.type()).getLast().code();
            done(seat.question(by, id, "sample-question", clause, "当天台账放在另一间办公室，可以补看。"));
            return until;
        }
        done(seat.confirm(by, id, "sample-confirm"));
        done(office.move(organiser, id, new OfficeMove.Notice("sample-notice")));
        if (until == Stage.PUBLIC_NOTICE) {
            return until;
        }
        later(10);
        done(office.move(organiser, id, new OfficeMove.Propose("sample-propose")));
        done(office.move(checker, id, new OfficeMove.Publish("sample-publish")));
        return afterwards(i, by, id, premises, today);
    }

    private Stage afterwards(int i, Party.Applicant by, EvaluationId id, Premises premises, Instant today) {
        if (!AFTERWARDS.containsKey(i)) {
            if (i % 9 == 0) {
                done(seat.reply(by, id, "sample-reply", "评价中指出的问题已逐条整改，欢迎监督。"));
                later(1);
                var reply = found(id).proceedings().waitingReply().orElseThrow().id();
                done(office.move(organiser, id, new OfficeMove.Moderate("sample-moderate", reply, true, "内容文明，可以展示。")));
            }
            plan(by, id, premises, today);
            return found(id).stage();
        }
        later(6);
        switch (AFTERWARDS.get(i)) {
            case UNDER_APPEAL -> done(seat.appeal(by, id, "sample-appeal", "急救演练一条有记录，请复核。"));
            case IN_FORCE -> {
                done(seat.appeal(by, id, "sample-appeal", "培训学分已补录，请复核。"));
                later(6);
                var clause = setting.standard().askedOf(premises.type()).getLast();
                done(office.move(adjudicator, id, new OfficeMove.DecideAppeal(
                        "sample-decide", Ruling.AMENDED, "查看原始记录，情况属实。",
                        Map.of(clause.code(), new Mark.Scored(clause.most())))));
            }
            case SUSPENDED -> done(office.move(
                    organiser, id, new OfficeMove.Suspend("sample-suspend", Ground.VERIFICATION_OVERDUE, "校验记录")));
            case WITHDRAWN -> {
                done(office.move(organiser, id, new OfficeMove.ProposeWithdrawal(
                        "sample-withdrawal", Ground.FALSE_DATA, "自查所附的培训记录经查为补造。")));
                later(1);
                done(office.move(checker, id, new OfficeMove.Withdraw("sample-withdraw", "事实清楚，同意撤销。")));
            }
            default -> {}
        }
        return found(id).stage();
    }

    // ---- sheets ------------------------------------------------------------------------------------------------------

    private void selfCheck(Party.Applicant by, EvaluationId id, Premises premises, boolean half, int quality) {
        var clauses = setting.standard().askedOf(premises.type());
        seat.save(by.institution(), id, (half ? clauses.subList(0, clauses.size() / 2) : clauses).stream()
                .map(clause -> new Save(clause.code(), finding(clause, quality, 6), "sample-" + clause.code(), 0))
                .toList());
    }

    private void score(String expert, EvaluationId id, Premises premises, int quality, boolean apart) {
        done(panel.declare(expert, id, "sample-declare-" + expert));
        var clauses = setting.standard().askedOf(premises.type());
        var saves = new ArrayList<Save>();
        for (var i = 0; i < clauses.size(); i++) {
            var clause = clauses.get(i);
            var level = apart && i % 19 == 0 ? chance.nextInt(101) : quality;
            saves.add(new Save(clause.code(), finding(clause, level, 5), "sample-" + expert + clause.code(), 0));
        }
        panel.save(expert, id, saves);
        done(panel.handIn(expert, id, "sample-in-" + expert));
    }

    /** The allowed mark nearest to a quality with some chance in it; red lines are kept, but for a very bad house. */
    private Finding finding(Clause clause, int quality, int spread) {
        var percent = Math.clamp(quality + Math.round(chance.nextGaussian() * spread), 0, 100);
        if (clause.redLine().isPresent() && quality > 30) {
            percent = 100;
        }
        var aim = clause.most().percent(percent);
        var points = clause.method().choices(clause.most()).stream()
                .min((a, b) -> Integer.compare(apart(a, aim), apart(b, aim)))
                .orElse(aim);
        if (points.equals(clause.most())) {
            return new Finding(new Mark.Scored(points), "", "", List.of());
        }
        var reason = clause.findings().isEmpty()
                ? "现场查看的记录不完整。"
                : clause.findings().getFirst().chinese();
        return new Finding(new Mark.Scored(points), reason, "对照条款逐项补齐，留存记录。", List.of());
    }

    private static int apart(Points a, Points b) {
        return Math.abs(a.hundredths() - b.hundredths());
    }

    /** Where experts differ the chair takes the mark in the middle. */
    private void settle(EvaluationId id) {
        var evaluation = found(id);
        var rulings = new TreeMap<String, RatingPanel.Ruling>();
        panel.median(evaluation).orElseThrow().open().forEach((clause, spread) -> {
            var marks = new ArrayList<>(spread.marks().values());
            marks.sort((a, b) -> Integer.compare(worth(a), worth(b)));
            rulings.put(clause, new RatingPanel.Ruling(marks.get(marks.size() / 2), "合议时补看了记录，取中间分。"));
        });
        var chair = evaluation.proceedings().panel().orElseThrow().chair();
        rulings.keySet().forEach(clause ->
                done(panel.discuss(chair, id, "sample-talk-" + clause, clause, "各位专家说明了评分依据，一致同意取中间分。")));
        done(panel.settle(chair, id, "sample-settle", rulings));
    }

    private static int worth(Mark mark) {
        return switch (mark) {
            case Mark.Scored(var points) -> points.hundredths();
            case Mark.NotApplicable n -> -1;
        };
    }

    /** What the institution means to mend, two clauses at most, one of them proved. */
    private void plan(Party.Applicant by, EvaluationId id, Premises premises, Instant today) {
        var sheet = found(id).proceedings().settled().orElseThrow();
        var lacking = setting.standard().askedOf(premises.type()).stream()
                .filter(c -> sheet.at(c.code()).filter(m -> worth(m) >= 0 && worth(m) < c.most().hundredths()).isPresent())
                .limit(2)
                .toList();
        var due = LocalDate.ofInstant(today, ZoneOffset.ofHours(8)).plusDays(20);
        for (var clause : lacking) {
            done(seat.plan(by, id, "sample-plan-" + clause.code(), clause.code(), "补齐记录，指定专人负责。", due));
        }
        lacking.stream().findFirst().ifPresent(clause -> done(seat.prove(
                by, id, "sample-proof", "a.sample-plan-" + clause.code(), "已补齐，见档案盒3号。", List.of())));
    }

    private void later(int days) {
        now = now.plus(DAY.multipliedBy(days));
    }

    private Evaluation found(EvaluationId id) {
        return office.find(organiser, id).orElseThrow();
    }

    private static Evaluation done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var evaluation)) {
            return evaluation;
        }
        throw new IllegalStateException("the sample round was stopped: " + outcome);
    }

    /** Invented experts beside those who can sign in. */
    static List<Expert> invented() {
        var experts = new ArrayList<Expert>();
        var enforcement = List.of("方砚秋", "蒋知微", "庞若愚", "齐观澜", "宋既白");
        var association = List.of("顾言初", "林栖迟", "苏望舒", "叶清扬");
        for (var i = 0; i < enforcement.size(); i++) {
            experts.add(new Expert("sample-enforcement-" + (i + 1), enforcement.get(i), Side.ENFORCEMENT, Set.of(), true));
        }
        for (var i = 0; i < association.size(); i++) {
            experts.add(new Expert("sample-association-" + (i + 1), association.get(i), Side.ASSOCIATION, Set.of(), true));
        }
        return experts;
    }
}
