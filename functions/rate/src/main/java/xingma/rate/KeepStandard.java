package xingma.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import xingma.aws.http.Given;
import xingma.aws.http.Http;
import xingma.aws.http.Names;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.evaluation.Party;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.report.PastSheets;
import xingma.rate.asked.StandardSteps;
import xingma.rate.shown.SimulationFile;
import xingma.rate.told.EditionView;
import xingma.rate.told.SimulationView;
import xingma.rate.told.StandardRefusals;
import xingma.rate.told.Telling;
import xingma.rating.Opinion;
import xingma.rating.Standard;
import xingma.rating.StandardDesk;
import xingma.rating.StandardDesk.By;
import xingma.rating.StandardShelf;
import xingma.rulebook.BadStandard;
import xingma.rulebook.Flaw;
import xingma.rulebook.StandardBook;
import xingma.territory.City;
import xingma.territory.Duty;
import xingma.territory.Officer;

/**
 * The office that keeps the standards (标准管理): editions from a file, opinions, the trial, what a draft would change, and
 * the second person who puts it in force. Every district reads; the city keeps.
 */
public final class KeepStandard implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    /** Five times the standard that ships; opinions of a whole meeting are no more. */
    private static final int LARGEST = 256 * 1024;

    private static final int MOST_FLAWS = 200;
    private static final Pattern EDITION = Pattern.compile("[1-9][0-9]{0,2}");

    private final Http http;
    private final City city;
    private final Names names;
    private final InstantSource clock;
    private final StandardShelf shelf;
    private final StandardDesk desk;
    private final PastSheets sheets;
    private final StandardSteps steps;

    public KeepStandard() {
        this(new ShelfWiring());
    }

    private KeepStandard(ShelfWiring wiring) {
        this(wiring.city(), wiring.names(), wiring.shelf(), wiring.sheets(), wiring.clock());
    }

    KeepStandard(City city, Names names, StandardShelf shelf, PastSheets sheets, InstantSource clock) {
        this.city = city;
        this.names = names;
        this.clock = clock;
        this.shelf = shelf;
        this.sheets = sheets;
        this.desk = new StandardDesk(shelf, clock);
        this.steps = new StandardSteps(desk, (standard, day) -> sheets.put(standard, day).simulation());
        this.http = Http.of(Routes.none()
                .on("GET /api/standards", this::list)
                .on("POST /api/standards", LARGEST, this::draft)
                .on("POST /api/standards/check", LARGEST, this::check)
                .on("GET /api/standards/{standard}/{edition}", this::show)
                .on("GET /api/standards/{standard}/{edition}/file", this::file)
                .on("GET /api/standards/{standard}/{edition}/simulation", this::simulation)
                .on("GET /api/standards/{standard}/{edition}/simulation.csv", this::simulationFile)
                .on("POST /api/standards/{standard}/{edition}/{step}", LARGEST, this::step));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    // ---- reading -----------------------------------------------------------------------------------------------------

    private Reply list(Request request) {
        reader(request);
        var items = shelf.ids().stream().map(shelf::shelved).map(shelved -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("standard", shelved.editions().all().getFirst().id());
            told.put("editions", shelved.editions().all().reversed().stream()
                    .map(standard -> EditionView.brief(standard, shelved))
                    .toList());
            return told;
        });
        var told = new LinkedHashMap<String, Object>();
        told.put("items", items.toList());
        told.put("next", null);
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply show(Request request) {
        reader(request);
        return told(request, found(request));
    }

    private Reply told(Request request, Standard asked) {
        var shelved = shelf.shelved(asked.id());
        var standard = shelved.editions().edition(asked.edition()).orElseThrow(StandardRefusals::unknown);
        var opinions = shelf.opinions(standard.id(), standard.edition());
        var told = EditionView.whole(standard, shelved, opinions);
        var people = new TreeSet<String>();
        shelved.course(standard.edition()).steps().forEach(step -> people.add(step.by()));
        opinions.stream().flatMap(o -> o.answer().stream()).map(Opinion.Answer::by).forEach(people::add);
        told.put("names", names.of(request, people));
        told.put("today", today());
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply file(Request request) {
        reader(request);
        var standard = found(request);
        var text = shelf.file(standard.id(), standard.edition())
                .or(() -> StandardBook.shippedFile(standard.id(), standard.edition()))
                .orElseThrow(StandardRefusals::unknown);
        return Reply.of(200, Reply.JSON, text)
                .with("content-disposition", "attachment; filename=\"" + standard.id() + "-" + standard.edition() + ".json\"");
    }

    private Reply simulation(Request request) {
        return StrictJson.FORMS.reply(200, SimulationView.of(simulated(request), city));
    }

    private Reply simulationFile(Request request) {
        var tried = simulated(request);
        var draft = tried.simulation().draft();
        return Reply.of(200, "text/csv; charset=utf-8", SimulationFile.csv(tried))
                .with(
                        "content-disposition",
                        "attachment; filename=\"simulation-" + draft.id() + "-" + draft.edition() + ".csv\"");
    }

    /** Names institutions of every district: for the city alone. A day may be asked for, to see what was seen then. */
    private PastSheets.Tried simulated(Request request) {
        keeper(reader(request));
        var day = request.query("day").map(KeepStandard::day).orElseGet(this::today);
        return sheets.put(found(request), day);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (RuntimeException noDay) {
            throw Given.malformed("day", "day.shape", "日期写成2026-11-20的样子。", "A day is written like 2026-11-20.");
        }
    }

    private Standard found(Request request) {
        var id = request.pathParameter("standard").filter(Standard::isId);
        var edition = request.pathParameter("edition").filter(e -> EDITION.matcher(e).matches());
        return id.flatMap(i -> edition.flatMap(e -> shelf.find(i, Integer.parseInt(e))))
                .orElseThrow(StandardRefusals::unknown);
    }

    // ---- files -------------------------------------------------------------------------------------------------------

    /** Tells everything that is wrong with a file, and keeps nothing. */
    private Reply check(Request request) {
        keeper(organiser(request));
        var told = new LinkedHashMap<String, Object>();
        try {
            told.put("edition", EditionView.unkept(read(text(request))));
            told.put("findings", List.of());
            told.put("more", 0);
        } catch (BadStandard bad) {
            told.put("edition", null);
            told.put("findings", bad.flaws().stream().limit(MOST_FLAWS).map(KeepStandard::flaw).toList());
            told.put("more", Math.max(0, bad.flaws().size() - MOST_FLAWS));
        }
        return StrictJson.FORMS.reply(200, told);
    }

    private Reply draft(Request request) {
        var by = keeper(organiser(request));
        var askId = Given.id(request.query("id").orElse(""));
        var file = text(request);
        try {
            var draft = read(file);
            StandardRefusals.done(desk.draft(by, askId, draft, file));
            return told(request, draft);
        } catch (BadStandard bad) {
            var first = bad.flaws().getFirst();
            throw new Refused(new Problem(
                    422,
                    "standard.flawed",
                    Optional.of(first.path()).filter(p -> !p.isEmpty()),
                    "文件有" + bad.flaws().size() + "处要改。第一处在第" + first.line() + "行：" + first.chinese() + "。",
                    "The file has " + bad.flaws().size() + " flaws; the first in line " + first.line() + ": " + first.english()));
        }
    }

    private static Map<String, Object> flaw(Flaw flaw) {
        var told = new LinkedHashMap<String, Object>();
        told.put("path", flaw.path());
        told.put("line", flaw.line());
        told.put("chinese", flaw.chinese());
        told.put("english", flaw.english());
        return told;
    }

    private static String text(Request request) {
        var body = request.body();
        if (body.length == 0) {
            throw new Refused(Problem.of(400, "body.missing", "请求没有内容。", "The request has no body."));
        }
        return StrictJson.text(body);
    }

    private static Standard read(String text) {
        try {
            return StandardBook.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "standard.json");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    // ---- steps -------------------------------------------------------------------------------------------------------

    private Reply step(Request request) {
        var officer = reader(request);
        var step = request.pathParameter("step").orElse("");
        if (!officer.has(StandardSteps.duty(step))) {
            throw Telling.refused(Bar.NOT_YOUR_DUTY);
        }
        var by = keeper(officer);
        var standard = found(request);
        StandardRefusals.done(steps.take(step, by, standard, request));
        return told(request, standard);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }

    private Officer reader(Request request) {
        var officer = names.introduced(request);
        if (!officer.has(Duty.ORGANISER) && !officer.has(Duty.CHECKER)) {
            throw Telling.refused(Bar.NOT_YOUR_DUTY);
        }
        return officer;
    }

    private Officer organiser(Request request) {
        var officer = reader(request);
        if (!officer.has(Duty.ORGANISER)) {
            throw Telling.refused(Bar.NOT_YOUR_DUTY);
        }
        return officer;
    }

    /** One standard serves the whole city: no district keeps one. */
    private By keeper(Officer officer) {
        if (!officer.mayActIn(city.code())) {
            throw new Refused(Problem.of(
                    403, "officer.elsewhere", "评价标准由市局制定，区县只查看。", "The city keeps the standards; districts read them."));
        }
        var word = new Party.Bureau(officer.id(), officer.territory()).word();
        return new By(officer.id(), word, today());
    }
}
