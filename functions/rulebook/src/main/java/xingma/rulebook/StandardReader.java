package xingma.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.fact.Legible;
import xingma.fact.Wording;
import xingma.rating.Clause;
import xingma.rating.Method;
import xingma.rating.Points;
import xingma.rating.RedLine;
import xingma.rating.Standard;
import xingma.rating.Track;
import xingma.warning.Warning;

/** Reads a standard's file whole, and refuses it whole, with everything that is wrong in it. */
final class StandardReader {
    private static final int MOST_POINTS = 1000;

    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, List<String>> types = new LinkedHashMap<>();
    private final Map<String, List<Method.Level>> scales = new LinkedHashMap<>();
    private final Set<String> chapters = new HashSet<>();
    private final Set<String> clauses = new HashSet<>();

    private StandardReader() {}

    static Standard read(InputStream in, String file) throws IOException {
        var reader = new StandardReader();
        var written = Written.read(in, file);
        reader.refuseIllegible(written);
        var standard = reader.standard(new WrittenRow(written, "", reader.flaws));
        if (!reader.flaws.isEmpty()) {
            throw new BadStandard(file, reader.flaws);
        }
        return standard.orElseThrow();
    }

    /** Everybody reads what a standard says: nothing in it is unseen or turns the line around. */
    private void refuseIllegible(Written written) {
        switch (written) {
            case Written.Text(var line, var text) when !text.codePoints().allMatch(Legible::is) -> flaws.add(new Flaw(
                    "", line, "有看不见或颠倒文字方向的字符，请删去后重新输入", "there is a sign that is unseen or turns the line around; type it anew"));
            case Written.Items(var line, var items) -> items.forEach(this::refuseIllegible);
            case Written.Members(var line, var members, var twice) -> members.values().forEach(this::refuseIllegible);
            default -> {}
        }
    }

    private Optional<Standard> standard(WrittenRow row) {
        if (row.has("$schema")) {
            row.text("$schema");
        }
        var id = row.text("id");
        if (!id.equals("?") && !id.matches("[A-Z0-9][A-Z0-9-]{0,39}")) {
            row.wrong("id", "只用大写字母、数字和“-”，最多40个", "has capital letters, digits and -, 40 at most");
        }
        var edition = row.whole("edition", 1, 999);
        var status = row.word("status", Standard.Status.class);
        var title = row.wording("title");
        var notice = row.has("notice") ? Optional.of(row.wording("notice")) : Optional.<Wording>empty();
        var date = row.day("date");
        var source = row.text("source");
        row.rows("types", "id").forEach(this::type);
        row.rows("scales", "id").forEach(this::scale);
        var parts = WrittenRow.sound(row.someRows("parts", "code").stream().map(this::part).toList());
        var thresholds = thresholds(row);
        var rules = rules(row.row("rules"));
        row.end();
        return row.isSound()
                ? Optional.of(new Standard(
                        id, edition, status.orElseThrow(), title, notice, date, source, parts, thresholds, rules.orElseThrow()))
                : Optional.empty();
    }

    private void type(WrittenRow row) {
        types.put(row.text("id"), row.texts("names"));
        row.wording("title");
        row.text("source");
        row.end();
    }

    private void scale(WrittenRow row) {
        var levels = new ArrayList<Method.Level>();
        for (var level : row.someRows("levels", "percent")) {
            var percent = level.whole("percent", 0, 100);
            levels.add(new Method.Level(percent, level.wording("title")));
            level.end();
            if (levels.size() > 1 && percent >= levels.get(levels.size() - 2).percent()) {
                level.wrong("percent", "要比上一级低", "is less than that of the level above");
            }
        }
        var id = row.text("id");
        row.end();
        if (row.isSound() && (levels.size() < 2 || levels.getFirst().percent() != 100 || levels.getLast().percent() != 0)) {
            row.wrong("levels", "第一级要是100，最后一级要是0", "go from 100 to 0");
        }
        if (row.isSound()) {
            scales.put(id, levels);
        }
    }

