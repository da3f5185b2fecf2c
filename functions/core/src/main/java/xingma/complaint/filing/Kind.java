package xingma.complaint.filing;

import java.util.Locale;

/** What a consumer brings to the bureau; each leads to another procedure and runs on other clocks. */
public enum Kind {
    /** 投诉: one's own dispute with an institution. */
    COMPLAINT("投诉", "Complaint"),
    /** 举报: a breach of the law, reported by anybody. */
    REPORT("举报", "Report"),
    /** 医疗纠纷: a dispute about treatment, for mediation. */
    DISPUTE("医疗纠纷", "Medical dispute"),
    /** 事故: harm to somebody, now or just before. */
    INCIDENT("事故", "Incident");

    private final String chinese;
    private final String english;

    Kind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** The word used in JSON and in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
