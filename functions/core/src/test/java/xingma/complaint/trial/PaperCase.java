package xingma.complaint.trial;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import xingma.complaint.Stage;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.ClockRules.Which;
import xingma.territory.RegionCode;

/**
 * One case as the bureau's rules describe it on paper: plain fields that each deed changes. Written from the rules and
 * not from the program, so that the two can be held against each other; it knows no act, no store and no seal.
 */
final class PaperCase {
    final int index;
    final Kind kind;
    final Map<String, Asked> done = new HashMap<>();
    final Map<String, Instant> when = new HashMap<>();
    final List<PaperClock> clocks = new ArrayList<>();
    final Set<String> deciders = new HashSet<>();
    final Set<Integer> followers = new TreeSet<>();
    final Set<String> opened = new HashSet<>();
    /** What the institution was told, in order: whether it has answered it. */
    final List<Boolean> summaries = new ArrayList<>();
    final LocalDate filed;
    final boolean aboutInstitution;
    Stage stage = Stage.RECEIVED;
    RegionCode unit;
    RegionCode home;
    Optional<String> assignee = Optional.empty();
    String category;
    int lead = -1;
    int offer = -1;
    boolean transferred;
    boolean designated;
    boolean disputable;
    boolean extended;
    boolean awaiting;
    boolean rated;
    boolean hasContact;
    boolean notified;
    boolean everHadContact;
    Optional<LocalDate> contactErasedFor = Optional.empty();
    Optional<LocalDate> closed = Optional.empty();
    /** What people did in it, without what the sweep did. */
    int deeds = 1;

    PaperCase(int index, Kind kind, RegionCode unit, boolean aboutInstitution, String category, LocalDate today) {
        this.index = index;
        this.kind = kind;
        this.unit = unit;
        this.home = unit;
        this.aboutInstitution = aboutInstitution;
        this.category = category;
        this.filed = today;
        start(Which.ACCEPT, today);
    }

    boolean isOpen() {
        return closed.isEmpty();
    }

    /** Whether a clock that binds the bureau ran out and still runs. */
    boolean isOverdue(LocalDate today) {
        return binding().stream().anyMatch(c -> today.isAfter(c.due()));
    }

    boolean wasEverLate(LocalDate today) {
        return clocks.stream().anyMatch(c -> c.which != Which.OBJECT && c.isLate(today));
    }

    /** Whether the city was told of a clock that still runs. */
    boolean hasClimbed() {
        return clocks.stream().anyMatch(c -> c.climbed && c.stopped.isEmpty());
    }

    /** Ninety days after a case was closed its contact is shown to nobody. */
    boolean isContactOver(LocalDate today) {
        return closed.filter(day -> today.isAfter(day.plusDays(90))).isPresent();
    }

    boolean showsContact(LocalDate today) {
        return hasContact && !isContactOver(today);
    }

    List<PaperClock> binding() {
        return clocks.stream()
                .filter(c -> c.which != Which.OBJECT && c.stopped.isEmpty() && c.pausedOn.isEmpty())
                .sorted(Comparator.comparing(PaperClock::due))
                .toList();
    }

    Optional<PaperClock> running(Which which) {
        return clocks.stream().filter(c -> c.which == which && c.stopped.isEmpty()).findFirst();
    }

    void start(Which which, LocalDate from) {
        var clock = switch (which) {
            case ACCEPT, DISPUTE -> new PaperClock(which, from, 7, true);
            case HANDLE -> kind == Kind.INCIDENT ? null : new PaperClock(which, from, 15, true);
            case OBJECT -> new PaperClock(which, from, 15, true);
            case REVIEW -> new PaperClock(which, from, 30, false);
        };
        if (clock != null) {
            clocks.add(clock);
        }
    }

    void stop(Which which, LocalDate today) {
        running(which).ifPresent(c -> c.stop(today));
    }

    void stopAll(LocalDate today) {
        clocks.stream().filter(c -> c.stopped.isEmpty()).forEach(c -> c.stop(today));
    }

    /** A report is to be answered by a day counted from its receipt, anything else from when it was taken up. */
    void takeUp(LocalDate today) {
        start(Which.HANDLE, kind == Kind.REPORT ? clocks.getFirst().start : today);
    }

    void newRound(LocalDate today) {
        stopAll(today);
        start(Which.HANDLE, today);
        stage = Stage.HANDLING;
        closed = Optional.empty();
        extended = false;
    }

    void close(Stage as, LocalDate today) {
        stopAll(today);
        stage = as;
        closed = Optional.of(today);
    }

    /** One thing that somebody asks for, as a browser would: the id makes asking twice asking once. */
    record Asked(int of, String who, Deed deed, String with, String id) {}

    /** Every thing that anybody can ask for in a case. */
    enum Deed {
        ASSIGN, CLASSIFY, ACCEPT, REFUSE, ASK, TELL, NOTE, TRANSFER, DISPUTE, DESIGNATE, OFFER_JOIN, EXTEND, PAUSE,
        RESUME, ANSWER, REVIEW, REOPEN, SUMMARISE, OPEN, CONTACT, SAY, WITHDRAW, OBJECT, RATE, IDENTITY, NOTIFICATION, JOIN, DECLINE,
        COUNTER;

        /** Who could ever ask for it: an officer, the complainant with the receipt in hand, or the institution. */
        enum Side { OFFICER, COMPLAINANT, PREMISES }

        Side side() {
            return this == COUNTER ? Side.PREMISES : ordinal() >= SAY.ordinal() ? Side.COMPLAINANT : Side.OFFICER;
        }

        /** Leads the case to another stage or unit, and makes its officer one who decided. */
        boolean isTurn() {
            return switch (this) {
                case ACCEPT, REFUSE, TRANSFER, DISPUTE, DESIGNATE, PAUSE, RESUME, ANSWER, REVIEW, REOPEN -> true;
                case WITHDRAW, OBJECT, JOIN -> true;
                default -> false;
            };
        }
    }

    /** A clock that counts on its fingers: Monday to Friday, or every day and then on to a Monday. */
    static final class PaperClock {
        final Which which;
        final LocalDate start;
        final boolean workingDays;
        int days;
        boolean climbed;
        Optional<LocalDate> pausedOn = Optional.empty();
        Optional<LocalDate> stopped = Optional.empty();

        PaperClock(Which which, LocalDate start, int days, boolean workingDays) {
            this.which = which;
            this.start = start;
            this.days = days;
            this.workingDays = workingDays;
        }

        LocalDate due() {
            if (!workingDays) {
                var end = start.plusDays(days);
                while (isWeekend(end)) {
                    end = end.plusDays(1);
                }
                return end;
            }
            var day = start;
            for (var left = days; left > 0; left -= isWeekend(day) ? 0 : 1) {
                day = day.plusDays(1);
            }
            return day;
        }

        void resume(LocalDate today) {
            for (var day = pausedOn.orElseThrow().plusDays(1); !day.isAfter(today); day = day.plusDays(1)) {
                days += isWeekend(day) ? 0 : 1;
            }
            pausedOn = Optional.empty();
        }

        void stop(LocalDate today) {
            if (pausedOn.isPresent()) {
                resume(today);
            }
            stopped = Optional.of(today);
        }

        boolean isLate(LocalDate today) {
            return pausedOn.isEmpty() && stopped.orElse(today).isAfter(due());
        }

        private static boolean isWeekend(LocalDate day) {
            return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        }
    }
}
