package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import xingma.rating.Clause;
import xingma.rating.Fairness;
import xingma.rating.Standard;

/** How evenly a round was scored, with the names of clauses and experts beside their codes. */
public final class FairnessView {
    private FairnessView() {}

    /** @param names of experts, by id */
    public static Map<String, Object> of(Fairness fairness, Optional<Standard> standard, Map<String, String> names) {
        var told = new LinkedHashMap<String, Object>();
        told.put("standard", fairness.standard());
        told.put("agreement", fairness.agreement().entrySet().stream().map(e -> {
            var line = clause(e.getKey(), standard);
            line.put("kappa", e.getValue().kappa());
            line.put("pairs", e.getValue().pairs());
            line.put("apart", e.getValue().apart());
            return line;
        }).toList());
        told.put("drift", fairness.drift().entrySet().stream().map(e -> {
            var line = new LinkedHashMap<String, Object>();
            line.put("expert", e.getKey());
            line.put("name", names.getOrDefault(e.getKey(), e.getKey()));
            line.put("mean", e.getValue().mean());
            line.put("scores", e.getValue().count());
            return line;
        }).toList());
        told.put("gap", gap(fairness.gap(), standard));
        return told;
    }

    private static List<Map<String, Object>> gap(SortedMap<String, Fairness.Mean> gaps, Optional<Standard> standard) {
        return gaps.entrySet().stream().map(e -> {
            var line = clause(e.getKey(), standard);
            line.put("mean", e.getValue().mean());
            line.put("sheets", e.getValue().count());
            return line;
        }).toList();
    }

    private static Map<String, Object> clause(String code, Optional<Standard> standard) {
        var told = new LinkedHashMap<String, Object>();
        told.put("clause", code);
        told.put("title", standard.flatMap(s -> s.clause(code)).map(Clause::title).map(Views::words));
        return told;
    }
}
