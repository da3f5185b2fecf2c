package xingma.register;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoRegister;
import xingma.aws.dynamo.DynamoRoster;
import xingma.aws.http.Http;
import xingma.aws.http.Names;
import xingma.aws.http.Officers;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.aws.log.Log;
import xingma.aws.s3.Bucket;
import xingma.aws.s3.S3Bucket;
import xingma.institution.InstitutionId;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Register;
import xingma.registry.RegisterDesk;
import xingma.registry.Summary;
import xingma.rulebook.Rulebook;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.Region;
import xingma.territory.Roster;

/** Searches the register and corrects it with two persons (查询, 更正, 复核). */
public final class CorrectRegister implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int LONGEST_QUERY = 60;
    private static final int LONGEST_REASON = 200;
    private static final int LIST = 50;
    private static final int PENDING_LIST = 20;

    private final Http http;
    private final Bureau bureau;
    private final Register register;
    private final RegisterDesk desk;
    private final Corrections corrections;
    private final Names names;
    private final Clock clock;

    public CorrectRegister() {
        this(Settings.fromEnvironment());
    }

    private CorrectRegister(Settings settings) {
        var dynamo = Clients.dynamo();
        var s3 = Clients.s3();
        this(
                Bureau.of(settings, Rulebook.standard()),
                new DynamoRegister(dynamo, settings.registerTable()),
                new DynamoRoster(dynamo, settings.registerTable()),
                new S3Bucket(s3, Clients::presigner, settings.filesBucket()),
                new S3Bucket(s3, Clients::presigner, settings.siteBucket()),
                Clock.systemUTC());
    }

    CorrectRegister(Bureau bureau, Register register, Roster roster, Bucket files, Bucket site, Clock clock) {
        this.bureau = bureau;
        this.names = new Names(roster, Log.toStandardOut());
        this.register = register;
        this.clock = clock;
        this.desk = new RegisterDesk(register, clock, new PhotoSheets(files, site));
        this.corrections = new Corrections(bureau, register, desk, files, clock);
        this.http = Http.of(Routes.none()
                .on("GET /api/me", this::me)
                .on("GET /api/kinds", this::kinds)
                .on("GET /api/institutions", this::search)
                .on("GET /api/institutions/{id}", this::show)
                .on("GET /api/institutions/{id}/history", this::history)
                .on("POST /api/institutions/{id}/changes", this::propose)
                .on("GET /api/changes", this::changes)
                .on("POST /api/institutions/{id}/changes/{change}/check", this::check)
                .on("POST /api/institutions/{id}/changes/{change}/refuse", this::refuse)
                .on("PUT /api/institutions/{id}/people/{code}/photo", this::photo));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply me(Request request) {
        var officer = names.introduced(request);
        var told = new LinkedHashMap<String, Object>();
        told.put("id", officer.id());
        told.put("name", officer.name());
        told.put("territory", bureau.city().named(officer.territory())
                .orElseThrow(() -> Telling.refused(
                        403, "officer.elsewhere", "您的辖区不在本市。请联系管理员。", "Your territory is not in this city.")));
        told.put("duties", officer.duties().stream().sorted().map(Duty::word).toList());
        told.put("districts", bureau.city().districtsWithin(officer.territory()));
        told.put("bureau", Map.of("chinese", bureau.chinese(), "english", bureau.english()));
        told.put("publicBaseUrl", bureau.publicBaseUrl());
        told.put("today", bureau.today(clock));
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply kinds(Request request) {
        Officers.of(request);
        return StrictJson.FORMS.reply(
                200, Map.of("items", bureau.kinds().stream().map(KindView::of).toList()));
    }

    private Reply search(Request request) {
        var officer = Officers.of(request);
        var words = request.query("q").orElse("");
        if (words.codePointCount(0, words.length()) > LONGEST_QUERY) {
            throw Telling.malformed("q", "q.length", "查找的字最多60个。", "At most 60 characters to search for.");
        }
        var kind = request.query("kind").filter(k -> !k.isEmpty());
        Predicate<Summary> sought = Search.containing(words)
                .and(state(request.query("state").orElse("all")))
                .and(s -> kind.isEmpty() || kind.get().equals(s.kind()));
        var page = new Search(register, districts(officer, request.query("district")))
                .find(sought, LIST, request.query("after"));
        return StrictJson.FORMS.reply(
                200, ImportRegister.listing(page.items().stream().map(DossierView::summary).toList(), page.next()));
    }

    private static Predicate<Summary> state(String state) {
        return switch (state) {
            case "all", "" -> s -> true;
            case "pending" -> Summary::isPending;
            case "unposted" -> s -> s.version() > 0 && s.placard().isEmpty();
            default -> throw Telling.malformed(
                    "state", "state.unknown", "状态只能是 pending、unposted 或 all。",
                    "The state is pending, unposted or all.");
        };
    }

    private List<Region> districts(Officer officer, Optional<String> asked) {
        var own = bureau.city().districtsWithin(officer.territory());
        if (asked.filter(a -> !a.isEmpty()).isEmpty()) {
            return own;
        }
        var one = own.stream().filter(d -> d.code().value().equals(asked.get())).toList();
        if (one.isEmpty()) {
            throw Telling.refused(404, "district.unknown", "这个区不在您的辖区。", "This district is not in your territory.");
        }
        return one;
    }

    private Reply show(Request request) {
        return told(request, dossier(request, Officers.of(request)));
    }

    private Reply history(Request request) {
        var dossier = dossier(request, Officers.of(request));
        var kind = corrections.kind(dossier);
        var history = register.history(dossier.id());
        var told = new LinkedHashMap<String, Object>();
        told.put("items", history.stream().map(c -> DossierView.change(c, kind)).toList());
        told.put("names", names.of(request, Signatures.under(history)));
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply changes(Request request) {
        var officer = Officers.of(request);
        var page = new Search(register, districts(officer, Optional.empty()))
                .find(Summary::isPending, PENDING_LIST, request.query("after"));
        var dossiers = register.findAll(page.items().stream().map(Summary::id).toList());
        var waiting = new ArrayList<Change>();
        var items = page.items().stream()
                .filter(s -> dossiers.containsKey(s.id()) && dossiers.get(s.id()).pending().isPresent())
                .map(s -> {
                    var dossier = dossiers.get(s.id());
                    dossier.pending().ifPresent(waiting::add);
                    return DossierView.pending(
                            s, dossier.pending().map(p -> DossierView.change(p, corrections.kind(dossier))));
                })
                .toList();
        var told = ImportRegister.listing(items, page.next());
        told.put("names", names.of(request, Signatures.under(waiting)));
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply propose(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.REGISTRAR);
        var asked = StrictJson.LARGE.read(request, Corrections.Asked.class);
        return told(request, corrections.propose(officer, dossier(request, officer), asked));
    }

    private Reply photo(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.REGISTRAR);
        var photo = Photo.read(request.body());
        var code = request.pathParameter("code").orElse("");
        var consentOn = request.header("x-consent-on");
        return told(request, corrections.photo(officer, dossier(request, officer), code, photo, consentOn));
    }

    private Reply check(Request request) {
        var officer = names.introduced(request);
        return decided(request, desk.check(officer, id(request), request.pathParameter("change").orElse("")));
    }

    private Reply refuse(Request request) {
        var officer = names.introduced(request);
        Telling.need(officer, Duty.CHECKER);
        var reason = StrictJson.FORMS.read(request, Reason.class).checked(LONGEST_REASON);
        return decided(
                request, desk.refuse(officer, id(request), request.pathParameter("change").orElse(""), reason));
    }

    private Reply decided(Request request, RegisterDesk.Outcome outcome) {
        return told(request, corrections.done(outcome));
    }

    private Reply told(Request request, Dossier dossier) {
        var told = DossierView.of(dossier, corrections.kind(dossier), bureau.today(clock));
        told.put("names", names.of(request, Signatures.under(dossier)));
        return StrictJson.FORMS.reply(200, told);
    }

    private Dossier dossier(Request request, Officer officer) {
        return register.find(id(request))
                .filter(d -> officer.mayActIn(d.district()))
                .orElseThrow(Corrections::unknownInstitution);
    }

    private static InstitutionId id(Request request) {
        try {
            return new InstitutionId(request.pathParameter("id").orElse(""));
        } catch (IllegalArgumentException malformed) {
            throw Corrections.unknownInstitution();
        }
    }
}
