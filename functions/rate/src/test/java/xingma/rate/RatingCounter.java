package xingma.rate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xingma.audit.InMemoryTrail;
import xingma.aws.http.Asked;
import xingma.aws.http.Names;
import xingma.aws.http.Reply;
import xingma.aws.log.Log;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.RatedTown;
import xingma.evaluation.exhibit.ExhibitRoom;
import xingma.evaluation.exhibit.InMemoryExhibitFolders;
import xingma.evaluation.exhibit.InMemoryExhibits;
import xingma.evaluation.report.RoundReport;
import xingma.evaluation.report.StarBoard;
import xingma.evaluation.rules.Deadlines;
import xingma.pages.Publisher;
import xingma.rate.told.House;
import xingma.rating.InMemoryStandards;
import xingma.territory.DueDay;
import xingma.territory.Duty;
import xingma.territory.InMemoryRoster;
import xingma.territory.Officer;

/** The rating's functions over a town in memory, and how its people ask. */
final class RatingCounter {
    static final ObjectMapper JSON = new ObjectMapper();

    final RatedTown town;
    final InMemoryExhibits exhibits = new InMemoryExhibits();
    final InMemoryExhibitFolders folders = new InMemoryExhibitFolders();
    final House house;
    final CheckYourself own;
    final ScoreInstitution panels;
    final RunEvaluations office;
    final ShowStars stars;
    final InMemoryStandards shelf;

    RatingCounter() {
        this(new RatedTown());
    }

    RatingCounter(RatedTown town) {
        this.town = town;
        house = new House(
                RatedTown.city(),
                town.seat,
                town.panel,
                town.office,
                town.rolls,
                new ExhibitRoom(town.clerk, exhibits, folders, attempt -> {}),
                new RoundReport(town.clerk),
                town::editions,
                new Names(new InMemoryRoster(), Log.toStandardOut()),
                () -> new Deadlines(RatedTown.rules(), ZoneId.of("Asia/Shanghai")),
                () -> town.now);
        own = new CheckYourself(house, publisher().publicBaseUrl());
        panels = new ScoreInstitution(house);
        office = new RunEvaluations(house);
        shelf = new InMemoryStandards(new InMemoryTrail(), List.of(town.standard));
        stars = new ShowStars(
                new StarBoard(town.clerk, town.cards, town.rounds),
                shelf,
                town.standard.id(),
                publisher(),
                () -> town.now);
    }

    static Publisher publisher() {
        return new Publisher(
                RatedTown.city(), "云汀市卫生健康局", "Yunting Health Bureau", "https://xm.yunting.example", Optional.empty(),
                List.of("12345"), Optional.empty(), day -> new DueDay(day.plusDays(7), false));
    }

    Reply ask(Asked asked) {
        var route = asked.route();
        var http = route.contains("/own/") ? own.http() : route.contains("/panels") ? panels.http() : office.http();
        return (route.contains("/api/") ? http : stars.http()).answer(asked);
    }

    static Asked institution(String route) {
        return Asked.of(route).claim("sub", "qiao").claim("xingma_institution", RatedTown.QINGHE.toString());
    }

    static Asked expert(String id, String route) {
        return Asked.by(id, RatedTown.CITY.value(), "expert", route);
    }

    static Asked by(Officer officer, String route) {
        var duties = officer.duties().stream().map(Duty::word).reduce((a, b) -> a + " " + b).orElse("");
        return Asked.by(officer.id(), officer.territory().value(), duties, route);
    }

    // ---- the institution ---------------------------------------------------------------------------------------------

    Reply begin(String round) {
        return ask(institution("POST /api/own/evaluations").body(text(Map.of("id", id(), "round", round))));
    }

    Reply own(EvaluationId id) {
        return ask(institution("GET /api/own/evaluations/{evaluation}").parameter("evaluation", id.toString()));
    }

    /** @param body as it goes over the line, so that a test may write what no writer of JSON would */
    Reply save(EvaluationId id, String clause, String body) {
        return ask(institution("PUT /api/own/evaluations/{evaluation}/sheet/{clause}")
                .parameter("evaluation", id.toString())
                .parameter("clause", clause)
                .body(body));
    }

    Reply step(EvaluationId id, String step, Map<String, ?> body) {
        return ask(institution("POST /api/own/evaluations/{evaluation}/{step}")
                .parameter("evaluation", id.toString())
                .parameter("step", step)
                .body(text(body)));
    }

    // ---- experts -----------------------------------------------------------------------------------------------------

    Reply panel(String expert, EvaluationId id) {
        return ask(expert(expert, "GET /api/panels/{evaluation}").parameter("evaluation", id.toString()));
    }

    Reply panelStep(String expert, EvaluationId id, String step, Map<String, ?> body) {
        return ask(expert(expert, "POST /api/panels/{evaluation}/{step}")
                .parameter("evaluation", id.toString())
                .parameter("step", step)
                .body(text(body)));
    }

    Reply queue(String expert, EvaluationId id, List<Map<String, Object>> saves) {
        return ask(expert(expert, "POST /api/panels/{evaluation}/sheet")
                .parameter("evaluation", id.toString())
                .body(text(Map.of("id", id(), "saves", saves))));
    }

    static Map<String, Object> queued(String clause, int seen, int points, String reason) {
        return Map.of("clause", clause, "change", id(), "seen", seen, "points", points, "reason", reason);
    }

    // ---- the office --------------------------------------------------------------------------------------------------

    Reply file(Officer officer, EvaluationId id) {
        return ask(by(officer, "GET /api/evaluations/{evaluation}").parameter("evaluation", id.toString()));
    }

    Reply move(Officer officer, EvaluationId id, Map<String, ?> body) {
        return ask(by(officer, "POST /api/evaluations/{evaluation}/moves")
                .parameter("evaluation", id.toString())
                .body(text(body)));
    }

    // ---- JSON --------------------------------------------------------------------------------------------------------

    static String id() {
        return UUID.randomUUID().toString();
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static String code(Reply reply) {
        return reply.status() + " " + json(reply).path("code").asText();
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
