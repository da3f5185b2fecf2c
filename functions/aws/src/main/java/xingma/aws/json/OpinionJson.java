package xingma.aws.json;

import static xingma.aws.json.Json.required;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import xingma.rating.Opinion;

/** {@code {"id","on","from","name","clause","words","taken","answer","by","at"}}; the last four of one that was answered. */
public final class OpinionJson {
    private OpinionJson() {}

    public static String write(Opinion opinion) {
        return Json.text(json -> {
            json.writeStartObject();
            json.writeStringField("id", opinion.id());
            json.writeStringField("on", opinion.on().toString());
            json.writeStringField("from", opinion.from().name());
            Json.filled(json, "name", opinion.name());
            Json.optional(json, "clause", opinion.clause());
            json.writeStringField("words", opinion.words());
            if (opinion.answer().isPresent()) {
                var answer = opinion.answer().get();
                json.writeStringField("taken", answer.taken().name());
                json.writeStringField("answer", answer.words());
                json.writeStringField("by", answer.by());
                json.writeStringField("at", answer.at().toString());
            }
            json.writeEndObject();
        });
    }

    public static Opinion read(String text) {
        var told = Json.read(text, Json::flat);
        return new Opinion(
                required(told, "id"),
                LocalDate.parse(required(told, "on")),
                Opinion.From.valueOf(required(told, "from")),
                told.getOrDefault("name", ""),
                Optional.ofNullable(told.get("clause")),
                required(told, "words"),
                Optional.ofNullable(told.get("taken")).map(taken -> new Opinion.Answer(
                        Opinion.Taken.valueOf(taken),
                        required(told, "answer"),
                        required(told, "by"),
                        Instant.parse(required(told, "at")))));
    }
}
