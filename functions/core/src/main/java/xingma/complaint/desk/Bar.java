package xingma.complaint.desk;

import xingma.fact.Worded;
import xingma.fact.Wording;

/** Why a step is not open to an officer now (不能办理的原因). */
public enum Bar implements Worded {
    NOT_HANDLER(Sort.DUTY, "officer.notHandler", "这一步由经办员办理。", "A handler does this."),
    NOT_SUPERVISOR(Sort.DUTY, "officer.notSupervisor", "这一步由督办员办理。", "A supervisor does this."),
    NOT_THE_CITY(Sort.DUTY, "officer.notCity", "这一步由市级督办员决定。", "A supervisor of the city decides this."),
    NO_READER(Sort.DUTY, "officer.noComplaints", "投诉举报由经办员和督办员办理。", "Handlers and supervisors work on complaints."),
    NOT_IN_CHARGE(
            Sort.DUTY, "contact.otherUnit", "联系方式只由承办单位查看。", "Only the unit in charge may see the contact."),
    OWN_WORK(
            Sort.DUTY, "review.ownWork", "复核由没有办理过本案的人员决定。请转给另一位督办员。",
            "You took a decision in this case; another supervisor must review it."),

    STAGE(Sort.STAGE, "case.stage", "案件所处的阶段不能办理这一步。", "The case's stage does not allow this step."),
    FULL(Sort.STAGE, "case.full", "案卷已满，不能再添加内容。", "The case holds as much as it can."),

    NOT_FROM_ELSEWHERE(
            Sort.RULE, "dispute.own", "只有从其他单位移送来的案件可以提出管辖争议。",
            "Only a case that another unit transferred may be disputed."),
    TRANSFERRED_BEFORE(
            Sort.RULE, "transfer.again", "移送来的案件不再自行移送。认为无权管辖的，请提出管辖争议，由市局指定。",
            "A case that was transferred is not passed on. Dispute it, and the city designates the unit."),
    DESIGNATED_BEFORE(
            Sort.RULE, "transfer.designated", "市局已指定管辖，不能再移送。", "The city has designated this unit."),
    EXTENDED_BEFORE(Sort.RULE, "extend.again", "办理期限只能延长一次，已延长过。", "The time may be extended once, and was."),
    NOT_EXTENSIBLE(Sort.RULE, "extend.none", "适用的规定没有延期。", "The rule in force knows no extension."),
    PAST_DUE(Sort.RULE, "extend.late", "已过期限，不能再延期。", "The last day has passed; it can no longer be extended."),
    PAUSED_LATE(
            Sort.RULE, "pause.late", "已过期限，不能再中止计时。", "The last day has passed; its clock can no longer be stopped."),
    OFFER_STANDS(
            Sort.RULE, "join.asked", "已建议并案，正等举报人答复。", "Joining was offered; the complainant has not answered yet."),
    HAS_FOLLOWERS(
            Sort.RULE, "join.leads", "已有案件并入本案，本案不能再并入其他案件。", "Other cases were joined to this one; it leads."),
    NO_INSTITUTION(
            Sort.RULE, "summary.nobody", "本案没有对应的登记机构，不能告知。", "The case is about no institution of the register."),

    ASSIGN_OTHERS(
            Sort.FIELD, "assign.others", "经办员只能认领无人经办的案件；分派给他人由督办员办理。",
            "A handler takes what nobody has; a supervisor assigns to others."),
    NO_SUCH_OFFICER(
            Sort.FIELD, "assign.unknown", "没有这位工作人员，或其从未登录。", "There is no such officer, or they never signed in."),
    NO_SUCH_CATEGORY(
            Sort.FIELD, "category.unknown", "这一类型没有这个类别。请从列表里选。", "This kind has no such category. Choose from the list."),
    NO_SUCH_GROUND(
            Sort.FIELD, "ground.unknown", "这一类型没有这条不予受理的法定情形。请从列表里选。",
            "This kind may not be refused on such a ground. Choose from the list."),
    NO_SUCH_UNIT(Sort.FIELD, "unit.unknown", "本市没有这个单位。", "This city has no such unit."),
    SAME_UNIT(Sort.FIELD, "transfer.same", "案件已在这个单位。", "The case lies with this unit already."),
    WORDED_AS_REFUSAL(
            Sort.FIELD, "transfer.refusal", "移送不是不予受理。请说明移送到哪个单位、为什么。",
            "A transfer is no refusal. Say to which unit it goes, and why."),
    NO_SUCH_LEAD(
            Sort.FIELD, "lead.unknown", "本单位没有这件可以并入的在办案件。", "This unit has no such open case to join."),
    IDENTIFIES(
            Sort.FIELD, "summary.identifies", "给机构的内容里有手机号或身份证号，请删去。",
            "What the institution reads holds a telephone or identity number. Delete it.");

    /** What is wrong: the officer, the case or what was asked. */
    public enum Sort {
        DUTY,
        STAGE,
        RULE,
        FIELD
    }

    private final Sort sort;
    private final String code;
    private final Wording wording;

    Bar(Sort sort, String code, String chinese, String english) {
        this.sort = sort;
        this.code = code;
        this.wording = new Wording(chinese, english);
    }

    public Sort sort() {
        return sort;
    }

    /** Stable, dotted. */
    public String code() {
        return code;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
