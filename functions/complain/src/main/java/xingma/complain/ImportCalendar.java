package xingma.complain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.http.Http;
import xingma.aws.http.Officers;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.fact.Legible;
import xingma.rulebook.Rulebook;
import xingma.territory.Calendars;
import xingma.territory.Duty;
import xingma.territory.HolidayNotice;
import xingma.territory.Officer;
import xingma.territory.WorkingDays;

/**
 * Takes in a year's notice of days off when it comes out (节假日安排), so that due days which were provisional become
 * firm; the next sweep moves those that fall otherwise and tells the complainants.
 */
public final class ImportCalendar implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final int FIRST_YEAR = 2022;
    private static final int LAST_YEAR = 2099;

    /** Far more than any notice names. */
    private static final int MOST_DAYS = 80;

    private static final int LONGEST_SOURCE = 300;

    private final WorkingDays shipped;
    private final Calendars calendars;
    private final InstantSource clock;
    private final Http http;

    public ImportCalendar() {
        var settings = Settings.fromEnvironment();
        this(
                Rulebook.standard().calendar(),
                new DynamoCalendars(Clients.dynamo(), settings.complaintTable(), settings.auditTable()),
                Clock.systemUTC());
    }

    ImportCalendar(WorkingDays shipped, Calendars calendars, InstantSource clock) {
        this.shipped = shipped;
        this.calendars = calendars;
        this.clock = clock;
        this.http = Http.of(Routes.none()
                .on("GET /api/calendar/{year}", this::show)
                .on("PUT /api/calendar/{year}", this::keep));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    /** @param off days off, the weekends among them that the notice names; {@code work} weekend days that are worked */
    record Form(List<String> off, List<String> work, String source) {}

    private Reply show(Request request) {
        Officers.of(request);
        return reply(year(request));
    }

    private Reply keep(Request request) {
        var officer = requireSupervisor(request);
        var year = year(request);
        var form = StrictJson.FORMS.read(request, Form.class);
        var off = days("off", form.off(), year);
        var work = days("work", form.work(), year);
        if (off.stream().anyMatch(work::contains)) {
            throw malformed("work", "同一天不能既放假又上班。", "No day is both off and worked.");
        }
        if (off.isEmpty()) {
            throw malformed("off", "请填写放假日期。", "Name the days off.");
        }
        var source = Legible.line(form.source(), LONGEST_SOURCE)
                .orElseThrow(() -> malformed("source", "请写明通知的文号或网址。", "Name the notice: its number or address."));
        calendars.keep(new HolidayNotice(year, off, work, source), officer, clock.instant());
        return reply(year);
    }

    private Reply reply(int year) {
        var known = shipped.with(calendars.notices()).official().get(year);
        var told = new LinkedHashMap<String, Object>();
        told.put("year", year);
        told.put("official", known != null);
        told.put("off", known == null ? List.of() : known.off().stream().map(LocalDate::toString).toList());
        told.put("work", known == null ? List.of() : known.work().stream().map(LocalDate::toString).toList());
        told.put("source", known == null ? "" : known.source());
        return StrictJson.FORMS.reply(200, Map.copyOf(told));
    }

    /** A notice may name days at the turn of the years on either side. */
    private static SortedSet<LocalDate> days(String field, List<String> texts, int year) {
        if (texts.size() > MOST_DAYS) {
            throw malformed(field, "最多" + MOST_DAYS + "天。", "At most " + MOST_DAYS + " days.");
        }
        var from = LocalDate.of(year, 1, 1).minusDays(7);
        var to = LocalDate.of(year, 12, 31).plusDays(7);
        var days = new TreeSet<LocalDate>();
        for (var text : texts) {
            try {
                var day = LocalDate.parse(text);
                if (!day.isBefore(from) && !day.isAfter(to)) {
                    days.add(day);
                    continue;
                }
            } catch (DateTimeException notADay) {
                // told below
            }
            throw malformed(field, "日期应写作" + year + "-10-01，且属于这一年。", "Write days of the year as " + year + "-10-01.");
        }
        return days;
    }

    private static int year(Request request) {
        return request.pathParameter("year")
                .filter(y -> y.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .filter(y -> y >= FIRST_YEAR && y <= LAST_YEAR)
                .orElseThrow(() -> new Refused(Problem.notFound(
                        "year.unknown", "没有这一年的日历。", "There is no calendar of this year.")));
    }

    private static Officer requireSupervisor(Request request) {
        var officer = Officers.of(request);
        if (!officer.has(Duty.SUPERVISOR) || !officer.territory().isCity()) {
            throw new Refused(
                    Problem.of(403, "duty.supervisor", "节假日安排由市级督办员导入。", "A supervisor of the city imports the calendar."));
        }
        return officer;
    }

    private static Refused malformed(String field, String chinese, String english) {
        return new Refused(Problem.field(field, field + ".shape", chinese, english));
    }
}
