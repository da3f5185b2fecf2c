package xingma.aws.json;

import static xingma.aws.json.Json.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import xingma.evaluation.round.Round;
import xingma.territory.RegionCode;

/** {@code {"id","name","territory","standard","edition","kinds","from","until","embargo"}}; kinds are lines of one text. */
public final class RoundJson {
    private RoundJson() {}

    public static String write(Round round) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", round.id());
            json.writeStringField("name", round.name());
            json.writeStringField("territory", round.territory().value());
            json.writeStringField("standard", round.standard());
            json.writeNumberField("edition", round.edition());
            json.writeStringField("kinds", String.join("\n", new TreeSet<>(round.kinds())));
            json.writeStringField("from", round.from().toString());
            json.writeStringField("until", round.until().toString());
            Json.optional(json, "embargo", round.embargo().map(Instant::toString));
            json.writeEndObject();
        });
    }

    public static Round read(String text) {
        var values = Json.read(text, Json::flat);
        return new Round(
                required(values, "id"),
                required(values, "name"),
                new RegionCode(required(values, "territory")),
                required(values, "standard"),
                Integer.parseInt(required(values, "edition")),
                required(values, "kinds").lines().collect(Collectors.toUnmodifiableSet()),
                LocalDate.parse(required(values, "from")),
                LocalDate.parse(required(values, "until")),
                Optional.ofNullable(values.get("embargo")).map(Instant::parse));
    }
}
