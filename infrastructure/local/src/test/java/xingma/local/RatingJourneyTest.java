package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Institution, office and experts over HTTP: from the self-check until every sheet is in. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class RatingJourneyTest {
    @Test
    void sheets_open_to_the_panel_once_the_last_is_handed_in(LocalCity city) {
        var round = new RatingRound(city, "journey");
        var evaluation = round.drawn();
        var experts = round.experts(evaluation);
        for (var expert : experts) {
            assertEquals("scoring", round.panel(expert, evaluation).path("stage").asText());
            round.declares(expert, evaluation);
            assertEquals(422, assertThrows(Desk.Refusal.class, () -> round.handsIn(expert, evaluation)).status());
            round.fillsFull(expert, evaluation);
            round.handsIn(expert, evaluation);
        }
        for (var expert : experts) {
            assertEquals("settling", round.panel(expert, evaluation).path("stage").asText());
        }
    }
}
