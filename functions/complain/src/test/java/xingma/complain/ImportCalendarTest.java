package xingma.complain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.complaint.Some;
import xingma.rulebook.Rulebook;
import xingma.territory.Calendars;
import xingma.territory.HolidayNotice;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportCalendarTest {
    private static final String NOTICE = """
            {"off":["2027-01-01","2027-01-02","2027-01-03"],"work":["2026-12-27"],"source":"国办发明电〔2026〕7号"}""";

    private final Notices notices = new Notices();
    private final ImportCalendar function =
            new ImportCalendar(Rulebook.standard().calendar(), notices, () -> Some.NOON);

    @Test
    void a_year_whose_notice_is_out_is_told_with_its_source() {
        var told = text(answer(supervisor("GET /api/calendar/{year}").parameter("year", "2026")));

        assertTrue(told.contains("\"official\":true"));
        assertTrue(told.contains("2026-10-01"));
    }

    @Test
    void a_year_whose_notice_is_not_out_says_so() {
        assertTrue(text(answer(supervisor("GET /api/calendar/{year}").parameter("year", "2027")))
                .contains("\"official\":false"));
    }

    @Test
    void a_notice_that_came_out_is_kept_and_told() {
        var reply = answer(put("2027", NOTICE));

        assertEquals(200, reply.status());
        assertTrue(text(reply).contains("\"official\":true"));
        assertEquals(LocalDate.of(2026, 12, 27), notices.kept.getFirst().work().first());
    }

    @ParameterizedTest
    @CsvSource({"990100,handler", "990102,supervisor", "990100,auditor"})
    void only_a_supervisor_of_the_city_imports_one(String territory, String duties) {
        var reply = answer(Asked.by("li", territory, duties, "PUT /api/calendar/{year}")
                .parameter("year", "2027")
                .body(NOTICE));

        assertEquals(403, reply.status());
        assertEquals(List.of(), notices.kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021", "20277", "abcd", "2100", "２０２７"})
    void a_year_that_nobody_counts_is_not_found(String year) {
        assertEquals(404, answer(put(year, NOTICE)).status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "off|{'off':['2027-13-01'],'work':[],'source':'x'}",
                "off|{'off':['2028-05-01'],'work':[],'source':'x'}",
                "off|{'off':[],'work':[],'source':'x'}",
                "work|{'off':['2027-01-01'],'work':['2027-01-01'],'source':'x'}",
                "work|{'off':['2027-01-01'],'work':['1 January'],'source':'x'}",
                "source|{'off':['2027-01-01'],'work':[],'source':' '}",
                "source|{'off':['2027-01-01'],'work':[]}"
            })
    void what_is_no_notice_is_refused_by_the_name_of_its_field(String field, String body) {
        var reply = answer(put("2027", body.replace('\'', '"')));

        assertEquals(400, reply.status());
        assertTrue(text(reply).contains("\"field\":\"" + field), text(reply));
        assertEquals(List.of(), notices.kept);
    }

    private static Asked supervisor(String route) {
        return Asked.by("du", "990100", "supervisor", route);
    }

    private static Asked put(String year, String body) {
        return supervisor("PUT /api/calendar/{year}").parameter("year", year).body(body);
    }

    private Reply answer(Asked asked) {
        return function.http().answer(asked);
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    /** Notices in memory. */
    private static final class Notices implements Calendars {
        private final List<HolidayNotice> kept = new ArrayList<>();

        @Override
        public List<HolidayNotice> notices() {
            return List.copyOf(kept);
        }

        @Override
        public void keep(HolidayNotice notice, Officer by, Instant at) {
            kept.removeIf(n -> n.year() == notice.year());
            kept.add(notice);
        }
    }
}
