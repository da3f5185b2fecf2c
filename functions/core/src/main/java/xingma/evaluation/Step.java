package xingma.evaluation;

import java.util.List;
import java.util.Optional;
import xingma.audit.Entry;

/**
 * One step of an evaluation, kept whole or not at all: the proceeding, the evaluation after it, and its line in the
 * audit trail.
 *
 * @param before absent for the first step
 */
public record Step(Optional<Evaluation> before, Proceeding proceeding, Evaluation after, Entry entry) {
    /** What the trail calls an evaluation. */
    public static String subject(EvaluationId id) {
        return "RATING " + id;
    }

    /** The first step of an evaluation. */
    public static Step first(Proceeding.Begun begun) {
        var entry = entry(begun.beginning().id(), 1, begun, Entry.FIRST);
        var after = Evaluation.of(List.of(begun), entry.hash());
        return new Step(Optional.empty(), begun, after, entry);
    }

    static Step of(Evaluation before, Proceeding proceeding) {
        var file = before.proceedings();
        var entry = entry(file.beginning().id(), file.revision() + 1, proceeding, file.head());
        return new Step(Optional.of(before), proceeding, before.after(proceeding, file.with(proceeding, entry.hash())), entry);
    }

    private static Entry entry(EvaluationId id, int position, Proceeding proceeding, String before) {
        var line = ProceedingLines.write(proceeding);
        return new Entry(subject(id), position, line.at(), line.by(), line.what(), line.lasting(), before);
    }
}
