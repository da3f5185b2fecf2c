package xingma.rate.asked;

import java.util.List;
import java.util.Optional;
import xingma.aws.http.Given;
import xingma.evaluation.Finding;
import xingma.evaluation.exhibit.ExhibitRoom;
import xingma.rating.Points;

/**
 * One clause of a sheet as a device saves it.
 *
 * @param change the device's own id of this save: sent again it is the same save
 * @param seen the edition of the clause that the device saw; 0 for none
 */
public record SaveForm(
        String change,
        int seen,
        Optional<Points> points,
        Optional<String> notApplicable,
        Optional<String> reason,
        Optional<String> advice,
        Optional<List<ExhibitForm>> exhibits) {
    /** Of a queue: the same, with the clause's code. */
    public record Queued(
            String clause,
            String change,
            int seen,
            Optional<Points> points,
            Optional<String> notApplicable,
            Optional<String> reason,
            Optional<String> advice,
            Optional<List<ExhibitForm>> exhibits) {
        public SaveForm form() {
            return new SaveForm(change, seen, points, notApplicable, reason, advice, exhibits);
        }
    }

    /** @param id of the sending; each save has its own as well */
    public record Queue(String id, List<Queued> saves) {
        public static final int LONGEST = 200;
    }

    /** @param at where it stands in the body, with a dot at its end, or nothing */
    public Finding finding(String at, ExhibitRoom.Naming naming) {
        return new Finding(
                MarkForm.read(at, points, notApplicable),
                MarkForm.words(at + "reason", reason),
                MarkForm.words(at + "advice", advice),
                ExhibitForm.read(at + "exhibits", naming, exhibits));
    }

    public String changeId(String at) {
        return Given.id(at + "change", change);
    }
}
