package xingma.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Searches the nearest path for one sheet. Red lines that forbid the stars must be mended; of those that only take one
 * star away every set is tried that leaves so few unmended that the stars above make up for them. The rest is chosen by
 * dynamic programming over effort: first within each part, where only the gain counts, then over the parts.
 */
final class PathSearch {
    private static final int UNREACHABLE = -1;

    private final int stars;
    private final Standard standard;
    private final String type;
    private final Sheet sheet;
    private final Track track;
    private final LocalDate day;
    private final List<Clause> must = new ArrayList<>();
    private final List<Clause> notches = new ArrayList<>();
    private Optional<Choice> best = Optional.empty();

    PathSearch(int stars, Standard standard, String type, Sheet sheet, Track track, LocalDate day) {
        this.stars = stars;
        this.standard = standard;
        this.type = type;
        this.sheet = sheet;
        this.track = track;
        this.day = day;
        for (var clause : standard.askedOf(type)) {
            if (score(clause).filter(clause::isFailedBy).isPresent()) {
                switch (clause.redLine().orElseThrow().effect()) {
                    case RedLine.Effect.Veto veto -> must.add(clause);
                    case RedLine.Effect.Cap(var most) -> {
                        if (most < stars) {
                            must.add(clause);
                        }
                    }
                    case RedLine.Effect.Notch notch -> notches.add(clause);
                }
            }
        }
    }

    NextStar best() {
        leaveUnmended(0, List.of());
        return best.<NextStar>map(this::path).orElseGet(() -> new NextStar.Blocked(List.of()));
    }

    /** Tries every set of notches from one on that may stay as they are beside those that stay already. */
    private void leaveUnmended(int from, List<Clause> kept) {
        var needed = reaching(stars + kept.size());
        if (needed.isEmpty()) {
            return;
        }
        var mended = new ArrayList<>(must);
        notches.stream().filter(c -> !kept.contains(c)).forEach(mended::add);
        var found = cheapest(mended, kept, needed.get());
        if (found.isPresent() && (best.isEmpty() || found.get().isBetterThan(best.get()))) {
            best = found;
        }
        for (var i = from; i < notches.size(); i++) {
            var more = new ArrayList<>(kept);
            more.add(notches.get(i));
            leaveUnmended(i + 1, more);
        }
    }

    /** The lowest threshold that gives at least so many stars. */
    private Optional<Standard.Threshold> reaching(int least) {
        return standard.thresholds().stream()
                .filter(t -> t.stars() >= least)
                .min(Comparator.comparingInt(Standard.Threshold::stars));
    }

    private Optional<Choice> cheapest(List<Clause> mended, List<Clause> kept, Standard.Threshold needed) {
        var parts = new ArrayList<PartTable>();
        var total = new Rate(Points.NONE, Points.NONE);
        for (var part : standard.parts()) {
            var rate = rate(part, mended);
            total = total.plus(rate);
            var open = part.clauses().stream()
                    .filter(c -> gain(c) > 0 && !mended.contains(c) && !kept.contains(c))
                    .toList();
            parts.add(new PartTable(open, rate.missingTo(needed.eachPart()).hundredths()));
        }
        return new WholeTable(parts)
                .cheapest(total.missingTo(needed.total()).hundredths())
                .map(chosen -> new Choice(mended, chosen));
    }

    private Rate rate(Standard.Part part, List<Clause> mended) {
        var rate = new Rate(Points.NONE, Points.NONE);
        for (var clause : part.clauses()) {
            var score = score(clause);
            if (clause.isAskedOf(type) && score.isPresent()) {
                rate = rate.plus(new Rate(mended.contains(clause) ? clause.most() : score.get(), clause.most()));
            }
        }
        return rate;
    }

    private NextStar path(Choice choice) {
        var after = sheet;
        for (var clause : choice.clauses()) {
            after = after.with(clause.code(), new Mark.Scored(clause.most()));
        }
        var order = standard.clauses();
        var mend = choice.clauses().stream()
                .sorted(Comparator.comparingInt(order::indexOf))
                .toList();
        if (Stars.of(standard, type, after, track, day) instanceof Stars.Outcome.Rated(var worth)
                && worth.stars() >= stars) {
            return new NextStar.Path(mend, choice.effort(), worth);
        }
        throw new IllegalStateException("a path that does not lead to " + stars + " stars");
    }

