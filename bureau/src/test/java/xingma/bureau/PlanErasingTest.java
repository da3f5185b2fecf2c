package xingma.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PlanErasingTest {
    private static final String PLAN = """
            {"unit":{"code":"990102","chinese":"青岚区","english":"Qinglan"},"today":"2026-11-22","by":"2026-12-31",
            "classes":[{"id":"contact","chinese":"联系方式","english":"Contact","erased":["contact"],"amount":90,
            "unit":"calendar_day","basis":"个人信息保护法第十九条","source":"the bureau","since":"2026-11-22"}],
            "items":[%s],"next":null}""";
    private static final String CASE =
            "{\"number\":\"482719305562\",\"spoken\":\"4827 1930 5562\",\"retention\":\"contact\","
                    + "\"closed\":\"2026-09-01\",\"from\":\"2026-12-01\"}";

    @TempDir
    private Path folder;

    private StandIn api;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        api = new StandIn();
        desk = new Desk(folder.resolve("home"), api.address()).with("XINGMA_TOKEN", "secret");
    }

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void each_case_is_told_with_its_day_and_each_class_with_its_rule_and_source() {
        api.json("GET /api/complaints/retention", PLAN.formatted(CASE));
        api.json("GET /api/complaints/retention", PLAN.formatted(CASE));

        assertEquals(0, desk.run("retention", "--dry-run", "--by", "2026-12-31"));
        for (var told : new String[] {"联系方式", "办结后90天", "个人信息保护法第十九条", "the bureau，2026-11-22", "482719305562", "2026-12-01"}) {
            assertTrue(desk.out().contains(told), () -> told + " in " + desk.out());
        }
    }

    @Test
    void nothing_to_erase_is_said() {
        api.json("GET /api/complaints/retention", PLAN.formatted(""));
        api.json("GET /api/complaints/retention", PLAN.formatted(""));

        assertEquals(0, desk.run("retention", "--dry-run"));
        assertTrue(desk.out().contains("到2026-12-31没有应删除的内容"), desk.out());
    }

    @Test
    void without_the_word_trial_it_is_a_wrong_usage_and_nothing_is_asked() {
        assertEquals(2, desk.run("retention"));
    }
}
