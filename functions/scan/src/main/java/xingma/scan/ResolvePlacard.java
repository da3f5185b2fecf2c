package xingma.scan;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.crac.Core;
import org.crac.Resource;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoScans;
import xingma.aws.http.Http;
import xingma.aws.http.Problem;
import xingma.aws.http.Problems;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent.Scanned;
import xingma.institution.PlacardCode;
import xingma.pages.CodePages;
import xingma.pages.Language;
import xingma.pages.Page;
import xingma.pages.Publisher;
import xingma.pages.ScanPages;
import xingma.pages.View;
import xingma.placard.Placard;
import xingma.placard.Scan;
import xingma.placard.Scans;
import xingma.rulebook.Rulebook;

/** Answers the scan of a placard (扫码): one read, no write, a finished page; data only for machines that name it. */
public final class ResolvePlacard implements RequestStreamHandler, Resource {
    private final Supplier<Scans> store;
    private final Publisher publisher;
    private final Rulebook rulebook;
    private final ScanPages pages;
    private final CodePages codePages;
    private final ScanData data;
    private final Clock clock;
    private final Log log;
    private final Http http;
    private volatile Scans scans;

    public ResolvePlacard() {
        this(Settings.fromEnvironment(), Rulebook.standard());
        if (Settings.fromEnvironment().isSnapStarted()) {
            Core.getGlobalContext().register(this);
        }
    }

    private ResolvePlacard(Settings settings, Rulebook rulebook) {
        this(
                () -> new DynamoScans(Clients.dynamo(), settings.registerTable()),
                House.publisher(settings, rulebook),
                rulebook,
                Clock.systemUTC(),
                Log.toStandardOut());
    }

    ResolvePlacard(Supplier<Scans> store, Publisher publisher, Rulebook rulebook, Clock clock, Log log) {
        this.store = store;
        this.publisher = publisher;
        this.rulebook = rulebook;
        this.pages = new ScanPages(publisher, rulebook::kind, rulebook.procedures());
        this.codePages = new CodePages(publisher);
        this.data = new ScanData(publisher, rulebook::kind);
        this.clock = clock;
        this.log = log;
        this.scans = store.get();
        this.http = Http.of(Routes.none()
                        .on("GET /q/{code}", this::resolve)
                        .on("HEAD /q/{code}", this::resolve)
                        .on("GET /q", this::typed)
                        .on("HEAD /q", this::typed))
                .with(House.errorPage(publisher, clock))
                .with(log);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        http.answer(event, response);
    }

    /** What a person typed leads to the page of its one spelling. */
    private Reply typed(Request request) {
        var typed = request.query("code").orElse("");
        return PlacardCode.read(typed)
                .map(code -> PublicReply.redirect(303, "/q/" + code + Reader.carried(request)))
                .orElseGet(() -> malformed(request, typed));
    }

    private Reply resolve(Request request) {
        var asked = request.pathParameter("code").orElse("");
        var code = PlacardCode.read(asked);
        if (code.isEmpty()) {
            return malformed(request, asked);
        }
        if (!code.get().value().equals(asked)) {
            return PublicReply.redirect(308, "/q/" + code.get() + Reader.carried(request));
        }
        var now = clock.instant();
        var zone = publisher.city().zone();
        var reader = Reader.of(request);
        var view = reader.view("/q/" + code.get(), LocalDate.ofInstant(now, zone));
        var reply = scans.scan(code.get())
                .map(found -> found.told(new Found(request, reader, view)))
                .orElseGet(() -> unknown(request, reader, code.get(), view));
        return PublicReply.held(reply, now, zone);
    }

    /** The answer to each thing that may stand behind a code. */
    private final class Found implements Scan.Telling<Reply> {
        private final Request request;
        private final Reader reader;
        private final View view;

        Found(Request request, Reader reader, View view) {
            this.request = request;
            this.reader = reader;
            this.view = view;
        }

        @Override
        public Reply standing(Scan.Standing scan) {
            counted(pages.verdict(scan, view.day()).yes() ? Scanned.Answer.YES : Scanned.Answer.NO, reader);
            var reply = switch (reader.answer()) {
                case PAGE -> PublicReply.page(200, pages.page(scan, view), view.language());
                case DATA -> PublicReply.data(200, Reply.JSON, data.json(scan, view.day()));
                case LINKS -> PublicReply.data(200, Answer.LINKS.type(), data.links(scan));
            };
            return PublicReply.tagged(reply, request);
        }

        @Override
        public Reply withdrawn(Placard.Withdrawn placard) {
            counted(Scanned.Answer.WITHDRAWN, reader);
            return said(request, reader, codePages.withdrawn(placard, view), Problem.of(
                    410, "placard.withdrawn", "这块公示牌已收回作废。", "This placard was withdrawn."));
        }

        @Override
        public Reply replaced(Placard.Replaced placard) {
            counted(Scanned.Answer.REPLACED, reader);
            return said(request, reader, codePages.replaced(placard, view), Problem.of(
                    410, "placard.replaced", "这块公示牌已换新，旧的作废。", "This placard was replaced; the old one is void."));
        }
    }

    private Reply unknown(Request request, Reader reader, PlacardCode code, View view) {
        counted(Scanned.Answer.UNKNOWN, reader);
        return said(request, reader, codePages.unknown(code, view), Problem.notFound(
                "placard.unknown", "没有发出过这个公示码。", "This code was never issued."));
    }

    private Reply malformed(Request request, String asked) {
        var reader = Reader.of(request);
        counted(Scanned.Answer.MALFORMED, reader);
        var view = reader.view("/q", LocalDate.now(clock.withZone(publisher.city().zone())));
        return said(request, reader, codePages.unreadable(asked, view), Problem.field(
                "code",
                "placard.malformed",
                "公示码由12位字母和数字组成，末位是校验位。",
                "A code has 12 letters and digits; the last is a check character."));
    }

    private void counted(Scanned.Answer answer, Reader reader) {
        log.write(new Scanned(publisher.city().code(), answer, reader.language().tag()));
    }

    private static Reply said(Request request, Reader reader, Page page, Problem problem) {
        return reader.answer() == Answer.PAGE
                ? PublicReply.page(problem.status(), page, reader.language())
                : PublicReply.safe(Problems.reply(request, problem)).with("vary", PublicReply.VARY);
    }

    /** Before the snapshot everything that a first scan needs is loaded: each language, each form, one read, one answer. */
    @Override
    public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws IOException {
        var rehearsal = new Rehearsal();
        for (var language : Language.values()) {
            rehearsal.render(pages, data, language);
        }
        for (var store : List.of(scans, rehearsal)) {
            var quiet = new ResolvePlacard(() -> store, publisher, rulebook, clock, Log.nowhere());
            var event = new ByteArrayInputStream(rehearsal.event().getBytes(StandardCharsets.UTF_8));
            quiet.handleRequest(event, OutputStream.nullOutputStream(), null);
        }
    }

    /** Connections do not survive in a snapshot. */
    @Override
    public void afterRestore(org.crac.Context<? extends Resource> context) {
        scans = store.get();
    }
}
