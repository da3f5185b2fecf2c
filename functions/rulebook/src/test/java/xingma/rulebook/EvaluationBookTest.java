package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.evaluation.rules.EvaluationRules;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.rating.Clause.Side;
import xingma.territory.Span;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class EvaluationBookTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final EvaluationRules RULES = EvaluationBook.standard().rules();

    @ParameterizedTest
    @ValueSource(strings = {"limits", "clocks", "process"})
    void a_file_that_ships_follows_its_schema(String name) throws IOException {
        var schema = text("rating.schema.json")
                .replaceFirst("\"title\"", "\"\\$ref\": \"#/\\$defs/" + name + "\", \"title\"");
        assertEquals(
                List.of(),
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema, InputFormat.JSON)
                        .validate(text(name + ".json"), InputFormat.JSON));
    }

    @ParameterizedTest
    @EnumSource
    void every_clock_runs_on_a_limit_that_has_a_number_and_says_that_it_is_illustrative(Which which) {
        var limit = RULES.limit(which, TODAY).orElseThrow();
        assertTrue(limit.span().isPresent());
        assertTrue(limit.assurance().startsWith("illustrative") && limit.basis().contains("示例"));
    }

    @Test
    void a_notice_stands_five_working_days_and_a_star_is_withdrawn_within_three() {
        assertEquals(Optional.of(Span.workingDays(5)), RULES.limit(Which.NOTICE, TODAY).orElseThrow().span());
        assertEquals(Optional.of(Span.workingDays(3)), RULES.limit(Which.WITHDRAW, TODAY).orElseThrow().span());
    }

    @Test
    void a_panel_has_experts_of_both_sides_and_as_many_as_every_standard_that_ships_asks_for() {
        assertEquals(Map.of(Side.ENFORCEMENT, 3, Side.ASSOCIATION, 2), RULES.panel());
        var size = RULES.panel().values().stream().mapToInt(Integer::intValue).sum();
        StandardBook.shipped().forEach(s -> assertTrue(size >= s.rules().leastSheets(), s.name()));
    }

    @Test
    void complaints_that_suspend_a_star_are_categories_that_a_consumer_can_choose() {
        var categories = ComplaintBook.standard().rules();
        RULES.vetoCategories().forEach(id -> assertTrue(categories.category(id).isPresent(), id));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "process.json | \"enforcement\": 3 | \"enforcement\": 0 | 至少是1",
        "process.json | \"leastStars\": 4 | \"leastStars\": 6 | 星级最多5星",
        "process.json | \"cleanMonths\": 24 | \"cleanMonths\": \"24\" | “cleanMonths”要写成整数",
        "process.json | \"declaration\" | \"declaratoin\" | 缺少“declaration”",
        "process.json | \"perClause\": 6 | \"perClause\": 7 | “perClause”最多是6",
        "process.json | \"perWriter\": 200 | \"perWriter\": 5 | “perWriter”不能小于“perClause”",
        "process.json | \"largestMegabytes\": 8 | \"largestMegabytes\": 9 | “largestMegabytes”最多是8",
        "process.json | \"keptDays\": 1827 | \"keptDays\": 0 | 至少是1",
        "process.json | \"exhibits\" | \"exhibitss\" | 缺少“exhibits”",
        "process.json | \"mostMonths\": 12 | \"mostMonths\": 12, \"never\": 1 | 不认识“never”",
        "clocks.json | RATING_NOTICE | RATING_NOTES | 没有RATING_NOTES这个期限",
        "limits.json | \"amount\": 10 | \"amount\": 0 | 期限至少是1",
        "clocks.json | \"items\": [ | \"items\": [{}, | 应只有一条"
    })
    void whoever_edits_a_rule_is_told_what_would_be_right(String file, String right, String wrong, String told)
            throws IOException {
        var files = new HashMap<String, String>();
        for (var name : List.of("limits.json", "clocks.json", "process.json")) {
            files.put(name, text(name));
        }
        files.computeIfPresent(file, (name, text) -> text.replaceFirst(Pattern.quote(right), wrong));
        var book = new EvaluationBook(
                name -> new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8)),
                Rulebook.standard().calendar());
        var refusal = assertThrows(BadRule.class, book::rules);
        assertTrue(refusal.getMessage().contains(told), refusal.getMessage());
    }

    private static String text(String name) throws IOException {
        try (var in = EvaluationBook.class.getResourceAsStream("rating/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
