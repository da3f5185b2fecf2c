package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xingma.attachment.FileKind;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Saved;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.rating.Mark;
import xingma.rating.Points;

/**
 * {@code {"evaluation","writer","revision","handedIn","clauses":[{"code","points"|"notApplicable","reason","advice",
 * "exhibits":[{"sha256","kind","bytes","taken"}],"change","edition","at"}]}} in gzip; points in hundredths. What is absent or
 * empty is left out.
 */
public final class ScoreSheetJson {
    private ScoreSheetJson() {}

    public static byte[] pack(ScoreSheet sheet) {
        return Packed.pack(write(sheet));
    }

    public static ScoreSheet unpack(byte[] packed) {
        return Json.read(Packed.unpack(packed), ScoreSheetJson::read);
    }

    private static String write(ScoreSheet sheet) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("evaluation", sheet.evaluation().toString());
            json.writeStringField("writer", sheet.writer().word());
            json.writeNumberField("revision", sheet.revision());
            Json.optional(json, "handedIn", sheet.handedIn().map(Instant::toString));
            json.writeArrayFieldStart("clauses");
            for (var clause : sheet.clauses().entrySet()) {
                write(json, clause.getKey(), clause.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, String code, Saved saved) throws IOException {
        var finding = saved.finding();
        json.writeStartObject();
        json.writeStringField("code", code);
        switch (finding.mark()) {
            case Mark.Scored(var points) -> json.writeNumberField("points", points.hundredths());
            case Mark.NotApplicable(var reason) -> json.writeStringField("notApplicable", reason);
        }
        Json.filled(json, "reason", finding.reason());
        Json.filled(json, "advice", finding.advice());
        if (!finding.exhibits().isEmpty()) {
            json.writeArrayFieldStart("exhibits");
            for (var exhibit : finding.exhibits()) {
                json.writeStartObject();
                json.writeStringField("sha256", exhibit.sha256());
                json.writeStringField("kind", exhibit.kind().name());
                json.writeNumberField("bytes", exhibit.bytes());
                Json.optional(json, "taken", exhibit.taken().map(Instant::toString));
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeStringField("change", saved.change());
        json.writeNumberField("edition", saved.edition());
        json.writeStringField("at", saved.at().toString());
        json.writeEndObject();
    }

    private static ScoreSheet read(JsonParser json) throws IOException {
        var head = new TreeMap<String, String>();
        var clauses = new TreeMap<String, Saved>();
        Json.fields(json, (name, value) -> {
            if (name.equals("clauses")) {
                Json.each(value, clause -> readClause(clause, clauses));
            } else {
                Json.scalar(head, name, value);
            }
        });
        return new ScoreSheet(
                EvaluationId.of(required(head, "evaluation")),
                Writer.read(required(head, "writer")),
                Integer.parseInt(required(head, "revision")),
                clauses,
                Optional.ofNullable(head.get("handedIn")).map(Instant::parse));
    }

    private static void readClause(JsonParser json, Map<String, Saved> clauses) throws IOException {
        var values = new TreeMap<String, String>();
        var exhibits = new ArrayList<Exhibit>();
        Json.fields(json, (name, value) -> {
            if (name.equals("exhibits")) {
                Json.each(value, exhibit -> exhibits.add(exhibit(Json.flat(exhibit))));
            } else {
                Json.scalar(values, name, value);
            }
        });
        clauses.put(
                required(values, "code"),
                new Saved(
                        finding(values, exhibits),
                        required(values, "change"),
                        Integer.parseInt(required(values, "edition")),
                        Instant.parse(required(values, "at"))));
    }

    private static Finding finding(Map<String, String> values, List<Exhibit> exhibits) {
        var left = Optional.ofNullable(values.get("notApplicable"));
        var mark = left.<Mark>map(Mark.NotApplicable::new)
                .orElseGet(() -> new Mark.Scored(new Points(Integer.parseInt(required(values, "points")))));
        return new Finding(mark, values.getOrDefault("reason", ""), values.getOrDefault("advice", ""), exhibits);
    }

    private static Exhibit exhibit(Map<String, String> values) {
        return new Exhibit(
                required(values, "sha256"),
                FileKind.valueOf(required(values, "kind")),
                Integer.parseInt(required(values, "bytes")),
                Optional.ofNullable(values.get("taken")).map(Instant::parse));
    }
}
