package xingma.complaint.evidence;

import xingma.fact.Worded;
import xingma.fact.Wording;

import static java.util.Objects.requireNonNull;

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
    record Kept(EvidencePlace place, EvidenceKind kind, long bytes, String sha256) implements EvidenceFinding {
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
    record Refused(EvidencePlace place, Reason reason, String received) implements EvidenceFinding {
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

    /** Why a file is not kept. */
    enum Reason implements Worded {
        /** Larger than {@link EvidencePlace#LARGEST}, or empty. */
        SIZE("文件是空的，或超过8 MB。", "The file is empty, or larger than 8 MB."),
        /** None of the kinds that are taken, by its content. */
        KIND("文件不是 JPEG、PNG、WebP 照片或 PDF。", "The file is no JPEG, PNG or WebP photo and no PDF."),
        /** It breaks off, or is not built as its kind is. */
        BROKEN("文件不完整，打不开。请重新拍照或另存后再传。", "The file is not whole and cannot be opened. Take or save it again."),
        /** More than 50 million points. */
        POINTS("照片超过5000万像素。请缩小后再传。", "The photo has more than 50 million pixels. Make it smaller."),
        /** Another file came first. */
        TAKEN("这个位置已有文件。", "There is a file in this place already.");

        private final Wording wording;

        Reason(String chinese, String english) {
            this.wording = new Wording(chinese, english);
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }

    private static void requireHash(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256");
        }
    }
}
