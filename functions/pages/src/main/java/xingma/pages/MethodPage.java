package xingma.pages;

import static java.util.Objects.requireNonNull;
import static xingma.pages.Attribute.cls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import xingma.fact.Wording;
import xingma.rating.Clause;
import xingma.rating.Opinion;
import xingma.rating.Points;
import xingma.rating.Reckoning;
import xingma.rating.ReckoningWords;
import xingma.rating.RedLine;
import xingma.rating.RuleWords;
import xingma.rating.Standard;
import xingma.rating.StandardShelf;
import xingma.rating.WorkedExample;

/**
 * How stars come about (评价办法), drawn from the standard itself: what it asks, which rates make which star, what takes
 * stars away, and one example from the first mark to the last step. Standards speak Chinese and English; readers of
 * other languages are given the English.
 */
public final class MethodPage {
    private final Publisher publisher;

    public MethodPage(Publisher publisher) {
        this.publisher = publisher;
    }

    /**
     * What lies around the edition that is shown.
     *
     * @param shelved all editions of the standard, and how far each is
     * @param opinions what was said of the one that is shown
     */
    public record Around(StandardShelf.Shelved shelved, List<Opinion> opinions) {
        public Around {
            requireNonNull(shelved, "shelved");
            opinions = List.copyOf(opinions);
        }
    }

    public Page page(Standard standard, Around around, Optional<WorkedExample> example, View view) {
        var voice = new Voice(view.language(), Optional.empty());
        var frame = new Frame(publisher, view, voice);
        var tongue = new Tongue(view.language());
        var main = new ArrayList<Html>();
        main.add(Tag.SECTION.of(
                Tag.H1.of(tongue.say(standard.title())),
                standard.notice().<Html>map(n -> Tag.P.of(Tag.SPAN.with(cls("dr")).of(tongue.say(n)))).orElse(Html.NOTHING),
                Tag.P.with(cls("s")).of(Html.all(
                        Html.text(standard.name() + " · " + standard.date() + " · "),
                        tongue.say(stage(standard))))));
        var beside = new MethodEditions(standard, around, frame, tongue);
        main.add(beside.invitation(view.day()));
        main.add(lines(standard, tongue));
        main.add(redLines(standard, tongue));
        main.add(rules(standard, tongue));
        main.add(caps(standard.rules(), tongue));
        standard.parts().forEach(part -> main.add(part(part, tongue)));
        example.ifPresent(e -> main.add(example(e, tongue)));
        main.add(beside.opinions(view.day()));
        main.add(beside.editions());
        return frame.page(
                tongue.plain(new Wording("星级怎么评", "How stars come about")),
                Tag.MAIN.with(Attribute.id("main")).of(main),
                Optional.of(StarPages.CSS),
                List.of());
    }

    private static Html lines(Standard standard, Tongue tongue) {
        var rows = standard.thresholds().stream()
                .map(t -> Tag.LI.of(tongue.say(
                        ReckoningWords.stars(t.stars()).chinese() + "：总分得分率不低于" + t.total() + "%，各部分不低于" + t.eachPart() + "%",
                        ReckoningWords.stars(t.stars()).english() + ": " + t.total() + "% of all points and " + t.eachPart()
                                + "% of each part at least")))
                .toList();
        return Tag.SECTION.of(
                Tag.H2.of(tongue.say("几星要多少分", "Which rates make which star")),
                Tag.P.of(tongue.say(
                        "得分率等于得分除以应得分，不适用的条款不计入。比较时不四舍五入，显示时保留一位小数。",
                        "A rate is what was earned of what could be; what does not apply is left out. Rates are compared unrounded "
                                + "and shown to one decimal.")),
                Tag.UL.with(cls("rl")).of(rows));
    }

    private static Html redLines(Standard standard, Tongue tongue) {
        var rows = new ArrayList<Html>();
        for (var clause : standard.clauses()) {
            clause.redLine().ifPresent(line -> rows.add(Tag.LI.of(Html.all(
                    Html.text(clause.code() + " "), tongue.say(clause.title()), Html.text(" "), tongue.say(effect(line.effect()))))));
        }
        return Tag.SECTION.of(
                Tag.H2.of(tongue.say("红线（" + rows.size() + "条）", "Red lines (" + rows.size() + ")")),
                Tag.UL.with(cls("rl")).of(rows));
    }

    private static Wording effect(RedLine.Effect effect) {
        return switch (effect) {
            case RedLine.Effect.Veto veto -> new Wording("（一票否决）", "(no star at all)");
            case RedLine.Effect.Notch notch -> new Wording("（降一星）", "(one star less)");
            case RedLine.Effect.Cap(var stars) -> new Wording(
                    "（最多" + ReckoningWords.stars(stars).chinese() + "）",
                    "(" + ReckoningWords.stars(stars).english() + " at most)");
        };
    }

