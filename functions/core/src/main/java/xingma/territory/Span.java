package xingma.territory;

import static java.util.Objects.requireNonNull;

/** A length of time as the law counts it (期间): never a duration, since what a working day is, a notice decides. */
public record Span(int amount, Unit unit) {
    /** What is counted. */
    public enum Unit {
        /** 工作日. */
        WORKING_DAY,
        /** 日 (自然日). */
        CALENDAR_DAY,
        /** 月. */
        MONTH
    }

    public Span {
        requireNonNull(unit, "unit");
        if (amount < 1) {
            throw new IllegalArgumentException("a span is at least one " + unit);
        }
    }

    public static Span workingDays(int amount) {
        return new Span(amount, Unit.WORKING_DAY);
    }

    public static Span calendarDays(int amount) {
        return new Span(amount, Unit.CALENDAR_DAY);
    }

    public static Span months(int amount) {
        return new Span(amount, Unit.MONTH);
    }

    public Span plus(int more) {
        return new Span(amount + more, unit);
    }

    /** This span and its extension, counted as one (延期). */
    public Span plus(Span extension) {
        if (unit != extension.unit) {
            throw new IllegalArgumentException("an extension counts in the unit of what it extends");
        }
        return plus(extension.amount);
    }
}
