package xingma.complaint.filing;

import xingma.fact.Worded;
import xingma.fact.Wording;

/** By which way a case came in (来源渠道). */
public enum Channel implements Worded {
    /** 扫码页. */
    SCAN("扫码", "Scan page"),
    /** 首页. */
    FRONT_PAGE("首页", "Front page"),
    /** 电话或来访: an officer wrote it down for the caller. */
    DESK("电话来访", "Telephone or visit"),
    /** 12345 等热线转办. */
    HOTLINE("热线转办", "Hotline");

    private final Wording wording;

    Channel(String chinese, String english) {
        this.wording = new Wording(chinese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
