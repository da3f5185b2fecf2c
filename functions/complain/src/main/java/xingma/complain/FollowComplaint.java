package xingma.complain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static xingma.pages.ComplaintForm.NAME;
import static xingma.pages.ComplaintForm.NOTIFY;
import static xingma.pages.ComplaintForm.PHONE;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
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
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.log.LogEvent.HeldOut;
import xingma.complain.window.CaseJson;
import xingma.complain.window.Counter;
import xingma.complain.window.Handed;
import xingma.complain.window.OnTimeJson;
import xingma.complain.window.Rehearsal;
import xingma.complain.window.Taking;
import xingma.complain.window.Visitor;
import xingma.complaint.Complaint;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.receipt.Tries;
import xingma.complaint.seal.Secrets;
import xingma.complaint.sweep.OnTimeRates;
import xingma.complaint.window.ComplainantsSeat.Move;
import xingma.complaint.window.ComplaintWindow.Look;
import xingma.pages.ComplaintForm.Wrong;
import xingma.pages.ComplaintWords;
import xingma.pages.Followed;
import xingma.pages.OnTimePages;
import xingma.pages.ReceiptPages;
import xingma.pages.StatusPages;
import xingma.territory.RegionCode;

/** Shows the holder of a receipt where the case stands, and takes her steps in it; and shows all whether days are kept. */
public final class FollowComplaint implements RequestStreamHandler, Resource {
    private static final Set<String> FIELDS = Set.of(
            "number", "secret", "id", "message", "why", "reason", "satisfaction", "solved", "identity", PHONE, NAME,
            "agree", NOTIFY, "l", "v");
    private static final int MONTHS_SHOWN = 12;
    private static final Rehearsal REHEARSAL =
            new Rehearsal("GET /status", "POST /status", "number=1&secret=1", List.of("GET /on-time"));

    /** Two secrets in four thousand million have the same. */
    private static final int ATTEMPT_BYTES = 4;

    private final Counter counter;
    private final OnTimeRates rates;
    private final StatusPages pages;
    private final ReceiptPages receipts;
    private final OnTimePages onTime;
    private final Supplier<FollowComplaint> anew;
    volatile Http http;

    public FollowComplaint() {
        this(new House(), House::new);
        if (Settings.fromEnvironment().isSnapStarted()) {
            Core.getGlobalContext().register(this);
        }
    }

    FollowComplaint(House house, Supplier<House> next) {
        this(house.counter(), house.rates(), () -> new FollowComplaint(next.get(), next));
    }

    /** @param anew the same function over new connections, as a snapshot comes back to it */
    FollowComplaint(Counter counter, OnTimeRates rates, Supplier<FollowComplaint> anew) {
        this.anew = anew;
        this.counter = counter;
        this.rates = rates;
        this.pages = new StatusPages(counter.publisher());
        this.receipts = new ReceiptPages(counter.publisher());
        this.onTime = new OnTimePages(counter.publisher());
        this.http = Http.of(Routes.none()
                        .on("GET /status", this::ask)
                        .on("HEAD /status", this::ask)
                        .on("POST /status", Handed.LARGEST, this::show)
                        .on("POST /status/{step}", Handed.LARGEST, this::step)
                        .on("GET /on-time", this::onTime)
                        .on("HEAD /on-time", this::onTime))
                .with(this::failure)
                .with(counter.log());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        http.answer(event, response);
    }

    /** The question for a receipt is drawn once and the rates are read; no receipt is held to any case. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        REHEARSAL.play(new FollowComplaint(counter.quiet(), rates, anew).http);
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

    private Reply ask(Request request) {
        var visitor = Visitor.of(request);
        if (request.query("sent").isPresent()) {
            return visitor.page(200, receipts.sent(visitor.view("/status", counter.today(), Map.of("sent", "yes"))));
        }
        return visitor.page(
                200, pages.ask(Optional.empty(), List.of(), Map.of(), visitor.view("/status", counter.today(), Map.of())));
    }

    private Reply show(Request request) {
        var handed = Handed.read(request, FIELDS);
        return admitted(request, handed, "show", (receipt, complaint) -> {
            told(request, "show", HeldOut.Outcome.SHOWN);
            return shown(request, handed, receipt, complaint, Optional.empty(), List.of(), 200);
        });
    }

    private Reply step(Request request) {
        var handed = Handed.read(request, FIELDS);
        var taking = Taking.named(request.pathParameter("step").orElse(""), handed);
        if (taking.isEmpty()) {
            return Visitor.problem(
                    request, Problem.notFound("step.unknown", "没有这一步。", "There is no such step."));
        }
        var step = taking.get();
        return admitted(request, handed, step.word(), (receipt, complaint) -> {
            var wrong = new ArrayList<Wrong>();
            var outcome = step.take(counter.seat(), complaint, counter.clock().instant(), wrong);
            if (outcome.isEmpty()) {
                told(request, step.word(), HeldOut.Outcome.NOT_DONE);
                return shown(request, handed, receipt, complaint, Optional.empty(), wrong, 400);
            }
            var word = Taking.told(outcome.get(), step);
            var done = word.equals(step.told());
            told(request, step.word(), done ? HeldOut.Outcome.DONE : HeldOut.Outcome.NOT_DONE);
            return shown(
                    request, handed, receipt, outcome.get().complaint(), Optional.of(word), List.of(), Taking.status(outcome.get()));
        });
    }

    private interface Inside {
        Reply with(Receipt receipt, Complaint complaint);
    }

    /** A receipt that cannot be one is told so at once, from its check signs alone; that says nothing of any case. */
    private Reply admitted(Request request, Handed handed, String step, Inside inside) {
        var receipt = Receipt.read(handed.text("number"), handed.text("secret"));
        if (receipt.isEmpty()) {
            told(request, step, HeldOut.Outcome.WRONG);
            return refused(request, handed, 400, "malformed", List.of());
        }
        var now = counter.clock().instant();
        return switch (counter.window().look(receipt.get(), attempt(receipt.get()), now)) {
            case Look.Inside(var complaint) -> inside.with(receipt.get(), complaint);
            case Look.Nothing nothing -> {
                told(request, step, HeldOut.Outcome.WRONG);
                yield refused(request, handed, 404, "wrong", List.of());
            }
            case Look.TooOften(var wait) -> {
                told(request, step, HeldOut.Outcome.TOO_OFTEN);
                yield refused(request, handed, 429, "often", List.of(minutes(wait), "" + Tries.MOST))
                        .with("retry-after", "" + wait.toSeconds());
            }
        };
    }

