package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sheet is worth under a standard (星级): stars from none to five, the rates, and every step of the reckoning.
 *
 * @param standard its name and edition
 * @param parts the rate of each part by its code
 */
public record Stars(
        String standard, LocalDate day, int stars, Rate total, SortedMap<String, Rate> parts, List<Reckoning> reckoning) {
    public Stars {
        requireNonNull(standard, "standard");
        requireNonNull(day, "day");
        requireNonNull(total, "total");
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        reckoning = List.copyOf(reckoning);
        if (stars < 0 || stars > 5) {
            throw new IllegalArgumentException("stars go from none to five");
        }
    }

    /** What came of rating a sheet. */
    public sealed interface Outcome {
        record Rated(Stars stars) implements Outcome {}

        /** The sheet is not one under this standard: scores are missing, or are none. */
        record Faulty(List<Sheet.Fault> faults) implements Outcome {}

        /** The standard asks nothing at all of such an institution, so it is not one of those that it rates. */
        record NothingAsked(String type) implements Outcome {}

        /** More was marked not applicable than the standard allows: the review is void. */
        record TooMuchLeftOut(Points leftOut, Points asked, int mostPercent) implements Outcome {}
    }

    /**
     * Rates a sheet. A pure function of what it is given: the order of entry does not matter, and nothing is rounded
     * before it is compared.
     *
     * @param type the institution's type, by which clauses are asked or not
     * @param day the day for which the track record is weighed
     */
    public static Outcome of(Standard standard, String type, Sheet sheet, Track track, LocalDate day) {
        if (standard.askedOf(type).isEmpty()) {
            return new Outcome.NothingAsked(type);
        }
        var faults = sheet.faultsWhenSettled(standard, type);
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        var asked = sum(standard.askedOf(type).stream().map(Clause::most).toList());
        var leftOut = sum(standard.askedOf(type).stream()
                .filter(c -> sheet.at(c.code()).orElseThrow() instanceof Mark.NotApplicable)
                .map(Clause::most)
                .toList());
        var most = (long) standard.rules().mostNotApplicable() * asked.hundredths();
        // Where everything is left out there is nothing to rate, whatever the standard allows.
        if (100L * leftOut.hundredths() > most || leftOut.equals(asked)) {
            return new Outcome.TooMuchLeftOut(leftOut, asked, standard.rules().mostNotApplicable());
        }
        return new Outcome.Rated(new Reckoner(standard, type, sheet, track, day).stars());
    }

    /**
     * What stands between this sheet and so many stars; empty if it has them. A notch is always named, since the rates
     * must then earn the star above.
     */
    public List<Reckoning> limits(int wanted) {
        var limits = new ArrayList<Reckoning>();
        if (wanted <= stars) {
            return List.of();
        }
        for (var step : reckoning) {
            var limiting = switch (step) {
                case Reckoning.Compared c -> c.stars() == wanted && !c.isReached();
                case Reckoning.RedLineFailed(var clause, var effect) -> switch (effect) {
                    case RedLine.Effect.Veto veto -> true;
                    case RedLine.Effect.Notch notch -> true;
                    case RedLine.Effect.Cap(var most) -> most < wanted;
                };
                case Reckoning.CappedByWarning w -> w.stars() < wanted;
                case Reckoning.CappedByTrack t -> t.stars() < wanted;
                case Reckoning.Counted c -> false;
                case Reckoning.LeftOut l -> false;
                case Reckoning.ChapterSum s -> false;
                case Reckoning.PartSum s -> false;
                case Reckoning.TotalSum s -> false;
                case Reckoning.ByRates b -> false;
                case Reckoning.RedLinesKept k -> false;
                case Reckoning.Result r -> false;
            };
            if (limiting) {
                limits.add(step);
            }
        }
        return List.copyOf(limits);
    }

    private static Points sum(List<Points> points) {
        return points.stream().reduce(Points.NONE, Points::plus);
    }

    /** Goes through the standard once, from clause to chapter, part and whole, and then through what limits the stars. */
    private static final class Reckoner {
        private static final Rate NOTHING = new Rate(Points.NONE, Points.NONE);

        private final Standard standard;
        private final String type;
        private final Sheet sheet;
        private final Track track;
        private final LocalDate day;
        private final List<Reckoning> steps = new ArrayList<>();
        private final SortedMap<String, Rate> parts = new TreeMap<>();

        Reckoner(Standard standard, String type, Sheet sheet, Track track, LocalDate day) {
            this.standard = standard;
            this.type = type;
            this.sheet = sheet;
            this.track = track;
            this.day = day;
        }

        Stars stars() {
            var total = NOTHING;
            for (var part : standard.parts()) {
                var rate = rate(part);
                parts.put(part.code(), rate);
                total = total.plus(rate);
            }
            steps.add(new Reckoning.TotalSum(total));
            var byRates = byRates(total);
            steps.add(new Reckoning.ByRates(byRates));
            var left = afterTrack(afterWarnings(afterRedLines(byRates)));
            steps.add(new Reckoning.Result(left));
            return new Stars(standard.name(), day, left, total, parts, steps);
        }

        private Rate rate(Standard.Part part) {
            var sum = NOTHING;
            for (var chapter : part.chapters()) {
                var rate = rate(chapter);
                steps.add(new Reckoning.ChapterSum(chapter.code(), rate));
                sum = sum.plus(rate);
            }
            steps.add(new Reckoning.PartSum(part.code(), sum));
            return sum;
        }

        private Rate rate(Standard.Chapter chapter) {
            var sum = NOTHING;
            for (var clause : chapter.clauses()) {
                if (!clause.isAskedOf(type)) {
                    continue;
                }
                switch (sheet.at(clause.code()).orElseThrow()) {
                    case Mark.Scored(var points) -> {
                        steps.add(new Reckoning.Counted(clause.code(), points, clause.most()));
                        sum = sum.plus(new Rate(points, clause.most()));
                    }
                    case Mark.NotApplicable(var reason) ->
                        steps.add(new Reckoning.LeftOut(clause.code(), clause.most(), reason));
                }
            }
            return sum;
        }

        /** Every threshold is compared, so that the page can say by how much the next star was missed. */
        private int byRates(Rate total) {
            var reached = 0;
            for (var threshold : standard.thresholds()) {
                var missing = new TreeMap<String, Points>();
                parts.forEach((code, rate) -> missing.put(code, rate.missingTo(threshold.eachPart())));
                var compared = new Reckoning.Compared(
                        threshold.stars(),
                        threshold.total(),
                        total.missingTo(threshold.total()),
                        threshold.eachPart(),
                        Collections.unmodifiableSortedMap(missing));
                steps.add(compared);
                if (compared.isReached()) {
                    reached = Math.max(reached, threshold.stars());
                }
            }
            return reached;
        }

        private int afterRedLines(int stars) {
            var left = stars;
            var lines = 0;
            var failed = 0;
            for (var clause : standard.askedOf(type)) {
                if (clause.redLine().isEmpty()
                        || !(sheet.at(clause.code()).orElseThrow() instanceof Mark.Scored(var points))) {
                    continue;
                }
                lines++;
                if (!clause.isFailedBy(points)) {
                    continue;
                }
                failed++;
                var effect = clause.redLine().get().effect();
                steps.add(new Reckoning.RedLineFailed(clause.code(), effect));
                left = switch (effect) {
                    case RedLine.Effect.Notch notch -> Math.max(0, left - 1);
                    case RedLine.Effect.Veto veto -> left;
                    case RedLine.Effect.Cap cap -> left;
                };
            }
            if (failed == 0) {
                steps.add(new Reckoning.RedLinesKept(lines));
            }
            // Stars are taken away before any ceiling, so that a ceiling is what is left at most, not where one begins.
            for (var line : Reckoning.of(steps, Reckoning.RedLineFailed.class)) {
                left = switch (line.effect()) {
                    case RedLine.Effect.Veto veto -> 0;
                    case RedLine.Effect.Cap(var most) -> Math.min(left, most);
                    case RedLine.Effect.Notch notch -> left;
                };
            }
            return left;
        }

        private int afterWarnings(int stars) {
            var left = stars;
            for (var cap : standard.rules().warnings()) {
                if (track.openWarnings().contains(cap.severity())) {
                    steps.add(new Reckoning.CappedByWarning(cap.severity(), cap.stars()));
                    left = Math.min(left, cap.stars());
                }
            }
            return left;
        }

        private int afterTrack(int stars) {
            var demerits = track.demerits(standard.rules(), day);
            var left = stars;
            for (var cap : standard.rules().demeritCaps()) {
                if (demerits >= 100 * cap.from()) {
                    var weights = new TreeMap<String, Integer>();
                    for (var event : track.events()) {
                        var weight = Track.weight(standard.rules(), event, day);
                        if (weight > 0) {
                            weights.merge(event.record(), weight, Integer::sum);
                        }
                    }
                    steps.add(new Reckoning.CappedByTrack(
                            demerits, cap.from(), cap.stars(), Collections.unmodifiableSortedMap(weights)));
                    left = Math.min(left, cap.stars());
                }
            }
            return left;
        }
    }
}
