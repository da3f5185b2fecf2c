package xingma.rating;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xingma.fact.Wording;
import xingma.warning.Warning;

/** Ready values of the star rating. */
public final class Some {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    public static final String CLINIC = "医疗美容诊所";

    public static final Standard.Rules RULES = new Standard.Rules(
            30, 3, 30, 24,
            List.of(new Standard.WarningCap(Warning.Severity.SEVERE, 3), new Standard.WarningCap(Warning.Severity.ADVICE, 4)),
            List.of(new Standard.Demerit(Track.Kind.UPHELD_COMPLAINT, 1), new Standard.Demerit(Track.Kind.PENALTY, 3)),
            List.of(new Standard.Fading(12, 100), new Standard.Fading(24, 50), new Standard.Fading(36, 25)),
            List.of(new Standard.DemeritCap(3, 4), new Standard.DemeritCap(6, 2)));

    private Some() {}

    public static Clause clause(String code, int points, Method method) {
        return new Clause(
                code, new Wording("条款" + code, "Clause " + code), new Wording("做到", "Do it"), Points.of(points), method,
                Optional.empty(), true, Set.of(), code.startsWith("A") ? Clause.Side.ENFORCEMENT : Clause.Side.ASSOCIATION,
                List.of(), new Clause.Basis("规定", true), new Wording("看", "Look"), 2, List.of(), Map.of());
    }

    public static Clause ratio(String code, int points) {
        return clause(code, points, new Method.Ratio());
    }

    public static Clause with(Clause c, RedLine.Effect effect, int failsBelow) {
        return new Clause(
                c.code(), c.title(), c.requirement(), c.most(), c.method(), Optional.of(new RedLine(effect, failsBelow)),
                c.mayNotApply(), c.appliesTo(), c.side(), c.evidence(), c.basis(), c.interpretation(), c.effort(),
                c.findings(), c.crosswalk());
    }

    public static Clause always(Clause c) {
        return new Clause(
                c.code(), c.title(), c.requirement(), c.most(), c.method(), c.redLine(), false, c.appliesTo(), c.side(),
                c.evidence(), c.basis(), c.interpretation(), c.effort(), c.findings(), c.crosswalk());
    }

    public static Clause onlyOf(Clause c, String type) {
        return new Clause(
                c.code(), c.title(), c.requirement(), c.most(), c.method(), c.redLine(), c.mayNotApply(), Set.of(type),
                c.side(), c.evidence(), c.basis(), c.interpretation(), c.effort(), c.findings(), c.crosswalk());
    }

    /** A part for each letter with which a code begins, of one chapter each; the lines of the draft. */
    public static Standard standard(Clause... clauses) {
        return standard(1, RULES, clauses);
    }

    public static Standard standard(int edition, Standard.Rules rules, Clause... clauses) {
        var parts = new TreeMap<String, List<Clause>>();
        for (var clause : clauses) {
            parts.merge(clause.code().substring(0, 1), List.of(clause), (a, b) -> {
                var both = new ArrayList<>(a);
                both.addAll(b);
                return both;
            });
        }
        return new Standard(
                "TEST", edition, Standard.Status.DRAFT, new Wording("标准", "Standard"), Optional.empty(), DAY, "test",
                parts.entrySet().stream()
                        .map(p -> new Standard.Part(
                                p.getKey(),
                                new Wording("部分" + p.getKey(), "Part " + p.getKey()),
                                List.of(new Standard.Chapter(
                                        p.getKey() + "1", new Wording("章" + p.getKey(), "Chapter " + p.getKey()), p.getValue()))))
                        .toList(),
                List.of(
                        new Standard.Threshold(5, 95, 90), new Standard.Threshold(4, 90, 85), new Standard.Threshold(3, 80, 75),
                        new Standard.Threshold(2, 70, 65), new Standard.Threshold(1, 60, 60)),
                rules);
    }

    /** Pairs of a clause's code and a score such as {@code 9.5}, or {@code -} where it does not apply. */
    public static Sheet sheet(String... codesAndScores) {
        var raw = new TreeMap<String, String>();
        for (var i = 0; i < codesAndScores.length; i += 2) {
            raw.put(codesAndScores[i], codesAndScores[i + 1]);
        }
        return RawStandard.sheet(raw);
    }

    public static Stars rated(Standard standard, Sheet sheet) {
        return rated(standard, sheet, Track.CLEAN);
    }

    public static Stars rated(Standard standard, Sheet sheet, Track track) {
        return ((Stars.Outcome.Rated) Stars.of(standard, CLINIC, sheet, track, DAY)).stars();
    }
}
