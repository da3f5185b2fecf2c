package xingma.complaint.filing;

import java.util.Locale;
import xingma.fact.Worded;
import xingma.fact.Wording;

/** What a consumer brings to the bureau; each leads to another procedure and runs on other clocks. */
public enum Kind implements Worded {
    /** 投诉: one's own dispute with an institution. */
    COMPLAINT("投诉", "Complaint"),
    /** 举报: a breach of the law, reported by anybody. */
    REPORT("举报", "Report"),
    /** 医疗纠纷: a dispute about treatment, for mediation. */
    DISPUTE("医疗纠纷", "Medical dispute"),
    /** 事故: harm to somebody, now or just before. */
    INCIDENT("事故", "Incident");

    private final Wording wording;

    Kind(String chinese, String english) {
        this.wording = new Wording(chinese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }

    /** The word used in JSON and in addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
