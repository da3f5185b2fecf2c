package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.Instant;
import xingma.registry.Provenance;

/** {@code {"source","proposedBy","proposedAt","checkedBy","checkedAt"}} */
public final class ProvenanceJson {
    private ProvenanceJson() {}

    public static String write(Provenance provenance) {
        return Json.text(json -> write(json, provenance));
    }

    public static Provenance read(String text) {
        return Json.read(text, ProvenanceJson::read);
    }

    public static void write(JsonGenerator json, Provenance provenance) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", provenance.source());
        json.writeStringField("proposedBy", provenance.proposedBy());
        json.writeStringField("proposedAt", provenance.proposedAt().toString());
        json.writeStringField("checkedBy", provenance.checkedBy());
        json.writeStringField("checkedAt", provenance.checkedAt().toString());
        json.writeEndObject();
    }

    static Provenance read(JsonParser json) throws IOException {
        var values = Json.flat(json);
        return new Provenance(
                required(values, "source"),
                required(values, "proposedBy"),
                Instant.parse(required(values, "proposedAt")),
                required(values, "checkedBy"),
                Instant.parse(required(values, "checkedAt")));
    }
}
