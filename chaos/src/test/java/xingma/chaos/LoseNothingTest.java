package xingma.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.chaos.LoseNothing.Plan;

/** The short form of the program; {@code ./mvnw -q -Pchaos} runs the full one. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoseNothingTest {
    private static final Path STORES = Path.of("../infrastructure/data.yaml");

    @Test
    void nothing_that_was_acknowledged_is_lost_or_doubled(@TempDir Path work) {
        var report = LoseNothing.run(new Plan(2_000, 5, 2, 20261122, work, STORES));
        report.tell(System.out);
        assertEquals(List.of(), report.differences());
        assertTrue(report.acknowledged() > 1_900, () -> "only " + report.acknowledged() + " were acknowledged");
        assertTrue(report.allFaults() > 500, () -> "only " + report.allFaults() + " faults");
        assertEquals(5, report.kills());
    }
}
