package xingma.complain;

import static xingma.pages.ComplaintForm.*;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import xingma.aws.Settings;
import xingma.aws.http.Http;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.log.LogEvent.HandedIn;
import xingma.complain.window.CaseJson;
import xingma.complain.window.Counter;
import xingma.complain.window.FormJson;
import xingma.complain.window.Forms;
import xingma.complain.window.Handed;
import xingma.complain.window.Places;
import xingma.complain.window.QrSquare;
import xingma.complain.window.Reading;
import xingma.complain.window.Rehearsal;
import xingma.complain.window.Rush;
import xingma.complain.window.Visitor;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Statement;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.window.ComplaintWindow.Filed;
import xingma.complaint.window.ComplaintWindow;
import xingma.complaint.window.Puzzle;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.pages.ComplaintPages;
import xingma.pages.ComplaintScript;
import xingma.pages.ComplaintWords;
import xingma.pages.Language;
import xingma.pages.ReceiptPages;
import xingma.pages.Receipted;

/** Takes a complaint from anybody: a form that becomes a receipt, or the same as data. */
public final class FileComplaint implements RequestStreamHandler, Resource {
    private static final Rehearsal REHEARSAL =
            new Rehearsal("GET /complain", "POST /complain", "key=rehearsal-0000000000&urgent=yes", List.of());

    private static final Set<String> FIELDS = Set.of(
            KEY, PLACARD, PRACTITIONER, PLACE, DISTRICT, KIND, CATEGORY, WORDS, IDENTITY, PHONE, NAME, NOTIFY, URGENT, NOTICE,
            PUZZLE, ANSWER, "l", "v");

    private final Counter counter;
    private final Places places;
    private final Rush rush;
    private final Forms forms;
    private final ComplaintPages pages;
    private final ReceiptPages receipts;
    private final Supplier<FileComplaint> anew;
    volatile Http http;

    public FileComplaint() {
        this(new House(), House::new);
        if (Settings.fromEnvironment().isSnapStarted()) {
            Core.getGlobalContext().register(this);
        }
    }

    FileComplaint(House house, Supplier<House> next) {
        this(house.counter(), house.places(), house.rush(), () -> new FileComplaint(next.get(), next));
    }

    /** @param anew the same function over new connections, as a snapshot comes back to it */
    FileComplaint(Counter counter, Places places, Rush rush, Supplier<FileComplaint> anew) {
        this.anew = anew;
        this.counter = counter;
        this.places = places;
        this.rush = rush;
        this.forms = new Forms(counter, places);
        this.pages = new ComplaintPages(counter.publisher());
        this.receipts = new ReceiptPages(counter.publisher());
        this.http = Http.of(Routes.none()
                        .on("GET /complain", this::form)
                        .on("HEAD /complain", this::form)
                        .on("POST /complain", Handed.LARGEST, this::file)
                        .on("GET /complain/{file}", FileComplaint::script)
                        .on("HEAD /complain/{file}", FileComplaint::script))
                .with(this::failure)
                .with(counter.log());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        http.answer(event, response);
    }

    /** Each form is drawn once, and nothing is filed. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        REHEARSAL.play(new FileComplaint(counter.quiet(), places, rush, anew).http);
    }

    /** Connections and what was read through them do not survive in a snapshot. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        http = anew.get().http;
    }

    /** For whoever has the request in hand already. */
    Reply answer(Request request) {
        return http.answer(request);
    }

    private Reply form(Request request) {
        var visitor = Visitor.of(request);
        var code = request.query("at").flatMap(PlacardCode::read);
        var place = places.find(code, request.query("person"));
        var offered = places.offered(place);
        var typed = new HashMap<String, String>();
        typed.put(CATEGORY, Forms.category(request, place, offered));
        if (place.isEmpty() && request.query("at").isPresent()) {
            var shown = code.map(PlacardCode::spoken).orElse(request.query("at").get());
            typed.put(PLACE, ComplaintWords.say(visitor.language(), "form.place.code", Forms.cut(shown)));
        }
        var key = UUID.randomUUID().toString();
        var form = forms.of(key, place, typed, puzzle(key, place, request));
        if (visitor.data()) {
            return visitor.json(200, FormJson.of(form, counter.publisher().city()));
        }
        return visitor.page(200, pages.form(form, visitor.view("/complain", counter.today(), asked(request))));
    }

