package xingma.evaluation.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceedings;
import xingma.evaluation.Stage;
import xingma.evaluation.Standing;
import xingma.fact.Wording;
import xingma.rating.Track;

/**
 * Exemption from routine inspection, in a glass box (免于日常检查): what a rule says of facts that everybody may read, with
 * its reasons and its end. It is reckoned anew whenever somebody asks, so that it is suspended by itself as soon as a
 * condition fails. Inspections that follow a complaint, an accident or a special campaign are never covered.
 *
 * @param rules by which it was reckoned
 * @param conditions every one, met or not
 * @param until the last day on which it holds if nothing changes; absent while it does not hold
 */
public record Exemption(Rules rules, List<Condition> conditions, Optional<LocalDate> until) {
    /** What ends it before its day: nobody need decide. */
    public static final Wording SUSPENDED_BY = new Wording(
            "任何一条不再满足，免检当天自动停止；重新满足后自动恢复。",
            "As soon as one condition fails, the exemption stops by itself on that day; once all hold again it is back.");

    /** What it never covers, whatever the rule says. */
    public static final Wording NEVER_COVERED = new Wording(
            "只免日常检查。因投诉举报、事故或者专项行动进行的检查不受影响。",
            "It covers routine inspections alone. Inspections that follow a complaint, an accident or a special campaign go on.");

    /**
     * What the rule asks for.
     *
     * @param leastStars fewer are not exempt
     * @param cleanMonths for so long no event of the track record
     * @param freshMonths the self-check is no older
     * @param mostMonths an exemption holds no longer than this after the publication (日落)
     */
    public record Rules(int leastStars, int cleanMonths, int freshMonths, int mostMonths, String basis) {
        public Rules {
            if (leastStars < 1 || leastStars > 5 || cleanMonths < 1 || freshMonths < 1 || mostMonths < 1 || basis.isBlank()) {
                throw new IllegalArgumentException("an exemption has conditions, a term and a basis");
            }
        }
    }

    /** One of the conditions, in the order in which they are shown. */
    public enum What {
        /** 星级达到要求. */
        STARS,
        /** 星级有效, not suspended, under appeal or over. */
        IN_FORCE,
        /** 没有红线问题, neither at the review nor in an open complaint. */
        NO_VETO,
        /** 记录清白. */
        CLEAN_RECORD,
        /** 没有有效提醒. */
        NO_WARNING,
        /** 自查及时. */
        FRESH_SELF_CHECK,
        /** 整改已核实. */
        MENDED,
        /** 在免检期内. */
        WITHIN_TERM;

        /** The condition as the rule puts it. */
        public Wording words(Rules rules) {
            return switch (this) {
                case STARS -> new Wording("达到" + rules.leastStars() + "星", "At least " + rules.leastStars() + " stars");
                case IN_FORCE -> new Wording("星级有效，没有暂停，不在申诉中", "The star holds: neither suspended nor under appeal");
                case NO_VETO -> new Wording(
                        "没有触碰红线，也没有红线投诉在查", "No red line failed, and no complaint about one is looked into");
                case CLEAN_RECORD -> new Wording(
                        "近" + rules.cleanMonths() + "个月没有处罚和查实的投诉",
                        "No penalty and no upheld complaint in " + rules.cleanMonths() + " months");
                case NO_WARNING -> new Wording("没有生效中的预警", "No warning is in force");
                case FRESH_SELF_CHECK -> new Wording(
                        rules.freshMonths() + "个月内做过自查", "Checked itself within " + rules.freshMonths() + " months");
                case MENDED -> new Wording("没有逾期的整改", "Nothing that was to be mended is overdue");
                case WITHIN_TERM -> new Wording(
                        "公布后不满" + rules.mostMonths() + "个月，星级没有到期",
                        "Published less than " + rules.mostMonths() + " months ago, and within the star's term");
            };
        }
    }