    private static Html rules(Standard standard, Tongue tongue) {
        var rules = standard.rules();
        var rows = List.of(
                tongue.say(
                        "至少" + rules.leastSheets() + "位专家各自评分，互不可见，每条取中位数。",
                        "At least " + rules.leastSheets() + " experts score apart, unseen by each other; the median of each clause counts."),
                tongue.say(
                        "同一条相差超过满分的" + rules.spread() + "%，合议并记录。",
                        "Scores further apart than " + rules.spread() + "% of a clause are talked over on the record."),
                tongue.say(
                        "不适用的分值超过" + rules.mostNotApplicable() + "%，评价无效。",
                        "If more than " + rules.mostNotApplicable() + "% of the points do not apply, the review is void."),
                tongue.say(
                        "没有评过的条款不算零分，补评后才能出结果。",
                        "A clause that nobody scored is no zero; it must be scored first."),
                tongue.say("星级有效" + rules.validMonths() + "个月。", "Stars hold for " + rules.validMonths() + " months."));
        return Tag.SECTION.of(
                Tag.H2.of(tongue.say("评分规则", "Rules")),
                Tag.UL.with(cls("rl")).of(rows.stream().map(Tag.LI::of).toList()));
    }

    /** What the bureau knows beside the day of the visit. */
    private static Html caps(Standard.Rules rules, Tongue tongue) {
        var rows = Stream.of(
                        RuleWords.warnings(rules), RuleWords.demerits(rules), RuleWords.fading(rules), RuleWords.demeritCaps(rules))
                .flatMap(Optional::stream)
                .map(words -> Tag.LI.of(tongue.say(words.chinese() + "。", words.english() + ".")))
                .toList();
        return rows.isEmpty()
                ? Html.NOTHING
                : Tag.SECTION.of(
                        Tag.H2.of(tongue.say("警示和既往记录", "Warnings and the record")), Tag.UL.with(cls("rl")).of(rows));
    }

    private static Html part(Standard.Part part, Tongue tongue) {
        var chapters = part.chapters().stream()
                .<Html>map(chapter -> Tag.DETAILS.of(
                        Tag.SUMMARY.of(
                                Html.text(chapter.code() + " "), tongue.say(chapter.title()), points(chapter.clauses(), tongue)),
                        Tag.UL.with(cls("rl")).of(chapter.clauses().stream().map(c -> clause(c, tongue)).toList())))
                .toList();
        return Tag.SECTION.of(
                Tag.H2.of(tongue.say(part.title()), points(part.clauses(), tongue)), Html.all(chapters));
    }

    private static Html clause(Clause clause, Tongue tongue) {
        return Tag.LI.of(
                Tag.B.of(Html.text(clause.code() + " "), tongue.say(clause.title()), points(List.of(clause), tongue)),
                Tag.P.of(tongue.say(clause.requirement())),
                Tag.P.with(cls("s")).of(tongue.say(clause.interpretation())),
                Tag.P.with(cls("s")).of(
                        tongue.say(
                                clause.basis().verified() ? "依据：" : "依据（未核对原文）：",
                                clause.basis().verified() ? "Basis: " : "Basis (not read in the text): "),
                        Tag.SPAN.with(Attribute.lang(Language.SIMPLIFIED)).of(clause.basis().text())),
                crosswalk(clause, tongue));
    }

    private static Html crosswalk(Clause clause, Tongue tongue) {
        if (clause.crosswalk().isEmpty()) {
            return Html.NOTHING;
        }
        var walk = new TreeMap<>(clause.crosswalk());
        var codes = new ArrayList<String>();
        walk.forEach((standard, code) -> codes.add(standard + " " + code));
        return Tag.P.with(cls("s")).of(tongue.say(
                "对照：" + String.join("、", codes), "Compare: " + String.join(", ", codes)));
    }

    /** How far an edition is. */
    static Wording stage(Standard standard) {
        return switch (standard.status()) {
            case DRAFT -> new Wording("草案", "draft");
            case COMMENT -> new Wording("征求意见", "out for opinions");
            case TRIAL -> new Wording("试行", "on trial");
            case IN_FORCE -> new Wording("施行", "in force");
            case RETIRED -> new Wording("已废止", "retired");
        };
    }

    private static Html example(WorkedExample example, Tongue tongue) {
        var words = new ReckoningWords(example.standard());
        var rows = new ArrayList<Html>();
        for (var step : example.stars().reckoning()) {
            var isFull = step instanceof Reckoning.Counted(var clause, var earned, var most) && earned.equals(most);
            if (!isFull) {
                rows.add(Tag.LI.of(tongue.say(words.say(step))));
            }
        }
        return Tag.SECTION.of(
                Tag.H2.of(tongue.say("算例", "A worked example")),
                Tag.P.of(tongue.say(
                        "虚构的一家" + example.type() + "，按本标准逐步计算。得满分的条款不列出。",
                        "A made-up institution, reckoned step by step. Clauses with full marks are not listed.")),
                Tag.OL.with(cls("ad")).of(rows));
    }

    private static Html points(List<Clause> clauses, Tongue tongue) {
        var sum = clauses.stream().map(Clause::most).reduce(Points.NONE, Points::plus);
        return tongue.say("（" + sum + "分）", " (" + sum + " points)");
    }

    /** Says a standard's words in the reader's language, or marks them as another. */
    record Tongue(Language language) {
        Html say(String chinese, String english) {
            return say(new Wording(chinese, english));
        }

        Html say(Wording wording) {
            var spoken = language.isChinese() ? Language.SIMPLIFIED : Language.ENGLISH;
            return spoken == language
                    ? Html.text(plain(wording))
                    : Tag.SPAN.with(Attribute.lang(spoken)).of(plain(wording));
        }

        String plain(Wording wording) {
            return language.isChinese() ? wording.chinese() : wording.english();
        }
    }
}
