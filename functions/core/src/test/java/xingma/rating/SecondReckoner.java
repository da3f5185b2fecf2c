package xingma.rating;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rates a sheet once more, written apart from {@link Stars} and in another way: straight over what the file says, in
 * fractions of any size, as a list of ceilings of which the lowest is what is left.
 */
public final class SecondReckoner {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final Map<?, ?> file;
    private final Set<String> groups;
    private final Map<String, String> sheet;

    /** @param groups ids of the file's types to which the institution belongs */
    public SecondReckoner(Map<?, ?> file, Set<String> groups, Map<String, String> sheet) {
        this.file = file;
        this.groups = groups;
        this.sheet = sheet;
    }

    /** An event as {@code kind}, day and record. */
    public record Past(String kind, LocalDate on) {}

    /** {@code 0} to {@code 5}, or {@code faulty}, {@code void}, {@code nothing}. */
    public String stars(Set<String> openWarnings, List<Past> events, LocalDate day) {
        var asked = asked(list(file, "parts"));
        if (asked.isEmpty()) {
            return "nothing";
        }
        if (isFaulty(asked)) {
            return "faulty";
        }
        var all = BigInteger.ZERO;
        var out = BigInteger.ZERO;
        for (var clause : asked) {
            all = all.add(points(clause));
            out = sheet.get(code(clause)).equals("-") ? out.add(points(clause)) : out;
        }
        var rules = (Map<?, ?>) file.get("rules");
        // out / all > n / 100
        if (out.equals(all) || out.multiply(HUNDRED).compareTo(all.multiply(whole(rules, "mostNotApplicable"))) > 0) {
            return "void";
        }
        var ceilings = new ArrayList<Integer>();
        var lost = 0;
        for (var clause : asked) {
            if (clause.get("redLine") instanceof Map<?, ?> line && fails(clause, line)) {
                switch ((String) line.get("effect")) {
                    case "veto" -> ceilings.add(0);
                    case "cap" -> ceilings.add(whole(line, "stars").intValue());
                    case "notch" -> lost++;
                    default -> throw new IllegalStateException();
                }
            }
        }
        ceilings.add(Math.max(0, byRates() - lost));
        for (var cap : list(rules, "warnings")) {
            if (openWarnings.contains((String) cap.get("severity"))) {
                ceilings.add(whole(cap, "stars").intValue());
            }
        }
        var demerits = demerits(rules, events, day);
        for (var cap : list(rules, "demeritCaps")) {
            if (demerits.compareTo(new BigDecimal(whole(cap, "from"))) >= 0) {
                ceilings.add(whole(cap, "stars").intValue());
            }
        }
        return "" + ceilings.stream().mapToInt(i -> i).min().orElseThrow();
    }

    /** Earned and possible, as a fraction that is not reduced: {@code 839/875}. */
    public BigDecimal[] rate() {
        return rate(list(file, "parts"));
    }

    private int byRates() {
        var most = 0;
        for (var line : list(file, "stars")) {
            var isReached = reaches(rate(list(file, "parts")), whole(line, "total"));
            for (var part : list(file, "parts")) {
                isReached &= reaches(rate(List.of(part)), whole(line, "eachPart"));
            }
            most = isReached ? Math.max(most, whole(line, "stars").intValue()) : most;
        }
        return most;
    }

    private static boolean reaches(BigDecimal[] rate, BigInteger percent) {
        return rate[0].multiply(new BigDecimal(100)).compareTo(rate[1].multiply(new BigDecimal(percent))) >= 0;
    }

    private BigDecimal[] rate(List<Map<?, ?>> parts) {
        var earned = BigDecimal.ZERO;
        var possible = BigDecimal.ZERO;
        for (var clause : asked(parts)) {
            if (!sheet.get(code(clause)).equals("-")) {
                earned = earned.add(new BigDecimal(sheet.get(code(clause))));
                possible = possible.add(new BigDecimal(points(clause)));
            }
        }
        return new BigDecimal[] {earned, possible};
    }

    private boolean fails(Map<?, ?> clause, Map<?, ?> line) {
        var mark = sheet.get(code(clause));
        return !mark.equals("-")
                && new BigDecimal(mark)
                                .multiply(new BigDecimal(100))
                                .compareTo(new BigDecimal(points(clause).multiply(whole(line, "failsBelow"))))
                        < 0;
    }

    private boolean isFaulty(List<Map<?, ?>> asked) {
        var codes = new ArrayList<String>();
        for (var clause : asked) {
            codes.add(code(clause));
            var mark = sheet.get(code(clause));
            if (mark == null
                    || mark.equals("-") && !clause.get("mayNotApply").equals(true)
                    || !mark.equals("-") && new BigDecimal(mark).compareTo(new BigDecimal(points(clause))) > 0) {
                return true;
            }
        }
        return !codes.containsAll(sheet.keySet());
    }

    private static BigDecimal demerits(Map<?, ?> rules, List<Past> events, LocalDate day) {
        var sum = BigDecimal.ZERO;
        for (var event : events) {
            for (var demerit : list(rules, "demerits")) {
                if (demerit.get("kind").equals(event.kind()) && !event.on().isAfter(day)) {
                    sum = sum.add(new BigDecimal(whole(demerit, "weight").multiply(percent(rules, months(event.on(), day))), 2));
                }
            }
        }
        return sum;
    }

    private static BigInteger percent(Map<?, ?> rules, int months) {
        for (var step : list(rules, "fading")) {
            if (months < whole(step, "months").intValue()) {
                return whole(step, "percent");
            }
        }
        return BigInteger.ZERO;
    }

    /** Whole months from one day to another; where a month has no such day, its last one counts. */
    private static int months(LocalDate from, LocalDate to) {
        var months = (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
        return to.getDayOfMonth() < Math.min(from.getDayOfMonth(), to.lengthOfMonth()) ? months - 1 : months;
    }

    private List<Map<?, ?>> asked(List<Map<?, ?>> parts) {
        var asked = new ArrayList<Map<?, ?>>();
        for (var part : parts) {
            for (var chapter : list(part, "chapters")) {
                for (var clause : list(chapter, "clauses")) {
                    if (!(clause.get("appliesTo") instanceof List<?> ids) || ids.stream().anyMatch(groups::contains)) {
                        asked.add(clause);
                    }
                }
            }
        }
        return asked;
    }

    private static List<Map<?, ?>> list(Map<?, ?> row, String name) {
        var rows = new ArrayList<Map<?, ?>>();
        ((List<?>) row.get(name)).forEach(item -> rows.add((Map<?, ?>) item));
        return rows;
    }

    private static String code(Map<?, ?> clause) {
        return (String) clause.get("code");
    }

    private static BigInteger points(Map<?, ?> clause) {
        return whole(clause, "points");
    }

    private static BigInteger whole(Map<?, ?> row, String name) {
        return new BigInteger(row.get(name).toString());
    }
}