    private Optional<Points> score(Clause clause) {
        return clause.isAskedOf(type) && sheet.at(clause.code()).orElse(null) instanceof Mark.Scored(var points)
                ? Optional.of(points)
                : Optional.empty();
    }

    /** What mending a clause earns, in hundredths; nothing for one that is full, not asked or not applicable. */
    private int gain(Clause clause) {
        return score(clause).map(s -> clause.most().minus(s).hundredths()).orElse(0);
    }

    private static int effort(List<Clause> clauses) {
        return clauses.stream().mapToInt(Clause::effort).sum();
    }

    private final class Choice {
        private final List<Clause> clauses;

        Choice(List<Clause> forced, List<Clause> chosen) {
            clauses = new ArrayList<>(forced);
            clauses.addAll(chosen);
        }

        List<Clause> clauses() {
            return clauses;
        }

        int effort() {
            return PathSearch.effort(clauses);
        }

        private int gained() {
            return clauses.stream().mapToInt(PathSearch.this::gain).sum();
        }

        boolean isBetterThan(Choice other) {
            return effort() < other.effort() || effort() == other.effort() && gained() > other.gained();
        }
    }

    /** For each effort the most that can be gained within one part, once the part has what it needs. */
    private final class PartTable {
        private final List<Clause> open;
        private final int[][] gains;
        private final int needed;

        PartTable(List<Clause> open, int needed) {
            this.open = open;
            this.needed = needed;
            this.gains = new int[open.size() + 1][PathSearch.effort(open) + 1];
            for (var i = 1; i <= open.size(); i++) {
                var clause = open.get(i - 1);
                for (var effort = 0; effort < gains[i].length; effort++) {
                    var without = gains[i - 1][effort];
                    gains[i][effort] = effort < clause.effort()
                            ? without
                            : Math.max(without, gains[i - 1][effort - clause.effort()] + gain(clause));
                }
            }
        }

        int mostEffort() {
            return gains[0].length - 1;
        }

        int gain(int effort) {
            var gain = gains[open.size()][effort];
            return gain >= needed ? gain : UNREACHABLE;
        }

        private int gain(Clause clause) {
            return PathSearch.this.gain(clause);
        }

        List<Clause> chosen(int effort) {
            var chosen = new ArrayList<Clause>();
            var left = effort;
            for (var i = open.size(); i > 0; i--) {
                if (gains[i][left] != gains[i - 1][left]) {
                    chosen.add(open.get(i - 1));
                    left -= open.get(i - 1).effort();
                }
            }
            return chosen;
        }
    }

    /** The same over all parts. */
    private static final class WholeTable {
        private final List<PartTable> parts;
        private final int[][] gains;
        private final int[][] spent;

        WholeTable(List<PartTable> parts) {
            this.parts = parts;
            var most = parts.stream().mapToInt(PartTable::mostEffort).sum();
            gains = new int[parts.size() + 1][most + 1];
            spent = new int[parts.size() + 1][most + 1];
            for (var i = 1; i <= parts.size(); i++) {
                Arrays.fill(gains[i], UNREACHABLE);
                for (var effort = 0; effort <= most; effort++) {
                    add(i, effort);
                }
            }
        }

        private void add(int i, int effort) {
            var part = parts.get(i - 1);
            for (var here = 0; here <= Math.min(effort, part.mostEffort()); here++) {
                var before = gains[i - 1][effort - here];
                var gain = part.gain(here);
                if (before != UNREACHABLE && gain != UNREACHABLE && before + gain > gains[i][effort]) {
                    gains[i][effort] = before + gain;
                    spent[i][effort] = here;
                }
            }
        }

        Optional<List<Clause>> cheapest(int needed) {
            for (var effort = 0; effort < gains[parts.size()].length; effort++) {
                if (gains[parts.size()][effort] >= needed) {
                    return Optional.of(chosen(effort));
                }
            }
            return Optional.empty();
        }

        private List<Clause> chosen(int effort) {
            var chosen = new ArrayList<Clause>();
            var left = effort;
            for (var i = parts.size(); i > 0; i--) {
                chosen.addAll(parts.get(i - 1).chosen(spent[i][left]));
                left -= spent[i][left];
            }
            return chosen;
        }
    }
}
