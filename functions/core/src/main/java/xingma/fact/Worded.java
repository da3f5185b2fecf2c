package xingma.fact;

/** What has its words in both languages (双语). */
public interface Worded {
    Wording wording();

    default String chinese() {
        return wording().chinese();
    }

    default String english() {
        return wording().english();
    }
}
