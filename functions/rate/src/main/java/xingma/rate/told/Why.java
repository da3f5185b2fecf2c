package xingma.rate.told;

import java.util.Optional;
import xingma.evaluation.desk.Bar;

/**
 * Why something cannot be done, in words.
 *
 * @param status of the refusal: whose duty it is, what the stage does not offer, or what was given wrongly
 * @param field what was given wrongly
 */
public record Why(int status, String code, Optional<String> field, String chinese, String english) {
    private static final int DUTY = 403;
    private static final int STAGE = 409;
    private static final int FIELD = 422;

    public static Why of(Bar bar) {
        return switch (bar) {
            case NOT_NOW -> stage("evaluation.stage", "现在的阶段不能办这一步。请刷新后看可办的事项。", "The stage does not offer this step now.");
            case NOT_YOUR_DUTY -> duty("officer.duty", "这一步不是您的岗位职责。", "This step is not among your duties.");
            case SAME_PERSON -> duty("officer.samePerson", "提请人不能自己复核。请由另一人办理。", "The second person must be another.");
            case HAD_A_PART -> duty("officer.hadPart", "您参与过这次评价，应当回避。", "You had a part in this evaluation and do not decide about it.");
            case NOTHING_PROPOSED -> stage("proposal.none", "还没有人提请。", "Nobody has proposed it yet.");
            case PROPOSED_ALREADY -> stage("proposal.waits", "已经提交，等待另一人办理。", "It was handed in before and waits for somebody else.");
            case FACT_CHECK_RUNS -> stage("factCheck.runs", "机构的事实核对期还没有结束。", "The institution may still question facts.");
            case QUESTIONS_OPEN -> stage("questions.open", "组长还有事实异议没有答复。", "The chair has not answered every question.");
            case NOTICE_RUNS -> stage("notice.runs", "公示期还没有结束。", "The public notice stands for its whole time.");
            case OBJECTIONS_OPEN -> stage("objections.open", "公示期异议还没有全部处理。", "Not every objection was answered.");
            case TOO_LATE -> stage("time.over", "办理的期限已过。", "The time for it is over.");
            case STAR_CHANGED -> stage("star.changed", "既往记录有变化，结果和公示的不同，请重新公示。", "The record changed the star since the notice; give notice anew.");
            case REASON_AGAINST -> stage("star.against", "机构现在有不得公布星级的情形。", "A reason stands against the star today.");
            case STILL_SUSPENDED -> stage("star.stillSuspended", "暂停的事由还没有消除。", "A reason still stands against the star.");
            case TOO_FEW_EXPERTS -> stage("experts.few", "可抽取的专家不足。请先补充专家库。", "Too few experts without ties. Add to the list first.");
            case PANEL_FULL -> stage("panel.full", "专家组已满员，不用补抽。", "The panel has seats enough.");
            case NOT_ON_THE_PANEL -> field("expert", "panel.notOnIt", "这位专家不在专家组里。", "This expert is not on the panel.");
            case NOT_DECLARED -> stage("interest.notDeclared", "请先申明没有利害关系。", "First declare that you have no interest.");
            case NOT_THE_CHAIR -> duty("panel.notChair", "这一步由组长办理。", "This step is the chair's.");
            case SHEET_FAULTY -> stage("sheet.faulty", "评分表还不完整。", "The sheet lacks marks or reasons.");
            case HANDED_IN_ALREADY -> stage("sheet.handedIn", "评分表已提交，不能再改。", "The sheet was handed in and does not change any more.");
            case TOO_MUCH_LEFT_OUT -> stage("sheet.leftOut", "标为不适用的太多，超过标准允许的比例。", "More was marked not applicable than the standard allows.");
            case NOT_THE_OPEN_CLAUSES -> field("rulings", "rulings.clauses", "请逐条定分：分歧的条款一条不少，其他条款一条不多。", "Settle the clauses that are open, all of them and no other.");
            case NOT_A_MARK -> field("points", "points.notAChoice", "这一条的计分方式没有这个分数，或者不允许不适用。", "The clause's method knows no such mark.");
            case NO_SUCH_REFERENCE -> field("clause", "reference.unknown", "所指的条款或事项不存在。", "What this refers to is not there.");
            case NO_SUCH_EDITION -> field("seen", "seen.unknown", "这一条还没有保存过，请填0。", "This clause was never saved; say 0.");
            case ROUND_CLOSED -> stage("round.closed", "这一轮现在不接受您的机构：不在期间、不在辖区或不属评价范围。", "The round takes no such institution now.");
            case UNDER_WAY -> stage("evaluation.underWay", "已有一次评价在进行。", "An evaluation is under way.");
            case RERATED_ALREADY -> stage("evaluation.rerated", "星级有效期内只能申请一次复评。", "Within a star's term one re-rating may be asked for.");
            case NOT_RATED -> stage("standard.asksNothing", "这套标准不评这类机构。", "The standard asks nothing of such an institution.");
            case NOT_DECLARED_TRUE -> field("declaration", "declaration.changed", "声明的文字和现在的不一致。请重新阅读后签署。", "The declaration was not signed as it stands. Read and sign it again.");
            case CLAUSE_SHOWS_ENOUGH -> stage("exhibits.clauseFull", "这一条的材料已到上限。请先删去一件。", "The clause shows no more files. Take one out first.");
            case SHEET_SHOWS_ENOUGH -> stage("exhibits.full", "这次评价的材料已到上限。请先删去用不上的。", "The sheet shows no more files. Take out what is not needed.");
            case STILL_NAMED -> stage("exhibit.named", "评分表或整改佐证还在用这件材料。请先从那里去掉。", "The sheet or a proof still names this file. Take it out there first.");
            case FULL -> stage("evaluation.full", "案卷已满，只能办理决定类的事项。", "No room is left in the file for what is not a decision.");
        };
    }

    /** The same about another field: what a bar speaks of depends on the form. */
    public Why at(String other) {
        return new Why(status, code, field.map(f -> other), chinese, english);
    }

    private static Why duty(String code, String chinese, String english) {
        return new Why(DUTY, code, Optional.empty(), chinese, english);
    }

    private static Why stage(String code, String chinese, String english) {
        return new Why(STAGE, code, Optional.empty(), chinese, english);
    }

    private static Why field(String field, String code, String chinese, String english) {
        return new Why(FIELD, code, Optional.of(field), chinese, english);
    }
}
