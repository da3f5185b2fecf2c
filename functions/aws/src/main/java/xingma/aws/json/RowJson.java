package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xingma.complaint.Act.Result;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Row;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules.Which;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/**
 * {@code {"number","unit","kind","category","stage","institution","place","person","received","due":{"clock","start",
 * "days","day","provisional"},"wake","assignee","awaiting","climbed","closed","result","late","phoneMark","likeness"}}; what is
 * absent, empty or false is left out, for the queue is read by the thousand.
 */
public final class RowJson {
    private RowJson() {}

    public static String write(Row row) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("number", row.number().value());
            json.writeStringField("unit", row.unit().value());
            json.writeStringField("kind", row.kind().name());
            json.writeStringField("category", row.category());
            json.writeStringField("stage", row.stage().name());
            Json.optional(json, "institution", row.institution().map(InstitutionId::value));
            Json.optional(json, "place", filled(row.place()));
            Json.optional(json, "person", row.person());
            json.writeStringField("received", row.received().toString());
            if (row.due().isPresent()) {
                var due = row.due().get();
                json.writeObjectFieldStart("due");
                json.writeStringField("clock", due.clock().name());
                json.writeStringField("start", due.start().toString());
                json.writeNumberField("days", due.days());
                json.writeStringField("day", due.day().toString());
                Json.optional(json, "provisional", marked(due.provisional()));
                json.writeEndObject();
            }
            Json.optional(json, "wake", row.wake().map(LocalDate::toString));
            Json.optional(json, "assignee", row.assignee());
            Json.optional(json, "awaiting", marked(row.awaiting()));
            Json.optional(json, "climbed", marked(row.climbed()));
            Json.optional(json, "closed", row.closed().map(LocalDate::toString));
            Json.optional(json, "result", row.result().map(Result::name));
            Json.optional(json, "late", marked(row.late()));
            Json.optional(json, "phoneMark", row.phoneMark());
            Json.optional(json, "likeness", filled(row.likeness().text()));
            Json.optional(json, "untold", marked(row.untold()));
            json.writeEndObject();
        });
    }

    public static Row read(String text) {
        return Json.read(text, RowJson::read);
    }

    private static Row read(JsonParser json) throws IOException {
        var values = new TreeMap<String, String>();
        var due = new TreeMap<String, String>();
        Json.fields(json, (name, value) -> {
            if (name.equals("due")) {
                due.putAll(Json.flat(value));
            } else if (value.currentToken().isScalarValue()) {
                values.put(name, value.getValueAsString());
            } else {
                value.skipChildren();
            }
        });
        return new Row(
                new CaseNumber(required(values, "number")),
                new RegionCode(required(values, "unit")),
                Kind.valueOf(required(values, "kind")),
                required(values, "category"),
                Stage.valueOf(required(values, "stage")),
                optional(values, "institution").map(InstitutionId::new),
                values.getOrDefault("place", ""),
                optional(values, "person"),
                Instant.parse(required(values, "received")),
                due.isEmpty() ? Optional.empty() : Optional.of(due(due)),
                optional(values, "wake").map(LocalDate::parse),
                optional(values, "assignee"),
                values.containsKey("awaiting"),
                values.containsKey("climbed"),
                optional(values, "closed").map(LocalDate::parse),
                optional(values, "result").map(Result::valueOf),
                values.containsKey("late"),
                optional(values, "phoneMark"),
                new Likeness(values.getOrDefault("likeness", Likeness.ERASED.text())),
                values.containsKey("untold"));
    }

    private static Row.Due due(Map<String, String> values) {
        return new Row.Due(
                Which.valueOf(required(values, "clock")),
                LocalDate.parse(required(values, "start")),
                Integer.parseInt(required(values, "days")),
                LocalDate.parse(required(values, "day")),
                values.containsKey("provisional"));
    }

    private static Optional<String> optional(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name));
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    private static Optional<String> marked(boolean yes) {
        return yes ? Optional.of("yes") : Optional.empty();
    }
}