    private Reply file(Request request) {
        var handed = Handed.read(request, FIELDS);
        var visitor = Visitor.of(request, handed);
        var key = key(request, handed);
        if (handed.text(URGENT).equals("yes")) {
            counted(request, handed, "-", HandedIn.Outcome.EMERGENCY);
            return emergency(request, handed, visitor, key);
        }
        var sent = Reading.sent(handed);
        var before = counter.window().before(key, sent);
        if (before.isPresent()) {
            return filed(request, handed, visitor, key, before.get(), HandedIn.Outcome.AGAIN);
        }
        var place = places.find(handed.given(PLACARD).flatMap(PlacardCode::read), handed.given(PRACTITIONER));
        var offered = places.offered(place);
        var reading = new Reading(handed, counter.publisher().city(), offered, place, names(visitor.language()));
        var statement = reading.statement(visitor.language().tag());
        if (statement.isEmpty()) {
            counted(request, handed, "-", HandedIn.Outcome.INCOMPLETE);
            return incomplete(request, handed, visitor, key, place, reading);
        }
        var institution = statement.get().subject().institution();
        var heldUp = heldUp(request, handed, visitor, key, place, institution);
        if (heldUp.isPresent()) {
            counted(request, handed, "-", HandedIn.Outcome.HELD_UP);
            return heldUp.get();
        }
        return taken(request, handed, visitor, key, sent, statement.get());
    }

    private Reply taken(
            Request request, Handed handed, Visitor visitor, String key, List<String> sent, Statement statement) {
        var now = counter.clock().instant();
        var filed = counter.window().file(key, sent, statement, new Actor.Complainant(), now);
        rush.filed(statement.subject().institution(), now);
        return filed(request, handed, visitor, key, filed, HandedIn.Outcome.FILED);
    }

    private Reply filed(
            Request request, Handed handed, Visitor visitor, String key, Filed filed, HandedIn.Outcome outcome) {
        return switch (filed) {
            case Filed.Receipted(var receipt, var complaint) -> {
                counted(request, handed, complaint.unit().value(), outcome);
                yield receipt(request, handed, visitor, key, new Filed.Receipted(receipt, complaint));
            }
            case Filed.KeyUsed used -> {
                counted(request, handed, "-", HandedIn.Outcome.KEY_USED);
                yield keyUsed(request, handed, visitor);
            }
        };
    }

    private Reply receipt(Request request, Handed handed, Visitor visitor, String key, Filed.Receipted filed) {
        var clocks = counter.clocks().get();
        Complaint complaint = filed.complaint();
        var promise = clocks.all(complaint).stream().filter(c -> c.which() == Which.ACCEPT).findFirst();
        var uploads = counter.uploads(complaint, visitor.language(), request.id());
        if (visitor.data()) {
            var json = new CaseJson(counter.publisher().city(), clocks);
            return visitor.json(201, json.receipt(filed.receipt(), complaint, promise, uploads));
        }
        var masked = handed.given(PHONE)
                .filter(p -> complaint.docket().identity().hasContact())
                .flatMap(Contact::phone)
                .map(p -> new Contact(p, Optional.empty()).masked());
        var square = QrSquare.of(QrSquare.address(counter.publisher().publicBaseUrl(), filed.receipt()));
        var page = receipts.receipt(
                new Receipted(
                        key,
                        filed.receipt(),
                        complaint,
                        promise,
                        clocks.calendar(),
                        counter.clock().instant(),
                        masked,
                        uploads,
                        clocks.rules().retention(),
                        square),
                visitor.view("/complain", counter.today(), Map.of()));
        return visitor.page(200, page);
    }

    private Reply keyUsed(Request request, Handed handed, Visitor visitor) {
        if (visitor.data()) {
            return Visitor.problem(request, Problem.of(
                    422,
                    "key.used",
                    "这个提交编号已经用于另一份内容。先前那份已收到；这一份请换一个编号。",
                    "Something else was filed with this key, and is kept. Send this with a key of its own."));
        }
        return shown(request, handed, visitor, UUID.randomUUID().toString(), 422, "used", List.of());
    }

    private Reply emergency(Request request, Handed handed, Visitor visitor, String key) {
        if (visitor.data()) {
            return Visitor.problem(request, new Problem(
                    422,
                    "complaint.urgent",
                    Optional.of(URGENT),
                    "请先拨打120或110。没有提交任何内容；脱离危险后再发，urgent 填 no。",
                    "Call 120 or 110 first. Nothing was filed; send it again with urgent: no once nobody is in danger."));
        }
        var form = forms.afterwards(key, handed);
        return visitor.page(200, pages.emergency(form, visitor.view("/complain", counter.today(), Map.of())));
    }

    private Reply incomplete(
            Request request,
            Handed handed,
            Visitor visitor,
            String key,
            Optional<Places.Place> place,
            Reading reading) {
        if (visitor.data()) {
            var first = reading.wrong().getFirst();
            return Visitor.problem(request, Visitor.problem(
                    400, "complaint." + first.key(), Optional.of(first.field()), l -> ComplaintWords.wrong(l, first)));
        }
        var form = forms.of(key, place, Forms.typed(handed), handed.given(PUZZLE)).with(reading.wrong());
        return visitor.page(400, pages.form(form, visitor.view("/complain", counter.today(), Map.of())));
    }

