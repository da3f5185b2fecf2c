package xingma.complaint;

/** What became of a file that was sent for a case. */
public sealed interface EvidenceFinding {
    /** The place that the file was sent to. */
    EvidencePlace place();

    /**
     * It lies with the case.
     *
     * @param bytes its size as kept
     * @param sha256 of the bytes as kept, 64 hexadecimal digits in lower case
     */
    record Kept(EvidencePlace place, EvidenceKind kind, long bytes, String sha256) implements EvidenceFinding {}

    /**
     * It was not kept and is deleted.
     *
     * @param received the SHA-256 of what was sent, by which the same finding told twice is known
     */
    record Refused(EvidencePlace place, Reason reason, String received) implements EvidenceFinding {}

    /** Why a file is not kept. */
    enum Reason {
        /** Larger than {@link EvidencePlace#LARGEST}. */
        TOO_LARGE,
        /** None of the kinds that are taken, by its content. */
        UNKNOWN_KIND,
        /** It breaks off, or is not built as its kind is. */
        BROKEN,
        /** More than 50 million points, or none. */
        TOO_MANY_POINTS,
        /** Another file came first. */
        PLACE_TAKEN
    }
}
