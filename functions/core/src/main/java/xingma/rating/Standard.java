package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xingma.fact.Wording;
import xingma.warning.Warning;

/**
 * A published standard of the star rating (评价标准) in one of its editions: what is asked, how it is scored, and which
 * rates make which star. A rating is tied for ever to the edition under which it was made.
 *
 * @param id the same for all editions
 * @param notice what a draft must say of itself wherever it shows, such as 示例草案，非正式标准
 */
public record Standard(
        String id,
        int edition,
        Status status,
        Wording title,
        Optional<Wording> notice,
        LocalDate date,
        String source,
        List<Part> parts,
        List<Threshold> thresholds,
        Rules rules) {
    private static final Pattern ID = Pattern.compile("[A-Z0-9][A-Z0-9-]{0,39}");

    /** Whether a standard could be called so, such as {@code ILLUSTRATIVE-2026}. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Where an edition stands on its way (制定过程). */
    public enum Status {
        /** 起草. */
        DRAFT,
        /** 征求意见. */
        COMMENT,
        /** 试行: scored beside the edition in force, with no effect. */
        TRIAL,
        /** 施行. */
        IN_FORCE,
        /** 废止. */
        RETIRED;

        /**
         * Where it may go from here. What opinions and a trial change is a further edition, so that what was put out
         * reads for ever as it did; what is in force only ends.
         */
        public Set<Status> next() {
            return switch (this) {
                case DRAFT -> Set.of(COMMENT, RETIRED);
                case COMMENT -> Set.of(TRIAL, RETIRED);
                case TRIAL -> Set.of(IN_FORCE, RETIRED);
                case IN_FORCE -> Set.of(RETIRED);
                case RETIRED -> Set.of();
            };
        }
    }

    /** 部分, such as 依法执业: has a minimum rate of its own for each star. */
    public record Part(String code, Wording title, List<Chapter> chapters) {
        public Part {
            requireNonNull(title, "title");
            chapters = List.copyOf(chapters);
        }

        public List<Clause> clauses() {
            return chapters.stream().flatMap(c -> c.clauses().stream()).toList();
        }
    }

    /** 章. */
    public record Chapter(String code, Wording title, List<Clause> clauses) {
        public Chapter {
            requireNonNull(title, "title");
            clauses = List.copyOf(clauses);
        }
    }

    /** So many stars need these rates, in percent, of the whole and of each part. */
    public record Threshold(int stars, int total, int eachPart) {
        public Threshold {
            if (stars < 1 || stars > 5 || total < 0 || total > 100 || eachPart < 0 || eachPart > 100) {
                throw new IllegalArgumentException("a threshold is of 1 to 5 stars, in percent");
            }
        }
    }

    /**
     * What stands beside the scores.
     *
     * @param mostNotApplicable percent of the points that may be marked not applicable; beyond it the review is void
     * @param leastSheets sheets without which nothing is settled
     * @param spread percent of a clause's points; scores further apart are talked over and settled by the chair
     * @param validMonths how long a star holds
     * @param warnings how many stars an open warning leaves
     * @param demerits what past events weigh
     * @param demeritCaps how many stars the sum of them leaves
     */
    public record Rules(
            int mostNotApplicable,
            int leastSheets,
            int spread,
            int validMonths,
            List<WarningCap> warnings,
            List<Demerit> demerits,
            List<Fading> fading,
            List<DemeritCap> demeritCaps) {
        public Rules {
            warnings = List.copyOf(warnings);
            demerits = List.copyOf(demerits);
            fading = fading.stream().sorted(Comparator.comparingInt(Fading::months)).toList();
            demeritCaps = demeritCaps.stream()
                    .sorted(Comparator.comparingInt(DemeritCap::from))
                    .toList();
            if (mostNotApplicable < 0 || mostNotApplicable > 100 || spread < 0 || spread > 100) {
                throw new IllegalArgumentException("percents lie between 0 and 100");
            }
            if (leastSheets < 1 || validMonths < 1) {
                throw new IllegalArgumentException("a star needs a sheet and a term");
            }
            for (var i = 1; i < fading.size(); i++) {
                if (fading.get(i).months() == fading.get(i - 1).months()
                        || fading.get(i).percent() > fading.get(i - 1).percent()) {
                    throw new IllegalArgumentException("what is older weighs less");
                }
            }
            for (var i = 1; i < demeritCaps.size(); i++) {
                if (demeritCaps.get(i).from() == demeritCaps.get(i - 1).from()
                        || demeritCaps.get(i).stars() > demeritCaps.get(i - 1).stars()) {
                    throw new IllegalArgumentException("more demerits leave no more stars");
                }
            }
            refuseTwice(warnings.stream().map(WarningCap::severity).toList());
            refuseTwice(demerits.stream().map(Demerit::kind).toList());
        }
    }

    /** 有效提醒封顶: an open warning of this severity leaves so many stars. */
    public record WarningCap(Warning.Severity severity, int stars) {
        public WarningCap {
            requireNonNull(severity, "severity");
            refuseCap(stars);
        }
    }

    /** 记录扣分: one event of this kind weighs so many demerits when it is fresh. */
    public record Demerit(Track.Kind kind, int weight) {
        public Demerit {
            requireNonNull(kind, "kind");
            if (weight < 1 || weight > 1000) {
                throw new IllegalArgumentException("a demerit weighs 1 to 1000");
            }
        }
    }

    /** 随时间递减: up to so many months an event weighs so many percent; beyond the last it weighs nothing. */
    public record Fading(int months, int percent) {
        public Fading {
            if (months < 1 || percent < 0 || percent > 100) {
                throw new IllegalArgumentException("fading goes by months and percent");
            }
        }
    }

    /** 累计封顶: from so many demerits on no more than so many stars. */
    public record DemeritCap(int from, int stars) {
        public DemeritCap {
            refuseCap(stars);
            if (from < 1) {
                throw new IllegalArgumentException("who has no demerits is not capped");
            }
        }
    }

    public Standard {
        requireNonNull(status, "status");
        requireNonNull(title, "title");
        requireNonNull(notice, "notice");
        requireNonNull(date, "date");
        requireNonNull(source, "source");
        requireNonNull(rules, "rules");
        parts = List.copyOf(parts);
        thresholds = thresholds.stream()
                .sorted(Comparator.comparingInt(Threshold::stars).reversed())
                .toList();
        if (id.isBlank() || edition < 1 || parts.isEmpty() || thresholds.isEmpty()) {
            throw new IllegalArgumentException("a standard has a name, an edition, parts and thresholds");
        }
        refuseTwice(parts.stream().map(Part::code).toList());
        refuseTwice(parts.stream().flatMap(p -> p.chapters().stream()).map(Chapter::code).toList());
        refuseTwice(parts.stream().flatMap(p -> p.clauses().stream()).map(Clause::code).toList());
        refuseFallingThresholds(thresholds);
    }

    private static void refuseTwice(List<?> names) {
        var seen = new HashSet<>();
        for (var name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(name + " stands twice");
            }
        }
    }

    private static void refuseCap(int stars) {
        if (stars < 0 || stars > 4) {
            throw new IllegalArgumentException("a cap leaves 0 to 4 stars");
        }
    }

    private static void refuseFallingThresholds(List<Threshold> descending) {
        for (var i = 1; i < descending.size(); i++) {
            var more = descending.get(i - 1);
            var less = descending.get(i);
            if (more.stars() == less.stars() || more.total() < less.total() || more.eachPart() < less.eachPart()) {
                throw new IllegalArgumentException("more stars need no less");
            }
        }
    }

    /** The same edition at another place on its way; whether it may go there is for {@link Editions} to say. */
    public Standard at(Status place) {
        return new Standard(id, edition, place, title, notice, date, source, parts, thresholds, rules);
    }

    /** By which a rating names it: {@code HZ-2026/3}. */
    public String name() {
        return id + "/" + edition;
    }

    public List<Clause> clauses() {
        var all = new ArrayList<Clause>();
        parts.forEach(part -> all.addAll(part.clauses()));
        return List.copyOf(all);
    }

    public Optional<Clause> clause(String code) {
        return clauses().stream().filter(c -> c.code().equals(code)).findFirst();
    }

    /** The clauses that are asked of a type of institution. */
    public List<Clause> askedOf(String type) {
        return clauses().stream().filter(c -> c.isAskedOf(type)).toList();
    }

    public Optional<Threshold> threshold(int stars) {
        return thresholds.stream().filter(t -> t.stars() == stars).findFirst();
    }

    /** The codes of all clauses. */
    public Set<String> codes() {
        var codes = new HashSet<String>();
        clauses().forEach(c -> codes.add(c.code()));
        return Set.copyOf(codes);
    }
}
