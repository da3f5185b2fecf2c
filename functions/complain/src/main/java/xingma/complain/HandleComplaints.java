package xingma.complain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import xingma.aws.http.Http;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.complain.desk.CallersIntake;
import xingma.complain.desk.CaseView;
import xingma.complain.desk.Handovers;
import xingma.complain.desk.Moves;
import xingma.complain.desk.Office;
import xingma.complain.desk.Queue;
import xingma.complain.desk.RetentionView;
import xingma.complain.desk.RowView;
import xingma.complain.desk.SettingsView;
import xingma.complain.desk.Telling;
import xingma.complaint.desk.Bar;
import xingma.complaint.desk.ComplaintDesk.Outcome;
import xingma.complaint.desk.Move.What;
import xingma.complaint.desk.Signals;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.SignalRules;
import xingma.institution.PremisesKind;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.Rulebook;
import xingma.sheets.Upload;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** The officers' desk for complaints (投诉举报办理): the queue, a case, and every step in it. */
public final class HandleComplaints implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Http http;
    private final Office office;
    private final SignalRules signals;
    private final CaseView cases;
    private final Queue queue;
    private final CallersIntake intake;
    private final Handovers handovers;
    private final RetentionView retention;

    public HandleComplaints() {
        this(
                new House().office(),
                ComplaintBook.standard().signals(),
                Rulebook.standard().kinds().stream().map(PremisesKind::id).toList());
    }

    HandleComplaints(Office office, SignalRules signals, List<String> premisesKinds) {
        this.office = office;
        this.signals = signals;
        this.cases = new CaseView(office, new Signals(signals));
        this.queue = new Queue(office);
        this.intake = new CallersIntake(office);
        this.handovers = new Handovers(office, premisesKinds);
        this.retention = new RetentionView(office);
        this.http = Http.of(Routes.none()
                .on("GET /api/complaints", this::list)
                .on("POST /api/complaints", this::take)
                .on("GET /api/complaints/counts", this::count)
                .on("GET /api/complaints/settings", this::settings)
                .on("GET /api/complaints/retention", this::retention)
                .on("GET /api/complaints/handovers", this::template)
                .on("POST /api/complaints/handovers", Upload.LARGEST, this::takeOver)
                .on("GET /api/complaints/{number}", this::show)
                .on("POST /api/complaints/{number}/{move}", this::move)
                .on("GET /api/complaints/{number}/evidence/{slot}", this::evidence));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply list(Request request) {
        var officer = reader(request);
        var page = queue.list(officer, request);
        var ids = new TreeSet<String>();
        page.items().forEach(row -> row.assignee().ifPresent(ids::add));
        var rows = new RowView(office, office.names().of(request, ids));
        var told = new LinkedHashMap<String, Object>();
        told.put("items", page.items().stream().map(rows::of).toList());
        told.put("next", page.next());
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply take(Request request) {
        return StrictJson.FORMS.reply(201, intake.take(request, reader(request)));
    }

    private Reply template(Request request) {
        reader(request);
        return handovers.template();
    }

    private Reply takeOver(Request request) {
        return StrictJson.LARGE.reply(200, handovers.take(request, reader(request)));
    }

    private Reply count(Request request) {
        return StrictJson.FORMS.reply(200, queue.counts(reader(request), request));
    }

    private Reply settings(Request request) {
        return StrictJson.FORMS.reply(200, SettingsView.of(request, reader(request), office, signals));
    }

    private Reply retention(Request request) {
        return StrictJson.FORMS.reply(200, retention.of(reader(request), request));
    }

    private Reply show(Request request) {
        var officer = reader(request);
        return switch (office.desk().open(officer, Office.number(request))) {
            case Outcome.Done(var complaint, var waiting) ->
                StrictJson.FORMS.reply(200, cases.of(request, officer, complaint));
            case Outcome.NotDone not -> throw Telling.refused(not);
        };
    }

    private Reply move(Request request) {
        var officer = reader(request);
        var what = request.pathParameter("move").flatMap(What::ofWord).orElseThrow(Telling::noSuchCase);
        var number = Office.number(request);
        return switch (office.desk().move(officer, number, Moves.read(what, request))) {
            case Outcome.Done done -> moved(request, officer, number, done);
            case Outcome.NotDone not -> throw Telling.refused(not);
        };
    }

    /** The case anew, unless the step took it to a unit that is not the officer's. */
    private Reply moved(Request request, Officer officer, CaseNumber number, Outcome.Done done) {
        var told = switch (office.desk().open(officer, number)) {
            case Outcome.Done(var complaint, var waiting) -> cases.of(request, officer, complaint);
            case Outcome.NotDone not -> cases.left(done.complaint());
        };
        told.put("waiting", done.waiting().stream().map(CaseNumber::value).toList());
        return StrictJson.FORMS.reply(200, told);
    }

    /**
     * To the file itself, under an address that opens it for a minute; who looks at it is recorded as who reads the words.
     * A page's own script asks for JSON: it may not follow to another host, but may send a window there.
     */
    private Reply evidence(Request request) {
        var officer = reader(request);
        var slot = request.pathParameter("slot").filter(s -> s.matches("[1-9]")).map(Integer::valueOf).orElse(0);
        return switch (office.desk().open(officer, Office.number(request))) {
            case Outcome.Done(var complaint, var waiting) -> {
                var added = office.clocks().get().retention().evidence(complaint, office.today()).stream()
                        .filter(e -> e.slot() == slot)
                        .findFirst()
                        .orElseThrow(Telling::noSuchCase);
                var folder = EvidenceFolder.of(complaint.number(), office.secrets());
                var link = office.evidence().link(new EvidencePlace(folder, slot), added.kind());
                yield request.header("accept").filter(a -> a.contains("application/json")).isPresent()
                        ? StrictJson.FORMS.reply(200, Map.of("url", link))
                        : Reply.redirect(303, link);
            }
            case Outcome.NotDone not -> throw Telling.refused(not);
        };
    }

    private Officer reader(Request request) {
        var officer = office.names().introduced(request);
        if (!officer.has(Duty.HANDLER) && !officer.has(Duty.SUPERVISOR)) {
            throw Telling.refused(Bar.NO_READER);
        }
        return officer;
    }
}
