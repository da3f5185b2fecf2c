package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import xingma.complaint.notification.Notification.What;
import java.util.Map;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.AnswerTemplate;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.rules.RefusalGround;
import xingma.complaint.rules.Retention;
import xingma.territory.Span;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ComplaintBookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final ComplaintRules RULES = ComplaintBook.standard().rules();

    @ParameterizedTest
    @ValueSource(strings = {
        "limits", "events", "clocks", "categories", "grounds", "templates", "retention", "notifications"
    })
    void a_file_that_ships_follows_its_schema(String name) throws IOException {
        var schema = text("complaint.schema.json")
                .replaceFirst("\"title\"", "\"\\$ref\": \"#/\\$defs/" + name + "\", \"title\"");
        assertEquals(
                List.of(),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(text(name + ".json"), InputFormat.JSON));
    }

    @ParameterizedTest
    @EnumSource
    void a_notification_says_number_day_and_address_in_every_language_of_the_pages_and_nothing_else(What what) {
        var filled = Map.of("bureau", "云汀市卫生健康局", "number", "4827 1930 5562", "day", "11月20日", "link", "https://a/status");
        var texts = ComplaintBook.standard().notifications();
        for (var language : List.of("zh-Hans", "zh-Hant", "en", "ja", "ko")) {
            var text = texts.text(what, language, filled);
            assertTrue(filled.values().stream().allMatch(text::contains), text);
            assertFalse(text.contains("{") || text.contains("投诉") || text.contains("举报"), text);
        }
        assertEquals(texts.text(what, "zh-Hans", filled), texts.text(what, "fr", filled));
    }

    @ParameterizedTest
    @EnumSource
    void every_clock_of_every_kind_runs_on_a_limit_that_has_a_number(Kind kind) {
        for (var which : Which.values()) {
            var limit = RULES.limit(kind, which, TODAY).orElseThrow(() -> new AssertionError(kind + " " + which));
            assertTrue(limit.span().isPresent(), limit.code());
            assertTrue(limit.from().isEmpty(), "no example of an event is switched on");
        }
    }

    @Test
    void a_complaint_is_accepted_in_seven_working_days_and_a_report_is_looked_into_in_fifteen_from_its_receipt() {
        assertEquals(Optional.of(Span.workingDays(7)), limit(Kind.COMPLAINT, Which.ACCEPT).span());
        var verify = limit(Kind.REPORT, Which.HANDLE);
        assertEquals(TimeLimit.Start.RECEIVED, verify.start());
        assertEquals(Optional.of(Span.workingDays(15)), verify.span());
        assertEquals(Optional.of(Span.workingDays(30)), verify.extended());
        assertEquals(Optional.of(Span.workingDays(5)), limit(Kind.DISPUTE, Which.ACCEPT).span());
        assertEquals(Optional.of(Span.workingDays(30)), limit(Kind.DISPUTE, Which.HANDLE).span());
        assertEquals(Optional.empty(), limit(Kind.DISPUTE, Which.HANDLE).extension());
    }

    @Test
    void twenty_limits_of_the_law_and_five_of_the_sample_city_ship() {
        var own = RULES.limits().all().stream().filter(limit -> limit.code().startsWith("CITY_")).toList();
        assertEquals(5, own.size());
        own.forEach(limit -> assertTrue(limit.basis().contains("示例") && limit.assurance().startsWith("illustrative")));
        assertEquals(20, RULES.limits().all().size() - own.size());
    }

    @Test
    void a_case_keeps_the_limit_that_was_in_force_when_it_began() {
        var limits = RULES.limits();
        var last = limits.inForce("COMPLAINT_MEDIATE", LocalDate.of(2026, 4, 14)).orElseThrow();
        var next = limits.inForce("COMPLAINT_MEDIATE", LocalDate.of(2026, 4, 15)).orElseThrow();
        assertEquals(Optional.of(Span.workingDays(45)), last.span());
        assertEquals(Optional.empty(), next.span(), "the rule exists, its number was not found");
        assertTrue(limits.inForce("COMPLAINT_FORGET", TODAY).isEmpty());
    }

    @Test
    void an_event_that_is_on_shortens_limits_between_its_two_dates() throws IOException {
        var limits = limits(text("limits.json"), text("events.json").replace("\"on\": false", "\"on\": true"));
        var shorter = limits.inForce("COMPLAINT_ACCEPT", LocalDate.of(2026, 12, 20)).orElseThrow();
        assertEquals(Optional.of(Span.workingDays(2)), shorter.span());
        assertEquals(TimeLimit.Start.RECEIVED, shorter.start());
        assertTrue(shorter.basis().contains("大型活动"));
        for (var day : List.of(LocalDate.of(2026, 12, 19), LocalDate.of(2027, 1, 6))) {
            assertEquals(
                    Optional.of(Span.workingDays(7)), limits.inForce("COMPLAINT_ACCEPT", day).orElseThrow().span());
        }
    }

    @Test
    void the_mismatch_at_the_counter_is_a_report_about_a_person() {
        var mismatch = RULES.category("not-this-person").orElseThrow();
        assertEquals(Kind.REPORT, mismatch.usual());
        assertEquals(Category.About.PERSON, mismatch.about());
        assertTrue(mismatch.isFor(Kind.REPORT, "medical-institution"));
        assertFalse(mismatch.isFor(Kind.REPORT, "public-place"));
    }

    @Test
    void every_kind_of_case_has_categories_at_every_kind_of_premises() {
        for (var premises : Rulebook.standard().kindIds()) {
            for (var kind : Kind.values()) {
                assertTrue(RULES.categories().stream().anyMatch(c -> c.isFor(kind, premises)), kind + " " + premises);
            }
        }
        var known = new HashSet<>(Rulebook.standard().kindIds());
        RULES.categories().forEach(category -> assertTrue(known.containsAll(category.premises()), category.id()));
        assertTrue(RULES.categories().stream()
                .filter(category -> category.kinds().contains(Kind.INCIDENT) && !category.id().equals("other"))
                .allMatch(category -> category.urgent().isPresent()));
    }

    @Test
    void a_complaint_may_be_refused_on_six_grounds_and_a_report_not_for_its_age() {
        assertEquals(6, RULES.grounds().stream().filter(ground -> ground.kinds().contains(Kind.COMPLAINT)).count());
        assertTrue(RULES.ground(Kind.COMPLAINT, "over-three-years").isPresent());
        assertTrue(RULES.ground(Kind.REPORT, "over-three-years").isEmpty());
        assertEquals(6, RULES.grounds().stream().map(RefusalGround::basis).distinct().count());
    }

    @Test
    void every_step_has_a_template() {
        assertEquals(
                Set.of(AnswerTemplate.Use.values()),
                RULES.templates().stream().map(AnswerTemplate::use).collect(Collectors.toSet()));
    }

    @Test
    void every_part_of_a_case_is_erased_one_day_and_the_contact_first() {
        var erased = RULES.retention().stream().flatMap(r -> r.erased().stream()).collect(Collectors.toSet());
        assertEquals(Set.of(Retention.What.values()), erased);
        assertEquals(
                Span.calendarDays(90),
                RULES.retention().stream()
                        .filter(r -> r.erased().contains(Retention.What.CONTACT))
                        .findFirst()
                        .orElseThrow()
                        .afterClosing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"amount\": 7 | \"amount\": \"七\" | “amount”要写成整数",
        "\"amount\": 7, | | 要写“amount”和“unit”",
        "\"amount\": 7 | \"amount\": 0 | 期限至少是1",
        "WORKING_DAY | WORKDAY | 只能是WORKING_DAY、CALENDAR_DAY、MONTH",
        "\"english\" | \"englisch\" | 缺少“english”",
        "\"until\" | \"untill\" | 不认识“untill”",
        "2026-04-14 | 2026-04-31 | 不是日期",
        "2026-04-14 | 2026-04-15 | 生效日期重叠",
        "\"items\": [ | \"items\": [, | 不是合格的JSON",
    })
    void whoever_edits_a_limit_is_told_the_line_and_what_would_be_right(String right, String wrong, String told)
            throws IOException {
        var bad = text("limits.json").replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);
        var refusal = assertThrows(BadRule.class, () -> limits(bad, text("events.json")));
        assertTrue(refusal.getMessage().contains(told), refusal.getMessage());
        assertTrue(refusal.getMessage().matches("(?s)limits.json 第\\d+行：.*\\(line \\d+: .*\\)"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"amount\": 2 | \"amount\": 8 | 只能更短",
        "\"amount\": 2, \"unit\": \"WORKING_DAY\" | \"amount\": 2, \"unit\": \"MONTH\" | 只能更短",
        "\"extension\": 5 | \"extension\": 16 | 只能更短",
        "\"until\": \"2027-01-05\" | \"until\": \"2026-01-05\" | “until”早于“from”",
        "COMPLAINT_ACCEPT | COMPLAINT_ACCEPTED | 没有COMPLAINT_ACCEPTED这个期限",
        "\"on\": false | \"on\": \"off\" | 要写true或false"
    })
    void an_event_may_only_shorten_limits_that_exist(String right, String wrong, String told) throws IOException {
        var bad = text("events.json").replaceFirst(right, wrong);
        var refusal = assertThrows(BadRule.class, () -> limits(text("limits.json"), bad));
        assertTrue(refusal.getMessage().contains(told), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"COMPLAINT_MEDIATE,天数还没有填", "COMPLAINT_FORGET,没有COMPLAINT_FORGET这个期限", "SHORT_LIVED,之后没有接上的规定"})
    void a_clock_never_runs_on_a_limit_without_number_or_end_in_nothing(String code, String told) {
        var shortLived = new TimeLimit(
                "SHORT_LIVED", "短", "short", TimeLimit.Start.RECEIVED, Optional.of(Span.workingDays(1)),
                Optional.empty(), "test", Optional.empty(), Optional.of(TODAY), "illustrative");
        var all = new ArrayList<>(RULES.limits().all());
        all.add(shortLived);
        var row = row("{}");
        var refusal = assertThrows(BadRule.class, () -> LimitReader.mustRun(new TimeLimits(all), code, row));
        assertTrue(refusal.getMessage().contains(told), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2027,OFFICAL,2027-01-01,, | notice只能写OFFICIAL",
        "2027,OFFICIAL,2027-01-01 2027-01-02,, | 应写成2026-10-01或2026-10-01/2026-10-07这样",
        "2027,OFFICIAL,2027-01-03/2027-01-01,, | 应写成2026-10-01或2026-10-01/2026-10-07这样",
        "2027,OFFICIAL,2027-01-01,2027-01-08, | 2027年的放假安排有误",
        "2026,OFFICIAL,2026-01-01,, | 2026年写了两次"
    })
    void whoever_adds_a_notice_is_told_the_line_and_what_would_be_right(String row, String told) throws IOException {
        var table = "year,notice,off,work,source\n2026,OFFICIAL,2026-01-01,,x\n" + row + "test\n";
        var rows = Table.read(in(table));
        var refusal = assertThrows(BadRule.class, () -> HolidayTable.read("holidays.csv", rows, 2026, 2027));
        assertTrue(refusal.getMessage().startsWith("holidays.csv 第3行"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(told), refusal.getMessage());
    }

    private static TimeLimit limit(Kind kind, Which which) {
        return RULES.limit(kind, which, TODAY).orElseThrow();
    }

    private static TimeLimits limits(String limits, String events) throws IOException {
        return LimitReader.read(RuleRow.all(in(limits), "limits.json"), RuleRow.all(in(events), "events.json"));
    }

    private static RuleRow row(String text) {
        try {
            return RuleRow.one(in(text), "test");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String name) throws IOException {
        try (var in = ComplaintBook.class.getResourceAsStream("complaint/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
