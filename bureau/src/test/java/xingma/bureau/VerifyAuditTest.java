package xingma.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.audit.Entry;
import xingma.audit.LedgerPage;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class VerifyAuditTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

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
    void a_trail_that_nobody_touched_ends_with_zero() {
        var lines = List.of(line(1, "Filed", Entry.FIRST));
        laid(lines, LedgerPage.first(START, START.plusSeconds(60), lines));

        assertEquals(0, desk.run("verify-audit"));
        assertTrue(desk.out().contains("1张总账、1条记录、1个对象"), desk.out());
        assertTrue(desk.out().contains("全部相符"));
    }

    @Test
    void a_line_that_was_altered_is_told_and_ends_with_one() {
        var bound = List.of(line(1, "Filed", Entry.FIRST));
        laid(List.of(line(1, "Withdrawn", Entry.FIRST)), LedgerPage.first(START, START.plusSeconds(60), bound));

        assertEquals(1, desk.run("verify-audit"));
        assertTrue(desk.out().contains("总账第1张封存1条"), desk.out());
        assertTrue(desk.err().contains("有1处不相符"), desk.err());
    }

    @Test
    void the_hash_that_the_service_claims_is_not_believed() {
        var lines = List.of(line(1, "Filed", Entry.FIRST), line(2, "Accepted", "1".repeat(64)));
        laid(lines, LedgerPage.first(START, START.plusSeconds(60), lines));

        assertEquals(1, desk.run("verify-audit"));
        assertTrue(desk.out().contains("CASE 482719305562第2条与前一条接不上"), desk.out());
    }

    private static Entry line(int position, String what, String before) {
        return new Entry(
                "CASE 482719305562", position, START.plusSeconds(position), "complainant", what, new TreeMap<>(), before);
    }

    /** The ledger is asked for until it is empty; lines once for the page and once for what came after it. */
    private void laid(List<Entry> lines, LedgerPage page) {
        api.json("GET /api/audit/pages", """
                {"items":[{"number":%d,"from":"%s","to":"%s","lines":%d,"content":"%s","before":"%s"}],"next":null}"""
                .formatted(page.number(), page.from(), page.to(), page.lines(), page.content(), page.before()));
        api.json("GET /api/audit/pages", "{\"items\":[],\"next\":null}");
        var told = lines.stream()
                .map(l -> """
                        {"subject":"%s","position":%d,"at":"%s","by":"%s","what":"%s","facts":{},"before":"%s","hash":"%s"}"""
                        .formatted(
                                l.subject(), l.position(), l.at(), l.by(), l.what(), l.before(), "f".repeat(64)))
                .toList();
        api.json("GET /api/audit/lines", "{\"items\":" + told + ",\"next\":null}");
        api.json("GET /api/audit/lines", "{\"items\":[],\"next\":null}");
    }
}
