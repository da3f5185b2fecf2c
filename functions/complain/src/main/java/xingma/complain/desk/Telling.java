package xingma.complain.desk;

import java.util.Optional;
import xingma.aws.http.Given;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.complaint.Act;
import xingma.complaint.desk.Bar;
import xingma.complaint.desk.ComplaintDesk.Outcome;
import xingma.complaint.desk.Telltale;
import xingma.fact.Legible;

/** The refusals that the desk's routes share. */
public final class Telling {
    private Telling() {}

    /** A case of another district, one that never was and what is no number at all are told alike. */
    public static Refused noSuchCase() {
        return new Refused(Problem.notFound("case.unknown", "没有这件案件。请核对案件号。", "There is no such case. Check its number."));
    }

    public static Refused refused(Outcome.NotDone outcome) {
        return switch (outcome) {
            case Outcome.NoSuchCase none -> noSuchCase();
            case Outcome.Barred(var bar) -> refused(bar);
            case Outcome.IdTaken taken -> new Refused(new Problem(
                    409,
                    "id.taken",
                    Optional.of("id"),
                    "这个编号已用于另一步。请刷新案件后再办。",
                    "Another step has this id. Look at the case again."));
            case Outcome.Overtaken overtaken -> busy();
        };
    }

    public static Refused busy() {
        return new Refused(Problem.of(
                503,
                "case.busy",
                "案件正由他人办理，这一步没有记入。请稍后重试；重复提交不会重复登记。",
                "Others are working on this case and the step was not kept. Try again; sending it twice does no harm."));
    }

    public static Refused refused(Bar bar) {
        var field = switch (bar) {
            case ASSIGN_OTHERS, NO_SUCH_OFFICER, NO_SUCH_UNIT, SAME_UNIT -> Optional.of("to");
            case NO_SUCH_CATEGORY -> Optional.of("category");
            case NO_SUCH_GROUND -> Optional.of("ground");
            case WORDED_AS_REFUSAL, IDENTIFIES -> Optional.of("words");
            case NO_SUCH_LEAD -> Optional.of("lead");
            default -> Optional.<String>empty();
        };
        var status = switch (bar.sort()) {
            case DUTY -> 403;
            case STAGE, RULE -> 409;
            case FIELD -> 422;
        };
        return new Refused(new Problem(status, bar.code(), field, bar.chinese(), bar.english()));
    }

    public static Refused malformed(String field, String code, String chinese, String english) {
        return Given.malformed(field, code, chinese, english);
    }

    /** An id as the asker makes it. */
    public static String id(String id) {
        return Given.id(id);
    }

    /** A text of several lines, made plain. */
    public static String words(String field, String words, int longest) {
        return Given.words(field, words, longest);
    }

    /** Why a contact is opened: the complainant reads it, and the trail keeps it for ever. */
    public static String reason(String reason) {
        var line = Legible.line(reason, Act.Opened.LONGEST_REASON)
                .orElseThrow(() -> malformed(
                        "reason",
                        "reason.length",
                        "请写理由，最多" + Act.Opened.LONGEST_REASON + "个字。",
                        "Give a reason of at most " + Act.Opened.LONGEST_REASON + " characters."));
        if (Telltale.isIn(line)) {
            throw malformed(
                    "reason",
                    "reason.identifies",
                    "理由里有手机号或证件号，请删去。",
                    "The reason holds a telephone or identity number. Delete it.");
        }
        return line;
    }
}
