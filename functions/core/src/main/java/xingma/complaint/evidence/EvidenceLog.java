package xingma.complaint.evidence;

/** How a case learns what became of the files that were sent for it. */
public interface EvidenceLog {
    /**
     * Records a finding with its case. It may come twice, and not in the order of sending: what is known already is
     * recorded no second time, and a case that no longer takes files lets it pass.
     */
    void record(EvidenceFinding finding);
}
