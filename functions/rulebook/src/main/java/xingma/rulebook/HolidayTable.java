package xingma.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.territory.HolidayNotice;
import xingma.territory.WorkingDays;

/** Reads the notices of days off. A table and not JSON, in plain loops, since a scan's cold start reads it too. */
final class HolidayTable {
    private HolidayTable() {}

    /** The notices of these years, the last among them. */
    static WorkingDays read(String file, List<Table.Row> rows, int from, int to) {
        var official = new ArrayList<HolidayNotice>();
        var expected = new ArrayList<HolidayNotice>();
        var line = 1;
        for (var row : rows) {
            line++;
            if (row.number("year") < from || row.number("year") > to) {
                continue;
            }
            var notices = official;
            if (row.get("notice").equals("EXPECTED")) {
                notices = expected;
            } else if (!row.get("notice").equals("OFFICIAL")) {
                throw new BadRule(
                        file, line, "notice只能写OFFICIAL（正式通知）或EXPECTED（通知未出，按法定节日）", "notice is OFFICIAL or EXPECTED");
            }
            var notice = notice(file, line, row);
            for (var other : notices) {
                if (other.year() == notice.year()) {
                    throw new BadRule(file, line, notice.year() + "年写了两次", notice.year() + " is given twice");
                }
            }
            notices.add(notice);
        }
        return WorkingDays.of(official, expected);
    }

    private static HolidayNotice notice(String file, int line, Table.Row row) {
        var off = days(file, line, "off", row);
        var work = days(file, line, "work", row);
        try {
            return HolidayNotice.of(Integer.parseInt(row.get("year")), off, work, row.get("source"));
        } catch (IllegalArgumentException impossible) {
            throw new BadRule(file, line, row.get("year") + "年的放假安排有误", impossible.getMessage());
        }
    }

    /** Days and stretches of days ({@code 2026-10-01/2026-10-07}). */
    private static List<LocalDate> days(String file, int line, String heading, Table.Row row) {
        var days = new ArrayList<LocalDate>();
        for (var text : row.list(heading)) {
            var slash = text.indexOf('/');
            var first = Days.read(slash < 0 ? text : text.substring(0, slash));
            var last = slash < 0 ? first : Days.read(text.substring(slash + 1));
            if (!isStretch(first, last)) {
                throw new BadRule(
                        file,
                        line,
                        "“" + text + "”应写成2026-10-01或2026-10-01/2026-10-07这样",
                        text + " is no day and no stretch of days");
            }
            for (var day = first.get(); !day.isAfter(last.get()); day = day.plusDays(1)) {
                days.add(day);
            }
        }
        return days;
    }

    private static boolean isStretch(Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.isPresent()
                && last.isPresent()
                && !last.get().isBefore(first.get())
                && last.get().isBefore(first.get().plusMonths(1));
    }
}
