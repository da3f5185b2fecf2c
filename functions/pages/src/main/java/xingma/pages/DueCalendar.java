package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xingma.complaint.clock.Clock;
import xingma.pages.Attribute.Plain;
import xingma.territory.Span;
import xingma.territory.WorkingDays;

/** A clock as a calendar: which days count, which are off, which off-days are worked, and the last one (期限日历). */
final class DueCalendar {
    private final Voice voice;
    private final WorkingDays calendar;
    private final LocalDate today;

    DueCalendar(Voice voice, WorkingDays calendar, LocalDate today) {
        this.voice = voice;
        this.calendar = calendar;
        this.today = today;
    }

    /** @param began what happened on the day that is not counted, in one word */
    Html table(Clock clock, String began) {
        var due = clock.due().day();
        var last = today.isAfter(due) && clock.isRunning() ? today : due;
        var from = clock.start().with(DayOfWeek.MONDAY);
        var to = last.with(DayOfWeek.SUNDAY);
        var rows = new ArrayList<Html>();
        var cells = new ArrayList<Html>();
        var counted = 0;
        for (var day : calendar.calendar(from, to)) {
            var inside = day.date().isAfter(clock.start()) && !day.date().isAfter(due);
            var counts = inside && (day.sort().isWorking() || clock.span().unit() != Span.Unit.WORKING_DAY);
            counted += counts ? 1 : 0;
            cells.add(cell(day, clock, last, began, counts ? counted : 0));
            if (cells.size() == DayOfWeek.values().length) {
                rows.add(Tag.TR.of(List.copyOf(cells)));
                cells.clear();
            }
        }
        var heads = new ArrayList<Html>();
        for (var i = 1; i <= DayOfWeek.values().length; i++) {
            heads.add(Tag.TH.with(Attribute.of(Plain.SCOPE, "col")).of(voice.say("calendar.day." + i)));
        }
        return Tag.TABLE.with(cls("cal")).of(
                Tag.CAPTION.with(cls("vh")).of(voice.say(
                        "calendar.caption",
                        voice.language().spoken(clock.start(), today),
                        began,
                        voice.language().spoken(due, today))),
                Tag.THEAD.of(Tag.TR.of(heads)),
                Tag.TBODY.of(rows));
    }

    private Html cell(WorkingDays.Day day, Clock clock, LocalDate last, String began, int counted) {
        var date = day.date();
        if (date.isBefore(clock.start()) || date.isAfter(last)) {
            return Tag.TD.with(cls("z"));
        }
        var due = clock.due().day();
        var isToday = date.equals(today);
        if (date.equals(clock.start())) {
            return cell(isToday ? "now" : "", date, true, began);
        }
        if (date.equals(due)) {
            var late = today.isAfter(due) && clock.isRunning();
            return cell(late ? "due x" : isToday ? "due now" : "due", date, true, voice.say("calendar.due"));
        }
        var first = date.getDayOfMonth() == 1;
        var word = isToday
                ? voice.say("calendar.today")
                : switch (day.sort()) {
                    case MAKE_UP -> counted > 0 ? voice.say("calendar.work", counted) : voice.say("calendar.work.only");
                    case WORKING -> counted > 0 ? voice.say("calendar.nth", counted) : "";
                    case WEEKEND, HOLIDAY -> counted > 0 ? voice.say("calendar.nth", counted) : voice.say("calendar.off");
                };
        var kind = counted > 0 ? "d" : day.sort().isWorking() ? "" : "o";
        return cell((kind + (isToday ? " now" : "")).strip(), date, first, word);
    }

    private static Html cell(String classes, LocalDate date, boolean withMonth, String word) {
        Html number = withMonth
                ? Tag.SPAN.with(cls("l")).of(date.getMonthValue() + "/" + date.getDayOfMonth())
                : Html.text("" + date.getDayOfMonth());
        var cell = classes.isEmpty() ? Tag.TD.with() : Tag.TD.with(cls(classes));
        return cell.of(number, word.isEmpty() ? Html.NOTHING : Tag.SMALL.of(word));
    }
}
