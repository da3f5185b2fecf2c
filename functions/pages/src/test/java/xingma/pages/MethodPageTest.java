package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Entry;
import xingma.fact.Wording;
import xingma.rating.Clause;
import xingma.rating.Course;
import xingma.rating.Editions;
import xingma.rating.Method;
import xingma.rating.Opinion;
import xingma.rating.Points;
import xingma.rating.RedLine;
import xingma.rating.Standard;
import xingma.rating.StandardShelf;
import xingma.rating.WorkedExample;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class MethodPageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Standard STANDARD = new Standard(
            "TEST", 2, Standard.Status.COMMENT, new Wording("评价标准<草案>", "A standard"),
            Optional.of(new Wording("示例草案，非正式标准", "Illustrative draft, not an official standard")), DAY, "test",
            List.of(new Standard.Part(
                    "A", new Wording("依法执业", "Lawful practice"),
                    List.of(new Standard.Chapter(
                            "A1", new Wording("机构资质", "Licensing"),
                            List.of(
                                    clause("A1.01", Optional.of(new RedLine(new RedLine.Effect.Veto(), 100))),
                                    clause("A1.02", Optional.of(new RedLine(new RedLine.Effect.Cap(3), 60))),
                                    clause("A1.03", Optional.of(new RedLine(new RedLine.Effect.Notch(), 60))),
                                    clause("A1.04", Optional.empty())))))),
            List.of(new Standard.Threshold(5, 95, 90), new Standard.Threshold(3, 80, 75)),
            new Standard.Rules(
                    30, 3, 30, 24, List.of(new Standard.WarningCap(Warning.Severity.SEVERE, 3)), List.of(), List.of(), List.of()));

    private static final List<Opinion> OPINIONS = List.of(
            new Opinion(
                    "o1", DAY, Opinion.From.INSTITUTION, "青禾门诊部", Optional.of("A1.01"), "分值<偏高>",
                    Optional.of(new Opinion.Answer(Opinion.Taken.PARTLY, "下一版降低", "ou", Instant.EPOCH))),
            new Opinion("o2", DAY, Opinion.From.PUBLIC, "王某", Optional.empty(), "还没有答复的话", Optional.empty()));

    @Test
    void the_other_editions_and_what_was_said_are_told_without_names_and_without_what_is_still_written() {
        var html = page(Language.SIMPLIFIED);
        var text = Read.of(html).text();
        for (var told : List.of("各版", "第1版 · 施行", "（本页）", "征求意见到2026-11-29", "收到2条：部分采纳1条，还没有答复1条", "下一版降低")) {
            assertTrue(text.contains(told), told + " in " + text);
        }
        assertTrue(html.contains("/method?s=TEST%2F1"), html);
        for (var secret : List.of("青禾门诊部", "王某", "还没有答复的话", "第3版", "<偏高>")) {
            assertFalse(html.contains(secret), secret);
        }
        assertTrue(text.contains("对照：CAPA 2.1"), text);
        assertTrue(text.contains("有没解除的警示，最多三星。"), text);
        assertTrue(page(Language.ENGLISH).contains("Opinions are asked for until the end of 2026-11-29"));
    }

    @Test
    void who_reads_what_is_in_force_is_told_of_the_edition_that_opinions_are_asked_on_while_they_are() {
        var inForce = shelved().editions().inForce().orElseThrow();
        var html = page(inForce, DAY.plusDays(9));
        assertTrue(Read.of(html).text().contains("第2版正在征求意见，到2026-11-29"), html);
        assertFalse(Read.of(page(inForce, DAY.plusDays(10))).text().contains("第2版正在征求意见"));
        assertTrue(Read.of(page(STANDARD, DAY.plusDays(10))).text().contains("2026-11-11至2026-11-29征求意见"));
    }

    @Test
    void the_page_says_lines_red_lines_rules_and_clauses_and_what_the_standard_is_not() {
        var text = Read.of(page(Language.SIMPLIFIED)).text();
        for (var told : List.of(
                "评价标准&lt;草案", "示例草案，非正式标准", "TEST/2 · 2026-11-20", "五星：总分得分率不低于95%，各部分不低于90%", "红线（3条）",
                "A1.01 条款A1.01 （一票否决）", "（最多三星）", "（降一星）", "至少3位专家", "不适用的分值超过30%", "星级有效24个月",
                "（40分）", "依据（未核对原文）：")) {
            assertTrue(text.contains(told), told + " in " + text);
        }
    }

    @Test
    void the_example_is_reckoned_by_the_standard_itself() {
        var text = Read.of(page(Language.SIMPLIFIED)).text();
        assertTrue(text.contains("A1.04 条款A1.04：得8分，满分10分"), text);
        assertTrue(text.contains("总分：38÷40，得分率95.0%") && text.contains("结果：五星"), text);
        assertFalse(text.contains("A1.01 条款A1.01：得10分"));
    }

    @Test
    void readers_of_other_languages_are_given_the_english_marked_as_such() {
        for (var language : List.of(Language.JAPANESE, Language.KOREAN)) {
            assertTrue(page(language).contains("<span lang=\"en\">Lawful practice</span>"), page(language));
        }
        assertTrue(page(Language.ENGLISH).contains("Result: five stars"));
        assertEquals(page(Language.ENGLISH), page(Language.ENGLISH));
    }

    private static String page(Language language) {
        var publisher = Some.PUBLISHER;
        return new MethodPage(publisher)
                .page(
                        STANDARD,
                        new MethodPage.Around(shelved(), OPINIONS),
                        WorkedExample.of(STANDARD, "诊所", DAY),
                        Some.view(language))
                .html();
    }

    private static String page(Standard standard, LocalDate day) {
        return new MethodPage(Some.PUBLISHER)
                .page(
                        standard,
                        new MethodPage.Around(shelved(), List.of()),
                        Optional.empty(),
                        new View(Language.SIMPLIFIED, false, day, "/method", Optional.empty()))
                .html();
    }

    private static StandardShelf.Shelved shelved() {
        var first = new Standard(
                "TEST", 1, Standard.Status.IN_FORCE, STANDARD.title(), Optional.empty(), DAY, "test", STANDARD.parts(),
                STANDARD.thresholds(), STANDARD.rules());
        var third = new Standard(
                "TEST", 3, Standard.Status.DRAFT, STANDARD.title(), Optional.empty(), DAY, "test", STANDARD.parts(),
                STANDARD.thresholds(), STANDARD.rules());
        var at = Instant.parse("2026-11-01T00:00:00Z");
        var drafted = Course.NONE.and(new Course.Step.Drafted("d", "ou", at, "digest"));
        var courses = new TreeMap<>(Map.of(
                2, drafted.and(new Course.Step.Consulted("c", "ou", at, DAY.minusDays(9), DAY.plusDays(9))), 3, drafted));
        return new StandardShelf.Shelved(
                new Editions(List.of(first, STANDARD.at(Standard.Status.COMMENT), third)), courses, 3, Entry.FIRST);
    }

    private static Clause clause(String code, Optional<RedLine> line) {
        return new Clause(
                code, new Wording("条款" + code, "Clause " + code), new Wording("做到", "Do it"), Points.of(10), new Method.Ratio(), line,
                false, Set.of(), Clause.Side.ENFORCEMENT, List.of(), new Clause.Basis("本地要求", false), new Wording("看", "Look"), 1,
                List.of(), code.equals("A1.04") ? Map.of("CAPA", "2.1") : Map.of());
    }
}
