package xingma.rate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import xingma.aws.http.Given;
import xingma.aws.http.Http;
import xingma.aws.http.Institutions;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Party;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.desk.SheetDesk.Saved;
import xingma.evaluation.exhibit.ExhibitRoom.Reader;
import xingma.institution.InstitutionId;
import xingma.rate.asked.OwnSteps;
import xingma.rate.asked.SaveForm;
import xingma.rate.told.House;
import xingma.rate.told.OwnFileView;
import xingma.rate.told.RowView;
import xingma.rate.told.SavedView;
import xingma.rate.told.Telling;
import xingma.rate.told.Views;

/** An institution's own evaluation (机构自查): checks itself, sees what it would be worth, applies, mends, appeals. */
public final class CheckYourself implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Writer SELF = new Writer.Institution();

    private final Http http;
    private final House house;
    private final ExhibitWindow exhibits;
    private final OwnFileView files;
    private final OwnSteps steps;

    public CheckYourself() {
        this(new RatingWiring());
    }

    private CheckYourself(RatingWiring wiring) {
        this(wiring.house(), wiring.publicBaseUrl());
    }

    CheckYourself(House house, String publicBaseUrl) {
        this.house = house;
        this.exhibits = new ExhibitWindow(house.room());
        this.files = new OwnFileView(house, publicBaseUrl);
        this.steps = new OwnSteps(house);
        this.http = Http.of(Routes.none()
                .on("GET /api/own/rounds", this::rounds)
                .on("GET /api/own/evaluations", this::list)
                .on("POST /api/own/evaluations", this::begin)
                .on("GET /api/own/evaluations/{evaluation}", this::show)
                .on("PUT /api/own/evaluations/{evaluation}/sheet/{clause}", this::save)
                .on("POST /api/own/evaluations/{evaluation}/exhibits", this::send)
                .on("GET /api/own/evaluations/{evaluation}/exhibits", this::sent)
                .on("GET /api/own/evaluations/{evaluation}/exhibits/{exhibit}", this::open)
                .on("DELETE /api/own/evaluations/{evaluation}/exhibits/{exhibit}", this::remove)
                .on("POST /api/own/evaluations/{evaluation}/{step}", this::step));
    }

    record Begin(String id, String round) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply rounds(Request request) {
        var rounds = house.seat().openRounds(Institutions.of(request));
        return items(rounds.stream().map(r -> Views.round(r, house)).toList());
    }

    private Reply list(Request request) {
        var rows = house.seat().rows(Institutions.of(request));
        return items(rows.stream().map(r -> RowView.of(r, house)).toList());
    }

    private static Reply items(List<?> items) {
        var told = new LinkedHashMap<String, Object>();
        told.put("items", items);
        told.put("next", null);
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply begin(Request request) {
        var by = applicant(request);
        var asked = StrictJson.FORMS.read(request, Begin.class);
        var begun = Telling.done(house.seat().begin(by, Given.id(asked.id()), asked.round()));
        return StrictJson.FORMS.reply(201, files.of(begun));
    }

    private Reply show(Request request) {
        return StrictJson.FORMS.reply(200, files.of(find(Institutions.of(request), Telling.id(request))));
    }

    private Evaluation find(InstitutionId institution, EvaluationId id) {
        return house.seat().find(institution, id).orElseThrow(Telling::noSuchEvaluation);
    }

    private Reply save(Request request) {
        var institution = Institutions.of(request);
        var evaluation = find(institution, Telling.id(request));
        var asked = StrictJson.FORMS.read(request, SaveForm.class);
        var finding = asked.finding("", house.room().naming(evaluation, SELF));
        var clause = request.pathParameter("clause").orElse("");
        var change = asked.changeId("");
        return switch (house.seat().save(institution, evaluation.id(), clause, finding, change, asked.seen())) {
            case Saved.Done(var saved, var sheet) -> StrictJson.FORMS.reply(200, files.of(evaluation, saved, sheet));
            case Saved.Overtaken(var now) -> throw SavedView.overtaken();
            case Saved.Barred(var bar) -> throw Telling.refused(bar);
            case Saved.NoSuchEvaluation none -> throw Telling.noSuchEvaluation();
            case Saved.Busy busy -> throw Telling.busy();
        };
    }

    private Reply send(Request request) {
        return exhibits.ask(request, own(request), SELF);
    }

    private Reply sent(Request request) {
        return exhibits.list(own(request), SELF, new Reader.Owner());
    }

    private Reply open(Request request) {
        return exhibits.open(request, own(request), new Reader.Owner());
    }

    private Reply remove(Request request) {
        return exhibits.remove(request, own(request), SELF, new Reader.Owner());
    }

    private Evaluation own(Request request) {
        return find(Institutions.of(request), Telling.id(request));
    }

    private Reply step(Request request) {
        var by = applicant(request);
        var outcome = steps.take(request.pathParameter("step").orElse(""), by, Telling.id(request), request);
        return StrictJson.FORMS.reply(200, files.of(Telling.done(outcome)));
    }

    private static Party.Applicant applicant(Request request) {
        return new Party.Applicant(Institutions.of(request), Institutions.person(request));
    }
}