    /** While very much is being filed, a device works a moment or its owner waits; nobody is turned away. */
    private Optional<Reply> heldUp(
            Request request,
            Handed handed,
            Visitor visitor,
            String key,
            Optional<Places.Place> place,
            Optional<InstitutionId> institution) {
        var now = counter.clock().instant();
        var bits = rush.bits(institution, request.id(), now);
        if (bits == 0) {
            return Optional.empty();
        }
        var puzzle = handed.given(PUZZLE).flatMap(Puzzle::read).filter(p -> p.bits() > 0);
        var check = puzzle.map(p -> p.check(counter.secrets(), key, handed.text(ANSWER), now)).orElse(Puzzle.Check.FOREIGN);
        return switch (check) {
            case SOLVED, WAITED -> Optional.empty();
            case TOO_EARLY -> Optional.of(wait(
                    request, handed, visitor, key, place, puzzle.orElseThrow(), "early",
                    Duration.between(now, puzzle.get().from()).toSeconds() + 1));
            case OVER, FOREIGN -> Optional.of(wait(
                    request, handed, visitor, key, place, Puzzle.posed(counter.secrets(), key, bits, now), "puzzle",
                    Puzzle.WAIT.toSeconds()));
        };
    }

    private Reply wait(
            Request request,
            Handed handed,
            Visitor visitor,
            String key,
            Optional<Places.Place> place,
            Puzzle puzzle,
            String reason,
            long seconds) {
        var reply = visitor.data()
                ? Visitor.problem(request, Problem.of(
                        429,
                        "complaint.puzzle",
                        "现在提交的人很多。请用同一个 key 取 GET /complain 的 puzzle，算出 answer 或等 " + seconds + " 秒后再发。",
                        "Much is being filed. Get a puzzle from GET /complain for the same key, and solve it or wait "
                                + seconds + " seconds."))
                : visitor.page(429, pages.notYet(
                        forms.of(key, place, Forms.typed(handed), Optional.of(puzzle.text())),
                        reason,
                        List.of("" + seconds),
                        visitor.view("/complain", counter.today(), Map.of())));
        return reply.with("retry-after", "" + seconds);
    }

    /** What could not be done is told above the same form with the same key: pressing again does it once. */
    private Reply failure(Request request, Problem problem) {
        if (!request.method().equals("POST") || problem.status() < 500) {
            return Visitor.problem(request, problem);
        }
        var handed = Handed.orEmpty(request, FIELDS);
        return shown(
                request, handed, Visitor.of(request, handed), key(request, handed), problem.status(), "busy", List.of());
    }

    private Reply shown(
            Request request,
            Handed handed,
            Visitor visitor,
            String key,
            int status,
            String reason,
            List<String> arguments) {
        var form = forms.again(key, handed);
        return visitor.page(
                status, pages.notYet(form, reason, arguments, visitor.view("/complain", counter.today(), Map.of())));
    }

    private Optional<String> puzzle(String key, Optional<Places.Place> place, Request request) {
        Instant now = counter.clock().instant();
        var bits = rush.bits(place.flatMap(p -> p.subject().institution()), request.id(), now);
        var asked = request.query(KEY).filter(k -> ComplaintWindow.KEY.matcher(k).matches()).orElse(key);
        return bits == 0 ? Optional.empty() : Optional.of(Puzzle.posed(counter.secrets(), asked, bits, now).text());
    }

    private static String key(Request request, Handed handed) {
        return request.header("idempotency-key")
                .map(String::strip)
                .or(() -> handed.given(KEY))
                .filter(k -> ComplaintWindow.KEY.matcher(k).matches())
                .orElseThrow(() -> new Refused(Problem.field(
                        KEY,
                        "key.malformed",
                        "请带提交编号（Idempotency-Key 或 key），16至64位字母、数字、-、_；每一份用一个新的。",
                        "Send a key (Idempotency-Key or key) of 16 to 64 letters, digits, - or _; a new one for each filing.")));
    }

    private static Map<String, String> asked(Request request) {
        var asked = new TreeMap<String, String>();
        for (var name : List.of("at", "person", CATEGORY)) {
            request.query(name).filter(v -> v.length() <= 60).ifPresent(v -> asked.put(name, v));
        }
        return asked;
    }

    private static java.util.function.BiFunction<Kind, Optional<Category>, String> names(Language language) {
        return (kind, category) -> category
                .map(c -> language == Language.ENGLISH ? c.english() : c.chinese())
                .orElseGet(() -> ComplaintWords.kind(language, kind));
    }

    private void counted(Request request, Handed handed, String unit, HandedIn.Outcome outcome) {
        var kind = Kind.values();
        var word = java.util.Arrays.stream(kind).map(Kind::word).filter(handed.text(KIND)::equals).findFirst();
        counter.log().write(new HandedIn(request.id(), unit, word.orElse("-"), outcome));
    }

    /** The file's name changes with its content: whoever has it may keep it. */
    private static Reply script(Request request) {
        var file = request.pathParameter("file").orElse("");
        if (!file.equals(ComplaintScript.file())) {
            return Visitor.problem(
                    request, Problem.notFound("file.unknown", "没有这个文件。", "There is no such file."));
        }
        return Reply.of(200, "text/javascript; charset=utf-8", ComplaintScript.bytes())
                .with("cache-control", "public, max-age=31536000, immutable")
                .with("cross-origin-resource-policy", "same-origin");
    }
}
