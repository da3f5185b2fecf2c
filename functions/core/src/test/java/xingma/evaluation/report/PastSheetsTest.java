package xingma.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.evaluation.RatedTown;
import xingma.rating.RedLine;
import xingma.rating.Simulation.Finding;
import xingma.rating.Some;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PastSheetsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    private final RatedTown town = new RatedTown();
    private final PastSheets sheets = new PastSheets(RatedTown.city(), town.evaluations, town::editions, town.rounds);

    @Test
    void a_draft_is_put_to_every_sheet_that_is_settled_and_to_no_other() {
        var draft = Some.standard(
                2, Some.RULES, Some.ratio("A1", 60), Some.with(Some.ratio("B1", 40), new RedLine.Effect.Cap(2), 100));
        var id = town.applied(60, 40);
        assertEquals(List.of(), sheets.put(draft, DAY).simulation().findings());
        town.scored(id, 60, 39);
        assertEquals(List.of(), sheets.put(draft, DAY).simulation().findings());
        town.settled(id);
        var tried = sheets.put(draft, DAY);
        var changed = (Finding.Changed) tried.simulation().findings().getFirst();
        assertEquals(id.toString(), changed.institution());
        assertEquals(5, changed.before());
        assertEquals(2, changed.after());
        assertEquals("青禾门诊部", tried.rows().get(id.toString()).name());
        town.noticed(id);
        town.published(id);
        assertEquals(tried.simulation(), sheets.put(draft, DAY).simulation());
    }
}
