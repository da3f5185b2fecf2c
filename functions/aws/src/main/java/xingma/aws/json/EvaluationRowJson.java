package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Stage;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.territory.RegionCode;

/**
 * {@code {"id","round","district","name","stage","due":{"which","day","provisional"},"panel","handedIn","recommended",
 * "moved"}}; the panel's ids are lines of one text, and what is absent, none or false is left out.
 */
public final class EvaluationRowJson {
    private EvaluationRowJson() {}

    public static String write(Row row) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", row.id().toString());
            json.writeStringField("round", row.round());
            json.writeStringField("district", row.district().value());
            json.writeStringField("name", row.name());
            json.writeStringField("stage", row.stage().name());
            if (row.due().isPresent()) {
                var due = row.due().get();
                json.writeObjectFieldStart("due");
                json.writeStringField("which", due.which().name());
                json.writeStringField("day", due.day().toString());
                Json.marked(json, "provisional", due.provisional());
                json.writeEndObject();
            }
            Json.filled(json, "panel", String.join("\n", row.panel()));
            json.writeNumberField("handedIn", row.handedIn());
            Json.marked(json, "recommended", row.recommended());
            json.writeStringField("moved", row.moved().toString());
            json.writeEndObject();
        });
    }

    public static Row read(String text) {
        return Json.read(text, EvaluationRowJson::read);
    }

    private static Row read(JsonParser json) throws IOException {
        var values = new TreeMap<String, String>();
        var due = new TreeMap<String, String>();
        Json.fields(json, (name, value) -> {
            if (name.equals("due")) {
                due.putAll(Json.flat(value));
            } else {
                Json.scalar(values, name, value);
            }
        });
        return new Row(
                EvaluationId.of(required(values, "id")),
                required(values, "round"),
                new RegionCode(required(values, "district")),
                required(values, "name"),
                Stage.valueOf(required(values, "stage")),
                due.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Row.Due(
                                Which.valueOf(required(due, "which")),
                                LocalDate.parse(required(due, "day")),
                                due.containsKey("provisional"))),
                Optional.ofNullable(values.get("panel")).map(String::lines).orElse(Stream.of()).toList(),
                Integer.parseInt(required(values, "handedIn")),
                values.containsKey("recommended"),
                Instant.parse(required(values, "moved")));
    }
}
