package xingma.rating;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import xingma.fact.Wording;
import xingma.warning.Warning;

/** A standard as its file says it, lists and maps alone: made up at random, and built into the type of the bureau. */
public record RawStandard(Map<String, Object> file) {
    static final List<String> TYPES = List.of("甲", "乙", "丙");
    private static final List<Map<String, Object>> GROUPS =
            List.of(Map.of("id", "x", "names", List.of("甲")), Map.of("id", "y", "names", List.of("甲", "乙")));

    /** @param most clauses at most */
    static RawStandard random(Random random, int most) {
        var parts = new ArrayList<Object>();
        var left = 1 + random.nextInt(most);
        for (var p = 0; p < 3 && left > 0; p++) {
            var chapters = new ArrayList<Object>();
            for (var c = 0; c < 2 && left > 0; c++) {
                var clauses = new ArrayList<Object>();
                for (var i = 0; i < 1 + random.nextInt(4) && left > 0; i++, left--) {
                    clauses.add(clause(random, "P" + p + c + "." + i));
                }
                chapters.add(map("code", "P" + p + c, "clauses", clauses));
            }
            parts.add(map("code", "P" + p, "chapters", chapters));
        }
        return new RawStandard(map(
                "id", "RANDOM", "edition", 1, "types", GROUPS, "parts", parts, "stars", stars(random), "rules", rules(random)));
    }

    private static Map<String, Object> clause(Random random, String code) {
        var points = 1 + random.nextInt(40);
        var clause = map("code", code, "points", points, "mayNotApply", random.nextInt(5) < 2, "effort", 1 + random.nextInt(5));
        clause.put("method", switch (random.nextInt(4)) {
            case 0 -> map("kind", "binary");
            case 1 -> map("kind", "deduct", "step", 1 + random.nextInt(points));
            case 2 -> map("kind", "ratio");
            default -> map("kind", "graded", "levels", List.of(100, 50 + random.nextInt(40), 10 + random.nextInt(30), 0));
        });
        if (random.nextInt(3) == 0) {
            var redLine = map("failsBelow", List.of(1, 50, 60, 100).get(random.nextInt(4)));
            switch (random.nextInt(3)) {
                case 0 -> redLine.put("effect", "veto");
                case 1 -> {
                    redLine.put("effect", "cap");
                    redLine.put("stars", 1 + random.nextInt(4));
                }
                default -> redLine.put("effect", "notch");
            }
            clause.put("redLine", redLine);
        }
        if (random.nextInt(6) == 0) {
            clause.put("appliesTo", List.of(random.nextBoolean() ? "x" : "y"));
        }
        return clause;
    }

    private static List<Object> stars(Random random) {
        var stars = new ArrayList<Object>();
        var total = 100 - random.nextInt(10);
        var part = 100 - random.nextInt(20);
        for (var n = 5; n >= 1; n--) {
            if (n == 1 || random.nextInt(5) > 0) {
                stars.add(map("stars", n, "total", total, "eachPart", part));
                total -= random.nextInt(15);
                part -= random.nextInt(15);
            }
        }
        return stars;
    }

    private static Map<String, Object> rules(Random random) {
        var caps = random.nextBoolean()
                ? List.of(map("from", 2, "stars", 4), map("from", 5, "stars", 2))
                : List.of(map("from", 1 + random.nextInt(4), "stars", random.nextInt(5)));
        var warnings = random.nextBoolean()
                ? List.of(map("severity", "SEVERE", "stars", 2))
                : List.of(map("severity", "SEVERE", "stars", 1), map("severity", "ADVICE", "stars", 4));
        return map(
                "mostNotApplicable", List.of(0, 30, 50, 99).get(random.nextInt(4)),
                "leastSheets", 3,
                "spread", 30,
                "validMonths", 24,
                "warnings", warnings,
                "demerits", List.of(map("kind", "UPHELD_COMPLAINT", "weight", 1), map("kind", "PENALTY", "weight", 3)),
                "fading", List.of(map("months", 12, "percent", 100), map("months", 24, "percent", 50), map("months", 36, "percent", 25)),
                "demeritCaps", caps);
    }

    /** A sheet as text, mostly near full; faulty now and then. Points are given as a decimal, {@code -} is not applicable. */
    Map<String, String> sheet(Random random, String type) {
        var standard = standard();
        var sheet = new HashMap<String, String>();
        var good = random.nextInt(100);
        for (var clause : standard.askedOf(type)) {
            var choices = clause.method().choices(clause.most());
            var score = random.nextInt(100) < good ? clause.most()
                    : choices.isEmpty() || random.nextInt(10) == 0 ? new Points(random.nextInt(clause.most().hundredths() + 1))
                    : choices.get(random.nextInt(choices.size()));
            sheet.put(clause.code(), clause.mayNotApply() && random.nextInt(6) == 0 ? "-" : score.toString());
        }
        if (random.nextInt(20) == 0 && !sheet.isEmpty()) {
            var code = List.copyOf(new TreeSet<>(sheet.keySet())).get(random.nextInt(sheet.size()));
            switch (random.nextInt(4)) {
                case 0 -> sheet.remove(code);
                case 1 -> sheet.put(code, standard.clause(code).orElseThrow().most().plus(new Points(1)).toString());
                case 2 -> sheet.put(code, "-");
                default -> sheet.put("Q9", "1");
            }
        }
        return sheet;
    }

