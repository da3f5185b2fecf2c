package xingma.complaint.caseload;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/**
 * Every case the bureau holds (案件库). A case lies with its unit: who asks with another unit's code finds nothing. What
 * the retention has ended is never given out, even while it still lies there.
 */
public interface Complaints {
    /** Rows on a page. */
    int PAGE = 100;

    /** The most rows that {@link #about} gives. */
    int MOST_ABOUT = 200;

    /** The most that {@link #count} counts; what it gives then means "this many or more". */
    int MOST_COUNTED = 1_000;

    /**
     * Keeps a new case with its receipt's lock, its key and its line of the trail, all or nothing.
     *
     * @param step the {@link Step#first} of the case
     */
    Keeping file(Step step, Row row, Receipt.Lock lock, Submission submission);

    Optional<Complaint> find(RegionCode unit, CaseNumber number);

    /** A case that lies with any of these units; a number that is nobody's takes as long as one of another unit. */
    default Optional<Complaint> find(List<RegionCode> units, CaseNumber number) {
        return units.stream().flatMap(unit -> find(unit, number).stream()).findFirst();
    }

    /** Where a case lies and what its receipt must open; for the receipt's holder, who knows no unit. */
    Optional<Whereabouts> whereabouts(CaseNumber number);

    Optional<Known> submitted(String key);

    /**
     * Keeps a step with its line of the trail, provided the case still stands as before it; moves it when its unit
     * changed. Keeping the same step again is true again.
     */
    boolean keep(Step step, Row row);

    /** Renews the row of a case that stands at this revision, because the calendar moved a day; the case stays. */
    boolean renew(Complaint complaint, Row row);

    /** Open cases of a unit by the day on which they are due; those whose clock stands still come last. */
    Page<Row> open(RegionCode unit, Optional<String> after);

    /** How many open cases of a unit are due from one day to another, both counted, at most {@value #MOST_COUNTED}. */
    int count(RegionCode unit, LocalDate from, LocalDate to);

    /** Closed cases of a unit by the day on which they were closed, both days counted. */
    Page<Row> closed(RegionCode unit, LocalDate from, LocalDate to, Optional<String> after);

    /** Cases about an institution since an instant, newest first, at most {@value #MOST_ABOUT}. Eventually consistent. */
    List<Row> about(InstitutionId institution, Instant since);

    /** What became of a filing. */
    sealed interface Keeping {
        record Kept() implements Keeping {}

        /** This key was used before: with the same body it is the same filing, with another it is a mistake. */
        record AlreadyKnown(Known known) implements Keeping {}

        /** Another case has this number; draw again. */
        record NumberTaken() implements Keeping {}
    }

    /** A submission that was kept before, and the number of its case. */
    record Known(Submission submission, CaseNumber number) {
        public Known {
            requireNonNull(submission, "submission");
            requireNonNull(number, "number");
        }
    }

    record Whereabouts(RegionCode unit, Receipt.Lock lock) {
        public Whereabouts {
            requireNonNull(unit, "unit");
            requireNonNull(lock, "lock");
        }
    }
}
