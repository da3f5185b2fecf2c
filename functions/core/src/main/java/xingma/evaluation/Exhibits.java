package xingma.evaluation;

import java.util.Optional;
import xingma.evaluation.Finding.Exhibit;

/** Where photos and documents of evaluations lie, each under its own digest (佐证材料库). They are never changed. */
public interface Exhibits {
    /** Bytes of one file as it is sent. */
    int LARGEST = 4 << 20;

    /** Keeps a cleaned file; keeping the same again is the same. */
    void keep(EvaluationId evaluation, Exhibit exhibit, byte[] bytes);

    /** What lies under a digest; when it was taken nobody knows here. */
    Optional<Exhibit> find(EvaluationId evaluation, String sha256);

    /** An address under which the file opens for a minute. */
    String link(EvaluationId evaluation, Exhibit exhibit);
}
