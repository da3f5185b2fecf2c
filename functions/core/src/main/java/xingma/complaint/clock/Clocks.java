package xingma.complaint.clock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.ComplaintRules;
import xingma.territory.Span;
import xingma.territory.TimeLimit;
import xingma.territory.WorkingDays;

/**
 * Computes every clock of a case from its acts, the limits in force on the day it was filed, and the calendar as it is
 * known today. Nothing of it is stored: a notice of holidays that comes out later moves the days by itself.
 */
public final class Clocks {
    private final ComplaintRules rules;
    private final ZoneId zone;

    public Clocks(ComplaintRules rules, ZoneId zone) {
        this.rules = requireNonNull(rules, "rules");
        this.zone = requireNonNull(zone, "zone");
    }

    public ComplaintRules rules() {
        return rules;
    }

    public WorkingDays calendar() {
        return rules.calendar();
    }

    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** The clock that a filing of this kind would start today. */
    public Clock promise(Kind kind, LocalDate today) {
        return new Hand(kind, today).started(Which.ACCEPT, today).clock();
    }

    /** Every clock that ever started for this case, in the order of their starts. */
    public List<Clock> all(Complaint complaint) {
        var acts = complaint.docket().acts();
        var hand = new Hand(complaint.filing().kind(), day(complaint.docket().filed().at()));
        for (var act : acts) {
            hand.move(act, day(act.at()));
        }
        return hand.hands.stream().map(Running::clock).toList();
    }

    /** The clocks that bind the bureau now, the earliest last day first. */
    public List<Clock> binding(Complaint complaint) {
        return all(complaint).stream()
                .filter(c -> c.isRunning() && c.which() != Which.OBJECT)
                .sorted(Comparator.comparing(c -> c.due().day()))
                .toList();
    }

    /** The complainant's time to object, while it runs. */
    public Optional<Clock> objection(Complaint complaint, LocalDate today) {
        return all(complaint).stream()
                .filter(c -> c.which() == Which.OBJECT && c.isRunning() && !c.isLate(today))
                .findFirst();
    }

    /** Whether any clock that binds the bureau passed its last day. */
    public boolean isLate(Complaint complaint, LocalDate today) {
        return all(complaint).stream().anyMatch(c -> c.which() != Which.OBJECT && c.isLate(today));
    }

    /** The days of a clock that have run, in the unit that it counts. */
    public int used(Clock clock, LocalDate today) {
        var end = clock.stopped().orElse(today);
        return switch (clock.span().unit()) {
            case WORKING_DAY -> calendar().workingDaysBetween(clock.start(), end);
            case CALENDAR_DAY, MONTH -> (int) Math.max(0, ChronoUnit.DAYS.between(clock.start(), end));
        };
    }

    /** What is to be done about the clocks of a case by this day and has not been done. */
    public List<Task> tasks(Complaint complaint, LocalDate today) {
        return upcoming(complaint).stream().filter(t -> !t.day().isAfter(today)).toList();
    }

    /** The next day on which something is to be done: about its clocks, or once it is closed, to erase of it. */
    public Optional<LocalDate> wake(Complaint complaint) {
        return complaint instanceof Complaint.Closed
                ? retention().wake(complaint)
                : upcoming(complaint).stream().map(Task::day).min(Comparator.naturalOrder());
    }

    /** What of a case may be shown, by the same rules and in the same zone. */
    public RetentionSchedule retention() {
        return new RetentionSchedule(rules.retention(), zone);
    }

    private List<Task> upcoming(Complaint complaint) {
        var tasks = new ArrayList<Task>();
        for (var clock : binding(complaint)) {
            for (var mark : Act.Mark.values()) {
                tasks.add(new Task.Remind(clock, mark, markDay(clock, mark)));
            }
            tasks.add(new Task.Climb(clock, clock.due().day().plusDays(1)));
        }
        return tasks.stream().filter(t -> complaint.docket().byId(t.id()).isEmpty()).toList();
    }

    private LocalDate markDay(Clock clock, Act.Mark mark) {
        return mark == Act.Mark.END
                ? clock.due().day()
                : calendar()
                        .due(clock.start(), new Span(mark.daysOf(clock.span().amount()), clock.span().unit()))
                        .day();
    }

    /** Something that the sweep does for a clock (催办). Its id makes doing it twice doing it once. */
    public sealed interface Task {
        Clock clock();

        LocalDate day();

        String id();

        record Remind(Clock clock, Act.Mark mark, LocalDate day) implements Task {
            @Override
            public String id() {
                return "remind-" + clock.name() + "-" + mark;
            }
        }

