package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.util.List;
import xingma.evaluation.Evaluation;
import xingma.evaluation.ScoreSheet;

/** What came of something that somebody would do in an evaluation. */
public sealed interface Outcome {
    /** Done, now or before. */
    record Done(Evaluation evaluation) implements Outcome {
        public Done {
            requireNonNull(evaluation, "evaluation");
        }
    }

    /** None with this id, or none that this person may know of. */
    record NoSuchEvaluation() implements Outcome {}

    record Barred(Bar bar) implements Outcome {}

    /** The sheet cannot be handed in as it is. */
    record Faulty(List<ScoreSheet.Fault> faults) implements Outcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** Another proceeding has this id: an id is drawn anew for each. */
    record IdTaken(String id) implements Outcome {}

    /** Others kept being faster; asking again does no harm. */
    record Overtaken() implements Outcome {}
}
