package xingma.rating;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import xingma.fact.Wording;
import xingma.warning.Warning;

/** Says what beside the scores takes stars away, each rule in a sentence; nothing where the standard has no such rule (封顶规则的说明). */
public final class RuleWords {
    private RuleWords() {}

    /** Open warnings. */
    public static Optional<Wording> warnings(Standard.Rules rules) {
        return joined(
                rules.warnings(),
                w -> (w.severity() == Warning.Severity.SEVERE ? "有没解除的警示，" : "有没解除的提醒，") + most(w.stars()).chinese(),
                w -> (w.severity() == Warning.Severity.SEVERE ? "with a severe warning open " : "with a notice open ")
                        + most(w.stars()).english());
    }

    /** What each kind of event weighs. */
    public static Optional<Wording> demerits(Standard.Rules rules) {
        return joined(
                rules.demerits(),
                d -> kind(d.kind()).chinese() + "计" + d.weight() + "分",
                d -> kind(d.kind()).english() + " weighs " + d.weight());
    }

    /** How that fades. */
    public static Optional<Wording> fading(Standard.Rules rules) {
        return joined(
                        rules.fading(),
                        f -> f.months() + "个月内按" + f.percent() + "%计",
                        f -> f.percent() + "% for " + f.months() + " months")
                .map(w -> new Wording(w.chinese() + "，以后不计", w.english() + ", then nothing"));
    }

    /** From how much on there are no more stars than so many. */
    public static Optional<Wording> demeritCaps(Standard.Rules rules) {
        return joined(
                rules.demeritCaps(),
                c -> "累计满" + c.from() + "分，" + most(c.stars()).chinese(),
                c -> "from " + c.from() + " on " + most(c.stars()).english());
    }

    private static <T> Optional<Wording> joined(List<T> rules, Function<T, String> chinese, Function<T, String> english) {
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wording(
                        rules.stream().map(chinese).collect(Collectors.joining("；")),
                        rules.stream().map(english).collect(Collectors.joining("; "))));
    }

    private static Wording most(int stars) {
        var words = ReckoningWords.stars(stars);
        return stars == 0 ? words : new Wording("最多" + words.chinese(), words.english() + " at most");
    }

    private static Wording kind(Track.Kind kind) {
        return switch (kind) {
            case UPHELD_COMPLAINT -> new Wording("查实的投诉举报", "a complaint upheld");
            case PENALTY -> new Wording("行政处罚", "a penalty");
            case RED_LINE -> new Wording("红线被触碰", "a red line crossed");
            case ACCIDENT -> new Wording("负主要责任的医疗事故", "an accident with main responsibility");
        };
    }
}
