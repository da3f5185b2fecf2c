package xingma.rate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import xingma.aws.http.Given;
import xingma.aws.http.Http;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.evaluation.Evaluation;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.exhibit.ExhibitRoom.Reader;
import xingma.evaluation.round.RatingRolls.Kept;
import xingma.evaluation.round.Round;
import xingma.evaluation.round.Rounds;
import xingma.keeping.Page;
import xingma.rate.asked.OfficeMoves;
import xingma.rate.asked.RollForms;
import xingma.rate.told.ExhibitView;
import xingma.rate.told.FairnessView;
import xingma.rate.told.House;
import xingma.rate.told.OfficeFileView;
import xingma.rate.told.RowView;
import xingma.rate.told.Telling;
import xingma.rate.told.Views;
import xingma.rating.Fairness;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/** The office that runs evaluations (评价办公室): rounds, experts, a file with its moves, and how evenly was scored. */
public final class RunEvaluations implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Set<Duty> OFFICE = Set.of(Duty.ORGANISER, Duty.CHECKER, Duty.ADJUDICATOR);

    private static final String JSON = "application/json";

    private final Http http;
    private final House house;
    private final OfficeFileView files;
    private final ExhibitWindow exhibits;

    public RunEvaluations() {
        this(new RatingWiring().house());
    }

    RunEvaluations(House house) {
        this.house = house;
        this.files = new OfficeFileView(house);
        this.exhibits = new ExhibitWindow(house.room());
        this.http = Http.of(Routes.none()
                .on("GET /api/rounds", this::rounds)
                .on("POST /api/rounds", this::call)
                .on("GET /api/rounds/{round}", this::round)
                .on("GET /api/rounds/{round}/fairness", this::fairness)
                .on("GET /api/experts", this::experts)
                .on("POST /api/experts", this::list)
                .on("GET /api/evaluations/{evaluation}", this::show)
                .on("GET /api/evaluations/{evaluation}/exhibits", this::shown)
                .on("GET /api/evaluations/{evaluation}/exhibits/{exhibit}", this::open)
                .on("POST /api/evaluations/{evaluation}/moves", this::move));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    // ---- rounds ------------------------------------------------------------------------------------------------------

    private Reply rounds(Request request) {
        var called = house.rolls().rounds(reader(request));
        return items(called.stream().map(c -> Views.round(c, house)).toList(), Optional.empty());
    }

    private Reply call(Request request) {
        var officer = organiser(request);
        var asked = RollForms.calling(request);
        var round = asked.value();
        var kept = house.rolls().call(officer, Given.id(asked.id()), round, asked.revision());
        return StrictJson.FORMS.reply(200, Views.round(kept("round", "territory", kept), house));
    }

    private Reply round(Request request) {
        var officer = reader(request);
        var called = called(officer, request);
        var district = district(officer, request);
        var page = page(called.round().id(), district, request);
        var told = new LinkedHashMap<String, Object>();
        told.put("round", Views.round(called, house));
        told.put("district", house.named(district));
        told.put(
                "districts",
                house.office().districts(officer).stream().map(house::named).toList());
        told.put("items", page.items().stream().map(r -> RowView.of(r, house)).toList());
        told.put("next", page.next());
        return StrictJson.FORMS.reply(200, told);
    }

    private Page<Row> page(
            String round, RegionCode district, Request request) {
        try {
            return house.office().rows(round, district, request.query("after"));
        } catch (IllegalArgumentException notACursor) {
            throw Given.malformed("after", "after.unknown", "翻页位置无效。请从第一页开始。", "No such page. Begin at the first.");
        }
    }

    private Rounds.Called called(Officer officer, Request request) {
        return RollForms.round(request)
                .flatMap(id -> house.rolls().round(officer, id))
                .orElseThrow(() -> new Refused(
                        Problem.notFound("round.unknown", "没有这一轮评价。", "There is no such round.")));
    }

    /** The district that is asked for, or the officer's own: for the city's officer the first. */
    private RegionCode district(Officer officer, Request request) {
        var own = house.office().districts(officer);
        var asked = request.query("district").filter(d -> !d.isEmpty());
        return own.stream()
                .filter(d -> asked.isEmpty() ? house.city().district(d).isPresent() : d.value().equals(asked.get()))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Problem.notFound("district.unknown", "这个区县不在您的辖区。", "This district is not in your territory.")));
    }

    /** A file whose bytes are the same whenever the same sheets are settled; for a screen the same with names. */
    private Reply fairness(Request request) {
        var officer = organiser(request);
        var called = called(officer, request);
        var reports = house.reports().of(called.round().id(), house.office().districts(officer));
        if (request.header("accept").orElse("").startsWith(JSON)) {
            return StrictJson.FORMS.reply(200, measured(called.round(), reports));
        }
        var csv = reports.stream().map(Fairness::report).collect(Collectors.joining());
        return Reply.of(200, "text/csv; charset=utf-8", csv)
                .with("content-disposition", "attachment; filename=\"fairness-" + called.round().id() + ".csv\"");
    }

    private Map<String, Object> measured(Round round, List<Fairness> reports) {
        var experts = new LinkedHashMap<String, String>();
        house.rolls().experts().forEach(e -> experts.put(e.expert().id(), e.expert().name()));
        var standards = house.standards().editions(round.standard()).all();
        var items = reports.stream().map(report -> FairnessView.of(
                report, standards.stream().filter(s -> s.name().equals(report.standard())).findFirst(), experts));
        var told = new LinkedHashMap<String, Object>();
        told.put("round", Views.round(round, house));
        told.put("items", items.toList());
        return told;
    }

    // ---- experts -----------------------------------------------------------------------------------------------------

    private Reply experts(Request request) {
        organiser(request);
        return items(house.rolls().experts().stream().map(OfficeFileView::of).toList(), Optional.empty());
    }

    private Reply list(Request request) {
        var officer = organiser(request);
        var asked = RollForms.listing(request);
        var expert = asked.value();
        var kept = house.rolls().list(officer, Given.id(asked.id()), expert, asked.revision());
        return StrictJson.FORMS.reply(200, OfficeFileView.of(kept("expert", "expert", kept)));
    }

    /** What was kept, or the refusal. */
    private static <T> T kept(String code, String place, Kept<T> kept) {
        return switch (kept) {
            case Kept.Done<T>(var now) -> now;
            case Kept.Overtaken<T> o ->
                throw new Refused(new Problem(
                        409, code + ".overtaken", Optional.of("revision"), "已被他人改过。请刷新后再改。", "Somebody else changed it. Look again."));
            case Kept.Elsewhere<T> e ->
                throw new Refused(new Problem(
                        403, "officer.elsewhere", Optional.of(place), "不在您的辖区；专家库由市局维护。", "Not in your territory; the city keeps the list of experts."));
            case Kept.UnknownStandard<T> u ->
                throw new Refused(new Problem(
                        422,
                        "standard.unknown",
                        Optional.of("standard"),
                        "没有这套标准的这一版，或者它还在起草、已经废止。",
                        "There is no such edition of a standard, or it is still being drafted, or ended."));
            case Kept.Full<T> f ->
                throw new Refused(Problem.of(409, code + ".full", "数量已到上限。", "There is no room for more."));
        };
    }

    // ---- a file ------------------------------------------------------------------------------------------------------

    private Reply show(Request request) {
        var officer = reader(request);
        return StrictJson.FORMS.reply(200, files.of(request, officer, find(officer, request)));
    }

    private Reply shown(Request request) {
        var shown = house.room().shown(find(reader(request), request), new Reader.Office());
        return items(ExhibitView.shown(shown), Optional.empty());
    }

    private Reply open(Request request) {
        return exhibits.open(request, find(reader(request), request), new Reader.Office());
    }

    private Evaluation find(Officer officer, Request request) {
        return house.office().find(officer, Telling.id(request)).orElseThrow(Telling::noSuchEvaluation);
    }

    private Reply move(Request request) {
        var officer = reader(request);
        var id = Telling.id(request);
        house.office().find(officer, id).orElseThrow(Telling::noSuchEvaluation);
        var done = Telling.done(house.office().move(officer, id, OfficeMoves.read(request)));
        return StrictJson.FORMS.reply(200, files.of(request, officer, done));
    }

    private static Reply items(List<Map<String, Object>> items, Optional<String> next) {
        var told = new LinkedHashMap<String, Object>();
        told.put("items", items);
        told.put("next", next);
        return StrictJson.FORMS.reply(200, told);
    }

    private Officer reader(Request request) {
        return with(request, officer -> OFFICE.stream().anyMatch(officer::has));
    }

    private Officer organiser(Request request) {
        return with(request, officer -> officer.has(Duty.ORGANISER));
    }

    private Officer with(Request request, Function<Officer, Boolean> may) {
        var officer = house.names().introduced(request);
        if (!may.apply(officer)) {
            throw Telling.refused(Bar.NOT_YOUR_DUTY);
        }
        return officer;
    }
}
