package xingma.rate.asked;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xingma.aws.http.Given;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingPanel;
import xingma.rate.told.House;
import xingma.rating.Points;

/** The steps of an expert in an evaluation, each with its own fields and no others. */
public final class PanelSteps {
    private final House house;

    public PanelSteps(House house) {
        this.house = house;
    }

    record Plain(String id) {}

    record Words(String id, String words) {}

    record Discussion(String id, String clause, String words) {}

    record Ruling(Optional<Points> points, Optional<String> notApplicable, String reason) {}

    record Settling(String id, Map<String, Ruling> rulings) {}

    record Explanation(
            String id, String question, String words, Optional<Points> points, Optional<String> notApplicable) {}

    public Outcome take(String step, String expert, EvaluationId id, Request request) {
        var panel = house.panel();
        return switch (step) {
            case "declare" -> panel.declare(expert, id, Given.id(read(request, Plain.class).id()));
            case "step-down" -> {
                var asked = read(request, Words.class);
                yield panel.stepDown(expert, id, Given.id(asked.id()), OwnSteps.words(asked.words()));
            }
            case "hand-in" -> panel.handIn(expert, id, Given.id(read(request, Plain.class).id()));
            case "discuss" -> {
                var asked = read(request, Discussion.class);
                yield panel.discuss(expert, id, Given.id(asked.id()), asked.clause(), OwnSteps.words(asked.words()));
            }
            case "settle" -> settle(expert, id, StrictJson.LARGE.read(request, Settling.class));
            case "explain" -> {
                var asked = read(request, Explanation.class);
                var mark = MarkForm.maybe("", asked.points(), asked.notApplicable());
                yield panel.explain(
                        expert, id, Given.id(asked.id()), asked.question(), OwnSteps.words(asked.words()), mark);
            }
            default -> throw OwnSteps.noSuchStep();
        };
    }

    private Outcome settle(String expert, EvaluationId id, Settling asked) {
        var rulings = new TreeMap<String, RatingPanel.Ruling>();
        asked.rulings().forEach((clause, ruling) -> {
            var at = "rulings." + clause + ".";
            var reason = Given.words(at + "reason", ruling.reason(), Finding.LONGEST);
            rulings.put(clause, new RatingPanel.Ruling(MarkForm.read(at, ruling.points(), ruling.notApplicable()), reason));
        });
        return house.panel().settle(expert, id, Given.id(asked.id()), rulings);
    }

    private static <T> T read(Request request, Class<T> type) {
        return StrictJson.FORMS.read(request, type);
    }
}
