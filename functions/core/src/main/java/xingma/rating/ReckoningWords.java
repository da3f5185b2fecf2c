package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import xingma.fact.Wording;
import xingma.warning.Warning;

/** Says each step of a reckoning in a sentence, with the clause by its name (计算过程的说明). */
public final class ReckoningWords {
    private static final List<String> CHINESE = List.of("不得星", "一星", "二星", "三星", "四星", "五星");
    private static final List<String> ENGLISH = List.of("no star", "one star", "two stars", "three stars", "four stars", "five stars");

    private final Standard standard;

    public ReckoningWords(Standard standard) {
        this.standard = requireNonNull(standard, "standard");
    }

    /** {@code 四星}, {@code four stars}. */
    public static Wording stars(int stars) {
        return new Wording(CHINESE.get(stars), ENGLISH.get(stars));
    }

    public List<Wording> all(List<Reckoning> steps) {
        return steps.stream().map(this::say).toList();
    }

    public Wording say(Reckoning step) {
        return switch (step) {
            case Reckoning.Counted(var clause, var earned, var most) -> clause(clause)
                    .then("：得" + earned + "分，满分" + most + "分", ": " + earned + " of " + most + " points");
            case Reckoning.LeftOut(var clause, var most, var reason) -> clause(clause)
                    .then(
                            "：不适用，" + most + "分不计入。理由：" + reason,
                            ": not applicable, " + most + " points left out. Reason: " + reason);
            case Reckoning.ChapterSum(var chapter, var rate) -> chapter(chapter)
                    .then("：" + rate.earned() + "/" + rate.possible() + "分", ": " + rate.earned() + "/" + rate.possible());
            case Reckoning.PartSum(var part, var rate) -> part(part).then("：" + chineseRate(rate), ": " + englishRate(rate));
            case Reckoning.TotalSum(var rate) -> new Words("总分", "Total")
                    .then("：" + chineseRate(rate), ": " + englishRate(rate));
            case Reckoning.Compared c -> compared(c);
            case Reckoning.ByRates(var stars) -> stars == 0
                    ? new Wording("按得分率还达不到一星", "The rates do not reach one star")
                    : new Wording("按得分率为" + CHINESE.get(stars), "By the rates " + ENGLISH.get(stars));
            case Reckoning.RedLinesKept(var lines) -> lines == 0
                    ? new Wording("没有适用的红线", "No red line applies")
                    : new Wording(lines + "条红线都没有触碰", "All red lines kept (" + lines + ")");
            case Reckoning.RedLineFailed(var clause, var effect) -> failed(clause, effect);
            case Reckoning.CappedByWarning(var severity, var stars) -> severity == Warning.Severity.SEVERE
                    ? new Wording("有没解除的警示" + chineseCap(stars), "A severe warning is open" + englishCap(stars))
                    : new Wording("有没解除的提醒" + chineseCap(stars), "A notice is open" + englishCap(stars));
            case Reckoning.CappedByTrack c -> track(c);
            case Reckoning.Result(var stars) -> new Wording("结果：" + CHINESE.get(stars), "Result: " + ENGLISH.get(stars));
        };
    }

    private Wording compared(Reckoning.Compared c) {
        var line = new Words(
                CHINESE.get(c.stars()) + "线：总分" + c.total() + "%，各部分" + c.eachPart() + "%。",
                "For " + ENGLISH.get(c.stars()) + ": " + c.total() + "% of all, " + c.eachPart() + "% of each part. ");
        if (c.isReached()) {
            return line.then("已达到", "Reached");
        }
        var chinese = new ArrayList<String>();
        var english = new ArrayList<String>();
        if (!c.missingInTotal().equals(Points.NONE)) {
            chinese.add("总分差" + c.missingInTotal() + "分");
            english.add(c.missingInTotal() + " points missing of all");
        }
        c.missingInParts().forEach((part, missing) -> {
            if (!missing.equals(Points.NONE)) {
                var words = part(part);
                chinese.add(words.chinese() + "差" + missing + "分");
                english.add(missing + " missing in " + words.english());
            }
        });
        return line.then(String.join("，", chinese), String.join(", ", english));
    }

    private Wording failed(String code, RedLine.Effect effect) {
        var clause = clause(code);
        var line = new Words("触碰红线" + clause.chinese(), "Red line crossed, " + clause.english());
        return switch (effect) {
            case RedLine.Effect.Veto veto -> line.then("：一票否决，不得星", ": no star at all");
            case RedLine.Effect.Cap(var stars) -> line.then(chineseCap(stars), englishCap(stars));
            case RedLine.Effect.Notch notch -> line.then("：降一星", ": one star less");
        };
    }

    private static Wording track(Reckoning.CappedByTrack c) {
        var chinese = c.weights().entrySet().stream()
                .map(e -> e.getKey() + "计" + new Points(e.getValue()))
                .collect(Collectors.joining("、"));
        var english = c.weights().entrySet().stream()
                .map(e -> e.getKey() + " weighs " + new Points(e.getValue()))
                .collect(Collectors.joining(", "));
        var sum = new Points(c.demerits());
        return new Wording(
                "既往记录累计" + sum + "，达到" + c.from() + chineseCap(c.stars()) + "。其中" + chinese,
                "The record weighs " + sum + ", and " + c.from() + " is the line" + englishCap(c.stars()) + "; " + english);
    }

    private static String chineseCap(int stars) {
        return stars == 0 ? "：不得星" : "：最多" + CHINESE.get(stars);
    }

    private static String englishCap(int stars) {
        return stars == 0 ? ": no star" : ": " + ENGLISH.get(stars) + " at most";
    }

    private static String chineseRate(Rate rate) {
        return rate.earned() + "÷" + rate.possible() + "，得分率" + rate.shown() + "%";
    }

    private static String englishRate(Rate rate) {
        return rate.earned() + " of " + rate.possible() + " points, " + rate.shown() + "%";
    }

    private Words clause(String code) {
        return standard.clause(code).map(c -> named(code, c.title())).orElseGet(() -> new Words(code, code));
    }

    private Words chapter(String code) {
        return standard.parts().stream()
                .flatMap(p -> p.chapters().stream())
                .filter(c -> c.code().equals(code))
                .findFirst()
                .map(c -> named(code, c.title()))
                .orElseGet(() -> new Words(code, code));
    }

    private Words part(String code) {
        return standard.parts().stream()
                .filter(p -> p.code().equals(code))
                .findFirst()
                .map(p -> new Words(p.title().chinese(), p.title().english()))
                .orElseGet(() -> new Words(code, code));
    }

    private static Words named(String code, Wording title) {
        return new Words(code + " " + title.chinese(), code + " " + title.english());
    }

    /** The beginning of a sentence in both languages. */
    private record Words(String chinese, String english) {
        Wording then(String moreChinese, String moreEnglish) {
            return new Wording(chinese + moreChinese, english + moreEnglish);
        }
    }
}
