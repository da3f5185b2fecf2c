package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xingma.rating.Clause;
import xingma.rating.Course.Step;
import xingma.rating.Opinion;
import xingma.rating.Points;
import xingma.rating.RuleWords;
import xingma.rating.Standard;
import xingma.rating.StandardShelf.Shelved;

/** Editions of a standard as the office reads them: where each stands and since when, what it says, what was said of it. */
public final class EditionView {
    private EditionView() {}

    /** One line of the list. */
    public static Map<String, Object> brief(Standard standard, Shelved shelved) {
        var course = shelved.course(standard.edition());
        var told = head(standard);
        told.put("out", shelved.isOut(standard));
        told.put("since", course.steps().isEmpty() ? null : course.steps().getLast().at());
        told.put("consulted", course.consulted().map(EditionView::step));
        told.put("proposal", course.proposal().map(EditionView::step));
        return told;
    }

    /** An edition whole. */
    public static Map<String, Object> whole(Standard standard, Shelved shelved, List<Opinion> opinions) {
        var told = brief(standard, shelved);
        told.put("text", text(standard));
        told.put("steps", shelved.course(standard.edition()).steps().stream().map(EditionView::step).toList());
        told.put("opinions", opinions.stream().map(EditionView::opinion).toList());
        return told;
    }

    /** A file that was read and is kept nowhere yet. */
    public static Map<String, Object> unkept(Standard standard) {
        var told = head(standard);
        told.put("text", text(standard));
        return told;
    }

    private static Map<String, Object> head(Standard standard) {
        var told = new LinkedHashMap<String, Object>();
        told.put("standard", standard.id());
        told.put("edition", standard.edition());
        told.put("status", Telling.word(standard.status()));
        told.put("title", Views.words(standard.title()));
        told.put("notice", standard.notice().map(Views::words));
        told.put("date", standard.date());
        told.put("clauses", standard.clauses().size());
        told.put("points", standard.clauses().stream().map(Clause::most).reduce(Points.NONE, Points::plus));
        told.put("redLines", standard.clauses().stream().filter(c -> c.redLine().isPresent()).count());
        told.put("crosswalks", standard.clauses().stream().flatMap(c -> c.crosswalk().keySet().stream()).distinct().sorted().toList());
        return told;
    }

    private static Map<String, Object> text(Standard standard) {
        var rules = new LinkedHashMap<String, Object>();
        rules.put("mostNotApplicable", standard.rules().mostNotApplicable());
        rules.put("leastSheets", standard.rules().leastSheets());
        rules.put("spread", standard.rules().spread());
        rules.put("validMonths", standard.rules().validMonths());
        rules.put("warnings", RuleWords.warnings(standard.rules()).map(Views::words));
        rules.put("demerits", RuleWords.demerits(standard.rules()).map(Views::words));
        rules.put("fading", RuleWords.fading(standard.rules()).map(Views::words));
        rules.put("demeritCaps", RuleWords.demeritCaps(standard.rules()).map(Views::words));
        var told = new LinkedHashMap<String, Object>();
        told.put("source", standard.source());
        told.put("thresholds", standard.thresholds());
        told.put("rules", rules);
        told.put("parts", standard.parts().stream().map(part -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("code", part.code());
            one.put("title", Views.words(part.title()));
            one.put("clauses", part.clauses().stream().map(EditionView::clause).toList());
            return one;
        }).toList());
        return told;
    }

    private static Map<String, Object> clause(Clause clause) {
        var told = StandardView.clause(clause);
        told.put("appliesTo", clause.appliesTo().stream().sorted().toList());
        told.put("crosswalk", new TreeMap<>(clause.crosswalk()));
        return told;
    }

    private static Map<String, Object> opinion(Opinion opinion) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", opinion.id());
        told.put("on", opinion.on());
        told.put("from", Telling.word(opinion.from()));
        told.put("name", opinion.name());
        told.put("clause", opinion.clause());
        told.put("words", opinion.words());
        told.put("answer", opinion.answer().map(answer -> {
            var given = new LinkedHashMap<String, Object>();
            given.put("taken", Telling.word(answer.taken()));
            given.put("words", answer.words());
            given.put("by", answer.by());
            given.put("at", answer.at());
            return given;
        }));
        return told;
    }

    private static Map<String, Object> step(Step step) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", step.id());
        told.put("by", step.by());
        told.put("at", step.at());
        switch (step) {
            case Step.Drafted(var id, var by, var at, var digest) -> what(told, "drafted", "digest", digest);
            case Step.Consulted(var id, var by, var at, var from, var until) ->
                what(told, "consulted", "from", from, "until", until);
            case Step.Tried tried -> what(told, "tried");
            case Step.Proposed(var id, var by, var at, var to, var words, var seen) ->
                what(told, "proposed", "to", Telling.word(to), "words", words, "seen", seen.map(SimulationView::seen));
            case Step.Refused(var id, var by, var at, var words) -> what(told, "refused", "words", words);
            case Step.Decided(var id, var by, var at, var to) -> what(told, "decided", "to", Telling.word(to));
            case Step.GivenUp(var id, var by, var at, var words) -> what(told, "given-up", "words", words);
        }
        return told;
    }

    private static void what(Map<String, Object> told, String what, Object... more) {
        told.put("what", what);
        for (var i = 0; i < more.length; i += 2) {
            told.put((String) more[i], more[i + 1]);
        }
    }
}
