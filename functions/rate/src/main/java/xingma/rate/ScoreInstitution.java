package xingma.rate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import xingma.aws.http.Given;
import xingma.aws.http.Http;
import xingma.aws.http.Officers;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.desk.SheetDesk.Save;
import xingma.evaluation.desk.SheetDesk.Saved;
import xingma.evaluation.exhibit.ExhibitRoom;
import xingma.evaluation.exhibit.ExhibitRoom.Reader;
import xingma.rate.asked.PanelSteps;
import xingma.rate.asked.SaveForm;
import xingma.rate.told.House;
import xingma.rate.told.PanelFileView;
import xingma.rate.told.RowView;
import xingma.rate.told.SavedView;
import xingma.rate.told.Telling;
import xingma.territory.Duty;

/**
 * An expert at work (专家评分): scores blind, online or from what a tablet kept while it had no network; settles with the
 * others. Whoever does not sit on an evaluation's panel finds nothing here.
 */
public final class ScoreInstitution implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** A day's sheet with all its words. */
    private static final int LARGEST_QUEUE = 1 << 20;

    private final Http http;
    private final House house;
    private final ExhibitWindow exhibits;
    private final PanelFileView files;
    private final PanelSteps steps;

    public ScoreInstitution() {
        this(new RatingWiring().house());
    }

    ScoreInstitution(House house) {
        this.house = house;
        this.exhibits = new ExhibitWindow(house.room());
        this.files = new PanelFileView(house);
        this.steps = new PanelSteps(house);
        this.http = Http.of(Routes.none()
                .on("GET /api/panels", this::list)
                .on("GET /api/panels/{evaluation}", this::show)
                .on("PUT /api/panels/{evaluation}/sheet/{clause}", this::save)
                .on("POST /api/panels/{evaluation}/sheet", LARGEST_QUEUE, this::saveAll)
                .on("POST /api/panels/{evaluation}/exhibits", this::send)
                .on("GET /api/panels/{evaluation}/exhibits", this::sent)
                .on("GET /api/panels/{evaluation}/exhibits/{exhibit}", this::open)
                .on("DELETE /api/panels/{evaluation}/exhibits/{exhibit}", this::remove)
                .on("POST /api/panels/{evaluation}/{step}", this::step));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply list(Request request) {
        var expert = expert(request);
        var told = new LinkedHashMap<String, Object>();
        told.put("items", house.panel().rows(expert).stream().map(r -> RowView.of(r, house)).toList());
        told.put("next", null);
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply show(Request request) {
        var expert = expert(request);
        return StrictJson.FORMS.reply(200, files.of(expert, find(expert, Telling.id(request))));
    }

    private Evaluation find(String expert, EvaluationId id) {
        return house.panel().find(expert, id).orElseThrow(Telling::noSuchEvaluation);
    }

    private Reply save(Request request) {
        var expert = expert(request);
        var evaluation = find(expert, Telling.id(request));
        var asked = StrictJson.FORMS.read(request, SaveForm.class);
        var finding = asked.finding("", naming(expert, evaluation));
        var clause = request.pathParameter("clause").orElse("");
        var saved = house.panel().save(expert, evaluation.id(), clause, finding, asked.changeId(""), asked.seen());
        return switch (saved) {
            case Saved.Done done -> StrictJson.FORMS.reply(200, SavedView.of(clause, asked.change(), done));
            case Saved.Overtaken overtaken -> throw SavedView.overtaken();
            case Saved.Barred(var bar) -> throw Telling.refused(bar);
            case Saved.NoSuchEvaluation none -> throw Telling.noSuchEvaluation();
            case Saved.Busy busy -> throw Telling.busy();
        };
    }

    /** What is not well formed refuses the whole queue by the place where it stands; every other save answers for itself. */
    private Reply saveAll(Request request) {
        var expert = expert(request);
        var evaluation = find(expert, Telling.id(request));
        var asked = StrictJson.LARGE.read(request, SaveForm.Queue.class);
        Given.id(asked.id());
        if (asked.saves().size() > SaveForm.Queue.LONGEST) {
            throw Given.malformed(
                    "saves",
                    "saves.many",
                    "一次最多" + SaveForm.Queue.LONGEST + "条。",
                    "At most " + SaveForm.Queue.LONGEST + " at a time.");
        }
        var naming = naming(expert, evaluation);
        var saves = new ArrayList<Save>();
        for (var queued : asked.saves()) {
            var at = "saves[" + saves.size() + "].";
            var form = queued.form();
            var finding = form.finding(at, naming);
            saves.add(new Save(queued.clause(), finding, form.changeId(at), queued.seen()));
        }
        var saved = house.panel().save(expert, evaluation.id(), saves);
        var told = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < saves.size(); i++) {
            told.add(SavedView.of(saves.get(i).clause(), saves.get(i).change(), saved.get(i)));
        }
        return StrictJson.FORMS.reply(200, Map.of("items", told));
    }

    private ExhibitRoom.Naming naming(String expert, Evaluation evaluation) {
        return house.room().naming(evaluation, new Writer.Assessor(expert));
    }

    private Reply send(Request request) {
        var expert = expert(request);
        return exhibits.ask(request, find(expert, Telling.id(request)), new Writer.Assessor(expert));
    }

    private Reply sent(Request request) {
        var expert = expert(request);
        var evaluation = find(expert, Telling.id(request));
        return exhibits.list(evaluation, new Writer.Assessor(expert), new Reader.Assessor(expert));
    }

    private Reply open(Request request) {
        var expert = expert(request);
        return exhibits.open(request, find(expert, Telling.id(request)), new Reader.Assessor(expert));
    }

    private Reply remove(Request request) {
        var expert = expert(request);
        var evaluation = find(expert, Telling.id(request));
        return exhibits.remove(request, evaluation, new Writer.Assessor(expert), new Reader.Assessor(expert));
    }

    /** The file anew; who stepped down has left it. */
    private Reply step(Request request) {
        var expert = expert(request);
        var id = Telling.id(request);
        var done = Telling.done(steps.take(request.pathParameter("step").orElse(""), expert, id, request));
        if (done.proceedings().panel().filter(p -> p.seat(expert).isPresent()).isPresent()) {
            return StrictJson.FORMS.reply(200, files.of(expert, done));
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("evaluation", id);
        told.put("left", true);
        return StrictJson.FORMS.reply(200, told);
    }

    private static String expert(Request request) {
        var officer = Officers.of(request);
        if (!officer.has(Duty.EXPERT)) {
            throw Telling.refused(Bar.NOT_YOUR_DUTY);
        }
        return officer.id();
    }
}
