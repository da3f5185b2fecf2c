package xingma.rate.told;

import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.rating.Editions;
import xingma.rating.Standard.Status;
import xingma.rating.StandardDesk.Against;
import xingma.rating.StandardDesk.Outcome;
import xingma.rating.StandardShelf.Shelved;

/** What stands against a step of a standard, in words. */
public final class StandardRefusals {
    private StandardRefusals() {}

    /** The standard after the step, or the refusal. */
    public static Shelved done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var now) -> now;
            case Outcome.No(var why) -> throw refused(why);
            case Outcome.Barred(var against) -> throw new Refused(problem(against));
            case Outcome.IdTaken(var id) ->
                throw new Refused(new Problem(
                        409, "id.taken", Optional.of("id"), "这个编号已用于另一步。请刷新后再办。", "Another step has this id. Look again."));
            case Outcome.Overtaken o ->
                throw new Refused(Problem.of(
                        503, "standard.busy", "正由他人办理，这一步没有记入。请稍后重试；重复提交不会重复登记。",
                        "Others are working on this and the step was not kept. Try again; sending it twice does no harm."));
        };
    }

    public static Refused unknown() {
        return new Refused(Problem.notFound("standard.unknown", "没有这套标准的这一版。", "There is no such edition of a standard."));
    }

    private static Refused refused(Editions.Outcome why) {
        return switch (why) {
            case Editions.Outcome.Done done -> throw new IllegalStateException("nothing stands against it");
            case Editions.Outcome.Unknown none -> unknown();
            case Editions.Outcome.NotFromHere(var from, var to) ->
                new Refused(Problem.of(
                        409, "edition.stage", "这一版" + stage(from) + "，现在不能办这一步。", "The edition's stage does not offer this step now."));
            case Editions.Outcome.NotSimulated(var name) ->
                new Refused(Problem.of(409, "edition.notSimulated", "还没有用这一版试算。请先试算。", "This text was not put to the earlier sheets. Simulate first."));
            case Editions.Outcome.Fixed(var name) ->
                new Refused(new Problem(
                        409, "edition.fixed", Optional.of("edition"), name + "已经公开，文本不能再改。要改的内容请写成下一版（edition加1）。",
                        name + " is public and is not written anew. Bring what changes as the next edition."));
        };
    }

    private static String stage(Status status) {
        return switch (status) {
            case DRAFT -> "在起草";
            case COMMENT -> "在征求意见";
            case TRIAL -> "在试行";
            case IN_FORCE -> "已施行";
            case RETIRED -> "已废止";
        };
    }

    private static Problem problem(Against against) {
        return switch (against) {
            case OPINIONS_AWAITED -> stage("opinions.awaited", "征求意见的期限还没有过。", "Opinions may still come in.");
            case OPINIONS_OPEN -> stage("opinions.open", "还有意见没有答复。每条意见都要写明是否采纳和理由。", "Not every opinion was answered.");
            case NOT_OUT -> stage("edition.notOut", "只有征求意见的版本才登记和答复意见。", "Opinions are heard and answered while the edition is out for them.");
            case NO_SUCH_OPINION -> field("opinion", "opinion.unknown", "没有这条意见。", "There is no such opinion.");
            case NO_SUCH_CLAUSE -> field("clause", "clause.unknown", "这一版没有这个条款。对整版的意见，条款留空。", "The edition has no such clause.");
            case NOTHING_PROPOSED -> stage("proposal.none", "还没有人提请。", "Nobody has proposed it yet.");
            case PROPOSED_ALREADY -> stage("proposal.waits", "已经提请，等第二人办理。", "It was proposed before and waits for a second person.");
            case SAME_PERSON -> Problem.of(
                    403, "officer.samePerson", "起草人和提请人不能自己决定。请由另一人办理。", "Who wrote or proposed it does not decide.");
            case SIMULATION_CHANGED -> stage(
                    "simulation.changed", "试算后又有新的评分，结果不同了。请重新试算、重新提请。",
                    "Sheets were settled since, and the simulation shows something else. Simulate and propose anew.");
            case FULL -> stage("standard.full", "数量已到上限。", "There is no room for more.");
        };
    }

    private static Problem stage(String code, String chinese, String english) {
        return Problem.of(409, code, chinese, english);
    }

    private static Problem field(String field, String code, String chinese, String english) {
        return new Problem(422, code, Optional.of(field), chinese, english);
    }
}
