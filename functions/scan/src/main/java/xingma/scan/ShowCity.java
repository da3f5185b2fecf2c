package xingma.scan;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoPlacards;
import xingma.aws.http.Http;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.log.Log;
import xingma.keeping.Page;
import xingma.pages.CityPage;
import xingma.pages.CityPage.Shelf;
import xingma.pages.Publisher;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.rulebook.Rulebook;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/**
 * The city's front door: enter a code, find a place by district or name; the description of the API; and what is said
 * at every address that is none.
 */
public final class ShowCity implements RequestStreamHandler {
    private static final String API = "openapi.yaml";
    /** Of each district on the front page; the district's own page shows a whole page of its list. */
    private static final int TASTE = 20;
    /** A search reads so many pages of the list at most, all districts together. */
    private static final int MOST_PAGES = 40;
    private static final int MOST_FOUND = 60;

    private final Placards placards;
    private final Publisher publisher;
    private final CityPage page;
    private final Clock clock;
    private final Http http;

    public ShowCity() {
        this(Settings.fromEnvironment(), Rulebook.standard());
    }

    private ShowCity(Settings settings, Rulebook rulebook) {
        this(
                DynamoPlacards.reading(Clients.dynamo(), settings.registerTable()),
                House.publisher(settings, rulebook),
                Clock.systemUTC(),
                Log.toStandardOut());
    }

    ShowCity(Placards placards, Publisher publisher, Clock clock, Log log) {
        this.placards = placards;
        this.publisher = publisher;
        this.page = new CityPage(publisher);
        this.clock = clock;
        this.http = Http.of(Routes.none()
                        .on("GET /", this::show)
                        .on("HEAD /", this::show)
                        .on("GET /openapi.yaml", ShowCity::describe)
                        .on("HEAD /openapi.yaml", ShowCity::describe)
                        .on("$default", Elsewhere.ANY_BODY, new Elsewhere(publisher, clock)::answer))
                .with(House.errorPage(publisher, clock))
                .with(log);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream response, Context context) throws IOException {
        http.answer(event, response);
    }

    private Reply show(Request request) {
        var zone = publisher.city().zone();
        var now = clock.instant();
        var reader = Reader.of(request);
        var district = request.query("d").flatMap(this::district);
        var sought = request.query("n").map(String::strip)
                .filter(n -> !n.isEmpty() && n.length() <= CityPage.LONGEST_NAME);
        var shelves = sought.map(name -> search(name, district))
                .orElseGet(() -> district.map(d -> List.of(whole(d, request))).orElseGet(() -> taste(request)));
        var shown = page.page(shelves, district, sought, reader.view("/", LocalDate.ofInstant(now, zone)));
        return PublicReply.held(
                PublicReply.tagged(PublicReply.page(200, shown, reader.language()), request), now, zone);
    }

    private List<Shelf> taste(Request request) {
        var kept = kept(request);
        return publisher.city().districts().stream()
                .map(d -> {
                    var first = placards.placardsIn(d.code(), Optional.empty());
                    var live = live(first);
                    var more = live.size() > TASTE || first.next().isPresent();
                    return new Shelf(
                            d,
                            live.stream().limit(TASTE).toList(),
                            Optional.of("/?d=" + d.code() + kept).filter(next -> more));
                })
                .toList();
    }

    private Shelf whole(Region district, Request request) {
        var part = placards.placardsIn(district.code(), request.query("after"));
        var kept = kept(request);
        return new Shelf(district, live(part), part.next()
                .map(next -> URLEncoder.encode(next, StandardCharsets.UTF_8))
                .map(next -> "/?d=" + district.code() + "&after=" + next + kept));
    }

    /** The language and size that the reader chose, to be carried on. */
    private static String kept(Request request) {
        var carried = Reader.carried(request);
        return carried.isEmpty() ? "" : '&' + carried.substring(1);
    }

    private List<Shelf> search(String name, Optional<Region> district) {
        var shelves = new ArrayList<Shelf>();
        var pages = 0;
        var found = 0;
        for (var d : district.map(List::of).orElse(publisher.city().districts())) {
            var here = new ArrayList<Placard.Live>();
            var after = Optional.<String>empty();
            do {
                var part = placards.placardsIn(d.code(), after);
                live(part).stream().filter(p -> p.issue().name().contains(name)).forEach(here::add);
                after = part.next();
            } while (after.isPresent() && ++pages < MOST_PAGES && found + here.size() < MOST_FOUND);
            found += here.size();
            shelves.add(new Shelf(d, here, Optional.empty()));
        }
        return shelves;
    }

    private static List<Placard.Live> live(Page<Placard> part) {
        return part.items().stream().filter(Placard.Live.class::isInstance).map(Placard.Live.class::cast).toList();
    }

    private Optional<Region> district(String code) {
        return code.matches("[1-9][0-9]{5}") ? publisher.city().district(new RegionCode(code)) : Optional.empty();
    }

    private static Reply describe(Request request) {
        try (var in = ShowCity.class.getResourceAsStream(API)) {
            return PublicReply.safe(Reply.of(200, "application/yaml; charset=utf-8", in.readAllBytes()))
                    .with("cache-control", "public, max-age=300");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
