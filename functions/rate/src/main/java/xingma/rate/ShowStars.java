package xingma.rate;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xingma.aws.http.Http;
import xingma.aws.http.Problem;
import xingma.aws.http.Problems;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.evaluation.report.StarBoard;
import xingma.evaluation.report.StarBoard.Commendation;
import xingma.evaluation.star.StarCard;
import xingma.institution.InstitutionId;
import xingma.pages.CodePages;
import xingma.pages.CommendationPages;
import xingma.pages.Language;
import xingma.pages.MethodPage;
import xingma.pages.Publisher;
import xingma.pages.StarBadge;
import xingma.pages.StarPages;
import xingma.pages.StarReasons;
import xingma.rate.shown.Onlooker;
import xingma.rate.shown.StarFiles;
import xingma.rating.Standard;
import xingma.rating.StandardShelf;
import xingma.rating.WorkedExample;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** Shows everybody the stars (星级公示): lists, why a star is what it is, the method, badges, and who is commended. */
public final class ShowStars implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Pattern BADGE = Pattern.compile("([0-9a-f]{20})\\.svg");
    private static final Pattern EDITION = Pattern.compile("([A-Za-z0-9._-]{1,60})/([1-9][0-9]{0,3})");
    private static final Pattern COMMENDED = Pattern.compile("([a-z0-9-]{1,32})(\\.csv)?");
    /** A list of stars leads to the lists of so many rounds. */
    private static final int MOST_ROUNDS = 3;
    private static final int LONGEST_CURSOR = 400;
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String SVG = "image/svg+xml; charset=utf-8";

    private final Http http;
    private final StarBoard board;
    private final StandardShelf shelf;
    private final String standard;
    private final Publisher publisher;
    private final InstantSource clock;
    private final StarPages pages;
    private final CommendationPages commendations;
    private final MethodPage method;
    private final CodePages codes;

    public ShowStars() {
        this(new BoardWiring());
    }

    private ShowStars(BoardWiring wiring) {
        this(wiring.board(), wiring.shelf(), wiring.standard(), wiring.publisher(), wiring.clock());
    }

    /** @param standard the standard whose edition in force is shown to whoever asks for none */
    ShowStars(StarBoard board, StandardShelf shelf, String standard, Publisher publisher, InstantSource clock) {
        this.board = board;
        this.shelf = shelf;
        this.standard = standard;
        this.publisher = publisher;
        this.clock = clock;
        this.pages = new StarPages(publisher);
        this.commendations = new CommendationPages(publisher);
        this.method = new MethodPage(publisher);
        this.codes = new CodePages(publisher);
        this.http = Http.of(Routes.none()
                .on("GET /stars", this::list)
                .on("HEAD /stars", this::list)
                .on("GET /stars/{institution}", this::star)
                .on("HEAD /stars/{institution}", this::star)
                .on("GET /stars.csv", this::csv)
                .on("HEAD /stars.csv", this::csv)
                .on("GET /badges/{badge}", this::badge)
                .on("HEAD /badges/{badge}", this::badge)
                .on("GET /method", this::method)
                .on("HEAD /method", this::method)
                .on("GET /commendations/{list}", this::commended)
                .on("HEAD /commendations/{list}", this::commended))
                .with(this::failure);
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    /** A browser is answered by a page, whatever went wrong. */
    private Reply failure(Request request, Problem problem) {
        if (!request.header("accept").orElse("").toLowerCase(Locale.ROOT).contains("text/html")) {
            return Problems.reply(request, problem);
        }
        var onlooker = Onlooker.of(request);
        var view = onlooker.view("/stars", today(), Map.of());
        var page = switch (problem.code()) {
            case "star.unknown" -> pages.none(view);
            default -> problem.status() >= 500 ? codes.cannotCheck(view) : codes.nothingHere(view);
        };
        return onlooker.page(problem.status(), page).with("cache-control", "no-store");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), publisher.city().zone());
    }

    // ---- pages -------------------------------------------------------------------------------------------------------

    private Reply list(Request request) {
        var onlooker = Onlooker.of(request);
        var district = district(request);
        var after = request.query("after").filter(a -> a.length() <= LONGEST_CURSOR);
        var stars = stars(request);
        var page = board.in(district, stars.map(StarPages.Stars::rank), after);
        var asked = new TreeMap<>(Map.of("d", district.value()));
        stars.ifPresent(s -> asked.put("s", s.word()));
        after.ifPresent(a -> asked.put("after", a));
        var shelf = new StarPages.Shelf(district, stars, page.items(), after, page.next(), board.newestRounds(MOST_ROUNDS));
        return onlooker.page(200, pages.list(shelf, onlooker.view("/stars", today(), asked)));
    }

    private Reply star(Request request) {
        var onlooker = Onlooker.of(request);
        var card = card(request.pathParameter("institution").orElse("")).orElseThrow(ShowStars::unknown);
        var why = board.why(card);
        var exemption = board.exemption(card);
        if (onlooker.data()) {
            return Onlooker.shared(StrictJson.FORMS.reply(200, StarFiles.told(card, why, exemption)));
        }
        var view = onlooker.view("/stars/" + card.institution(), today(), Map.of());
        return onlooker.page(200, pages.star(card, why.map(ShowStars::reasons), exemption, view));
    }

    private static StarReasons reasons(StarBoard.Published why) {
        return new StarReasons(
                why.standard(),
                why.type(),
                why.sheet(),
                why.stars(),
                why.next(),
                why.enforcement(),
                why.association(),
                why.notice().map(n -> new StarReasons.Notice(n.from(), n.until())));
    }

    private Reply method(Request request) {
        var onlooker = Onlooker.of(request);
        var asked = request.query("s");
        var shown = asked.isEmpty() ? current() : asked.flatMap(this::edition);
        if (shown.isEmpty()) {
            throw new Refused(Problem.notFound("standard.unknown", "没有这个标准。", "There is no such standard."));
        }
        var type = shown.get().clauses().stream()
                .flatMap(c -> c.appliesTo().stream())
                .sorted()
                .findFirst()
                .orElse("医疗美容诊所");
        var words = new TreeMap<String, String>();
        asked.ifPresent(s -> words.put("s", s));
        var around = new MethodPage.Around(
                shelf.shelved(shown.get().id()), shelf.opinions(shown.get().id(), shown.get().edition()));
        return onlooker.page(200, method.page(
                shown.get(),
                around,
                WorkedExample.of(shown.get(), type, today()),
                onlooker.view("/method", today(), words)));
    }

    /** The edition in force: of the city's own standard, or of another that the city took over; else the newest that is out. */
    private Optional<Standard> current() {
        var own = shelf.shelved(standard);
        return own.editions().inForce()
                .or(() -> shelf.ids().stream().flatMap(id -> shelf.editions(id).inForce().stream()).findFirst())
                .or(() -> own.editions().all().stream().filter(own::isOut).reduce((a, b) -> b));
    }

    /** What an office is still writing is told as one that is not there. */
    private Optional<Standard> edition(String name) {
        var parts = EDITION.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var shelved = shelf.shelved(parts.group(1));
        return shelved.editions().edition(Integer.parseInt(parts.group(2))).filter(shelved::isOut);
    }

    // ---- files -------------------------------------------------------------------------------------------------------

    private Reply csv(Request request) {
        return Onlooker.shared(Reply.of(200, CSV, StarFiles.csv(board.all(district(request)))))
                .with("content-disposition", "attachment; filename=\"stars-" + district(request) + ".csv\"");
    }

    private Reply badge(Request request) {
        var name = BADGE.matcher(request.pathParameter("badge").orElse(""));
        if (!name.matches()) {
            throw unknown();
        }
        var size = switch (request.query("size").orElse("medium")) {
            case "small" -> StarBadge.Size.SMALL;
            case "medium" -> StarBadge.Size.MEDIUM;
            case "large" -> StarBadge.Size.LARGE;
            default -> throw new Refused(Problem.of(
                    400, "badge.size", "size只能是small、medium或large。", "size is small, medium or large."));
        };
        var language = request.query("l").flatMap(Language::of).orElse(Language.SIMPLIFIED);
        var svg = StarBadge.svg(card(name.group(1)), language, size);
        var how = request.query("save").isPresent() ? "attachment" : "inline";
        return Onlooker.embedded(Reply.of(200, SVG, svg))
                .with("content-disposition", how + "; filename=\"star-" + language.tag() + ".svg\"")
                .with("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'");
    }

    private Reply commended(Request request) {
        var name = COMMENDED.matcher(request.pathParameter("list").orElse(""));
        if (!name.matches()) {
            throw noRound();
        }
        var isFile = name.group(2) != null;
        var onlooker = Onlooker.of(request);
        var view = onlooker.view("/commendations/" + name.group(1), today(), Map.of());
        var districts = publisher.city().districts().stream().map(Region::code).toList();
        return switch (board.commended(name.group(1), districts)) {
            case Commendation.Told(var round, var least, var cards) -> isFile
                    ? Onlooker.shared(Reply.of(200, CSV, StarFiles.csv(cards)))
                            .with("content-disposition", "attachment; filename=\"commended-" + round.id() + ".csv\"")
                    : onlooker.page(200, commendations.told(round, least, cards, view));
            case Commendation.NotYet(var round, var embargo) -> {
                var moment = LocalDateTime.ofInstant(embargo, publisher.city().zone());
                if (isFile) {
                    throw embargoed(moment.toString().replace('T', ' '));
                }
                yield onlooker.page(403, commendations.notYet(round, moment, view)).with("cache-control", "no-store");
            }
            case Commendation.NoSuchRound none -> throw noRound();
        };
    }

    private static Refused embargoed(String moment) {
        return new Refused(Problem.of(
                403,
                "commendation.embargo",
                "名单" + moment + "起公布。",
                "The list is given out from " + moment + " on, local time."));
    }

    // ---- what was asked for ------------------------------------------------------------------------------------------

    private RegionCode district(Request request) {
        var districts = publisher.city().districts().stream().map(Region::code).toList();
        return request.query("d")
                .map(asked -> districts.stream()
                        .filter(d -> d.value().equals(asked))
                        .findFirst()
                        .orElseThrow(() -> new Refused(
                                Problem.notFound("district.unknown", "没有这个区县。", "There is no such district."))))
                .orElse(districts.getFirst());
    }

    private static Optional<StarPages.Stars> stars(Request request) {
        return request.query("s")
                .map(asked -> StarPages.Stars.of(asked)
                        .orElseThrow(() -> new Refused(
                                Problem.notFound("stars.unknown", "没有这样的星级。", "There are no such stars."))));
    }

    private Optional<StarCard> card(String institution) {
        try {
            return board.card(new InstitutionId(institution.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Refused unknown() {
        return new Refused(Problem.notFound(
                "star.unknown",
                "这家机构没有参加评星。没有星不等于不合法，请扫门口的标牌核对。",
                "This clinic takes no part in the rating. No star does not mean unlawful: scan the placard to check."));
    }

    private static Refused noRound() {
        return new Refused(Problem.notFound("round.unknown", "没有这个评价轮次。", "There is no such round."));
    }
}
