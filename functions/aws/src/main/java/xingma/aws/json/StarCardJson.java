package xingma.aws.json;

import static xingma.aws.json.Json.required;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.Brief;
import xingma.evaluation.star.StarCard.Said;
import xingma.evaluation.star.StarCard.Scores;
import xingma.evaluation.star.StarCard.State;
import xingma.fact.Wording;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/**
 * {@code {"institution","evaluation","district","name","version","state","stars","total","parts":[{"chinese","english",
 * "tenths"}],"reason","standard","draft":{"chinese","english"},"day","until","reply","entry","earlier":[{"day","state","stars",
 * "entry"}]}}; what is absent is left out. A brief is the same without what a scan does not show: institution, evaluation,
 * district, name, entry, earlier.
 */
public final class StarCardJson {
    private StarCardJson() {}

    public static String write(StarCard card) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("institution", card.institution().value());
            json.writeStringField("evaluation", card.evaluation().toString());
            json.writeStringField("district", card.district().value());
            json.writeStringField("name", card.name());
            write(json, card.brief());
            json.writeStringField("entry", card.entry());
            json.writeArrayFieldStart("earlier");
            for (var said : card.earlier()) {
                json.writeStartObject();
                json.writeStringField("day", said.day().toString());
                json.writeStringField("state", said.state().name());
                Json.optional(json, "stars", said.stars().map(String::valueOf));
                json.writeStringField("entry", said.entry());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    public static String write(Brief brief) {
        return Json.text(json -> {
            json.writeStartObject();
            write(json, brief);
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Brief brief) throws IOException {
        json.writeNumberField("version", brief.version());
        json.writeStringField("state", brief.state().name());
        Json.optional(json, "stars", brief.stars().map(String::valueOf));
        if (brief.scores().isPresent()) {
            var scores = brief.scores().get();
            json.writeNumberField("total", scores.total());
            json.writeArrayFieldStart("parts");
            for (var part : scores.parts()) {
                json.writeStartObject();
                json.writeStringField("chinese", part.chinese());
                json.writeStringField("english", part.english());
                json.writeNumberField("tenths", part.tenths());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        Json.optional(json, "reason", brief.reason());
        json.writeStringField("standard", brief.standard());
        if (brief.draft().isPresent()) {
            json.writeObjectFieldStart("draft");
            json.writeStringField("chinese", brief.draft().get().chinese());
            json.writeStringField("english", brief.draft().get().english());
            json.writeEndObject();
        }
        json.writeStringField("day", brief.day().toString());
        Json.optional(json, "until", brief.until().map(LocalDate::toString));
        Json.optional(json, "reply", brief.reply());
    }

    public static StarCard read(String text) {
        var read = Json.read(text, Read::of);
        var values = read.values;
        var brief = read.brief();
        return new StarCard(
                new InstitutionId(required(values, "institution")),
                EvaluationId.of(required(values, "evaluation")),
                new RegionCode(required(values, "district")),
                required(values, "name"),
                brief.version(),
                brief.state(),
                brief.stars(),
                brief.scores(),
                brief.reason(),
                brief.standard(),
                brief.draft(),
                brief.day(),
                brief.until(),
                brief.reply(),
                required(values, "entry"),
                read.earlier);
    }

    public static Brief readBrief(String text) {
        return Json.read(text, Read::of).brief();
    }

    /** What stands in a card or a brief. */
    private static final class Read {
        final Map<String, String> values = new TreeMap<>();
        final Map<String, String> draft = new TreeMap<>();
        final List<Scores.Part> parts = new ArrayList<>();
        final List<Said> earlier = new ArrayList<>();

        static Read of(JsonParser json) throws IOException {
            var read = new Read();
            Json.fields(json, (name, value) -> {
                switch (name) {
                    case "draft" -> read.draft.putAll(Json.flat(value));
                    case "parts" -> Json.each(value, part -> read.parts.add(part(Json.flat(part))));
                    case "earlier" -> Json.each(value, said -> read.earlier.add(said(Json.flat(said))));
                    default -> Json.scalar(read.values, name, value);
                }
            });
            return read;
        }

        Brief brief() {
            return new Brief(
                    Integer.parseInt(required(values, "version")),
                    State.valueOf(required(values, "state")),
                    optional("stars").map(Integer::valueOf),
                    optional("total").map(total -> new Scores(Integer.parseInt(total), parts)),
                    optional("reason"),
                    required(values, "standard"),
                    draft.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Wording(required(draft, "chinese"), required(draft, "english"))),
                    LocalDate.parse(required(values, "day")),
                    optional("until").map(LocalDate::parse),
                    optional("reply"));
        }

        private Optional<String> optional(String name) {
            return Optional.ofNullable(values.get(name));
        }

        private static Scores.Part part(Map<String, String> part) {
            return new Scores.Part(
                    required(part, "chinese"), required(part, "english"), Integer.parseInt(required(part, "tenths")));
        }

        private static Said said(Map<String, String> said) {
            return new Said(
                    LocalDate.parse(required(said, "day")),
                    State.valueOf(required(said, "state")),
                    Optional.ofNullable(said.get("stars")).map(Integer::valueOf),
                    required(said, "entry"));
        }
    }
}
