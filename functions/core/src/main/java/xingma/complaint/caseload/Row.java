package xingma.complaint.caseload;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import xingma.complaint.Act;
import xingma.complaint.Act.Result;
import xingma.complaint.Complaint;
import xingma.complaint.Stage;
import xingma.complaint.clock.Clock;
import xingma.complaint.clock.Clocks;
import xingma.complaint.clock.RetentionSchedule;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.Retention;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/**
 * One line of the queue (队列): what a list shows of a case without opening it, and what finds cases that belong together.
 * No words, no contact.
 *
 * @param place the institution's name; empty where the consumer typed it, for that lies with her words
 * @param due the clock that binds next; absent while none runs
 * @param wake the next day on which the sweep has something to do for it
 * @param closed the day on which it was decided, ended or given up
 * @param result of a case that was answered and is closed: with it a complaint counts in an institution's record
 * @param untold whether something could not be told to the complainant by telephone, and nobody has called since
 * @param late whether a clock of it passed its last day before what it waits for was done, as of the newest act
 */
public record Row(
        CaseNumber number,
        RegionCode unit,
        Kind kind,
        String category,
        Stage stage,
        Optional<InstitutionId> institution,
        String place,
        Optional<String> person,
        Instant received,
        Optional<Due> due,
        Optional<LocalDate> wake,
        Optional<String> assignee,
        boolean awaiting,
        boolean climbed,
        Optional<LocalDate> closed,
        Optional<Result> result,
        boolean late,
        Optional<String> phoneMark,
        Likeness likeness,
        boolean untold) {
    private static final LocalDate NO_DAY = LocalDate.of(9999, 12, 31);
    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    /**
     * A clock in a list.
     *
     * @param days the length of its span, in the unit that it counts
     */
    public record Due(Which clock, LocalDate start, int days, LocalDate day, boolean provisional) {
        public Due {
            requireNonNull(clock, "clock");
            requireNonNull(start, "start");
            requireNonNull(day, "day");
        }
    }

    public Row {
        requireNonNull(number, "number");
        requireNonNull(unit, "unit");
        requireNonNull(stage, "stage");
        requireNonNull(received, "received");
        requireNonNull(due, "due");
        requireNonNull(wake, "wake");
        requireNonNull(closed, "closed");
        requireNonNull(result, "result");
    }

    public static Row of(Complaint complaint, Clocks clocks) {
        var docket = complaint.docket();
        var filing = docket.filing();
        var subject = filing.subject();
        var newest = clocks.day(docket.acts().getLast().at());
        return new Row(
                docket.number(),
                docket.unit(),
                filing.kind(),
                docket.category(),
                complaint.stage(),
                subject.institution(),
                subject.institution().isPresent() ? subject.place() : "",
                subject.person(),
                docket.filed().at(),
                clocks.binding(complaint).stream().findFirst().map(Row::due),
                clocks.wake(complaint),
                docket.assignee(),
                docket.isAwaitingReply(),
                docket.hasClimbed(),
                complaint instanceof Complaint.Closed c ? Optional.of(clocks.day(c.at())) : Optional.empty(),
                result(complaint),
                clocks.isLate(complaint, newest),
                docket.phoneMark(),
                filing.likeness(),
                docket.isUntold());
    }

    /** What a review let stand is the answer before it. */
    private static Optional<Result> result(Complaint complaint) {
        return switch (complaint) {
            case Complaint.Answered answered -> Optional.of(answered.result());
            case Complaint.Settled settled -> settled.docket().acts().stream()
                    .filter(Act.Answered.class::isInstance)
                    .map(a -> ((Act.Answered) a).result())
                    .reduce((a, b) -> b);
            default -> Optional.empty();
        };
    }

    private static Due due(Clock clock) {
        return new Due(
                clock.which(),
                clock.start(),
                clock.span().amount(),
                clock.due().day(),
                clock.due().provisional());
    }

    /** Its place among the open cases of a unit, or among the closed: by day; while no clock runs, at the end. */
    public String sort() {
        return sort(closed.or(() -> due.map(Due::day)).orElse(NO_DAY), number.value());
    }

    /** The place of a case on a day; for no number the place before all of that day, for {@code ~} after them. */
    public static String sort(LocalDate day, String number) {
        var written = day.isAfter(NO_DAY) ? NO_DAY : day.isBefore(FIRST_DAY) ? FIRST_DAY : day;
        return written + " " + number;
    }

    /** The row as it may be shown on a day: without the marks of parts whose time is over. */
    public Row shown(RetentionSchedule retention, LocalDate today) {
        return without(retention.over(closed, today));
    }

    /** This row without the marks of some parts. */
    public Row without(Set<Retention.What> parts) {
        if (parts.isEmpty()) {
            return this;
        }
        return new Row(
                number, unit, kind, category, stage, institution, place, person, received, due, wake, assignee, awaiting,
                climbed, closed, result, late,
                parts.contains(Retention.What.CONTACT) ? Optional.empty() : phoneMark,
                parts.contains(Retention.What.WORDS) ? Likeness.ERASED : likeness,
                untold);
    }

    public boolean isOpen() {
        return stage.isOpen();
    }
}