    static Sheet sheet(Map<String, String> raw) {
        var marks = new TreeMap<String, Mark>();
        raw.forEach((code, mark) -> marks.put(code, mark.equals("-")
                ? new Mark.NotApplicable("没有")
                : new Mark.Scored(new Points(new BigDecimal(mark).movePointRight(2).intValueExact()))));
        return new Sheet(marks);
    }

    static Track track(Random random, LocalDate day) {
        var warnings = new ArrayList<Warning.Severity>();
        if (random.nextInt(6) == 0) {
            warnings.add(Warning.Severity.values()[random.nextInt(2)]);
        }
        var events = new ArrayList<Track.Event>();
        for (var i = random.nextInt(6) - 2; i > 0; i--) {
            events.add(new Track.Event(
                    Track.Kind.values()[random.nextInt(4)], day.minusDays(random.nextInt(1300) - 20), "记" + i));
        }
        return new Track(warnings, events);
    }

    Standard standard() {
        var parts = rows("parts").stream()
                .map(p -> new Standard.Part(text(p, "code"), words(p), rows(p, "chapters").stream()
                        .map(c -> new Standard.Chapter(
                                text(c, "code"), words(c), rows(c, "clauses").stream().map(RawStandard::clause).toList()))
                        .toList()))
                .toList();
        var stars = rows("stars").stream()
                .map(s -> new Standard.Threshold(whole(s, "stars"), whole(s, "total"), whole(s, "eachPart")))
                .toList();
        return new Standard(
                text(file, "id"), whole(file, "edition"), Standard.Status.DRAFT, new Wording("随机", "random"), Optional.empty(),
                LocalDate.of(2026, 11, 1), "test", parts, stars, rules(row(file, "rules")));
    }

    private static Clause clause(Map<String, Object> c) {
        Method method = switch (text(row(c, "method"), "kind")) {
            case "binary" -> new Method.Binary();
            case "deduct" -> new Method.Deduct(Points.of(whole(row(c, "method"), "step")));
            case "ratio" -> new Method.Ratio();
            default -> new Method.Graded(((List<?>) row(c, "method").get("levels")).stream()
                    .map(percent -> new Method.Level((Integer) percent, new Wording("级", "level")))
                    .toList());
        };
        var redLine = Optional.ofNullable(c.get("redLine")).map(r -> row(c, "redLine")).map(r -> new RedLine(
                switch (text(r, "effect")) {
                    case "veto" -> new RedLine.Effect.Veto();
                    case "cap" -> new RedLine.Effect.Cap(whole(r, "stars"));
                    default -> new RedLine.Effect.Notch();
                },
                whole(r, "failsBelow")));
        var appliesTo = new HashSet<String>();
        if (c.get("appliesTo") instanceof List<?> groups) {
            for (var group : GROUPS) {
                if (groups.contains(group.get("id"))) {
                    ((List<?>) group.get("names")).forEach(name -> appliesTo.add((String) name));
                }
            }
        }
        return new Clause(
                text(c, "code"), words(c), words(c), Points.of(whole(c, "points")), method, redLine,
                (Boolean) c.get("mayNotApply"), Set.copyOf(appliesTo), Clause.Side.ENFORCEMENT, List.of(),
                new Clause.Basis("试", false), words(c), whole(c, "effort"), List.of(), Map.of());
    }

    private static Standard.Rules rules(Map<String, Object> r) {
        return new Standard.Rules(
                whole(r, "mostNotApplicable"), whole(r, "leastSheets"), whole(r, "spread"), whole(r, "validMonths"),
                rows(r, "warnings").stream()
                        .map(w -> new Standard.WarningCap(Warning.Severity.valueOf(text(w, "severity")), whole(w, "stars")))
                        .toList(),
                rows(r, "demerits").stream()
                        .map(d -> new Standard.Demerit(Track.Kind.valueOf(text(d, "kind")), whole(d, "weight")))
                        .toList(),
                rows(r, "fading").stream().map(f -> new Standard.Fading(whole(f, "months"), whole(f, "percent"))).toList(),
                rows(r, "demeritCaps").stream().map(d -> new Standard.DemeritCap(whole(d, "from"), whole(d, "stars"))).toList());
    }

    private static Wording words(Map<String, Object> row) {
        return new Wording("条" + row.get("code"), "Item " + row.get("code"));
    }

    private List<Map<String, Object>> rows(String name) {
        return rows(file, name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> row, String name) {
        return (List<Map<String, Object>>) row.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> row(Map<String, Object> row, String name) {
        return (Map<String, Object>) row.get(name);
    }

    private static String text(Map<String, Object> row, String name) {
        return (String) row.get(name);
    }

    private static int whole(Map<String, Object> row, String name) {
        return (Integer) row.get(name);
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