    /**
     * The same secret again is the same attempt: it tells a guesser nothing new, and whoever sends the right one over a bad
     * line, again and again, is not held to have guessed. Of the secret only a few bits of a mark are left.
     */
    private String attempt(Receipt receipt) {
        var held = "attempt:" + receipt.number() + ':' + receipt.secret();
        return HexFormat.of().formatHex(counter.secrets().mac(Secrets.Purpose.TICKET, held.getBytes(UTF_8)), 0, ATTEMPT_BYTES);
    }

    private Reply shown(
            Request request,
            Handed handed,
            Receipt receipt,
            Complaint complaint,
            Optional<String> told,
            List<Wrong> wrong,
            int status) {
        var visitor = Visitor.of(request, handed);
        var now = counter.clock().instant();
        var clocks = counter.clocks().get();
        var words = counter.window().words(complaint);
        var lawful = counter.seat().lawful(complaint, now);
        var uploads = lawful.contains(Move.PHOTO)
                ? counter.uploads(complaint, visitor.language(), request.id())
                : List.<xingma.attachment.UploadForm>of();
        if (visitor.data()) {
            if (!wrong.isEmpty()) {
                var first = wrong.getFirst();
                return Visitor.problem(request, Visitor.problem(
                        400, "step." + first.key(), Optional.of(first.field()), l -> ComplaintWords.wrong(l, first)));
            }
            return visitor.json(status, new CaseJson(counter.publisher().city(), clocks)
                    .status(complaint, words, lawful, uploads, told, counter.today()));
        }
        var ids = new EnumMap<Move, String>(Move.class);
        lawful.forEach(m -> ids.put(m, UUID.randomUUID().toString()));
        var typed = wrong.isEmpty() ? new TreeMap<String, String>() : new TreeMap<>(handed.fields());
        var page = pages.status(
                new Followed(
                        receipt,
                        complaint,
                        clocks,
                        clocks.rules().category(complaint.docket().category()),
                        words,
                        lawful,
                        ids,
                        uploads,
                        now,
                        told,
                        wrong,
                        typed),
                visitor.view("/status", counter.today(), Map.of()));
        return visitor.page(status, page);
    }

    private Reply refused(Request request, Handed handed, int status, String why, List<String> arguments) {
        var visitor = Visitor.of(request, handed);
        if (visitor.data()) {
            return Visitor.problem(request, Visitor.problem(
                    status, "receipt." + why, Optional.empty(),
                    l -> ComplaintWords.say(l, "ask." + why, arguments.toArray())));
        }
        var typed = handed.given("number").map(n -> Map.of("number", cut(n))).orElse(Map.of());
        var view = visitor.view("/status", counter.today(), Map.of());
        return visitor.page(status, pages.ask(Optional.of(why), arguments, typed, view));
    }

    private Reply failure(Request request, Problem problem) {
        if (!request.method().equals("POST") || problem.status() < 500) {
            return Visitor.problem(request, problem);
        }
        return refused(request, new Handed(Handed.orEmpty(request, FIELDS).fields(), false), problem.status(), "busy", List.of());
    }

    private Reply onTime(Request request) {
        var visitor = Visitor.of(request);
        var last = YearMonth.from(counter.today());
        var units = new ArrayList<RegionCode>();
        counter.publisher().city().districts().forEach(d -> units.add(d.code()));
        units.add(counter.publisher().city().code());
        var shelves = units.stream()
                .map(u -> new OnTimePages.Shelf(u, rates.of(u, last.minusMonths(MONTHS_SHOWN - 1L), last).reversed()))
                .toList();
        var reply = visitor.data()
                ? visitor.json(200, OnTimeJson.of(shelves, counter.publisher().city()))
                : visitor.page(200, onTime.page(shelves, visitor.view("/on-time", counter.today(), Map.of())));
        return reply.with("cache-control", "public, max-age=0, must-revalidate, s-maxage=60");
    }

    private void told(Request request, String step, HeldOut.Outcome outcome) {
        counter.log().write(new HeldOut(request.id(), step, outcome));
    }

    private static String minutes(Duration wait) {
        return "" + Math.max(1, (wait.toSeconds() + 59) / 60);
    }

    private static String cut(String text) {
        return text.length() > 20 ? text.substring(0, 20) : text;
    }
}
