package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class FairnessTest {
    private static final Standard DEDUCT = Some.standard(Some.clause("A1", 20, new Method.Deduct(Points.of(5))));
    private static final Standard RATIO = Some.standard(Some.ratio("A1", 10));

    /**
     * By hand for {@code 20 20|15 10}: the levels are 0-0 and 1-2. Four ordered pairs, squares 0+0+1+1 = 2; pairs begin with 0
     * twice, with 1 once, with 2 once, so that chance is 2*(2*1*1 + 2*1*4 + 1*1*1) = 22; kappa = 1 - 4*2/22 = 0.6364.
     */
    @ParameterizedTest
    @CsvSource({
        "20 20|15 10, 0.6364, 2, 0", "20 20|0 0, 1.0000, 2, 0", "20 0|0 20, -1.0000, 2, 0", "20 20|20 20, , 2, 0",
        "20 20 20|15 15 15, 1.0000, 6, 0", "20 15 20|15 15 20, -0.3333, 6, 0", "20 -|- -, , 0, 1", "20 20 - -|15 10, 0.6364, 2, 4",
        "20, , 0, 0",
    })
    void agreement_is_kappa_with_quadratic_weights(String scores, String kappa, int pairs, int apart) {
        assertEquals(
                new Fairness.Agreement(Optional.ofNullable(kappa), pairs, apart),
                Fairness.of(DEDUCT, reviews(scores)).agreement().get("A1"));
    }

    /** Fifths of ten points begin at 0, 2, 4, 6 and 8. */
    @ParameterizedTest
    @CsvSource({"10 8|0 1.99, 1.0000", "8 7.99|0 0, 0.9216", "10 6|2 2, 0.8519"})
    void ratios_agree_by_fifths(String scores, String kappa) {
        assertEquals(Optional.of(kappa), Fairness.of(RATIO, reviews(scores)).agreement().get("A1").kappa());
    }

    @Test
    void drift_is_the_mean_difference_from_the_middle_in_hundredths_of_the_points() {
        var fairness = Fairness.of(RATIO, reviews("10 8 9|7 - 8|5 5.1 5"));
        // From 9, 7.5 and 5: 10, -5 and 0 hundredths.
        assertEquals(new Fairness.Mean(Optional.of("1.6667"), 3), fairness.drift().get("专家0"));
        assertEquals(new Fairness.Mean(Optional.of("-4.5000"), 2), fairness.drift().get("专家1"));
        assertEquals(new Fairness.Mean(Optional.of("1.6667"), 3), fairness.drift().get("专家2"));
    }

    @Test
    void an_expert_who_left_everything_out_has_no_drift() {
        assertEquals(new Fairness.Mean(Optional.empty(), 0), Fairness.of(RATIO, reviews("10 -")).drift().get("专家1"));
    }

    @Test
    void the_gap_is_what_the_self_check_has_more_than_the_settled_sheet() {
        var reviews = List.of(
                review("9 9", Optional.of("10"), Optional.of("8")), review("9 9", Optional.of("8"), Optional.of("8.25")),
                review("9 9", Optional.of("-"), Optional.of("8")), review("9 9", Optional.empty(), Optional.of("8")),
                review("9 9", Optional.of("8"), Optional.empty()));
        assertEquals(new Fairness.Mean(Optional.of("8.7500"), 2), Fairness.of(RATIO, reviews).gap().get("A1"));
    }

    @Test
    void the_report_is_the_same_to_the_last_byte_in_whatever_order_the_sheets_come() {
        var random = new Random(7);
        var standard = RawStandard.random(random, 12).standard();
        var reviews = new ArrayList<Fairness.Review>();
        for (var n = 0; n < 40; n++) {
            var sheets = new TreeMap<String, Sheet>();
            for (var expert = 0; expert < 3 + random.nextInt(3); expert++) {
                sheets.put("专家" + (n + expert) % 7, randomSheet(standard, random));
            }
            reviews.add(new Fairness.Review(
                    "甲", sheets, Optional.of(randomSheet(standard, random)), Optional.of(randomSheet(standard, random))));
        }
        var report = Fairness.of(standard, reviews).report();
        for (var n = 0; n < 20; n++) {
            Collections.shuffle(reviews, random);
            assertEquals(report, Fairness.of(standard, reviews).report());
        }
    }

    @Test
    void the_report_is_a_table_of_whole_numbers_and_four_decimals() {
        assertEquals(
                String.join(
                        "\r\n", "standard,TEST/1", "agreement,clause,kappa,pairs,apart", "agreement,A1,0.6364,2,0",
                        "drift,expert,mean,scores", "drift,\"专家0\",6.2500,2", "drift,\"专家1\",-6.2500,2",
                        "gap,clause,mean,sheets", "gap,A1,,0", ""),
                Fairness.of(DEDUCT, reviews("20 20|15 10")).report());
    }

    private static Sheet randomSheet(Standard standard, Random random) {
        var marks = new TreeMap<String, Mark>();
        for (var clause : standard.askedOf("甲")) {
            var choices = clause.method().choices(clause.most());
            var score = choices.isEmpty()
                    ? new Points(random.nextInt(clause.most().hundredths() + 1))
                    : choices.get(random.nextInt(choices.size()));
            marks.put(
                    clause.code(),
                    clause.mayNotApply() && random.nextInt(5) == 0 ? new Mark.NotApplicable("无") : new Mark.Scored(score));
        }
        return new Sheet(marks);
    }

    private static List<Fairness.Review> reviews(String scores) {
        var reviews = new ArrayList<Fairness.Review>();
        for (var review : scores.split("\\|")) {
            reviews.add(review(review, Optional.empty(), Optional.empty()));
        }
        return reviews;
    }

    private static Fairness.Review review(String scores, Optional<String> selfCheck, Optional<String> settled) {
        var sheets = new TreeMap<String, Sheet>();
        for (var score : scores.split(" ")) {
            sheets.put("专家" + sheets.size(), Some.sheet("A1", score));
        }
        return new Fairness.Review(
                Some.CLINIC, sheets, settled.map(s -> Some.sheet("A1", s)), selfCheck.map(s -> Some.sheet("A1", s)));
    }
}
