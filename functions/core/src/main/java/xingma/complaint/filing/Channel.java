package xingma.complaint.filing;

/** By which way a case came in (来源渠道). */
public enum Channel {
    /** 扫码页. */
    SCAN("扫码", "Scan page"),
    /** 首页. */
    FRONT_PAGE("首页", "Front page"),
    /** 电话或来访: an officer wrote it down for the caller. */
    DESK("电话来访", "Telephone or visit"),
    /** 12345 等热线转办. */
    HOTLINE("热线转办", "Hotline");

    private final String chinese;
    private final String english;

    Channel(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
