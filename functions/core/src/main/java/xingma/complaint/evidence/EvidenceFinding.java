package xingma.complaint.evidence;

import static java.util.Objects.requireNonNull;

import xingma.attachment.FileKind;
import xingma.attachment.Refusal;

/** What became of a file that was sent for a case (材料处理结果). */
public sealed interface EvidenceFinding {
    /** The place that the file was sent to. */
    EvidencePlace place();

    /** The same for the same file at the same place, however often it is found: fit to be the id of an act. */
    String id();

    /**
     * It lies with the case.
     *
     * @param bytes its size as kept
     * @param sha256 of the bytes as kept, 64 hexadecimal digits in lower case
     */
    record Kept(EvidencePlace place, FileKind kind, long bytes, String sha256) implements EvidenceFinding {
        public Kept {
            requireNonNull(kind, "kind");
            requireHash(sha256);
        }

        @Override
        public String id() {
            return "evidence-" + place.slot();
        }
    }

    /**
     * It was not kept, and is deleted.
     *
     * @param received the SHA-256 of what was sent
     */
    record Refused(EvidencePlace place, Refusal reason, String received) implements EvidenceFinding {
        private static final int ENOUGH = 16;

        public Refused {
            requireNonNull(reason, "reason");
            requireHash(received);
        }

        @Override
        public String id() {
            return "evidence-" + place.slot() + '-' + received.substring(0, ENOUGH);
        }
    }

    private static void requireHash(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }
}
