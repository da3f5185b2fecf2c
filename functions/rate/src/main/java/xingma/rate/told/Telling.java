package xingma.rate.told;

import java.util.Locale;
import java.util.Optional;
import xingma.aws.http.Given;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Request;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.desk.Outcome;

/** The refusals that the rating's routes share. */
public final class Telling {
    private Telling() {}

    /** One of another district, of another institution or panel, one that never was and what is no id are told alike. */
    public static Refused noSuchEvaluation() {
        return new Refused(
                Problem.notFound("evaluation.unknown", "没有这次评价。请核对编号。", "There is no such evaluation. Check its id."));
    }

    public static EvaluationId id(Request request) {
        try {
            return request.pathParameter("evaluation").map(EvaluationId::of).orElseThrow(Telling::noSuchEvaluation);
        } catch (IllegalArgumentException none) {
            throw noSuchEvaluation();
        }
    }

    /** The evaluation after what was asked, or the refusal. */
    public static Evaluation done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var evaluation) -> evaluation;
            case Outcome.NoSuchEvaluation none -> throw noSuchEvaluation();
            case Outcome.Barred(var bar) -> throw refused(bar);
            case Outcome.Faulty(var faults) -> throw faulty(faults.size(), FaultView.of(faults.getFirst()));
            case Outcome.IdTaken(var id) ->
                throw new Refused(new Problem(
                        409, "id.taken", Optional.of("id"), "这个编号已用于另一步。请刷新后再办。", "Another step has this id. Look again."));
            case Outcome.Overtaken o -> throw busy();
        };
    }

    private static Refused faulty(int count, FaultView first) {
        return new Refused(new Problem(
                422,
                "sheet.faulty",
                Optional.of("sheet." + first.clause()),
                "评分表还有" + count + "处没有填好。第一处：" + first.clause() + " " + first.chinese(),
                "The sheet has " + count + " faults; the first at " + first.clause() + ": " + first.english()));
    }

    public static Refused refused(Bar bar) {
        return refused(Why.of(bar));
    }

    public static Refused refused(Why why) {
        return new Refused(new Problem(why.status(), why.code(), why.field(), why.chinese(), why.english()));
    }

    public static Refused busy() {
        return new Refused(Problem.of(
                503,
                "evaluation.busy",
                "正由他人办理，这一步没有记入。请稍后重试；重复提交不会重复登记。",
                "Others are working on this and the step was not kept. Try again; sending it twice does no harm."));
    }

    /** One of an enum's names in lower case with hyphens. */
    public static <E extends Enum<E>> E choice(Class<E> type, String field, String word) {
        for (var each : type.getEnumConstants()) {
            if (word(each).equals(word)) {
                return each;
            }
        }
        throw Given.malformed(field, field + ".unknown", "没有这个选项。请从列表里选。", "There is no such choice. Choose from the list.");
    }

    /** {@code PUBLIC_NOTICE} is told as {@code public-notice}. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
