package xingma.evaluation;

import xingma.fact.Worded;
import xingma.fact.Wording;

/** Where an evaluation stands (评价阶段); states that are no number are stages like the others. */
public enum Stage implements Worded {
    SELF_CHECKING("自查中", "Self-check"),
    AWAITING_PANEL("待抽取专家", "Awaiting a panel"),
    SCORING("现场评价中", "Being scored"),
    SETTLING("合议中", "Being settled"),
    FACT_CHECK("事实核对中", "Factual check"),
    PUBLIC_NOTICE("公示中", "Public notice"),
    IN_FORCE("已公布", "Published"),
    UNDER_APPEAL("申诉中", "Under appeal"),
    SUSPENDED("已暂停", "Suspended"),
    WITHDRAWN("已撤销", "Withdrawn"),
    EXPIRED("已到期", "Expired"),
    SUPERSEDED("已换新", "Replaced by a newer one"),
    CANCELLED("已撤回申请", "Application withdrawn");

    private final Wording wording;

    Stage(String chinese, String english) {
        this.wording = new Wording(chinese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /** Whether nothing more can come of it. */
    public boolean isOver() {
        return switch (this) {
            case WITHDRAWN, EXPIRED, SUPERSEDED, CANCELLED -> true;
            case SELF_CHECKING, AWAITING_PANEL, SCORING, SETTLING, FACT_CHECK, PUBLIC_NOTICE -> false;
            case IN_FORCE, UNDER_APPEAL, SUSPENDED -> false;
        };
    }
}
