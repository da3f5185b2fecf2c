package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        RETIRED
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
            demeritCaps = List.copyOf(demeritCaps);
            if (mostNotApplicable < 0 || mostNotApplicable > 100 || spread < 0 || spread > 100) {
                throw new IllegalArgumentException("percents lie between 0 and 100");
            }
            if (leastSheets < 1 || validMonths < 1) {
                throw new IllegalArgumentException("a star needs a sheet and a term");
            }
            for (var i = 1; i < fading.size(); i++) {
                if (fading.get(i).percent() > fading.get(i - 1).percent()) {
                    throw new IllegalArgumentException("what is older weighs less");
                }
            }
        }
    }

    /** 有效提醒封顶: an open warning of this severity leaves so many stars. */
    public record WarningCap(Warning.Severity severity, int stars) {}

    /** 记录扣分: one event of this kind weighs so many demerits when it is fresh. */
    public record Demerit(Track.Kind kind, int weight) {}

    /** 随时间递减: up to so many months an event weighs so many percent; beyond the last it weighs nothing. */
    public record Fading(int months, int percent) {}

    /** 累计封顶: from so many demerits on no more than so many stars. */
    public record DemeritCap(int from, int stars) {}

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
        refuseSameCodes(parts);
        refuseFallingThresholds(thresholds);
    }

    private static void refuseSameCodes(List<Part> parts) {
        var codes = new HashSet<String>();
        for (var part : parts) {
            for (var clause : part.clauses()) {
                if (!codes.add(clause.code())) {
                    throw new IllegalArgumentException("clause " + clause.code() + " stands twice");
                }
            }
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
