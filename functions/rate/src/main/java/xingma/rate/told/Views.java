package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.Map;
import xingma.evaluation.Finding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.round.Round;
import xingma.evaluation.round.Rounds;
import xingma.fact.Wording;
import xingma.rating.Mark;
import xingma.rating.Rate;

/** Small things as JSON tells them. */
public final class Views {
    private Views() {}

    static Map<String, Object> words(Wording words) {
        var told = new LinkedHashMap<String, Object>();
        told.put("chinese", words.chinese());
        told.put("english", words.english());
        return told;
    }

    /** Points, or why the clause does not apply; the other one is null. */
    public static Map<String, Object> mark(Mark mark) {
        var told = new LinkedHashMap<String, Object>();
        told.put("points", mark instanceof Mark.Scored(var points) ? points : null);
        told.put("notApplicable", mark instanceof Mark.NotApplicable(var reason) ? reason : null);
        return told;
    }

    static Map<String, Object> rate(Rate rate) {
        var told = new LinkedHashMap<String, Object>();
        told.put("earned", rate.earned());
        told.put("possible", rate.possible());
        told.put("percent", rate.shown());
        return told;
    }

    public static Map<String, Object> exhibit(Finding.Exhibit exhibit) {
        var told = new LinkedHashMap<String, Object>();
        told.put("sha256", exhibit.sha256());
        told.put("kind", Telling.word(exhibit.kind()));
        told.put("bytes", exhibit.bytes());
        told.put("taken", exhibit.taken());
        return told;
    }

    /** A clause as it was saved last. */
    public static Map<String, Object> saved(ScoreSheet.Saved saved) {
        var finding = saved.finding();
        var told = mark(finding.mark());
        told.put("reason", finding.reason());
        told.put("advice", finding.advice());
        told.put("exhibits", finding.exhibits().stream().map(Views::exhibit).toList());
        told.put("change", saved.change());
        told.put("edition", saved.edition());
        told.put("at", saved.at());
        return told;
    }

    public static Map<String, Object> sheet(ScoreSheet sheet) {
        var clauses = new LinkedHashMap<String, Object>();
        sheet.clauses().forEach((code, saved) -> clauses.put(code, saved(saved)));
        var told = new LinkedHashMap<String, Object>();
        told.put("revision", sheet.revision());
        told.put("handedIn", sheet.handedIn());
        told.put("clauses", clauses);
        return told;
    }

    public static Map<String, Object> round(Round round, House house) {
        var told = new LinkedHashMap<String, Object>();
        told.put("round", round.id());
        told.put("name", round.name());
        told.put("territory", house.named(round.territory()));
        told.put("standard", round.standard());
        told.put("edition", round.edition());
        told.put("kinds", round.kinds().stream().sorted().toList());
        told.put("from", round.from());
        told.put("until", round.until());
        told.put("embargo", round.embargo());
        told.put("open", round.isOpen(house.today()));
        return told;
    }

    public static Map<String, Object> round(Rounds.Called called, House house) {
        var told = round(called.round(), house);
        told.put("revision", called.revision());
        return told;
    }
}
