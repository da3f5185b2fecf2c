package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.fact.Wording;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ReckoningWordsTest {
    private static final Standard STANDARD = Some.standard(
            Some.ratio("A1", 60), Some.ratio("A2", 20), Some.with(Some.ratio("B1", 20), new RedLine.Effect.Veto(), 100));
    private static final ReckoningWords WORDS = new ReckoningWords(STANDARD);

    @Test
    void every_step_is_said_with_its_clause() {
        var stars = Some.rated(STANDARD, Some.sheet("A1", "54.5", "A2", "-", "B1", "20"));
        assertEquals(
                List.of(
                        "A1 条款A1：得54.5分，满分60分", "A2 条款A2：不适用，20分不计入。理由：没有", "A1 章A：54.5/60分",
                        "部分A：54.5÷60，得分率90.8%", "B1 条款B1：得20分，满分20分", "B1 章B：20/20分", "部分B：20÷20，得分率100.0%",
                        "总分：74.5÷80，得分率93.1%", "五星线：总分95%，各部分90%。总分差1.5分", "四星线：总分90%，各部分85%。已达到",
                        "三星线：总分80%，各部分75%。已达到", "二星线：总分70%，各部分65%。已达到", "一星线：总分60%，各部分60%。已达到",
                        "按得分率为四星", "1条红线都没有触碰", "结果：四星"),
                WORDS.all(stars.reckoning()).stream().map(Wording::chinese).toList());
        assertEquals(
                List.of(
                        "A1 Clause A1: 54.5 of 60 points", "A2 Clause A2: not applicable, 20 points left out. Reason: 没有",
                        "A1 Chapter A: 54.5/60", "Part A: 54.5 of 60 points, 90.8%", "B1 Clause B1: 20 of 20 points",
                        "B1 Chapter B: 20/20", "Part B: 20 of 20 points, 100.0%", "Total: 74.5 of 80 points, 93.1%",
                        "For five stars: 95% of all, 90% of each part. 1.5 points missing of all",
                        "For four stars: 90% of all, 85% of each part. Reached",
                        "For three stars: 80% of all, 75% of each part. Reached",
                        "For two stars: 70% of all, 65% of each part. Reached", "For one star: 60% of all, 60% of each part. Reached",
                        "By the rates four stars", "All red lines kept (1)", "Result: four stars"),
                WORDS.all(stars.reckoning()).stream().map(Wording::english).toList());
    }

    @Test
    void what_is_missing_in_a_part_is_said_with_its_name() {
        var missing = new TreeMap<String, Points>();
        missing.put("A", new Points(3_50));
        missing.put("B", Points.NONE);
        said(
                new Reckoning.Compared(5, 95, Points.NONE, 90, missing),
                "五星线：总分95%，各部分90%。部分A差3.5分",
                "For five stars: 95% of all, 90% of each part. 3.5 missing in Part A");
        said(
                new Reckoning.Compared(5, 95, Points.of(2), 90, missing),
                "五星线：总分95%，各部分90%。总分差2分，部分A差3.5分",
                "For five stars: 95% of all, 90% of each part. 2 points missing of all, 3.5 missing in Part A");
    }

    @Test
    void red_lines_are_said_with_what_they_do() {
        said(
                new Reckoning.RedLineFailed("B1", new RedLine.Effect.Veto()),
                "触碰红线B1 条款B1：一票否决，不得星",
                "Red line crossed, B1 Clause B1: no star at all");
        said(
                new Reckoning.RedLineFailed("B1", new RedLine.Effect.Cap(2)),
                "触碰红线B1 条款B1：最多二星",
                "Red line crossed, B1 Clause B1: two stars at most");
        said(
                new Reckoning.RedLineFailed("B1", new RedLine.Effect.Notch()),
                "触碰红线B1 条款B1：降一星",
                "Red line crossed, B1 Clause B1: one star less");
        said(new Reckoning.RedLinesKept(0), "没有适用的红线", "No red line applies");
    }

    @Test
    void what_lies_outside_the_sheet_is_said() {
        said(new Reckoning.CappedByWarning(Warning.Severity.SEVERE, 3), "有没解除的警示：最多三星", "A severe warning is open: three stars at most");
        said(new Reckoning.CappedByWarning(Warning.Severity.ADVICE, 0), "有没解除的提醒：不得星", "A notice is open: no star");
        var weights = new TreeMap<String, Integer>();
        weights.put("案12", 50);
        weights.put("处1号", 300);
        said(
                new Reckoning.CappedByTrack(350, 3, 4, weights),
                "既往记录累计3.5，达到3：最多四星。其中处1号计3、案12计0.5",
                "The record weighs 3.5, and 3 is the line: four stars at most; 处1号 weighs 3, 案12 weighs 0.5");
    }

    @Test
    void no_star_is_a_result_too() {
        said(new Reckoning.ByRates(0), "按得分率还达不到一星", "The rates do not reach one star");
        said(new Reckoning.Result(0), "结果：不得星", "Result: no star");
        assertEquals(new Wording("五星", "five stars"), ReckoningWords.stars(5));
    }

    @Test
    void a_code_that_the_standard_does_not_have_is_said_as_it_is() {
        said(new Reckoning.Counted("Z9", Points.of(1), Points.of(2)), "Z9：得1分，满分2分", "Z9: 1 of 2 points");
        said(new Reckoning.ChapterSum("Z", new Rate(Points.of(1), Points.of(2))), "Z：1/2分", "Z: 1/2");
        said(new Reckoning.PartSum("Z", new Rate(Points.of(1), Points.of(2))), "Z：1÷2，得分率50.0%", "Z: 1 of 2 points, 50.0%");
    }

    private static void said(Reckoning step, String chinese, String english) {
        assertEquals(new Wording(chinese, english), WORDS.say(step));
    }
}
