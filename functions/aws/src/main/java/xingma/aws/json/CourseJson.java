package xingma.aws.json;

import static xingma.aws.json.Json.required;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xingma.rating.Course;
import xingma.rating.Course.Seen;
import xingma.rating.Course.Step;
import xingma.rating.Simulation.Counts;
import xingma.rating.Standard.Status;

/** An edition's course, each step a line {@code {"id","what","by","at",…}} of texts. */
public final class CourseJson {
    private CourseJson() {}

    public static String write(Course course) {
        return course.steps().stream().map(CourseJson::write).collect(Collectors.joining("\n"));
    }

    public static Course read(String lines) {
        return new Course(lines.lines().map(line -> step(Json.read(line, Json::flat))).toList());
    }

    private static String write(Step step) {
        var told = new TreeMap<String, String>();
        told.put("id", step.id());
        told.put("by", step.by());
        told.put("at", step.at().toString());
        switch (step) {
            case Step.Drafted(var id, var by, var at, var digest) -> told.putAll(Map.of("what", "drafted", "digest", digest));
            case Step.Consulted(var id, var by, var at, var from, var until) ->
                told.putAll(Map.of("what", "consulted", "from", from.toString(), "until", until.toString()));
            case Step.Tried tried -> told.put("what", "tried");
            case Step.Proposed(var id, var by, var at, var to, var words, var seen) -> {
                told.putAll(Map.of("what", "proposed", "to", to.name(), "words", words));
                seen.ifPresent(s -> told.putAll(seen(s)));
            }
            case Step.Refused(var id, var by, var at, var words) -> told.putAll(Map.of("what", "refused", "words", words));
            case Step.Decided(var id, var by, var at, var to) -> told.putAll(Map.of("what", "decided", "to", to.name()));
            case Step.GivenUp(var id, var by, var at, var words) -> told.putAll(Map.of("what", "givenUp", "words", words));
        }
        return Json.text(json -> {
            json.writeStartObject();
            told.forEach((name, value) -> {
                try {
                    json.writeStringField(name, value);
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            });
            json.writeEndObject();
        });
    }

    private static Map<String, String> seen(Seen seen) {
        var counts = seen.counts();
        return Map.of(
                "day", seen.day().toString(),
                "digest", seen.digest(),
                "same", Integer.toString(counts.same()),
                "changed", Integer.toString(counts.changed()),
                "open", Integer.toString(counts.open()),
                "unrated", Integer.toString(counts.unrated()));
    }

    private static Step step(Map<String, String> told) {
        var id = required(told, "id");
        var by = required(told, "by");
        var at = Instant.parse(required(told, "at"));
        return switch (required(told, "what")) {
            case "drafted" -> new Step.Drafted(id, by, at, required(told, "digest"));
            case "consulted" -> new Step.Consulted(
                    id, by, at, LocalDate.parse(required(told, "from")), LocalDate.parse(required(told, "until")));
            case "tried" -> new Step.Tried(id, by, at);
            case "proposed" -> {
                var to = Status.valueOf(required(told, "to"));
                yield new Step.Proposed(id, by, at, to, required(told, "words"), seenOf(told));
            }
            case "refused" -> new Step.Refused(id, by, at, required(told, "words"));
            case "decided" -> new Step.Decided(id, by, at, Status.valueOf(required(told, "to")));
            case "givenUp" -> new Step.GivenUp(id, by, at, required(told, "words"));
            default -> throw new IllegalStateException("the store holds a step of no kind");
        };
    }

    private static Optional<Seen> seenOf(Map<String, String> told) {
        return Optional.ofNullable(told.get("day")).map(day -> new Seen(
                LocalDate.parse(day),
                new Counts(count(told, "same"), count(told, "changed"), count(told, "open"), count(told, "unrated")),
                required(told, "digest")));
    }

    private static int count(Map<String, String> told, String name) {
        return Integer.parseInt(required(told, name));
    }
}
