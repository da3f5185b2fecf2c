package xingma.rate.asked;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.aws.http.Given;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Party;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.desk.Outcome;
import xingma.fact.Legible;
import xingma.rate.told.House;
import xingma.rate.told.Telling;

/** The steps of an institution in its own evaluation, each with its own fields and no others. */
public final class OwnSteps {
    private static final int LONGEST_NAME = 60;

    private final House house;

    public OwnSteps(House house) {
        this.house = house;
    }

    record Plain(String id) {}

    record Words(String id, String words) {}

    record Application(String id, String declaration, String signatory) {}

    record Question(String id, String clause, String words) {}

    record Plan(String id, String clause, String words, LocalDate due) {}

    record Proof(String id, String plan, String words, Optional<List<ExhibitForm>> exhibits) {}

    public Outcome take(String step, Party.Applicant by, EvaluationId id, Request request) {
        var seat = house.seat();
        return switch (step) {
            case "apply" -> {
                var asked = read(request, Application.class);
                var declaration = new Proceeding.Declaration(notBlank("declaration", asked.declaration()), name(asked.signatory()));
                yield seat.apply(by, id, Given.id(asked.id()), declaration);
            }
            case "cancel" -> {
                var asked = read(request, Words.class);
                yield seat.cancel(by, id, Given.id(asked.id()), words(asked.words()));
            }
            case "question" -> {
                var asked = read(request, Question.class);
                yield seat.question(by, id, Given.id(asked.id()), asked.clause(), words(asked.words()));
            }
            case "confirm" -> seat.confirm(by, id, Given.id(read(request, Plain.class).id()));
            case "appeal" -> {
                var asked = read(request, Words.class);
                yield seat.appeal(by, id, Given.id(asked.id()), words(asked.words()));
            }
            case "reply" -> {
                var asked = read(request, Words.class);
                yield seat.reply(by, id, Given.id(asked.id()), words(asked.words()));
            }
            case "self-check" -> seat.selfCheck(by, id, Given.id(read(request, Plain.class).id()));
            case "plan" -> {
                var asked = read(request, Plan.class);
                yield seat.plan(by, id, Given.id(asked.id()), asked.clause(), words(asked.words()), asked.due());
            }
            case "prove" -> {
                var asked = read(request, Proof.class);
                var evaluation = seat.find(by.institution(), id).orElseThrow(Telling::noSuchEvaluation);
                var naming = house.room().naming(evaluation, new Writer.Institution());
                var shown = ExhibitForm.read("exhibits", naming, asked.exhibits());
                yield seat.prove(by, id, Given.id(asked.id()), asked.plan(), words(asked.words()), shown);
            }
            default -> throw noSuchStep();
        };
    }

    static Refused noSuchStep() {
        return new Refused(Problem.notFound("step.unknown", "没有这一步。", "There is no such step."));
    }

    private static <T> T read(Request request, Class<T> type) {
        return StrictJson.FORMS.read(request, type);
    }

    static String words(String words) {
        return Given.words("words", words, Proceeding.LONGEST_WORDS);
    }

    private static String notBlank(String field, String text) {
        if (text.isBlank()) {
            throw Given.malformed(field, field + ".missing", "请填写。", "This is missing.");
        }
        return text;
    }

    private static String name(String signatory) {
        return Legible.line(signatory, LONGEST_NAME)
                .orElseThrow(() -> Given.malformed(
                        "signatory", "signatory.missing", "请由负责人签名，最多" + LONGEST_NAME + "个字。", "Sign with a name."));
    }
}
