package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xingma.rating.Clause;
import xingma.rating.Method;
import xingma.rating.RedLine;
import xingma.rating.Standard;

/** A standard as it is asked of one type of institution: every clause with what one may say about it. */
public final class StandardView {
    private StandardView() {}

    public static Map<String, Object> of(Standard standard, String type) {
        var told = new LinkedHashMap<String, Object>();
        told.put("standard", standard.id());
        told.put("edition", standard.edition());
        told.put("status", Telling.word(standard.status()));
        told.put("title", Views.words(standard.title()));
        told.put("notice", standard.notice().map(Views::words));
        told.put("type", type);
        told.put("mostNotApplicable", standard.rules().mostNotApplicable());
        told.put("spread", standard.rules().spread());
        told.put("thresholds", standard.thresholds());
        told.put("parts", standard.parts().stream().map(p -> part(p, type)).toList());
        return told;
    }

    private static Map<String, Object> part(Standard.Part part, String type) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", part.code());
        told.put("title", Views.words(part.title()));
        told.put(
                "chapters",
                part.chapters().stream()
                        .map(chapter -> chapter(chapter, type))
                        .filter(c -> !((List<?>) c.get("clauses")).isEmpty())
                        .toList());
        return told;
    }

    private static Map<String, Object> chapter(Standard.Chapter chapter, String type) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", chapter.code());
        told.put("title", Views.words(chapter.title()));
        told.put(
                "clauses",
                chapter.clauses().stream().filter(c -> c.isAskedOf(type)).map(StandardView::clause).toList());
        return told;
    }

    static Map<String, Object> clause(Clause clause) {
        var told = new LinkedHashMap<String, Object>();
        told.put("code", clause.code());
        told.put("title", Views.words(clause.title()));
        told.put("requirement", Views.words(clause.requirement()));
        told.put("interpretation", Views.words(clause.interpretation()));
        told.put("basis", clause.basis().text());
        told.put("basisVerified", clause.basis().verified());
        told.put("side", Telling.word(clause.side()));
        told.put("evidence", clause.evidence());
        told.put("findings", clause.findings().stream().map(Views::words).toList());
        told.put("effort", clause.effort());
        told.put("most", clause.most());
        told.put("method", method(clause.method()));
        told.put("choices", clause.method().choices(clause.most()));
        told.put("levels", levels(clause));
        told.put("mayNotApply", clause.mayNotApply());
        told.put("redLine", clause.redLine().map(StandardView::redLine));
        return told;
    }

    private static String method(Method method) {
        return switch (method) {
            case Method.Binary b -> "binary";
            case Method.Deduct d -> "deduct";
            case Method.Ratio r -> "ratio";
            case Method.Graded g -> "graded";
        };
    }

    /** What each choice of a graded clause means; nothing for other methods. */
    private static List<Map<String, Object>> levels(Clause clause) {
        return clause.method() instanceof Method.Graded(var levels)
                ? levels.stream()
                        .map(level -> {
                            var told = Views.words(level.title());
                            told.put("points", clause.most().percent(level.percent()));
                            return told;
                        })
                        .toList()
                : List.of();
    }

    private static Map<String, Object> redLine(RedLine line) {
        var told = new LinkedHashMap<String, Object>();
        told.put("effect", switch (line.effect()) {
            case RedLine.Effect.Veto veto -> "veto";
            case RedLine.Effect.Cap cap -> "cap";
            case RedLine.Effect.Notch notch -> "notch";
        });
        told.put("stars", line.effect() instanceof RedLine.Effect.Cap(var stars) ? stars : null);
        told.put("failsBelow", line.failsBelow());
        return told;
    }
}
