package xingma.complain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import xingma.aws.http.Http;
import xingma.aws.http.Institutions;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.complain.desk.Telling;
import xingma.complaint.window.InstitutionsSeat;
import xingma.complaint.window.InstitutionsSeat.Outcome;
import xingma.complaint.window.InstitutionsSeat.Summary;
import xingma.registry.Register;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** What an institution reads and says when somebody complained about it (机构说明): an officer's summary, and one answer. */
public final class AnswerInstitution implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Http http;
    private final InstitutionsSeat seat;
    private final Register register;
    private final City city;

    public AnswerInstitution() {
        this(new House());
    }

    private AnswerInstitution(House house) {
        this(house.institutionsSeat(), house.register(), house.city());
    }

    AnswerInstitution(InstitutionsSeat seat, Register register, City city) {
        this.seat = seat;
        this.register = register;
        this.city = city;
        this.http = Http.of(Routes.none()
                .on("GET /api/own/summaries", this::list)
                .on("POST /api/own/summaries/{summary}/counter", this::answer));
    }

    record Asked(String id, String words) {}

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply list(Request request) {
        var institution = Institutions.of(request);
        var told = new LinkedHashMap<String, Object>();
        told.put("institution", institution);
        told.put("name", register.find(institution)
                .filter(d -> d.published().isPresent())
                .map(d -> d.entry().premises().textOrEmpty("name")));
        told.put("items", seat.summaries(institution).stream().map(this::told).toList());
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply answer(Request request) {
        var institution = Institutions.of(request);
        var asked = StrictJson.FORMS.read(request, Asked.class);
        var words = Telling.words("words", asked.words(), InstitutionsSeat.LONGEST_WORDS);
        var summary = request.pathParameter("summary").orElse("");
        return switch (seat.answer(institution, summary, Telling.id(asked.id()), words)) {
            case Outcome.Done(var done) -> StrictJson.FORMS.reply(200, told(done));
            case Outcome.NoSuchSummary none ->
                throw new Refused(Problem.notFound("summary.unknown", "没有这条告知。", "There is no such summary."));
            case Outcome.AnsweredBefore before -> throw new Refused(Problem.of(
                    409, "summary.answered", "这条告知已说明过，每条说明一次。", "This summary was answered; each is answered once."));
            case Outcome.Closed closed -> throw new Refused(Problem.of(
                    409, "summary.closed", "这条告知已办结，不再收取说明。", "This matter is closed; no answer is taken any more."));
            case Outcome.Overtaken overtaken -> throw Telling.busy();
        };
    }

    private Map<String, Object> told(Summary summary) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", summary.id());
        told.put("at", summary.at());
        told.put("unit", named(summary.unit()));
        told.put("words", summary.words());
        told.put("open", summary.open());
        told.put("answer", summary.answer());
        return told;
    }

    private Region named(RegionCode code) {
        return city.named(code).orElseGet(() -> new Region(code, code.value(), code.value()));
    }
}