    private Optional<Standard.Part> part(WrittenRow row) {
        var code = row.text("code");
        var title = row.wording("title");
        var all = WrittenRow.sound(row.someRows("chapters", "code").stream().map(this::chapter).toList());
        row.end();
        return row.isSound() ? Optional.of(new Standard.Part(code, title, all)) : Optional.empty();
    }

    private Optional<Standard.Chapter> chapter(WrittenRow row) {
        var code = row.text("code");
        onlyOnce(row, code, chapters);
        var title = row.wording("title");
        var all = WrittenRow.sound(row.someRows("clauses", "code").stream().map(this::clause).toList());
        row.end();
        return row.isSound() ? Optional.of(new Standard.Chapter(code, title, all)) : Optional.empty();
    }

    private Optional<Clause> clause(WrittenRow row) {
        var code = row.text("code");
        onlyOnce(row, code, clauses);
        var title = row.wording("title");
        var requirement = row.wording("requirement");
        var points = row.whole("points", 1, MOST_POINTS);
        var method = method(row.row("method"), points);
        var redLine = row.has("redLine") ? redLine(row.row("redLine")) : Optional.<RedLine>empty();
        var mayNotApply = row.flag("mayNotApply");
        var appliesTo = row.has("appliesTo") ? names(row) : Set.<String>of();
        var side = row.word("side", Clause.Side.class);
        var evidence = row.texts("evidence");
        var basis = basis(row.row("basis"));
        var interpretation = row.wording("interpretation");
        var effort = row.whole("effort", 1, 5);
        var findings = row.has("findings") ? findings(row) : List.<Wording>of();
        var crosswalk = row.pairs("crosswalk");
        row.end();
        if (method.orElse(null) instanceof Method.Deduct && findings.isEmpty()) {
            row.wrong("findings", "扣分的条款要写明扣分情形，至少一种", "a clause with deductions says what for, once at least");
        }
        return row.isSound()
                ? Optional.of(new Clause(
                        code, title, requirement, Points.of(points), method.orElseThrow(), redLine, mayNotApply, appliesTo,
                        side.orElseThrow(), evidence, basis, interpretation, effort, findings, crosswalk))
                : Optional.empty();
    }

    private Optional<Method> method(WrittenRow row, int points) {
        Optional<Method> method = switch (row.word("kind", "binary", "deduct", "ratio", "graded").orElse("")) {
            case "binary" -> Optional.of(new Method.Binary());
            case "deduct" -> Optional.of(new Method.Deduct(Points.of(row.whole("step", 1, points))));
            case "ratio" -> Optional.of(new Method.Ratio());
            case "graded" -> row.word("scale", scales).map(Method.Graded::new);
            default -> Optional.empty();
        };
        row.end();
        return method;
    }

    private Optional<RedLine> redLine(WrittenRow row) {
        Optional<RedLine.Effect> effect = switch (row.word("effect", "veto", "cap", "notch").orElse("")) {
            case "veto" -> Optional.of(new RedLine.Effect.Veto());
            case "cap" -> Optional.of(new RedLine.Effect.Cap(row.whole("stars", 1, 4)));
            case "notch" -> Optional.of(new RedLine.Effect.Notch());
            default -> Optional.empty();
        };
        var failsBelow = row.whole("failsBelow", 1, 100);
        row.end();
        return effect.map(e -> new RedLine(e, failsBelow));
    }

    private Set<String> names(WrittenRow row) {
        var names = new LinkedHashSet<String>();
        for (var id : row.texts("appliesTo")) {
            if (types.containsKey(id)) {
                names.addAll(types.get(id));
            } else {
                row.wrong(
                        "appliesTo",
                        "“" + id + "”不在types里，那里有" + String.join("、", types.keySet()),
                        id + " is not among the types " + String.join(", ", types.keySet()));
            }
        }
        if (names.isEmpty()) {
            row.wrong("appliesTo", "适用于所有机构的，不写这一项", "is left away where a clause is asked of all");
        }
        return names;
    }

    private static Clause.Basis basis(WrittenRow row) {
        var basis = new Clause.Basis(row.text("text"), row.flag("verified"));
        row.end();
        return basis;
    }

