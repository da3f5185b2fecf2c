package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xingma.evaluation.report.PastSheets;
import xingma.fact.Wording;
import xingma.rating.Course.Seen;
import xingma.rating.ReckoningWords;
import xingma.rating.Simulation;
import xingma.rating.Simulation.Finding;
import xingma.territory.City;

/** A simulation as the office reads it: how many stay as they are, and each of the others by name. */
public final class SimulationView {
    private SimulationView() {}

    public static Map<String, Object> of(PastSheets.Tried tried, City city) {
        var simulation = tried.simulation();
        var words = new ReckoningWords(simulation.draft());
        var told = new LinkedHashMap<String, Object>();
        told.put("standard", simulation.draft().id());
        told.put("edition", simulation.draft().edition());
        told.putAll(seen(Seen.of(simulation)));
        told.put("unmarked", unmarked(simulation));
        told.put("items", simulation.findings().stream()
                .filter(f -> !(f instanceof Finding.Same))
                .map(f -> finding(f, tried, words, city))
                .toList());
        return told;
    }

    static Map<String, Object> seen(Seen seen) {
        var counts = seen.counts();
        var told = new LinkedHashMap<String, Object>();
        told.put("day", seen.day());
        told.put("digest", seen.digest());
        told.put("sheets", counts.sheets());
        told.put("same", counts.same());
        told.put("changed", counts.changed());
        told.put("open", counts.open());
        told.put("unrated", counts.unrated());
        return told;
    }

    private static List<Map<String, Object>> unmarked(Simulation simulation) {
        return simulation.unmarked().stream()
                .flatMap(code -> simulation.draft().clause(code).stream())
                .map(clause -> {
                    var told = new LinkedHashMap<String, Object>();
                    told.put("code", clause.code());
                    told.put("title", Views.words(clause.title()));
                    return (Map<String, Object>) told;
                })
                .toList();
    }

    private static Map<String, Object> finding(
            Finding finding, PastSheets.Tried tried, ReckoningWords words, City city) {
        var row = tried.rows().get(finding.institution());
        var told = new LinkedHashMap<String, Object>();
        told.put("evaluation", finding.institution());
        told.put("name", row.name());
        told.put("district", city.named(row.district()));
        told.put("round", row.round());
        switch (finding) {
            case Finding.Same same -> throw new IllegalStateException("what stays is counted");
            case Finding.Changed(var who, var before, var after, var because) ->
                stars(told, "changed", before, after, after, List.of(), words.all(because));
            case Finding.Open(var who, var before, var unmarked, var least, var most, var because) ->
                stars(told, "open", before, least, most, unmarked, words.all(because));
            case Finding.Unrated(var who, var why) -> stars(told, "unrated", null, null, null, List.of(), List.of());
        }
        return told;
    }

    /** @param unmarked the codes of clauses that nobody looked at, @param why what changes the stars, whatever these get */
    private static void stars(
            Map<String, Object> told,
            String kind,
            Integer before,
            Integer least,
            Integer most,
            List<String> unmarked,
            List<Wording> why) {
        told.put("finding", kind);
        told.put("before", before);
        told.put("least", least);
        told.put("most", most);
        told.put("unmarked", unmarked);
        told.put("why", why.stream().map(Views::words).toList());
    }
}
