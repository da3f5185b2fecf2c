package xingma.aws.json;

import static xingma.aws.json.Json.required;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xingma.evaluation.Expert;
import xingma.institution.InstitutionId;
import xingma.rating.Clause.Side;

/** {@code {"id","name","side","ties","available"}}; ties are lines of one text, and what is none or false is left out. */
public final class ExpertJson {
    private ExpertJson() {}

    public static String write(Expert expert) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", expert.id());
            json.writeStringField("name", expert.name());
            json.writeStringField("side", expert.side().name());
            var ties = expert.ties().stream().map(InstitutionId::value).sorted().collect(Collectors.joining("\n"));
            Json.filled(json, "ties", ties);
            Json.marked(json, "available", expert.available());
            json.writeEndObject();
        });
    }

    public static Expert read(String text) {
        var values = Json.read(text, Json::flat);
        return new Expert(
                required(values, "id"),
                required(values, "name"),
                Side.valueOf(required(values, "side")),
                Optional.ofNullable(values.get("ties")).map(String::lines).orElse(Stream.of())
                        .map(InstitutionId::new)
                        .collect(Collectors.toSet()),
                values.containsKey("available"));
    }
}
