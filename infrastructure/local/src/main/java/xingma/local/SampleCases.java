package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import xingma.complain.House;
import xingma.complain.SweepClocks;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.Words;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Statement;
import xingma.complaint.filing.Subject;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.window.ComplaintWindow;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/**
 * Complaints of the invented city, some of them weeks old, so that the desk has something overdue, due and answered to
 * show. They go through the same window and the same steps as any other; only their clock is set back.
 */
final class SampleCases {
    private static final String MARK = "cases.json";
    private static final LocalTime MORNING = LocalTime.of(9, 46);

    private final LocalCity city;
    private final Desk registrar;
    private final Consumer<String> told;
    private final House house;
    private final Clocks clocks;
    private final ComplaintWindow window;

    SampleCases(LocalCity city, Consumer<String> told) {
        this.city = city;
        this.told = told;
        registrar = new Desk(city.consoleBaseUrl(), city.token(city.people().with("registrar", "990100", List.of())));
        house = new House();
        clocks = house.clocks().get();
        window = house.window();
    }

    /** Files what the folder has not seen yet. */
    void file(Options options) {
        var mark = options.folder().resolve("imported");
        try {
            if (Files.exists(mark) && Files.readAllLines(mark).contains(MARK)) {
                return;
            }
            var cases = Event.JSON.readTree(Sample.file(MARK));
            for (var i = 0; i < cases.size(); i++) {
                file(i, cases.get(i));
            }
            new SweepClocks().handleRequest(null, null, null);
            Files.write(mark, List.of(MARK), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            told.accept("投诉举报 cases      " + cases.size() + "/" + cases.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void file(int i, JsonNode sample) {
        var unit = new RegionCode(sample.path("district").asText());
        var filed = window.file(
                "sample-case-" + i, List.of(sample.toString()), statement(sample, unit), new Actor.Complainant(),
                at(sample.path("filed").asInt()));
        if (filed instanceof ComplaintWindow.Filed.Receipted(var receipt, var complaint)) {
            Complaint now = complaint;
            for (var step : sample.path("steps")) {
                now = kept(step(now, step, officer(unit)));
            }
        }
    }

    private Statement statement(JsonNode sample, RegionCode unit) {
        var identity = Identity.valueOf(sample.path("identity").asText());
        var contact = identity.hasContact()
                ? Optional.of(new Contact(
                        sample.path("phone").asText(),
                        Optional.of(sample.path("name").asText()).filter(n -> !n.isEmpty())))
                : Optional.<Contact>empty();
        return new Statement(
                Kind.valueOf(sample.path("kind").asText()),
                sample.path("category").asText(),
                subject(unit, sample.path("place").asInt()),
                unit,
                identity,
                contact,
                sample.path("words").asText(),
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans",
                Optional.empty());
    }

    /** One of the district's medical institutions with a placard, by its place in the list. */
    private Subject subject(RegionCode unit, int place) {
        var found = new ArrayList<JsonNode>();
        for (var item : registrar.get("/api/institutions?kind=medical-institution&district=" + unit).path("items")) {
            if (item.hasNonNull("placard")) {
                found.add(item);
            }
        }
        var chosen = found.get(place % found.size());
        return new Subject(
                Optional.of(new InstitutionId(chosen.path("id").asText())),
                Optional.of(new PlacardCode(chosen.path("placard").asText())),
                chosen.path("name").asText(),
                Optional.empty(),
                Optional.empty());
    }

    private Actor.Bureau officer(RegionCode unit) {
        return new Actor.Bureau(city.people().with("handler", unit.value(), List.of()).id(), unit);
    }

    private Step step(Complaint now, JsonNode step, Actor.Bureau by) {
        var at = at(step.path("on").asInt());
        var id = "sample-" + now.docket().revision();
        var words = words(now, step.path("words").asText("。"));
        return switch (step.path("what").asText()) {
            case "assign" -> ((Complaint.Open) now).assign(id, by, at, by.officer());
            case "accept" -> ((Complaint.Received) now).accept(id, by, at);
            case "ask" -> ((Complaint.Open) now).ask(id, by, at, words);
            case "pause" -> ((Complaint.Handling) now).pause(id, by, at, words);
            case "refuse" -> ((Complaint.Received) now).refuse(id, by, at, step.path("ground").asText(), words);
            case "answer" -> ((Complaint.Handling) now)
                    .answer(id, by, at, Act.Result.valueOf(step.path("result").asText()), words);
            case "object" -> ((Complaint.Objectionable) now).object(id, at, words);
            default -> throw new IllegalStateException("the sample takes an unknown step");
        };
    }

    private Sealed words(Complaint now, String text) {
        return Words.sealed(now, Part.WORDS, text, house.seals());
    }

    private Complaint kept(Step step) {
        if (!house.complaints().keep(step, Row.of(step.after(), clocks))) {
            throw new IllegalStateException("a sample's step was not kept");
        }
        return step.after();
    }

    /** A morning so many working days ago; in the middle of the night for today, lest it lie ahead. */
    private Instant at(int workingDaysAgo) {
        var day = clocks.day(Instant.now());
        for (var left = workingDaysAgo; left > 0; left--) {
            do {
                day = day.minusDays(1);
            } while (!clocks.calendar().isWorking(day));
        }
        return noLaterThanNow(day);
    }

    private Instant noLaterThanNow(LocalDate day) {
        var at = day.atTime(MORNING).atZone(house.city().zone()).toInstant();
        return at.isAfter(Instant.now()) ? Instant.now() : at;
    }
}
