package xingma.print;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.aws.http.Http;
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
import xingma.placard.Placard;
import xingma.placard.PlacardDesk;
import xingma.placard.Placards;
import xingma.registry.Register;
import xingma.rulebook.Rulebook;
import xingma.territory.City;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/**
 * Draws QR images and print-ready sheets (二维码与标牌打印). Printing marks nothing: the officer records it once the sheets
 * are out.
 */
public final class PrintPlacards implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** Half of what the gateway waits; the part at hand when it is over is still finished. */
    private static final Duration BUDGET = Duration.ofSeconds(14);
    /** What still passes the gateway in Base64. */
    private static final int LARGEST_REPLY = 4_000_000;

    private static final Duration LINK = Duration.ofMinutes(10);
    private static final Pattern RUN = Pattern.compile("[0-9a-f]{32}");

    private final Register register;
    private final PlacardDesk desk;
    private final PlacardList list;
    private final PlacardImages images;
    private final PrintShop shop;
    private final Bucket sheets;
    private final Log log;
    private final Http http;

    public PrintPlacards() {
        this(Wiring.fromEnvironment(), Log.toStandardOut());
    }

    PrintPlacards(Wiring wiring, Log log) {
        this(
                wiring.register(),
                wiring.placards(),
                wiring.site(),
                wiring.print(),
                wiring.bureau(),
                wiring.city(),
                BUDGET,
                log);
    }

    PrintPlacards(
            Register register,
            Placards placards,
            Bucket site,
            Bucket sheets,
            Bureau bureau,
            City city,
            Duration budget,
            Log log) {
        this.register = register;
        this.desk = new PlacardDesk(register, placards, new RandomCodes(), Clock.systemUTC(), city.zone());
        this.list = new PlacardList(placards, city);
        this.images = new PlacardImages(bureau, site);
        this.shop = new PrintShop(
                register, placards, Rulebook.standard(), new PlacardText(bureau, city), bureau, sheets, budget);
        this.sheets = sheets;
        this.log = log;
        this.http = Http.of(routes()).with(log);
        // Parsed here, the typeface lies ready in the snapshot.
        Typeface.shared();
    }

    private Routes routes() {
        return Routes.none()
                .on("GET /api/placards/images.zip", this::bundle)
                .on("GET /api/placards/{code}/image.svg", this::svg)
                .on("GET /api/placards/{code}/image.png", this::png)
                .on("GET /api/placards/{code}/sheet.pdf", this::sheet)
                .on("POST /api/sheets", this::order)
                .on("POST /api/sheets/{id}", this::goOn)
                .on("GET /api/sheets/{id}", this::download);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Reply answer(Request request) {
        return http.answer(request);
    }

    private Reply svg(Request request) {
        var code = live(request).code();
        var svg = images.svg(code);
        images.keepSvg(code, svg);
        return file(SvgImage.CONTENT_TYPE, svg, code.spoken() + ".svg");
    }

    private Reply png(Request request) {
        var code = live(request).code();
        var png = images.png(code);
        images.keepPng(code, png);
        return file(PngImage.CONTENT_TYPE, png, code.spoken() + ".png");
    }

    private Reply bundle(Request request) {
        var districts = list.districts(Officers.of(request), request.query("district"));
        var standing = list.standing(districts);
        if (standing.isEmpty()) {
            throw new Refused(Problem.notFound(
                    "placards.none", "这里还没有生效的标牌。请先签发。", "No placard stands here yet. Issue some first."));
        }
        var zip = ImageBundle.of(standing, images);
        if (zip.length > LARGEST_REPLY) {
            throw new Refused(Problem.of(
                    413, "images.tooMany", "图片太多，一次下载不完。请按区县分别下载。",
                    "Too many images for one file. Fetch them district by district."));
        }
        var where = districts.size() == 1 ? districts.getFirst().value() : "全部";
        return file(ImageBundle.CONTENT_TYPE, zip, "二维码 " + where + ' ' + standing.size() + "块.zip");
    }

    private Reply sheet(Request request) {
        var format = format("format", request.query("format").orElse("a5"));
        var placard = live(request);
        var dossier = register.find(placard.issue().institution()).orElseThrow();
        var name = dossier.entry().institution().name();
        var reply = file(
                PlacardBook.CONTENT_TYPE, shop.sheet(placard, dossier, format), name + ' ' + placard.code().spoken() + ".pdf");
        var lacking = shop.face(placard, dossier).lacking(Typeface.shared());
        return lacking.isEmpty() ? reply : reply.with("x-missing-characters", String.join(" ", lacking));
    }

    private Reply order(Request request) {
        var officer = Officers.of(request);
        var form = StrictJson.FORMS.read(request, Order.class);
        var unprintedOnly = switch (form.only()) {
            case "all" -> false;
            case "unprinted" -> true;
            default -> throw new Refused(
                    Problem.field("only", "only.unknown", "请选择：全部、未印制。", "One of all, unprinted."));
        };
        var run = shop.order(
                form.district(),
                list.districts(officer, Optional.of(form.district().value())),
                format("format", form.format()),
                unprintedOnly,
                officer.id());
        return goOn(request, officer, run);
    }

    private Reply goOn(Request request) {
        var officer = Officers.of(request);
        return goOn(request, officer, run(officer, request));
    }

    private Reply goOn(Request request, Officer officer, PrintRun run) {
        var began = System.nanoTime();
        var progress = shop.goOn(run);
        log.write(new LogEvent.Printed(
                request.id(), officer.id(), run.territory(), progress.done(), (System.nanoTime() - began) / 1_000_000));
        return StrictJson.FORMS.reply(
                200,
                new Sheets(
                        run.id(),
                        new Done(progress.done(), progress.total()),
                        progress.finished() ? Optional.of("/api/sheets/" + run.id() + ".pdf") : Optional.empty(),
                        progress.lacking()));
    }

    private Reply download(Request request) {
        var run = run(Officers.of(request), request);
        var key = PrintRun.fileKey(run.id());
        try {
            return sheets.get(key, LARGEST_REPLY)
                    .map(pdf -> file(PlacardBook.CONTENT_TYPE, pdf.bytes(), fileName(run)))
                    .orElseThrow(() -> new Refused(Problem.of(
                            409, "sheets.unfinished", "还没有打印完。请继续打印后再下载。", "Not finished yet. Go on printing first.")));
        } catch (Bucket.TooLarge forTheGateway) {
            var link = sheets.linkTo(key, LINK, fileName(run));
            // The console's policy lets no script follow to another origin: it takes the address and opens it.
            return request.header("accept").filter(a -> a.contains("application/json")).isPresent()
                    ? StrictJson.FORMS.reply(200, new Link(link))
                    : Reply.redirect(303, link);
        }
    }

    private PrintRun run(Officer officer, Request request) {
        var id = request.pathParameter("id").orElse("").replaceFirst("[.]pdf$", "");
        return Optional.of(id)
                .filter(i -> RUN.matcher(i).matches())
                .flatMap(shop::find)
                .filter(run -> officer.mayActIn(run.territory()))
                .orElseThrow(() -> new Refused(
                        Problem.notFound("sheets.unknown", "没有这次打印。请重新开始。", "There is no such run. Begin anew.")));
    }

    private Placard.Live live(Request request) {
        var officer = Officers.of(request);
        var placard = desk.find(officer, Refusals.code(request.pathParameter("code").orElse("")))
                .orElseThrow(Refusals::noSuchPlacard);
        return switch (placard) {
            case Placard.Live live -> live;
            case Placard.Withdrawn gone -> throw Refusals.noLongerLive(gone, 410);
            case Placard.Replaced gone -> throw Refusals.noLongerLive(gone, 410);
        };
    }

    private static SheetFormat format(String field, String word) {
        return SheetFormat.of(word).orElseThrow(() -> new Refused(Problem.field(
                field,
                "format.unknown",
                "请选择：a5、a4、a4x2（一张两块）、a5bleed 或 a4bleed（印刷厂用）。",
                "One of a5, a4, a4x2 (two to a sheet), a5bleed or a4bleed (for a printing house).")));
    }

    private static String fileName(PrintRun run) {
        return "公示牌 " + run.territory() + ' ' + run.codes().size() + "块 " + run.format() + ".pdf";
    }

    private static Reply file(String contentType, byte[] bytes, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Reply.of(200, contentType, bytes)
                .with("cache-control", "private, no-store")
                .with("content-disposition", "inline; filename*=UTF-8''" + encoded);
    }

    record Order(RegionCode district, String format, String only) {}

    record Done(int done, int total) {}

    record Link(String url) {}

    /** @param missing placards printed by this call with characters that the typeface does not have */
    record Sheets(String id, Done progress, Optional<String> url, List<PrintShop.Lacking> missing) {}
}
