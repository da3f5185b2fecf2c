package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.rating.Track;

/**
 * Exemption from routine inspection, in a glass box (免于日常检查): what a rule says of facts that everybody may read, with
 * its reasons and its end. It is reckoned anew whenever somebody asks, so that it is suspended by itself as soon as a
 * condition fails. Inspections that follow a complaint, an accident or a special campaign are never covered.
 *
 * @param conditions every one, met or not
 * @param until the last day on which it holds if nothing changes; absent while it does not hold
 */
public record Exemption(List<Condition> conditions, Optional<LocalDate> until) {
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
        WITHIN_TERM
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
        public Facts {
            requireNonNull(stage, "stage");
            requireNonNull(published, "published");
            requireNonNull(starUntil, "starUntil");
            requireNonNull(selfChecked, "selfChecked");
            requireNonNull(track, "track");
        }
    }

    public Exemption {
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
        return new Exemption(conditions, last);
    }

    private static Condition met(What what, boolean met) {
        return new Condition(what, met, Optional.empty());
    }

    private static Condition until(What what, LocalDate last, LocalDate today) {
        var met = !today.isAfter(last);
        return new Condition(what, met, met ? Optional.of(last) : Optional.empty());
    }
}
