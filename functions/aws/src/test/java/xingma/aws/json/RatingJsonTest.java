package xingma.aws.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.attachment.FileKind;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Expert;
import xingma.evaluation.Finding;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.ReadySteps;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Saved;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Stage;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.round.Round;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.Said;
import xingma.evaluation.star.StarCard.Scores;
import xingma.evaluation.star.StarCard.State;
import xingma.fact.Wording;
import xingma.rating.Clause.Side;
import xingma.rating.Mark;
import xingma.rating.Points;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RatingJsonTest {
    private static final Instant AT = Instant.parse("2026-11-20T04:00:00.000001Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final EvaluationId ID = new EvaluationId(ReadySteps.premises(1), 12);
    private static final String ODD = "𠮷 “\"\\\n\t\u2028";

    private static StarCard card(State state, Optional<Integer> stars, Optional<String> reason) {
        return new StarCard(
                ID.institution(), ID, ReadySteps.QINGLAN, ODD, 3, state, stars,
                stars.map(s -> new Scores(0, List.of(new Scores.Part("基础", "Basics", 1000)))),
                reason, "TEST/1", Optional.of(new Wording("示例草案", ODD)), DAY, Optional.of(DAY.plusYears(2)),
                Optional.of(ODD), "ab".repeat(32),
                List.of(
                        new Said(DAY, State.AWAITING, Optional.empty(), "cd".repeat(32)),
                        new Said(DAY, State.RATED, Optional.of(0), "ef".repeat(32))));
    }

    @Test
    void a_card_comes_back_whatever_its_state() {
        for (var state : State.values()) {
            var rated = state == State.RATED;
            var card = card(state, rated ? Optional.of(0) : Optional.empty(), rated ? Optional.empty() : Optional.of("X"));
            assertEquals(card, StarCardJson.read(StarCardJson.write(card)));
            assertEquals(card.brief(), StarCardJson.readBrief(StarCardJson.write(card.brief())));
        }
        var bare = ReadySteps.card(ID, 1, Optional.empty(), "青禾");
        assertEquals(bare, StarCardJson.read(StarCardJson.write(bare)));
    }

    @Test
    void a_brief_says_nothing_that_a_scan_does_not_show() {
        var brief = StarCardJson.write(card(State.RATED, Optional.of(4), Optional.empty()).brief());

        for (var hidden : List.of("institution", "evaluation", "earlier", "entry", "district")) {
            assertFalse(brief.contains(hidden), hidden);
        }
    }

    @Test
    void what_a_later_version_wrote_beside_it_is_passed_over() {
        var card = card(State.RATED, Optional.of(4), Optional.empty());
        var later = "{\"new\":{\"deep\":[1,{}]},\"more\":[[],2]," + StarCardJson.write(card).substring(1);

        assertEquals(card, StarCardJson.read(later));
    }

    @Test
    void a_sheet_comes_back_with_every_mark_reason_and_exhibit() {
        var exhibits = List.of(
                new Exhibit("0a".repeat(32), FileKind.PDF, 1, Optional.empty()),
                new Exhibit("0b".repeat(32), FileKind.JPEG, 9_000_000, Optional.of(AT)));
        var clauses = new TreeMap<String, Saved>();
        clauses.put("A1", new Saved(new Finding(new Mark.Scored(new Points(475)), ODD, ODD, exhibits), "c1", 2, AT));
        clauses.put("A2", new Saved(new Finding(new Mark.NotApplicable(ODD), "", "", List.of()), ODD, 1, AT));
        for (var writer : List.of(new Writer.Institution(), new Writer.Assessor("e#1 x"))) {
            for (var handedIn : List.of(Optional.<Instant>empty(), Optional.of(AT))) {
                var sheet = new ScoreSheet(ID, writer, 7, clauses, handedIn);
                assertEquals(sheet, ScoreSheetJson.unpack(ScoreSheetJson.pack(sheet)));
                assertEquals(sheet.digest(), ScoreSheetJson.unpack(ScoreSheetJson.pack(sheet)).digest());
            }
        }
    }

    @Test
    void a_sheet_that_was_cut_or_is_none_is_refused() {
        var whole = ScoreSheetJson.pack(ScoreSheet.blank(ID, new Writer.Institution()));
        var cut = Arrays.copyOf(whole, whole.length - 9);

        assertThrows(IllegalStateException.class, () -> ScoreSheetJson.unpack(cut));
        assertThrows(IllegalStateException.class, () -> ScoreSheetJson.unpack(Packed.pack("[]")));
        assertThrows(IllegalStateException.class, () -> ScoreSheetJson.unpack(Packed.pack("{\"clauses\":{}}")));
        assertThrows(IllegalStateException.class, () -> ScoreSheetJson.unpack(Packed.pack("{\"clauses\":[{")));
    }

    @Test
    void rows_experts_and_rounds_come_back() {
        var full = new Row(
                ID, "2026-1", ReadySteps.QINGLAN, ODD, Stage.SCORING, Optional.of(new Row.Due(Which.SCORE, DAY, true)),
                List.of("e1", "f 2"), 1, true, AT);
        var bare = new Row(
                ID, "2026-1", ReadySteps.QINGLAN, "青禾", Stage.SELF_CHECKING, Optional.empty(), List.of(), 0, false, AT);
        assertEquals(full, EvaluationRowJson.read(EvaluationRowJson.write(full)));
        assertEquals(bare, EvaluationRowJson.read(EvaluationRowJson.write(bare)));

        var tied = new Expert("e1", ODD, Side.ENFORCEMENT, Set.of(ID.institution(), ReadySteps.premises(2)), true);
        var away = new Expert("e2", "协", Side.ASSOCIATION, Set.of(), false);
        assertEquals(tied, ExpertJson.read(ExpertJson.write(tied)));
        assertEquals(away, ExpertJson.read(ExpertJson.write(away)));

        var round = new Round(
                "2026-1", ODD, ReadySteps.QINGLAN, "TEST", 2, Set.of("public-place", "medical-institution"), DAY, DAY,
                Optional.of(AT));
        assertEquals(round, RoundJson.read(RoundJson.write(round)));
    }
}
