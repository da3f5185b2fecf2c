package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import xingma.warning.Warning;

/**
 * What the bureau knows of an institution beside the day of the visit (既往记录): its open warnings, and what happened
 * over the years. A star is not one snapshot.
 */
public record Track(List<Warning.Severity> openWarnings, List<Event> events) {
    public static final Track CLEAN = new Track(List.of(), List.of());

    public Track {
        openWarnings = List.copyOf(openWarnings);
        events = List.copyOf(events);
    }

    /**
     * @param record what it is kept under: a decision's or a case's number, so that each demerit can be looked up
     */
    public record Event(Kind kind, LocalDate on, String record) {
        public Event {
            requireNonNull(kind, "kind");
            requireNonNull(on, "on");
            requireNonNull(record, "record");
        }
    }

    public enum Kind {
        /** 查实的投诉举报. */
        UPHELD_COMPLAINT,
        /** 行政处罚. */
        PENALTY,
        /** 红线被触碰. */
        RED_LINE,
        /** 负主要责任的医疗事故. */
        ACCIDENT
    }

    /** What an event weighs on a day, in hundredths of a demerit; nothing before it happened or after it faded. */
    public static int weight(Standard.Rules rules, Event event, LocalDate day) {
        if (event.on().isAfter(day)) {
            return 0;
        }
        var fresh = rules.demerits().stream()
                .filter(d -> d.kind() == event.kind())
                .mapToInt(Standard.Demerit::weight)
                .sum();
        return rules.fading().stream()
                .filter(f -> day.isBefore(event.on().plusMonths(f.months())))
                .mapToInt(f -> fresh * f.percent())
                .findFirst()
                .orElse(0);
    }

    /** All events on a day, in hundredths of a demerit. */
    public int demerits(Standard.Rules rules, LocalDate day) {
        return events.stream().mapToInt(e -> weight(rules, e, day)).sum();
    }
}
