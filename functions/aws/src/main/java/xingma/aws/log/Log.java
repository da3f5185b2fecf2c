package xingma.aws.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.function.Consumer;
import xingma.aws.log.LogEvent.Answered;
import xingma.aws.log.LogEvent.Denied;
import xingma.aws.log.LogEvent.DossierStepped;
import xingma.aws.log.LogEvent.EvidenceFound;
import xingma.aws.log.LogEvent.ExhibitFound;
import xingma.aws.log.LogEvent.Failed;
import xingma.aws.log.LogEvent.ImportWent;
import xingma.aws.log.LogEvent.PlacardStepped;
import xingma.aws.log.LogEvent.Printed;
import xingma.aws.log.LogEvent.Scanned;
import xingma.aws.log.LogEvent.StarsSwept;
import xingma.aws.log.LogEvent.Swept;

/**
 * Writes each event as one line of ASCII JSON. Events that count carry their metrics in the same line, in CloudWatch's
 * embedded metric format, namespace {@value #NAMESPACE}.
 */
public final class Log {
    public static final String NAMESPACE = "Xingma";

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Consumer<String> lines;
    private final Clock clock;

    public Log(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    public static Log toStandardOut() {
        return new Log(System.out::println, Clock.systemUTC());
    }

    public static Log nowhere() {
        return new Log(line -> {}, Clock.systemUTC());
    }

    public void write(LogEvent event) {
        line(event, json -> fields(json, event));
    }

    /** Every scan is answered and counted: these two know their event, and a cold start links no switch for them. */
    public void write(Answered event) {
        line(event, json -> answered(json, event));
    }

    public void write(Scanned event) {
        line(event, json -> scanned(json, event));
    }

    private void line(LogEvent event, Fields fields) {
        var line = new StringWriter();
        try (var json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("event", event.name());
            json.writeStringField("at", clock.instant().toString());
            fields.to(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        lines.accept(line.toString());
    }

    private void fields(JsonGenerator json, LogEvent event) throws IOException {
        switch (event) {
            case Answered answered -> answered(json, answered);
            case Failed(var request, var thrown, var at) -> {
                json.writeStringField("request", request);
                json.writeStringField("thrown", thrown);
                json.writeArrayFieldStart("stack");
                for (var frame : at) {
                    json.writeString(frame);
                }
                json.writeEndArray();
            }
            case Scanned scanned -> scanned(json, scanned);
            case LogEvent.HandedIn(var request, var unit, var kind, var outcome) -> {
                json.writeStringField("request", request);
                json.writeStringField("unit", unit);
                json.writeStringField("kind", kind);
                json.writeStringField("outcome", outcome.name());
                json.writeNumberField("handedIn", 1);
                metrics(json, "outcome", "handedIn", "Count");
            }
            case LogEvent.HeldOut(var request, var step, var outcome) -> {
                json.writeStringField("request", request);
                json.writeStringField("step", step);
                json.writeStringField("outcome", outcome.name());
                json.writeNumberField("heldOut", 1);
                metrics(json, "outcome", "heldOut", "Count");
            }
            case DossierStepped(var request, var officer, var institution, var revision, var step) -> {
                who(json, request, officer);
                json.writeStringField("institution", institution.value());
                json.writeNumberField("revision", revision);
                json.writeStringField("step", step.name());
            }
            case PlacardStepped(var request, var officer, var placard, var step) -> {
                who(json, request, officer);
                json.writeStringField("placard", placard.value());
                json.writeStringField("step", step.name());
            }
            case ImportWent(var request, var officer, var id, var step, var rows, var wrong, var done) -> {
                who(json, request, officer);
                json.writeStringField("import", id);
                json.writeStringField("step", step.name());
                json.writeNumberField("rows", rows);
                json.writeNumberField("wrong", wrong);
                json.writeNumberField("done", done);
            }
            case Denied(var request, var officer, var code) -> {
                who(json, request, officer);
                json.writeStringField("code", code);
                json.writeNumberField("denials", 1);
                metrics(json, "code", "denials", "Count");
            }
            case EvidenceFound(var request, var number, var slot, var found) -> {
                json.writeStringField("request", request);
                json.writeStringField("case", number.value());
                json.writeNumberField("slot", slot);
                json.writeStringField("found", found);
                json.writeNumberField("files", 1);
                metrics(json, "found", "files", "Count");
            }
            case ExhibitFound(var request, var evaluation, var found) -> {
                json.writeStringField("request", request);
                json.writeStringField("evaluation", evaluation.toString());
                json.writeStringField("found", found);
                json.writeNumberField("files", 1);
                metrics(json, "found", "files", "Count");
            }
            case Swept(
                    var looked,
                    var reminded,
                    var climbed,
                    var moved,
                    var erased,
                    var missed,
                    var pages,
                    var whole) -> {
                json.writeNumberField("looked", looked);
                json.writeNumberField("reminded", reminded);
                json.writeNumberField("climbed", climbed);
                json.writeNumberField("moved", moved);
                json.writeNumberField("erased", erased);
                json.writeNumberField("missed", missed);
                json.writeNumberField("pages", pages);
                json.writeStringField("run", whole ? "whole" : "unfinished");
                json.writeNumberField("sweeps", 1);
                metrics(json, "run", "sweeps", "Count", "climbed", "Count");
            }
            case StarsSwept(var looked, var suspended, var resumed, var expired, var missed, var broken, var whole) -> {
                json.writeNumberField("looked", looked);
                json.writeNumberField("suspended", suspended);
                json.writeNumberField("resumed", resumed);
                json.writeNumberField("expired", expired);
                json.writeNumberField("missed", missed);
                json.writeNumberField("broken", broken);
                json.writeStringField("run", whole ? "whole" : "unfinished");
                json.writeNumberField("starSweeps", 1);
                metrics(json, "run", "starSweeps", "Count", "suspended", "Count");
            }
            case LogEvent.Posted(var told, var unwanted, var failed, var givenUp, var whole) -> {
                json.writeNumberField("told", told);
                json.writeNumberField("unwanted", unwanted);
                json.writeNumberField("failed", failed);
                json.writeNumberField("givenUp", givenUp);
                json.writeStringField("run", whole ? "whole" : "unfinished");
                metrics(json, "run", "told", "Count", "failed", "Count", "givenUp", "Count");
            }
            case Printed(var request, var officer, var district, var placards, var millis) -> {
                who(json, request, officer);
                json.writeStringField("district", district.value());
                json.writeNumberField("placards", placards);
                json.writeNumberField("millis", millis);
            }
        }
    }

    private void answered(JsonGenerator json, Answered event) throws IOException {
        json.writeStringField("request", event.request());
        json.writeStringField("route", event.route());
        json.writeNumberField("status", event.status());
        json.writeNumberField("millis", event.millis());
        json.writeNumberField("faults", event.status() >= 500 ? 1 : 0);
        metrics(json, "route", "millis", "Milliseconds", "faults", "Count");
    }

    private void scanned(JsonGenerator json, Scanned event) throws IOException {
        json.writeStringField("city", event.city().value());
        json.writeStringField("answer", event.answer().name());
        json.writeStringField("language", event.language());
        json.writeNumberField("scans", 1);
        metrics(json, "answer", "scans", "Count");
    }

    private static void who(JsonGenerator json, String request, String officer) throws IOException {
        json.writeStringField("request", request);
        json.writeStringField("officer", officer);
    }

    /** Declares fields of this line as metrics by one dimension; names and units in turn. */
    private void metrics(JsonGenerator json, String dimension, String... namesAndUnits) throws IOException {
        json.writeObjectFieldStart("_aws");
        json.writeNumberField("Timestamp", clock.millis());
        json.writeArrayFieldStart("CloudWatchMetrics");
        json.writeStartObject();
        json.writeStringField("Namespace", NAMESPACE);
        json.writeArrayFieldStart("Dimensions");
        json.writeStartArray();
        json.writeString(dimension);
        json.writeEndArray();
        json.writeEndArray();
        json.writeArrayFieldStart("Metrics");
        for (var i = 0; i < namesAndUnits.length; i += 2) {
            json.writeStartObject();
            json.writeStringField("Name", namesAndUnits[i]);
            json.writeStringField("Unit", namesAndUnits[i + 1]);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    @FunctionalInterface
    private interface Fields {
        void to(JsonGenerator json) throws IOException;
    }
}