        record Climb(Clock clock, LocalDate day) implements Task {
            @Override
            public String id() {
                return "climb-" + clock.name();
            }
        }
    }

    /** Walks through the acts and keeps the clocks that they start and stop. */
    private final class Hand {
        private final Kind kind;
        private final LocalDate filed;
        private final List<Running> hands = new ArrayList<>();

        Hand(Kind kind, LocalDate filed) {
            this.kind = kind;
            this.filed = filed;
        }

        void move(Act act, LocalDate day) {
            switch (act) {
                case Act.Filed f -> start(Which.ACCEPT, day);
                case Act.Accepted a -> {
                    stop(Which.ACCEPT, day);
                    handle(day);
                }
                case Act.Refused r -> {
                    stopAll(day);
                    start(Which.OBJECT, day);
                }
                case Act.Disputed d -> start(Which.DISPUTE, day);
                case Act.Designated d -> stop(Which.DISPUTE, day);
                case Act.Joined j -> {
                    stop(Which.ACCEPT, day);
                    if (running(Which.HANDLE).isEmpty()) {
                        handle(day);
                    }
                }
                case Act.Extended e -> running(Which.HANDLE).ifPresent(Running::extend);
                case Act.Paused p -> running(Which.HANDLE).ifPresent(r -> r.pause(day));
                case Act.Resumed r -> running(Which.HANDLE).ifPresent(h -> h.resume(day));
                case Act.Answered a -> {
                    stopAll(day);
                    start(Which.OBJECT, day);
                }
                case Act.Objected o -> {
                    stop(Which.OBJECT, day);
                    start(Which.REVIEW, day);
                }
                case Act.Reviewed r -> {
                    stop(Which.REVIEW, day);
                    if (r.ruling() == Act.Ruling.RETURNED) {
                        start(Which.HANDLE, day);
                    }
                }
                case Act.Withdrawn w -> stopAll(day);
                case Act.Reopened r -> {
                    stopAll(day);
                    start(Which.HANDLE, day);
                }
                case Act.Transferred t -> {}
                case Act.Aside a -> {}
            }
        }

        Running started(Which which, LocalDate day) {
            start(which, day);
            return hands.getLast();
        }

        /** From the day on which the limit counts: for a report that of its receipt, however late it was taken up. */
        private void handle(LocalDate taken) {
            rules.limit(kind, Which.HANDLE, filed)
                    .ifPresent(limit -> start(
                            Which.HANDLE, limit.start() == TimeLimit.Start.RECEIVED ? filed : taken));
        }

        private void start(Which which, LocalDate day) {
            rules.limit(kind, which, filed).ifPresent(limit -> hands.add(new Running(which, limit, day)));
        }

        private Optional<Running> running(Which which) {
            return hands.stream().filter(h -> h.which == which && h.stopped.isEmpty()).findFirst();
        }

        private void stop(Which which, LocalDate day) {
            running(which).ifPresent(h -> h.stop(day));
        }

        private void stopAll(LocalDate day) {
            hands.stream().filter(h -> h.stopped.isEmpty()).forEach(h -> h.stop(day));
        }
    }

    private final class Running {
        private final Which which;
        private final TimeLimit limit;
        private final LocalDate start;
        private boolean extended;
        private int rested;
        private Optional<LocalDate> pausedOn = Optional.empty();
        private Optional<LocalDate> stopped = Optional.empty();

        Running(Which which, TimeLimit limit, LocalDate start) {
            this.which = which;
            this.limit = limit;
            this.start = start;
        }

        void extend() {
            extended = true;
        }

        void pause(LocalDate day) {
            pausedOn = Optional.of(day);
        }

        void resume(LocalDate day) {
            rested += pausedOn.map(since -> switch (span().unit()) {
                        case WORKING_DAY -> calendar().workingDaysBetween(since, day);
                        case CALENDAR_DAY, MONTH -> (int) ChronoUnit.DAYS.between(since, day);
                    })
                    .orElse(0);
            pausedOn = Optional.empty();
        }

        void stop(LocalDate day) {
            if (pausedOn.isPresent()) {
                resume(day);
            }
            stopped = Optional.of(day);
        }

        private Span span() {
            var normal = limit.span().orElseThrow(() -> new IllegalStateException(limit.code() + " has no number"));
            return (extended ? limit.extended().orElse(normal) : normal).plus(rested);
        }

        Clock clock() {
            var span = span();
            return new Clock(
                    which, limit, start, span, calendar().due(start, span), extended, stopped, pausedOn.isPresent());
        }
    }
}
