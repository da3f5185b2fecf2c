package xingma.print;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.LinkedHashSet;
import java.util.stream.Stream;
import xingma.aws.http.Http;
import xingma.aws.http.Names;
import xingma.aws.http.Officers;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.aws.s3.Bucket;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.PlacardDesk;
import xingma.placard.Placards;
import xingma.placard.Posting;
import xingma.registry.Register;
import xingma.registry.sheet.Correction;
import xingma.territory.City;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Roster;

/** Issues, replaces and withdraws placards, and records where each one is (标牌签发与张贴). */
public final class IssuePlacards implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int MOST_INSTITUTIONS = 100;
    private static final int LARGEST_PHOTO_FORM = 600 * 1024;
    private static final int LONGEST_REASON = 200;

    private final Register register;
    private final PlacardDesk desk;
    private final PlacardList list;
    private final DistrictIssue district;
    private final PlacardImages images;
    private final Bucket files;
    private final Bureau bureau;
    private final Names names;
    private final Log log;
    private final Http http;

    public IssuePlacards() {
        this(Wiring.fromEnvironment(), Log.toStandardOut());
    }

    IssuePlacards(Wiring wiring, Log log) {
        this(
                wiring.register(),
                wiring.issuing(),
                wiring.roster(),
                wiring.files(),
                wiring.site(),
                wiring.bureau(),
                wiring.city(),
                Clock.systemUTC(),
                log);
    }

    IssuePlacards(
            Register register,
            Placards placards,
            Roster roster,
            Bucket files,
            Bucket site,
            Bureau bureau,
            City city,
            Clock clock,
            Log log) {
        this.register = register;
        this.desk = new PlacardDesk(register, placards, new RandomCodes(), clock, city.zone());
        this.list = new PlacardList(placards, city);
        this.district = new DistrictIssue(register, desk);
        this.images = new PlacardImages(bureau, site);
        this.files = files;
        this.bureau = bureau;
        this.names = new Names(roster, log);
        this.log = log;
        this.http = Http.of(routes()).with(log);
    }

    private Routes routes() {
        return Routes.none()
                .on("POST /api/placards", this::issue)
                .on("GET /api/placards", this::list)
                .on("GET /api/placards/{code}", this::show)
                .on("POST /api/placards/{code}/replace", this::replace)
                .on("POST /api/placards/{code}/withdraw", this::withdraw)
                .on("POST /api/placards/{code}/posting", LARGEST_PHOTO_FORM, this::post)
                .on("GET /api/placards/{code}/photo", this::photo);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Reply answer(Request request) {
        return http.answer(request);
    }

    private Reply issue(Request request) {
        var officer = names.introduced(request);
        var form = StrictJson.FORMS.read(request, IssueForm.class);
        if (!officer.has(Duty.REGISTRAR)) {
            throw Refusals.notYourDuty(Duty.REGISTRAR);
        }
        if (form.institutions().isPresent() == form.district().isPresent()) {
            throw new Refused(Problem.field(
                    "institutions", "issue.oneOf", "请给出机构名单或区县，二者选一。", "Give either institutions or a district."));
        }
        var issued = form.institutions().isPresent()
                ? institutions(officer, new LinkedHashSet<>(form.institutions().get()))
                : district.issue(officer, list.districts(officer, form.district().map(RegionCode::value)));
        images.keepAll(issued.placards().stream().map(Placard::code).toList());
        issued.placards().forEach(placard -> logStep(request, officer, placard, LogEvent.PlacardStepped.Step.ISSUED));
        return StrictJson.FORMS.reply(
                200,
                new Issued(
                        issued.placards().stream().map(p -> PlacardView.of(p, bureau)).toList(),
                        new Progress(issued.done(), issued.total()),
                        signatories(request, issued.placards())));
    }

    /** All of them, or none when one of them may have no placard. */
    private DistrictIssue.Issued institutions(Officer officer, SequencedSet<InstitutionId> ids) {
        if (ids.isEmpty() || ids.size() > MOST_INSTITUTIONS) {
            throw new Refused(Problem.field(
                    "institutions",
                    "institutions.count",
                    "一次签发 1 到 " + MOST_INSTITUTIONS + " 家。请分批签发。",
                    "Issue 1 to " + MOST_INSTITUTIONS + " at a time."));
        }
        var dossiers = new HashMap<>(register.findAll(ids));
        for (var id : ids) {
            var dossier = Optional.ofNullable(dossiers.get(id)).filter(d -> officer.mayActIn(d.district()));
            if (dossier.orElseThrow(Refusals::noSuchInstitution).published().isEmpty()) {
                throw Refusals.notYetChecked();
            }
        }
        var placards = new ArrayList<Placard>();
        desk.issueAll(officer, ids).values().forEach(outcome -> placards.add(Refusals.done(outcome)));
        return new DistrictIssue.Issued(placards, placards.size(), ids.size());
    }

    private Reply list(Request request) {
        var page = list.list(Officers.of(request), request);
        return StrictJson.FORMS.reply(
                200,
                new Listed(
                        page.items().stream().map(p -> PlacardView.of(p, bureau)).toList(),
                        page.next(),
                        signatories(request, page.items())));
    }

    private Reply show(Request request) {
        return told(request, find(request));
    }

    private Reply replace(Request request) {
        var officer = names.introduced(request);
        var reason = reason(request);
        var old = code(request);
        var placard = Refusals.done(desk.replace(officer, old, reason));
        images.keep(placard.code());
        images.makeVoid(old);
        logStep(request, officer, placard, LogEvent.PlacardStepped.Step.REPLACED);
        return told(request, placard);
    }

    private Reply withdraw(Request request) {
        var officer = names.introduced(request);
        var placard = Refusals.done(desk.withdraw(officer, code(request), reason(request)));
        images.makeVoid(placard.code());
        logStep(request, officer, placard, LogEvent.PlacardStepped.Step.WITHDRAWN);
        return told(request, placard);
    }

    private Reply post(Request request) {
        var officer = names.introduced(request);
        var form = StrictJson.LARGE.read(request, PostingForm.class);
        var code = code(request);
        var step = step(form.step());
        var note = form.note().strip();
        if (note.codePointCount(0, note.length()) > Posting.LONGEST_NOTE) {
            throw new Refused(Problem.field(
                    "note",
                    "note.tooLong",
                    "说明最多 " + Posting.LONGEST_NOTE + " 个字。",
                    "A note has at most " + Posting.LONGEST_NOTE + " characters."));
        }
        refuseIdentityNumber("note", note);
        var photo = form.photo().map(PostingPhoto::read);
        if (step == Posting.Step.POSTED && photo.isEmpty()) {
            throw new Refused(Problem.field(
                    "photo", "photo.missing", "登记“已张贴”要附照片。请拍下张贴后的标牌。", "Posted is shown by a photo. Take one."));
        }
        var key = photo.map(p -> p.keyFor(code));
        if (photo.isPresent()) {
            // Before the step, which must never name a photo that is not there; only for who may take it.
            desk.find(officer, code).orElseThrow(Refusals::noSuchPlacard);
            files.putIfAbsent(key.get(), Bucket.Stored.of(photo.get().jpeg(), PostingPhoto.CONTENT_TYPE));
        }
        var placard = Refusals.done(desk.post(officer, code, step, note, key));
        logStep(request, officer, placard, LogEvent.PlacardStepped.Step.POSTED);
        return told(request, placard);
    }

    private Reply photo(Request request) {
        var key = find(request).steps().reversed().stream()
                .flatMap(step -> step.photo().stream())
                .findFirst();
        var photo = key.flatMap(k -> files.get(k, PostingPhoto.LARGEST)).orElseThrow(() -> new Refused(Problem.notFound(
                "photo.none", "这块标牌还没有张贴照片。", "There is no photo of this placard yet.")));
        return Reply.of(200, PostingPhoto.CONTENT_TYPE, photo.bytes()).with("cache-control", "private, no-store");
    }

    private Placard find(Request request) {
        return desk.find(Officers.of(request), code(request)).orElseThrow(Refusals::noSuchPlacard);
    }

    private Reply told(Request request, Placard placard) {
        return StrictJson.FORMS.reply(
                200, new Told(PlacardView.of(placard, bureau), signatories(request, List.of(placard))));
    }

    /** The names of all who took a step with these placards, up to the last. */
    private Map<String, String> signatories(Request request, List<? extends Placard> placards) {
        return names.of(request, placards.stream().flatMap(IssuePlacards::hands).toList());
    }

    private static Stream<String> hands(Placard placard) {
        return Stream.concat(
                placard.steps().stream().map(Posting::by), PlacardView.End.of(placard).map(PlacardView.End::by).stream());
    }

    private void logStep(Request request, Officer officer, Placard placard, LogEvent.PlacardStepped.Step step) {
        log.write(new LogEvent.PlacardStepped(request.id(), officer.id(), placard.code(), step));
    }

    private static PlacardCode code(Request request) {
        return Refusals.code(request.pathParameter("code").orElse(""));
    }

    private static String reason(Request request) {
        var reason = StrictJson.FORMS.read(request, ReasonForm.class).reason().strip();
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
            throw new Refused(Problem.field(
                    "reason",
                    "reason.length",
                    "请写明原因，最多 " + LONGEST_REASON + " 个字。",
                    "Give a reason of at most " + LONGEST_REASON + " characters."));
        }
        refuseIdentityNumber("reason", reason);
        return reason;
    }

    private static void refuseIdentityNumber(String field, String words) {
        if (Correction.holdsIdentityNumber(words)) {
            throw new Refused(Problem.field(
                    field,
                    "cell.identityNumber",
                    "文字里有身份证号，请删去。",
                    "The words hold an identity number. Delete it."));
        }
    }

    private static Posting.Step step(String word) {
        return Arrays.stream(Posting.Step.values())
                .filter(s -> s != Posting.Step.ISSUED && s.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refused(Problem.field(
                        "step",
                        "step.unknown",
                        "请选择：已印制、已送达、已张贴、已现场核对、缺失。",
                        "One of printed, delivered, posted, checked, missing.")));
    }

    record IssueForm(Optional<List<InstitutionId>> institutions, Optional<RegionCode> district) {}

    record ReasonForm(String reason) {}

    record PostingForm(String step, String note, Optional<String> photo) {}

    record Progress(int done, int total) {}

    record Issued(List<PlacardView> items, Progress progress, Map<String, String> names) {}

    record Listed(List<PlacardView> items, Optional<String> next, Map<String, String> names) {}

    record Told(@JsonUnwrapped PlacardView placard, Map<String, String> names) {}
}
