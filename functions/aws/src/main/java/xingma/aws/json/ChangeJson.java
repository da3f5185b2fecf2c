package xingma.aws.json;

import static xingma.aws.json.Json.fields;
import static xingma.aws.json.Json.flat;
import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import xingma.fact.Path;
import xingma.registry.Change;
import xingma.registry.Edit;

/**
 * A proposal: {@code {"id","source","occasion","by","at","edits":[{"path","before","after"}]}}; a decided change:
 * {@code {"stage","by","at","reason" or "version","proposal":{…}}}.
 */
public final class ChangeJson {
    private ChangeJson() {}

    public static String write(Change.Proposed pending) {
        return Json.text(json -> write(json, pending.proposal()));
    }

    public static Change.Proposed readProposed(String text) {
        return new Change.Proposed(Json.read(text, ChangeJson::readProposal));
    }

    public static String write(Change.Decided decided) {
        return Json.text(json -> {
            json.writeStartObject();
            switch (decided) {
                case Change.Checked checked -> {
                    json.writeStringField("stage", "checked");
                    json.writeNumberField("version", checked.version());
                }
                case Change.Refused refused -> {
                    json.writeStringField("stage", "refused");
                    json.writeStringField("reason", refused.reason());
                }
                case Change.Superseded superseded -> json.writeStringField("stage", "superseded");
                case Change.Withdrawn withdrawn -> json.writeStringField("stage", "withdrawn");
            }
            json.writeStringField("by", decided.by());
            json.writeStringField("at", decided.at().toString());
            json.writeFieldName("proposal");
            write(json, decided.proposal());
            json.writeEndObject();
        });
    }

    public static Change.Decided readDecided(String text) {
        return Json.read(text, json -> {
            var head = new TreeMap<String, String>();
            var proposal = new Change.Proposal[1];
            fields(json, (name, value) -> {
                if (name.equals("proposal")) {
                    proposal[0] = readProposal(value);
                } else if (value.currentToken().isScalarValue()) {
                    head.put(name, value.getValueAsString());
                } else {
                    value.skipChildren();
                }
            });
            var by = required(head, "by");
            var at = Instant.parse(required(head, "at"));
            return switch (required(head, "stage")) {
                case "checked" -> new Change.Checked(proposal[0], by, at, Integer.parseInt(required(head, "version")));
                case "refused" -> new Change.Refused(proposal[0], by, required(head, "reason"), at);
                case "superseded" -> new Change.Superseded(proposal[0], by, at);
                case "withdrawn" -> new Change.Withdrawn(proposal[0], at);
                default -> throw new IllegalStateException("the store holds a change of an unknown stage");
            };
        });
    }

    private static void write(JsonGenerator json, Change.Proposal proposal) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", proposal.id());
        json.writeStringField("source", proposal.source());
        json.writeStringField("occasion", proposal.occasion());
        json.writeStringField("by", proposal.by());
        json.writeStringField("at", proposal.at().toString());
        json.writeArrayFieldStart("edits");
        for (var edit : proposal.edits()) {
            json.writeStartObject();
            json.writeStringField("path", edit.path().toString());
            Json.optional(json, "before", edit.before());
            Json.optional(json, "after", edit.after());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static Change.Proposal readProposal(JsonParser json) throws IOException {
        var head = new TreeMap<String, String>();
        var edits = new ArrayList<Edit>();
        fields(json, (name, value) -> {
            if (name.equals("edits")) {
                edits.addAll(readEdits(value));
            } else if (value.currentToken().isScalarValue()) {
                head.put(name, value.getValueAsString());
            } else {
                value.skipChildren();
            }
        });
        return new Change.Proposal(
                required(head, "id"),
                edits,
                required(head, "source"),
                required(head, "occasion"),
                required(head, "by"),
                Instant.parse(required(head, "at")));
    }

    private static List<Edit> readEdits(JsonParser json) throws IOException {
        var edits = new ArrayList<Edit>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            var edit = flat(json);
            edits.add(new Edit(
                    Path.parse(required(edit, "path")),
                    Optional.ofNullable(edit.get("before")),
                    Optional.ofNullable(edit.get("after"))));
        }
        return edits;
    }
}
