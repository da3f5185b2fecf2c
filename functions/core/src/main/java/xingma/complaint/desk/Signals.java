package xingma.complaint.desk;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Row;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.SignalRules;
import xingma.territory.RegionCode;

/**
 * What the desk is shown of cases that may belong together (重复、系列与集中信号), each with the cases that say so. A signal
 * decides nothing: no case is joined, refused, slowed or hidden by it.
 */
public final class Signals {
    private final SignalRules rules;

    public Signals(SignalRules rules) {
        this.rules = requireNonNull(rules, "rules");
    }

    /** How far back cases are looked at. */
    public Instant since(Instant now) {
        return now.minus(Duration.ofDays(rules.seriesDays()));
    }

    /**
     * The signals about one case.
     *
     * @param about other cases about the same institution; the case itself among them is passed over
     */
    public List<Signal> of(Row self, List<Row> about) {
        var others = about.stream()
                .filter(row -> !row.number().equals(self.number()))
                .filter(row -> row.institution().isPresent() && row.institution().equals(self.institution()))
                .toList();
        var signals = new ArrayList<Signal>();
        var same = kin(self, others, row -> isSamePhone(self, row) || alike(self, row) >= rules.alike());
        if (!same.isEmpty()) {
            signals.add(new Signal.Duplicate(same));
        }
        series(self, others, row -> row.person().isPresent() && row.person().equals(self.person()))
                .ifPresent(cases -> signals.add(new Signal.SamePerson(self.person().orElseThrow(), rules.seriesDays(), cases)));
        series(self, others, row -> row.category().equals(self.category()))
                .ifPresent(cases -> signals.add(new Signal.SameCategory(self.category(), rules.seriesDays(), cases)));
        var near = kin(self, others, row -> between(self, row).compareTo(rules.floodWithin()) <= 0);
        if (near.size() + 1 >= rules.floodCases()) {
            var alike = (int) near.stream().filter(k -> k.alike() >= rules.alike()).count();
            signals.add(new Signal.Flood(rules.floodWithin(), alike, near));
        }
        return signals;
    }

    private Optional<List<Kin>> series(Row self, List<Row> others, Predicate<Row> like) {
        var days = Duration.ofDays(rules.seriesDays());
        var cases = kin(self, others, like.and(row -> between(self, row).compareTo(days) <= 0));
        return cases.size() + 1 >= rules.seriesCases() ? Optional.of(cases) : Optional.empty();
    }

    private static List<Kin> kin(Row self, List<Row> others, Predicate<Row> like) {
        return others.stream()
                .filter(like)
                .map(row -> new Kin(
                        row.number(), row.unit(), row.received(), row.stage(), isSamePhone(self, row), alike(self, row)))
                .sorted(Comparator.comparing(Kin::received).reversed())
                .toList();
    }

    private static Duration between(Row one, Row other) {
        return Duration.between(one.received(), other.received()).abs();
    }

    private static boolean isSamePhone(Row one, Row other) {
        return one.phoneMark().isPresent() && one.phoneMark().equals(other.phoneMark());
    }

    private static int alike(Row one, Row other) {
        return (int) Math.round(100 * one.likeness().with(other.likeness()));
    }

    /**
     * Another case, and why it is named.
     *
     * @param alike how much the two texts have in common, in percent
     */
    public record Kin(CaseNumber number, RegionCode unit, Instant received, Stage stage, boolean samePhone, int alike) {}

    /** Cases that may belong together; the case that was asked about is not among them. */
    public sealed interface Signal {
        List<Kin> cases();

        /** 疑似重复: the same telephone number, or nearly the same text. */
        record Duplicate(List<Kin> cases) implements Signal {}

        /** 系列: the same person of one institution, again and again. */
        record SamePerson(String person, int days, List<Kin> cases) implements Signal {}

        /** 系列: the same matter at one institution, again and again. */
        record SameCategory(String category, int days, List<Kin> cases) implements Signal {}

        /**
         * 集中: many at once, from many people or from one.
         *
         * @param alike how many of them have nearly the same text as this one
         */
        record Flood(Duration within, int alike, List<Kin> cases) implements Signal {}
    }
}
