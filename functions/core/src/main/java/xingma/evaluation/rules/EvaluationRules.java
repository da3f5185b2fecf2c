package xingma.evaluation.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.rating.Clause.Side;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;
import xingma.territory.WorkingDays;

/**
 * All that the bureau may change about how it evaluates, without a programmer (评价管理办法).
 *
 * @param panel how many experts of each side are drawn
 * @param clocks the code of the limit on which each clock runs; a clock that is not named does not run
 * @param declaration what the institution signs when it applies (真实性声明)
 * @param commended from how many stars on a round's list commends (表彰)
 * @param vetoCategories categories of complaints whose open case suspends a star (红线投诉)
 */
public record EvaluationRules(
        TimeLimits limits,
        Map<Which, String> clocks,
        SortedMap<Side, Integer> panel,
        String declaration,
        int commended,
        Set<String> vetoCategories,
        Exemption.Rules exemption,
        ExhibitRules exhibits,
        WorkingDays calendar) {
    /** A clock of an evaluation (程序时限). */
    public enum Which {
        /** 抽取专家: from the application to the panel. */
        DRAW,
        /** 现场评价: from the panel to the last sheet. */
        SCORE,
        /** 合议. */
        SETTLE,
        /** 事实核对: how long the institution may question facts. */
        FACT_CHECK,
        /** 公示: how long the notice stands. */
        NOTICE,
        /** 公布: from the end of the notice. */
        PUBLISH,
        /** 申诉: how long the institution may appeal. */
        APPEAL,
        /** 对撤销的申诉: how long the institution may appeal against a withdrawal. */
        WITHDRAWAL_APPEAL,
        /** 申诉决定. */
        DECIDE_APPEAL,
        /** 撤销: from the proposal. */
        WITHDRAW,
        /** 回应审核. */
        MODERATE,
        /** 年度自查. */
        SELF_CHECK
    }

    public EvaluationRules {
        requireNonNull(limits, "limits");
        requireNonNull(exemption, "exemption");
        requireNonNull(exhibits, "exhibits");
        requireNonNull(calendar, "calendar");
        clocks = Map.copyOf(clocks);
        panel = Collections.unmodifiableSortedMap(new TreeMap<>(panel));
        vetoCategories = Set.copyOf(vetoCategories);
        if (commended < 1 || commended > 5) {
            throw new IllegalArgumentException("one to five stars are commended");
        }
        if (declaration.isBlank() || panel.size() != Side.values().length || panel.values().stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("a panel has experts of both sides, and an applicant declares something");
        }
    }

    /** The limit on which a clock of an evaluation runs that began on this day. */
    public Optional<TimeLimit> limit(Which which, LocalDate began) {
        return Optional.ofNullable(clocks.get(which)).flatMap(code -> limits.inForce(code, began));
    }

    /** These rules once more notices of holidays are out. */
    public EvaluationRules with(WorkingDays newer) {
        return new EvaluationRules(
                limits, clocks, panel, declaration, commended, vetoCategories, exemption, exhibits, newer);
    }
}