    private static List<Wording> findings(WrittenRow row) {
        var findings = new ArrayList<Wording>();
        for (var finding : row.rows("findings", "chinese")) {
            findings.add(new Wording(finding.text("chinese"), finding.text("english")));
            finding.end();
        }
        return findings;
    }

    private static List<Standard.Threshold> thresholds(WrittenRow row) {
        var byStars = new HashMap<Integer, Standard.Threshold>();
        for (var each : row.someRows("stars", "stars")) {
            var threshold = new Standard.Threshold(
                    each.whole("stars", 1, 5), each.whole("total", 0, 100), each.whole("eachPart", 0, 100));
            each.end();
            for (var other : byStars.values()) {
                var more = threshold.stars() > other.stars() ? threshold : other;
                var less = threshold.stars() > other.stars() ? other : threshold;
                if (more.total() < less.total() || more.eachPart() < less.eachPart()) {
                    each.wrongHere(
                            more.stars() + "星的线不能低于" + less.stars() + "星的线",
                            more.stars() + " stars need no less than " + less.stars());
                }
            }
            byStars.put(threshold.stars(), threshold);
        }
        return List.copyOf(byStars.values());
    }

    private static Optional<Standard.Rules> rules(WrittenRow row) {
        var mostNotApplicable = row.whole("mostNotApplicable", 0, 99);
        var leastSheets = row.whole("leastSheets", 1, 99);
        var spread = row.whole("spread", 0, 100);
        var validMonths = row.whole("validMonths", 1, 120);
        var warnings = new ArrayList<Optional<Standard.WarningCap>>();
        for (var each : row.rows("warnings", "severity")) {
            var stars = each.whole("stars", 0, 4);
            warnings.add(each.word("severity", Warning.Severity.class).map(s -> new Standard.WarningCap(s, stars)));
            each.end();
        }
        var demerits = new ArrayList<Optional<Standard.Demerit>>();
        for (var each : row.rows("demerits", "kind")) {
            var weight = each.whole("weight", 1, 1000);
            demerits.add(each.word("kind", Track.Kind.class).map(k -> new Standard.Demerit(k, weight)));
            each.end();
        }
        var fading = fading(row);
        var caps = demeritCaps(row);
        row.end();
        return row.isSound()
                ? Optional.of(new Standard.Rules(
                        mostNotApplicable, leastSheets, spread, validMonths, WrittenRow.sound(warnings),
                        WrittenRow.sound(demerits), fading, caps))
                : Optional.empty();
    }

    private static List<Standard.Fading> fading(WrittenRow row) {
        var fading = new ArrayList<Standard.Fading>();
        for (var each : row.rows("fading", "months")) {
            var next = new Standard.Fading(each.whole("months", 1, 1200), each.whole("percent", 0, 100));
            each.end();
            if (!fading.isEmpty() && (next.months() <= fading.getLast().months() || next.percent() > fading.getLast().percent())) {
                each.wrongHere("月数要从小到大，越久远比例越低", "months rise, and what is older weighs no more");
            }
            fading.add(next);
        }
        return fading;
    }

    private static List<Standard.DemeritCap> demeritCaps(WrittenRow row) {
        var caps = new ArrayList<Standard.DemeritCap>();
        for (var each : row.rows("demeritCaps", "from")) {
            var next = new Standard.DemeritCap(each.whole("from", 1, 10_000), each.whole("stars", 0, 4));
            each.end();
            if (!caps.isEmpty() && (next.from() <= caps.getLast().from() || next.stars() > caps.getLast().stars())) {
                each.wrongHere("累计扣分要从小到大，扣分越多星级越低", "demerits rise, and more of them leave no more stars");
            }
            caps.add(next);
        }
        return caps;
    }

    /** Codes are told apart over the whole standard; within one list the row itself says so. */
    private static void onlyOnce(WrittenRow row, String code, Set<String> seen) {
        if (!seen.add(code) && row.isSound()) {
            row.wrong("code", "“" + code + "”在别处已经用过，编号不能重复", code + " is used elsewhere");
        }
    }
}
