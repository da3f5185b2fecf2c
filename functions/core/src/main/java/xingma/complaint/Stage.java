package xingma.complaint;

import xingma.fact.Worded;
import xingma.fact.Wording;

/** The stages of a case in one word each (办理阶段), for lists and for words on a page. */
public enum Stage implements Worded {
    RECEIVED("待受理", "Awaiting acceptance"),
    DISPUTED("管辖待定", "Competence to be decided"),
    HANDLING("核查中", "Being looked into"),
    PAUSED("鉴定中", "Paused for an appraisal"),
    JOINED("已并案", "Joined to another case"),
    REVIEWING("复核中", "Under review by the city"),
    REFUSED("不予受理", "Not accepted"),
    ANSWERED("已答复", "Answered"),
    SETTLED("复核办结", "Settled after review"),
    WITHDRAWN("已撤回", "Withdrawn");

    private final Wording wording;

    Stage(String chinese, String english) {
        this.wording = new Wording(chinese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /** Whether the bureau still owes something. */
    public boolean isOpen() {
        return compareTo(REVIEWING) <= 0;
    }
}
