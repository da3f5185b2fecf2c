package xingma.rate.asked;

import java.util.Optional;
import xingma.aws.http.Given;
import xingma.aws.http.Refused;
import xingma.evaluation.Finding;
import xingma.fact.Legible;
import xingma.rating.Mark;
import xingma.rating.Points;

/** A mark: points, or the reason why the clause does not apply; never both, and never neither. */
public final class MarkForm {
    private MarkForm() {}

    /** @param at where it stands in the body, with a dot at its end, or nothing */
    public static Mark read(String at, Optional<Points> points, Optional<String> notApplicable) {
        return maybe(at, points, notApplicable)
                .orElseThrow(() -> Given.malformed(
                        at + "points",
                        "mark.missing",
                        "请填分数，不适用的写明理由。漏评不按零分算。",
                        "Give points, or say why it does not apply. What is missing is no zero."));
    }

    public static Optional<Mark> maybe(String at, Optional<Points> points, Optional<String> notApplicable) {
        if (points.isPresent() && notApplicable.isPresent()) {
            throw Given.malformed(
                    at + "notApplicable",
                    "mark.both",
                    "分数和不适用只能填一样。",
                    "Give points or say that it does not apply, not both.");
        }
        return points.<Mark>map(Mark.Scored::new)
                .or(() -> notApplicable.map(reason -> new Mark.NotApplicable(line(at + "notApplicable", reason))));
    }

    private static String line(String field, String text) {
        return Legible.line(text, Finding.LONGEST).orElseThrow(() -> tooLong(field));
    }

    /** A text that may be left out or empty. */
    static String words(String field, Optional<String> words) {
        return words.filter(w -> !w.isBlank())
                .map(w -> Legible.text(w, Finding.LONGEST).orElseThrow(() -> tooLong(field)))
                .orElse("");
    }

    private static Refused tooLong(String field) {
        return Given.malformed(
                field,
                field.substring(field.lastIndexOf('.') + 1) + ".length",
                "请写明，最多" + Finding.LONGEST + "个字。",
                "Write 1 to " + Finding.LONGEST + " characters.");
    }
}
