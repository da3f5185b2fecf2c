package xingma.registry.sheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as officers and spreadsheets write them; kept as 2026-11-21. */
final class Dates {
    private static final String MIDNIGHT = "(?:T?0?0:00(?::00(?:\\.0+)?)?)?";
    private static final String DASH = "-/.\\u2013\\u2014";
    private static final Pattern WRITTEN = Pattern.compile(
            "([0-9]{4})[" + DASH + "年]([0-9]{1,2})[" + DASH + "月]([0-9]{1,2})[日号]?" + MIDNIGHT);
    private static final Pattern JOINED = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    /** Days since 1899-12-30, with Excel's leap year 1900 behind us: 1927 to 2173. */
    private static final Pattern SERIAL = Pattern.compile("([1-9][0-9]{4})(?:\\.[0-9]{1,12})?");
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    private Dates() {}

    static Reading read(CellText bare) {
        var text = bare.text();
        if (Words.CHINESE.list("openEnded").contains(text)) {
            return new Reading(
                    Optional.empty(), List.of(Remark.warning("date.openEnded", FieldReader.all(bare), text)));
        }
        var serial = SERIAL.matcher(text);
        if (serial.matches()) {
            return Reading.of(DAY_0.plusDays(Integer.parseInt(serial.group(1))).toString());
        }
        for (var pattern : new Pattern[] {WRITTEN, JOINED}) {
            var parts = pattern.matcher(text);
            if (parts.matches()) {
                return day(bare, parts);
            }
        }
        return Reading.wrong(Remark.error("date.shape", FieldReader.all(bare)));
    }

    private static Reading day(CellText bare, Matcher parts) {
        var year = Integer.parseInt(parts.group(1));
        var month = Integer.parseInt(parts.group(2));
        var day = Integer.parseInt(parts.group(3));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Reading.wrong(Remark.error("date.year", bare.span(parts.start(1), parts.end(1)), year));
        }
        if (month < 1 || month > 12) {
            return Reading.wrong(Remark.error("date.month", bare.span(parts.start(2), parts.end(2)), month));
        }
        if (day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
            return Reading.wrong(Remark.error("date.day", bare.span(parts.start(3), parts.end(3)), year, month, day));
        }
        return Reading.of(LocalDate.of(year, month, day).toString());
    }
}
