package xingma.rate.told;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.evaluation.Draw;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Panel;
import xingma.evaluation.Proceeding;
import xingma.rating.Clause.Side;

/** Every drawing of lots with its seed and its urns, so that anybody can draw the same names again. */
final class DrawView {
    private final Map<String, String> names;

    /** @param names of everybody on the list, by id */
    DrawView(Map<String, String> names) {
        this.names = names;
    }

    List<Map<String, Object>> all(Evaluation evaluation) {
        var draws = new ArrayList<Map<String, Object>>();
        for (var proceeding : evaluation.proceedings().all()) {
            switch (proceeding) {
                case Proceeding.Drawn d ->
                    draws.add(of(d, d.draw(), d.panel().seats(), Optional.of(d.panel().chair())));
                case Proceeding.Replaced r -> draws.add(of(r, r.draw(), List.of(r.seat()), Optional.empty()));
                default -> {}
            }
        }
        return draws;
    }

    /** Urns stand in the order in which lots are drawn from them; drawn names in the order in which they came. */
    private Map<String, Object> of(Proceeding proceeding, Draw draw, List<Panel.Seat> seats, Optional<String> chair) {
        var urns = new ArrayList<Map<String, Object>>();
        for (var side : Side.values()) {
            var drawn = seats.stream().filter(s -> s.side() == side).map(s -> person(s.expert())).toList();
            if (!drawn.isEmpty()) {
                var urn = new LinkedHashMap<String, Object>();
                urn.put("side", Telling.word(side));
                urn.put("experts", draw.candidates().stream()
                        .filter(c -> c.side() == side)
                        .map(c -> person(c.expert()))
                        .toList());
                urn.put("drawn", drawn);
                urns.add(urn);
            }
        }
        var excluded = draw.excluded().entrySet().stream().map(e -> {
            var person = person(e.getKey());
            person.put("why", Telling.word(e.getValue()));
            return person;
        });
        var told = new LinkedHashMap<String, Object>();
        told.put("at", proceeding.at());
        told.put("seed", draw.seed());
        told.put("urns", urns);
        told.put("chair", chair);
        told.put("excluded", excluded.toList());
        return told;
    }

    private Map<String, Object> person(String expert) {
        var told = new LinkedHashMap<String, Object>();
        told.put("expert", expert);
        told.put("name", names.getOrDefault(expert, expert));
        return told;
    }
}
