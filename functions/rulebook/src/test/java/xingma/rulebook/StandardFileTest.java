package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.institution.InstitutionCategory;
import xingma.rating.Clause;
import xingma.rating.Method;
import xingma.rating.Points;
import xingma.rating.Standard;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class StandardFileTest {
    private static final String FILE = "/xingma/rulebook/standards/illustrative-2026-1.json";
    private static final String SMALL = "/xingma/rulebook/standards/small.json";

    @ParameterizedTest
    @ValueSource(strings = {FILE, SMALL})
    void a_standard_follows_the_schema_and_is_read(String file) throws IOException {
        assertEquals(List.of(), schema().validate(text(file), InputFormat.JSON));
        read(text(file));
    }

    @Test
    void the_draft_has_the_clauses_that_were_agreed() {
        var draft = StandardBook.shippedAs("ILLUSTRATIVE-2026/1").orElseThrow();
        assertEquals(56, draft.clauses().size());
        assertEquals(14, draft.parts().stream().mapToInt(p -> p.chapters().size()).sum());
        assertEquals(List.of(450, 550), draft.parts().stream().map(p -> points(p.clauses())).toList());
        assertEquals(15, draft.clauses().stream().filter(Clause::mayNotApply).count());
        assertEquals(255, points(draft.clauses().stream().filter(Clause::mayNotApply).toList()));
        assertEquals(29, draft.clauses().stream().filter(c -> c.side() == Clause.Side.ENFORCEMENT).count());
        assertEquals(20, draft.clauses().stream().filter(c -> c.basis().verified()).count());
        assertEquals(
                List.of("A1.01", "A1.04", "A1.05", "A2.01", "A2.02", "A3.01", "A4.02", "A5.02"),
                draft.clauses().stream().filter(c -> c.redLine().isPresent()).map(Clause::code).toList());
        assertEquals(List.of(14L, 12L, 15L, 15L), Stream.of(
                        Method.Binary.class, Method.Deduct.class, Method.Ratio.class, Method.Graded.class)
                .map(kind -> draft.clauses().stream().filter(c -> kind.isInstance(c.method())).count())
                .toList());
    }

    @Test
    void the_draft_says_of_itself_that_it_is_an_illustration() {
        var draft = StandardBook.shipped().getFirst();
        assertEquals("示例草案，非正式标准", draft.notice().orElseThrow().chinese());
        assertEquals(Standard.Status.DRAFT, draft.status());
        assertTrue(draft.clauses().stream().allMatch(c -> c.interpretation().chinese().startsWith("示例解读：")));
    }

    @Test
    void a_red_line_of_a_ratio_fails_when_anything_is_missing() {
        var doctors = StandardBook.shipped().getFirst().clause("A2.01").orElseThrow();
        assertTrue(doctors.isFailedBy(new Points(24_99)));
        assertFalse(doctors.isFailedBy(Points.of(25)));
    }

    @Test
    void types_are_those_of_the_register() {
        var known = new HashSet<>(Rulebook.standard().categories().stream().map(InstitutionCategory::name).toList());
        var anaesthesia = StandardBook.shipped().getFirst().clause("B2.03").orElseThrow();
        assertEquals(10, anaesthesia.appliesTo().size());
        assertTrue(known.containsAll(anaesthesia.appliesTo()));
        assertFalse(anaesthesia.isAskedOf("医疗美容诊所"));
        assertTrue(anaesthesia.isAskedOf("医疗美容门诊部"));
        assertEquals(known, StandardBook.shipped().getFirst().clause("B2.02").orElseThrow().appliesTo());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        "points": 40                  | "points": 4.9                 | parts[A].chapters[A1].clauses[A1.1].points | 现在写的是4.9
        "points": 40                  | "points": "4"                 | parts[A].chapters[A1].clauses[A1.1].points | 现在写的是"4"
        "points": 40                  | "points": null                | parts[A].chapters[A1].clauses[A1.1].points | 现在写的是null
        "points": 40                  | "points": 1e400               | parts[A].chapters[A1].clauses[A1.1].points | 现在写的是1e400
        "points": 40                  | "points": 4.0                 | parts[A].chapters[A1].clauses[A1.1].points | 要写成整数
        "points": 40                  | "points": 99999999999         | parts[A].chapters[A1].clauses[A1.1].points | 要写成整数
        "points": 40                  | "points": 0                   | parts[A].chapters[A1].clauses[A1.1].points | 要在1到1000之间，现在是0
        "points": 40                  | "points": -4                  | parts[A].chapters[A1].clauses[A1.1].points | 要在1到1000之间
        "points": 40                  | "points": true                | parts[A].chapters[A1].clauses[A1.1].points | 现在写的是true
        "points": 40,                 |                               | parts[A].chapters[A1].clauses[A1.1].points | 缺少这一项
        "points": 40,                 | "points": 40, "pionts": 40,   | parts[A].chapters[A1].clauses[A1.1].pionts | 不认识这一项
        "mayNotApply": true           | "mayNotApply": "true"         | parts[A].chapters[A1].clauses[A1.2].mayNotApply | 要写true（是）或false（否）
        "kind": "ratio"               | "kind": "share"               | parts[A].chapters[A1].clauses[A1.2].method.kind | 只能写binary、deduct、ratio、graded之一
        "step": 5                     | "step": 31                    | parts[A].chapters[A2].clauses[A2.1].method.step | 要在1到30之间
        "scale": "three"              | "scale": "four"               | parts[B].chapters[B1].clauses[B1.2].method.scale | 只能写three之一
        "effect": "cap", "stars": 3   | "effect": "cap"               | parts[A].chapters[A2].clauses[A2.1].redLine.stars | 缺少这一项
        "effect": "cap", "stars": 3   | "effect": "cap", "stars": 5   | parts[A].chapters[A2].clauses[A2.1].redLine.stars | 要在1到4之间
        "effect": "notch"             | "effect": "notch", "stars": 2 | parts[B].chapters[B1].clauses[B1.1].redLine.stars | 不认识这一项
        "appliesTo": ["clinic"]       | "appliesTo": ["shop"]         | parts[B].chapters[B1].clauses[B1.3].appliesTo | “shop”不在types里
        "code": "B1.1"                | "code": "A1.1"                | parts[B].chapters[B1].clauses[A1.1].code | “A1.1”在别处已经用过
        "code": "A1.2"                | "code": "A1.1"                | parts[A].chapters[A1].clauses[A1.1].code | 前面已经有了，不能重复
        "verified": false             | "verified": 0                 | parts[A].chapters[A1].clauses[A1.1].basis.verified | 要写true（是）或false（否）
        "percent": 50                 | "percent": 100                | scales[three].levels[100].percent | 前面已经有了
        "effort": 2                   | "effort": 6                   | parts[A].chapters[A1].clauses[A1.1].effort | 要在1到5之间
        "total": 90                   | "total": 70                   | stars[3] | 5星的线不能低于3星的线
        "date": "2026-11-01"          | "date": "2026-11-31"          | date | 不是日期
        "id": "SMALL"                 | "id": "small city"            | id | 只用大写字母
        "months": 24                  | "months": 6                   | rules.fading[6] | 月数要从小到大
        "spread": 30                  | "spread": 101                 | rules.spread | 要在0到100之间
        "leastSheets": 2              | "leastSheets": [2]            | rules.leastSheets | 现在写的是[…]
        "status": "IN_FORCE"          | "status": "施行"               | status | 只能写DRAFT、COMMENT、TRIAL、IN_FORCE、RETIRED之一
        """)
    void what_is_wrong_is_refused_by_its_name(String right, String wrong, String path, String told) throws IOException {
        var small = text(SMALL);
        assertTrue(small.contains(right), right);
        var flaws = flaws(small.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong));
        assertTrue(
                flaws.stream().anyMatch(f -> f.path().equals(path) && f.chinese().contains(told)), flaws.toString());
    }

    @Test
    void a_name_given_twice_is_refused_with_its_line() throws IOException {
        var flaws = flaws(text(SMALL).replaceFirst("\"edition\": 1,", "\"edition\": 1,\n\"edition\": 2,"));
        assertEquals(List.of(new Flaw("edition", 5, "写了两次，请只留一处", "is given twice; keep one")), flaws);
    }

    @Test
    void more_after_the_end_is_refused() throws IOException {
        assertTrue(flaws(text(SMALL) + "{}").getFirst().chinese().contains("之后还有内容"));
        assertTrue(flaws(text(SMALL) + "x").getFirst().chinese().contains("不是合格的JSON"));
        assertTrue(flaws("").getFirst().chinese().contains("空的"));
        assertTrue(flaws("[]").getFirst().chinese().contains("要写在{}里"));
        assertTrue(flaws("{\"id\": NaN}").getFirst().chinese().contains("不是合格的JSON"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        var flaws = flaws(text(SMALL).replace("\"effort\": 2", "\"effort\": 9").replace("\"spread\": 30", "\"spread\": \"30\""));
        assertTrue(flaws.size() >= 2, flaws.toString());
        assertTrue(flaws.getLast().toString().startsWith("第"));
        assertTrue(flaws.stream().allMatch(f -> f.line() > 1));
    }

    @Test
    void the_schema_refuses_the_shapes_that_the_reader_refuses() throws IOException {
        for (var wrong : List.of("4.9", "\"4\"", "null", "0", "-1", "1e400")) {
            var broken = text(SMALL).replaceFirst("\"points\": 40", "\"points\": " + wrong);
            assertFalse(schema().validate(broken, InputFormat.JSON).isEmpty(), wrong);
        }
        for (var name : List.of("points", "method", "side", "effort", "basis", "leastSheets", "edition", "parts")) {
            var broken = text(SMALL).replaceFirst("\"" + name + "\"", "\"misspelt\"");
            assertFalse(schema().validate(broken, InputFormat.JSON).isEmpty(), name);
            assertTrue(flaws(broken).stream().anyMatch(f -> f.path().endsWith(name)), name);
        }
    }

    private static int points(List<Clause> clauses) {
        return clauses.stream().mapToInt(c -> c.most().hundredths()).sum() / 100;
    }

    private static List<Flaw> flaws(String text) {
        return assertThrows(BadStandard.class, () -> read(text)).flaws();
    }

    private static Standard read(String text) throws IOException {
        return StandardBook.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test.json");
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("/xingma/rulebook/standards/standard.schema.json"), InputFormat.JSON);
    }

    private static String text(String name) throws IOException {
        try (var in = StandardFileTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
