package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.ReadySteps.NOON;
import static xingma.evaluation.ReadySteps.begun;
import static xingma.evaluation.ReadySteps.move;
import static xingma.evaluation.ReadySteps.owner;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.attachment.FileKind;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Finding;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceedings;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.ScoreSheet.Saving;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Step;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.territory.RegionCode;

/** No evaluation is so long, and no sheet so full, that the store would not take it: each is full before its item is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaviestEvaluationTest {
    private static final RegionCode DISTRICT = new RegionCode("990102");

    private final Random random = new Random(380);

    @Test
    void a_file_full_of_the_longest_words_fits_into_an_item() {
        var full = filledWith((evaluation, i) -> ((Evaluation.Running) evaluation)
                .plan("plan-" + i, owner(evaluation), NOON, "A1", noise(Proceeding.LONGEST_WORDS), LocalDate.MAX));

        assertTrue(size(full) > Table.LARGEST_ITEM / 2, "the words should fill the item: " + size(full));
        assertTrue(size(full) < Table.LARGEST_ITEM, () -> "an item of " + size(full));
    }

    @Test
    void a_file_of_the_most_proceedings_with_many_exhibits_fits_into_an_item() {
        var exhibits = IntStream.range(0, 4).mapToObj(i -> exhibit()).toList();
        var full = filledWith((evaluation, i) -> ((Evaluation.Running) evaluation)
                .prove("3f1b6c52-8a77-4d1e-9c10-%012d".formatted(i), owner(evaluation), NOON, "plan-1", "", exhibits));

        assertEquals(Proceedings.MOST - 100, full.proceedings().revision());
        assertTrue(size(full) < Table.LARGEST_ITEM, () -> "an item of " + size(full));
    }

    @Test
    void a_sheet_full_of_the_longest_findings_fits_into_an_item() {
        var evaluation = begun(1).after();
        var sheet = ScoreSheet.blank(evaluation.id(), new Writer.Assessor("e".repeat(64)));
        for (var i = 0; ; i++) {
            var exhibits = IntStream.range(0, Finding.MOST_EXHIBITS).mapToObj(e -> exhibit()).toList();
            var finding = new Finding(
                    new Mark.Scored(Points.of(1)), noise(Finding.LONGEST), noise(Finding.LONGEST), exhibits);
            var saving = sheet.save("C" + i, finding, "3f1b6c52-8a77-4d1e-9c10-%012d".formatted(i), 0, NOON);
            if (!(saving instanceof Saving.Done(var saved))) {
                assertInstanceOf(Saving.Full.class, saving);
                break;
            }
            sheet = saved;
        }
        var heavy = Ratings.sheet(DISTRICT, sheet.handIn(NOON)).size();

        assertTrue(sheet.clauses().size() > 80, "the standard has some seventy clauses");
        assertTrue(heavy > Table.LARGEST_ITEM / 2, "the findings should fill the item: " + heavy);
        assertTrue(heavy < Table.LARGEST_ITEM, () -> "an item of " + heavy);
    }

    private static Evaluation filledWith(BiFunction<Evaluation, Integer, Step> next) {
        Evaluation evaluation = begun(1).after();
        while (true) {
            var step = next.apply(evaluation, evaluation.proceedings().revision());
            if (!evaluation.proceedings().hasRoomFor(step.proceeding())) {
                return evaluation;
            }
            evaluation = step.after();
        }
    }

    private static int size(Evaluation evaluation) {
        var row = move(begun(1)).row();
        return Ratings.item(evaluation, row).size();
    }

    /** Signs of three bytes each without any order, which packing makes a third smaller at most. */
    private String noise(int signs) {
        return random.ints(signs, 0x1000, 0xd7ff).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private Exhibit exhibit() {
        var digest = random.ints(64, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
        return new Exhibit(digest, FileKind.JPEG, 900_000 + random.nextInt(99_999), Optional.of(NOON));
    }
}
