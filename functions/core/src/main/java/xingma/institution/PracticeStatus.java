package xingma.institution;

import java.util.Locale;

/** Whether an institution practises lawfully (依法执业情况), from the bureau's decisions. */
public enum PracticeStatus {
    /** 正常 */
    NORMAL(true),
    /** 警告 */
    WARNED(true),
    /** 责令改正 */
    RECTIFYING(true),
    /** 责令停业 */
    SUSPENDED(false),
    /** 吊销许可 */
    REVOKED(false),
    /** 注销 */
    CLOSED(false);

    private final boolean open;

    PracticeStatus(boolean open) {
        this.open = open;
    }

    public boolean mayPractise() {
        return open;
    }

    /** The word used in JSON and in facts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static PracticeStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