    /** @param holdsUntil the last day on which a condition that is met stays met by itself */
    public record Condition(What what, boolean met, Optional<LocalDate> holdsUntil) {
        public Condition {
            requireNonNull(what, "what");
            requireNonNull(holdsUntil, "holdsUntil");
        }
    }

    /**
     * The facts on which it rests.
     *
     * @param vetoOpen whether a complaint about a red line is open
     * @param overdueMending whether something that was planned or found to be mended was not verified in its time
     */
    public record Facts(
            Stage stage,
            int stars,
            boolean vetoFailed,
            boolean vetoOpen,
            LocalDate published,
            LocalDate starUntil,
            LocalDate selfChecked,
            boolean overdueMending,
            Track track) {
        /** What the file of a published star and the bureau's records say today. */
        public static Facts of(
                Evaluation evaluation, Standing standing, boolean vetoFailed, Tracks.Known known, Deadlines deadlines, LocalDate today) {
            var published = evaluation.proceedings().last(Proceeding.Published.class).orElseThrow();
            return new Facts(
                    evaluation.stage(),
                    standing.stars(),
                    vetoFailed,
                    known.against().stream().anyMatch(r -> r.ground() == Proceeding.Ground.VETO_COMPLAINT_OPEN),
                    deadlines.day(published.at()),
                    published.until(),
                    deadlines.selfChecked(evaluation),
                    hasOverdueMending(evaluation.proceedings(), today),
                    known.track());
        }

        private static boolean hasOverdueMending(Proceedings file, LocalDate today) {
            return file.all(Proceeding.Planned.class)
                    .filter(plan -> today.isAfter(plan.due()))
                    .anyMatch(plan -> file.all(Proceeding.Verified.class)
                            .filter(v -> v.plan().equals(plan.id()))
                            .reduce((earlier, later) -> later)
                            .filter(Proceeding.Verified::mended)
                            .isEmpty());
        }

        public Facts {
            requireNonNull(stage, "stage");
            requireNonNull(published, "published");
            requireNonNull(starUntil, "starUntil");
            requireNonNull(selfChecked, "selfChecked");
            requireNonNull(track, "track");
        }
    }

    public Exemption {
        requireNonNull(rules, "rules");
        conditions = List.copyOf(conditions);
        requireNonNull(until, "until");
    }

    public boolean holds() {
        return until.isPresent();
    }

    public static Exemption of(Rules rules, Facts facts, LocalDate today) {
        var conditions = new ArrayList<Condition>();
        var fresh = facts.selfChecked().plusMonths(rules.freshMonths());
        var term = facts.published().plusMonths(rules.mostMonths());
        var end = term.isBefore(facts.starUntil()) ? term : facts.starUntil();
        var clean = facts.track().events().stream()
                .noneMatch(e -> today.isBefore(e.on().plusMonths(rules.cleanMonths())) && !e.on().isAfter(today));
        conditions.add(met(What.STARS, facts.stars() >= rules.leastStars()));
        conditions.add(met(What.IN_FORCE, facts.stage() == Stage.IN_FORCE));
        conditions.add(met(What.NO_VETO, !facts.vetoFailed() && !facts.vetoOpen()));
        conditions.add(met(What.CLEAN_RECORD, clean));
        conditions.add(met(What.NO_WARNING, facts.track().openWarnings().isEmpty()));
        conditions.add(until(What.FRESH_SELF_CHECK, fresh, today));
        conditions.add(met(What.MENDED, !facts.overdueMending()));
        conditions.add(until(What.WITHIN_TERM, end, today));
        var last = conditions.stream().allMatch(Condition::met)
                ? Stream.of(fresh, end).min(LocalDate::compareTo)
                : Optional.<LocalDate>empty();
        return new Exemption(rules, conditions, last);
    }

    private static Condition met(What what, boolean met) {
        return new Condition(what, met, Optional.empty());
    }

    private static Condition until(What what, LocalDate last, LocalDate today) {
        var met = !today.isAfter(last);
        return new Condition(what, met, met ? Optional.of(last) : Optional.empty());
    }
}
