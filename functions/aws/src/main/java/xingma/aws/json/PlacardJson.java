package xingma.aws.json;

import static xingma.aws.json.Json.fields;
import static xingma.aws.json.Json.flat;
import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Posting;
import xingma.territory.RegionCode;

/**
 * {@code {"stage":"live|withdrawn|replaced","by","at","reason",
 * "issue":{"code","institution","district","name","edition",
 * "on","by"},"steps":[{"step","by","at","note","photo"}]}}; who ended it, when and why only where it has ended.
 */
public final class PlacardJson {
    private PlacardJson() {}

    public static String write(Placard placard) {
        return Json.text(json -> {
            json.writeStartObject();
            switch (placard) {
                case Placard.Live live -> json.writeStringField("stage", "live");
                case Placard.Withdrawn(var issue, var steps, var by, var reason, var at) ->
                    ended(json, "withdrawn", by, reason, at);
                case Placard.Replaced(var issue, var steps, var by, var reason, var at) ->
                    ended(json, "replaced", by, reason, at);
            }
            write(json, placard.issue());
            json.writeArrayFieldStart("steps");
            for (var step : placard.steps()) {
                write(json, step);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void ended(JsonGenerator json, String stage, String by, String reason, Instant at)
            throws IOException {
        json.writeStringField("stage", stage);
        json.writeStringField("by", by);
        json.writeStringField("reason", reason);
        json.writeStringField("at", at.toString());
    }

    private static void write(JsonGenerator json, Placard.Issue issue) throws IOException {
        json.writeObjectFieldStart("issue");
        json.writeStringField("code", issue.code().value());
        json.writeStringField("institution", issue.institution().value());
        json.writeStringField("district", issue.district().value());
        json.writeStringField("name", issue.name());
        json.writeNumberField("edition", issue.edition());
        json.writeStringField("on", issue.on().toString());
        json.writeStringField("by", issue.by());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Posting posting) throws IOException {
        json.writeStartObject();
        json.writeStringField("step", posting.step().word());
        json.writeStringField("by", posting.by());
        json.writeStringField("at", posting.at().toString());
        json.writeStringField("note", posting.note());
        Json.optional(json, "photo", posting.photo());
        json.writeEndObject();
    }

    public static Placard read(String text) {
        return Json.read(text, json -> {
            var head = new TreeMap<String, String>();
            var issue = new TreeMap<String, String>();
            var steps = new ArrayList<Posting>();
            fields(json, (name, value) -> {
                switch (name) {
                    case "issue" -> issue.putAll(flat(value));
                    case "steps" -> steps.addAll(readSteps(value));
                    case "stage", "by", "reason", "at" -> head.put(name, value.getValueAsString());
                    default -> value.skipChildren();
                }
            });
            return placard(head, readIssue(issue), steps);
        });
    }

    private static Placard placard(Map<String, String> head, Placard.Issue issue, List<Posting> steps) {
        return switch (required(head, "stage")) {
            case "live" -> new Placard.Live(issue, steps);
            case "withdrawn" -> new Placard.Withdrawn(
                    issue, steps, required(head, "by"), required(head, "reason"), Instant.parse(required(head, "at")));
            case "replaced" -> new Placard.Replaced(
                    issue, steps, required(head, "by"), required(head, "reason"), Instant.parse(required(head, "at")));
            default -> throw new IllegalStateException("the store holds a placard of an unknown stage");
        };
    }

    private static Placard.Issue readIssue(Map<String, String> issue) {
        return new Placard.Issue(
                new PlacardCode(required(issue, "code")),
                new InstitutionId(required(issue, "institution")),
                new RegionCode(required(issue, "district")),
                required(issue, "name"),
                Integer.parseInt(required(issue, "edition")),
                LocalDate.parse(required(issue, "on")),
                required(issue, "by"));
    }

    private static List<Posting> readSteps(JsonParser json) throws IOException {
        var steps = new ArrayList<Posting>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var step = flat(json);
            steps.add(new Posting(
                    Posting.Step.valueOf(required(step, "step").toUpperCase(Locale.ROOT)),
                    required(step, "by"),
                    Instant.parse(required(step, "at")),
                    required(step, "note"),
                    Optional.ofNullable(step.get("photo"))));
        }
        return steps;
    }
}
