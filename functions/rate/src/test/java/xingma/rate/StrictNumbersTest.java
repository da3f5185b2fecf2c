package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static xingma.evaluation.RatedTown.ADJUDICATOR;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.rate.RatingCounter.expert;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.institution;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.queued;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.aws.http.Asked;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.RatedTown;
import xingma.evaluation.desk.OfficeMove;
import xingma.fact.Wording;
import xingma.rating.Editions;
import xingma.rating.Method;
import xingma.rating.Some;

/** Wherever somebody gives points: what is no number of points is refused by its name, and nothing is taken for another. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StrictNumbersTest {
    private static final Wording LEVEL = new Wording("一级", "Level");

    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;

    /** By levels: sixty points, thirty, or none. */
    private static Editions graded() {
        var levels = new Method.Graded(
                List.of(new Method.Level(100, LEVEL), new Method.Level(50, LEVEL), new Method.Level(0, LEVEL)));
        return new Editions(List.of(Some.standard(Some.clause("A1", 60, levels), Some.ratio("B1", 40))));
    }

    private enum Way {
        OWN_SHEET,
        EXPERTS_SHEET,
        TABLETS_QUEUE,
        CHAIRS_RULING,
        CHAIRS_ANSWER,
        APPEAL
    }

    private record Literal(String json, int status, String code) {}

    private static final List<Literal> LITERALS = List.of(
            new Literal("\"points\":4.9", 422, "points.notAChoice"),
            new Literal("\"points\":30.01", 422, "points.notAChoice"),
            new Literal("\"points\":\"4\"", 400, "points.shape"),
            new Literal("\"points\":1e400", 400, "points.shape"),
            new Literal("\"points\":3e1", 400, "points.shape"),
            new Literal("\"points\":-0", 400, "points.shape"),
            new Literal("\"points\":null", 400, "mark.missing"),
            new Literal("", 400, "mark.missing"),
            new Literal("\"points\":30,\"points\":30", 400, "field.twice"));

    static Stream<Arguments> everywhere() {
        return Stream.of(Way.values()).flatMap(way -> LITERALS.stream()
                // An answer need not change the mark.
                .filter(literal -> way != Way.CHAIRS_ANSWER || !literal.code().equals("mark.missing"))
                .map(literal -> Arguments.of(way, literal)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void what_is_no_number_of_points_is_refused_by_name(Way way, Literal literal) {
        town.editions = graded();
        var mark = literal.json();
        var comma = mark.isEmpty() ? "" : ",";
        switch (way) {
            case OWN_SHEET -> {
                var asked = at(institution("PUT /api/own/evaluations/{evaluation}/sheet/{clause}"), town.begun());
                refused(asked.body("{\"change\":\"" + id() + "\",\"seen\":0" + comma + mark + "}"), "points", literal);
            }
            case EXPERTS_SHEET -> {
                var id = drawn();
                var asked = at(expert(declared(id), "PUT /api/panels/{evaluation}/sheet/{clause}"), id);
                refused(asked.body("{\"change\":\"" + id() + "\",\"seen\":0" + comma + mark + "}"), "points", literal);
            }
            case TABLETS_QUEUE -> {
                var id = drawn();
                var asked = at(expert(declared(id), "POST /api/panels/{evaluation}/sheet"), id);
                var saves = "[{\"clause\":\"A1\",\"change\":\"" + id() + "\",\"seen\":0" + comma + mark + "}]";
                refused(asked.body("{\"id\":\"" + id() + "\",\"saves\":" + saves + "}"), "saves[0].points", literal);
            }
            case CHAIRS_RULING -> {
                var id = differing();
                var asked = at(expert(chair(id), "POST /api/panels/{evaluation}/{step}").parameter("step", "settle"), id);
                var rulings = "{\"A1\":{\"reason\":\"补看台账\"" + comma + mark + "}}";
                refused(asked.body("{\"id\":\"" + id() + "\",\"rulings\":" + rulings + "}"), "rulings.A1.points", literal);
            }
            case CHAIRS_ANSWER -> {
                var id = questioned();
                var question = town.found(id).proceedings().openQuestions().getFirst().id();
                var asked = at(expert(chair(id), "POST /api/panels/{evaluation}/{step}").parameter("step", "explain"), id);
                var body = "{\"id\":\"" + id() + "\",\"question\":\"" + question + "\",\"words\":\"已补看\"" + comma + mark + "}";
                refused(asked.body(body), "points", literal);
            }
            case APPEAL -> {
                var id = town.published(30, 40);
                RatedTown.done(town.seat.appeal(RatedTown.OWNER, id, "appeal", "A1应得满分"));
                var asked = at(RatingCounter.by(ADJUDICATOR, "POST /api/evaluations/{evaluation}/moves"), id);
                var body = "{\"move\":\"decide-appeal\",\"id\":\"" + id() + "\",\"ruling\":\"amended\",\"words\":\"查档\","
                        + "\"marks\":{\"A1\":{" + mark + "}}}";
                refused(asked.body(body), "marks.A1.points", literal);
            }
        }
    }

    private static Asked at(Asked asked, EvaluationId id) {
        return asked.parameter("evaluation", id.toString()).parameter("clause", "A1");
    }

    /** The queue answers a mark that the clause does not know in its place, and refuses what is not well formed as a whole. */
    private void refused(Asked asked, String field, Literal literal) {
        var reply = counter.ask(asked);
        var told = json(reply);
        if (reply.status() == 200) {
            assertEquals("refused", told.at("/items/0/result").asText(), reply.text());
            assertEquals(literal.code(), told.at("/items/0/code").asText());
            return;
        }
        assertEquals(literal.status() + " " + literal.code(), RatingCounter.code(reply), reply.text());
        assertEquals(literal.status() == 422 ? "points" : field, told.get("field").asText());
    }

    private EvaluationId drawn() {
        var id = town.applied(60, 40);
        RatedTown.done(town.office.move(ORGANISER, id, new OfficeMove.DrawPanel(id())));
        return id;
    }

    private String chair(EvaluationId id) {
        return town.found(id).proceedings().panel().orElseThrow().chair();
    }

    private String declared(EvaluationId id) {
        var chair = chair(id);
        counter.panelStep(chair, id, "declare", Map.of("id", id()));
        return chair;
    }

    private EvaluationId differing() {
        var id = drawn();
        var points = 60;
        for (var expert : town.found(id).proceedings().panel().orElseThrow().experts()) {
            counter.panelStep(expert, id, "declare", Map.of("id", id()));
            counter.queue(expert, id, List.of(queued("A1", 0, points, "不全"), queued("B1", 0, 40, "")));
            assertEquals(200, counter.panelStep(expert, id, "hand-in", Map.of("id", id())).status());
            points -= 30;
        }
        return id;
    }

    private EvaluationId questioned() {
        var id = town.applied(60, 40);
        town.scored(id, 30, 40);
        town.settled(id);
        RatedTown.done(town.seat.question(RatedTown.OWNER, id, "question", "A1", "台账在二楼"));
        return id;
    }
}
