package xingma.complaint.clock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xingma.complaint.Act;
import xingma.complaint.Acts;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.rules.Retention;
import xingma.complaint.rules.Retention.What;
import xingma.complaint.seal.Sealed;

/**
 * What of a case may still be shown on a day, and what is to be erased (保存期限表). A part's time begins on the day on
 * which the case closed and ends with the last day of its span; a case that is opened again keeps what is still there.
 */
public final class RetentionSchedule {
    /** A month that begins on its 31st may end three days early. */
    private static final int SHORT_MONTH = 3;

    private final List<Retention> all;
    private final ZoneId zone;

    /** @param zone the city's, in which days begin and end */
    public RetentionSchedule(List<Retention> all, ZoneId zone) {
        this.all = List.copyOf(all);
        this.zone = requireNonNull(zone, "zone");
        this.all.forEach(retention -> lastDay(LocalDate.EPOCH, retention));
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The case as it may be shown: envelopes whose time is over read {@link Sealed#ERASED}, marks are gone. */
    public Complaint shown(Complaint complaint, LocalDate today) {
        var over = over(closed(complaint), today);
        if (over.isEmpty()) {
            return complaint;
        }
        var docket = complaint.docket();
        var acts = docket.acts().stream().map(act -> Acts.without(act, over)).toList();
        return acts.equals(docket.acts()) ? complaint : Complaint.of(acts, docket.head());
    }

    /** The files that may be shown; of the others nothing but the fact remains that they were added. */
    public List<Act.EvidenceAdded> evidence(Complaint complaint, LocalDate today) {
        if (over(closed(complaint), today).contains(What.EVIDENCE)) {
            return List.of();
        }
        var acts = complaint.docket().acts();
        return acts.stream()
                .skip(afterLastErased(acts, What.EVIDENCE))
                .filter(Act.EvidenceAdded.class::isInstance)
                .map(Act.EvidenceAdded.class::cast)
                .toList();
    }

    public List<Retention> all() {
        return all;
    }

    /** No case that closed after this day has its time for this over; some that closed before may not either. */
    public LocalDate closedBy(Retention retention, LocalDate today) {
        var span = retention.afterClosing();
        return switch (span.unit()) {
            case CALENDAR_DAY -> today.minusDays(1L + span.amount());
            case MONTH -> today.minusDays(1).minusMonths(span.amount()).plusDays(SHORT_MONTH);
            case WORKING_DAY -> throw new IllegalArgumentException(
                    retention.id() + ": what is erased waits for no working day");
        };
    }

    /** What is over by this day, has something to erase and was not erased since the case closed. */
    public List<Retention> due(Complaint complaint, LocalDate today) {
        return closed(complaint)
                .map(day -> undone(complaint).filter(r -> isOver(day, r, today)).toList())
                .orElse(List.of());
    }

    /**
     * The step that erases for good, to be kept like any other. Its files are to be deleted before: a step that is kept
     * is not due again.
     */
    public Step erase(Complaint complaint, Retention retention, Instant at) {
        var docket = complaint.docket();
        var acts = docket.acts().stream().map(act -> Acts.without(act, retention.erased())).toList();
        return Complaint.of(acts, docket.head()).erase(id(complaint, retention), at, retention.id());
    }

    /** The next day on which something of a closed case is to be erased. */
    public Optional<LocalDate> wake(Complaint complaint) {
        return closed(complaint).flatMap(day -> undone(complaint)
                .map(retention -> lastDay(day, retention).plusDays(1))
                .min(LocalDate::compareTo));
    }

    private Stream<Retention> undone(Complaint complaint) {
        return all.stream()
                .filter(r -> complaint.docket().byId(id(complaint, r)).isEmpty())
                .filter(r -> r.erased().stream().anyMatch(what -> had(complaint, what)));
    }

    private String id(Complaint complaint, Retention retention) {
        return "erase-" + retention.id() + '-' + closed(complaint).orElseThrow();
    }

    /** The day on which a case closed, while it is closed. */
    public Optional<LocalDate> closed(Complaint complaint) {
        return complaint instanceof Complaint.Closed closed ? Optional.of(day(closed.at())) : Optional.empty();
    }

    /** The parts whose time is over on a day for a case that closed then; none while it is open. */
    public Set<What> over(Optional<LocalDate> closed, LocalDate today) {
        var over = EnumSet.noneOf(What.class);
        closed.ifPresent(day -> all.stream()
                .filter(retention -> isOver(day, retention, today))
                .forEach(retention -> over.addAll(retention.erased())));
        return over;
    }

    private int afterLastErased(List<Act> acts, What what) {
        for (var i = acts.size() - 1; i >= 0; i--) {
            if (acts.get(i) instanceof Act.Erased erased && erases(erased, what)) {
                return i + 1;
            }
        }
        return 0;
    }

    private boolean erases(Act.Erased act, What what) {
        return all.stream().anyMatch(r -> r.id().equals(act.retention()) && r.erased().contains(what));
    }

    /** Whether a case ever had it: once shown as erased, a part is still known to have been there. */
    private static boolean had(Complaint complaint, What what) {
        var docket = complaint.docket();
        return switch (what) {
            case CONTACT -> docket.filing().contact().isPresent()
                    || docket.all(Act.IdentityChanged.class).anyMatch(i -> i.contact().isPresent());
            case WORDS -> true;
            case EVIDENCE -> docket.all(Act.EvidenceAdded.class).findAny().isPresent();
        };
    }

    private static boolean isOver(LocalDate closed, Retention retention, LocalDate today) {
        return today.isAfter(lastDay(closed, retention));
    }

    /** The last day on which a part of a case that closed on a day may be shown. */
    public static LocalDate lastDay(LocalDate closed, Retention retention) {
        var span = retention.afterClosing();
        return switch (span.unit()) {
            case CALENDAR_DAY -> closed.plusDays(span.amount());
            case MONTH -> closed.plusMonths(span.amount());
            case WORKING_DAY -> throw new IllegalArgumentException(
                    retention.id() + ": what is erased waits for no working day");
        };
    }
}
