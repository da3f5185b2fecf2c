package xingma.pages;

import xingma.complaint.filing.Kind;

/** What the pages say of a complaint, for those who are answered in data. */
public final class ComplaintWords {
    private ComplaintWords() {}

    public static String wrong(Language language, ComplaintForm.Wrong wrong) {
        return Words.ofComplaints(language).say("wrong." + wrong.key(), wrong.arguments().toArray());
    }

    public static String kind(Language language, Kind kind) {
        return Words.ofComplaints(language).say("kind." + kind.word());
    }

    public static String say(Language language, String key, Object... arguments) {
        return Words.ofComplaints(language).say(key, arguments);
    }
}
