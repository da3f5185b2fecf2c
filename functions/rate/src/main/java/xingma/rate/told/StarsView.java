package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Standing;
import xingma.rating.Clause;
import xingma.rating.Mark;
import xingma.rating.NextStar;
import xingma.rating.Points;
import xingma.rating.ReckoningWords;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.rating.Stars;

/** What a sheet is worth, with every step of the reckoning in words, and the nearest way to more. */
public final class StarsView {
    private StarsView() {}

    public static Map<String, Object> of(Stars.Outcome outcome, Standard standard) {
        var told = new LinkedHashMap<String, Object>();
        told.put("rated", outcome instanceof Stars.Outcome.Rated);
        switch (outcome) {
            case Stars.Outcome.Rated(var stars) -> told.putAll(stars(stars, standard));
            case Stars.Outcome.Faulty(var faults) -> told.put("faults", faults.stream().map(FaultView::of).toList());
            case Stars.Outcome.NothingAsked n ->
                told.put("why", Map.of("chinese", "这套标准不评这类机构。", "english", "The standard asks nothing of such an institution."));
            case Stars.Outcome.TooMuchLeftOut(var leftOut, var asked, var most) -> {
                var why = new LinkedHashMap<String, Object>();
                why.put("chinese", "标为不适用的有" + leftOut + "分，超过" + asked + "分的" + most + "%。");
                why.put("english", leftOut + " points are marked not applicable, more than " + most + "% of " + asked + ".");
                told.put("why", why);
            }
        }
        return told;
    }

    /** What a settled sheet was worth on its day: reckoned again from what was kept, so that each step can be read. */
    public static Map<String, Object> of(Standing standing, Sheet settled, Evaluation evaluation, Standard standard) {
        var type = evaluation.beginning().type();
        return of(Stars.of(standard, type, settled, standing.track(), standing.day()), standard);
    }

    private static Map<String, Object> rates(Stars stars) {
        var told = new LinkedHashMap<String, Object>();
        told.put("stars", stars.stars());
        told.put("words", Views.words(ReckoningWords.stars(stars.stars())));
        told.put("day", stars.day());
        told.put("total", Views.rate(stars.total()));
        var parts = new LinkedHashMap<String, Object>();
        stars.parts().forEach((code, rate) -> parts.put(code, Views.rate(rate)));
        told.put("parts", parts);
        return told;
    }

    private static Map<String, Object> stars(Stars stars, Standard standard) {
        var words = new ReckoningWords(standard);
        var told = rates(stars);
        told.put("reckoning", words.all(stars.reckoning()).stream().map(Views::words).toList());
        told.put(
                "limits",
                standard.threshold(stars.stars() + 1).isEmpty()
                        ? List.of()
                        : words.all(stars.limits(stars.stars() + 1)).stream().map(Views::words).toList());
        return told;
    }

    /** @param sheet from which the path leads */
    public static Map<String, Object> of(NextStar next, int wanted, Sheet sheet, Standard standard) {
        var told = new LinkedHashMap<String, Object>();
        told.put("stars", wanted);
        switch (next) {
            case NextStar.Path(var mend, var effort, var after) -> {
                told.put("kind", "path");
                told.put("mend", mend.stream().map(c -> mend(c, sheet)).toList());
                told.put("effort", effort);
                told.put("after", rates(after));
            }
            case NextStar.Blocked(var by) -> {
                told.put("kind", "blocked");
                told.put("by", new ReckoningWords(standard).all(by).stream().map(Views::words).toList());
            }
            case NextStar.There there -> told.put("kind", "there");
        }
        return told;
    }

    private static Map<String, Object> mend(Clause clause, Sheet sheet) {
        var told = new LinkedHashMap<String, Object>();
        told.put("clause", clause.code());
        told.put("title", Views.words(clause.title()));
        told.put(
                "gain",
                sheet.at(clause.code()).orElse(null) instanceof Mark.Scored(Points now)
                        ? clause.most().minus(now)
                        : Points.NONE);
        told.put("effort", clause.effort());
        return told;
    }
}
