package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.OF_QINGLAN;
import static xingma.complaint.Some.days;
import static xingma.complaint.Some.filed;
import static xingma.complaint.Some.row;

import java.util.Base64;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Docket;
import xingma.complaint.Step;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;

/** No quarrel is so long that the store would not take it: a docket is full before its item is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaviestCaseTest {
    private final Random random = new Random(380);

    @Test
    void a_docket_full_of_the_longest_letters_fits_into_an_item() {
        var full = filledWith((complaint, i) -> ((Complaint.Open) complaint).say("said-" + i, days(1), letter()));

        assertTrue(full.docket().revision() > 8);
        assertTrue(size(full) > Table.LARGEST_ITEM / 2, "the letters should fill the item");
        assertTrue(size(full) < Table.LARGEST_ITEM, () -> "an item of " + size(full));
    }

    @Test
    void a_docket_of_the_most_acts_with_the_longest_facts_fits_into_an_item() {
        var full = filledWith((complaint, i) ->
                complaint.open("3f1b6c52-8a77-4d1e-9c10-%012d".formatted(i), OF_QINGLAN, days(1), Part.WORDS, reason()));

        assertEquals(Docket.MOST_ACTS, full.docket().revision());
        assertTrue(size(full) < Table.LARGEST_ITEM, () -> "an item of " + size(full));
    }

    private static Complaint filledWith(BiFunction<Complaint, Integer, Step> next) {
        Complaint complaint = filed(1).after();
        while (true) {
            var step = next.apply(complaint, complaint.docket().revision());
            if (!complaint.docket().hasRoomFor(step.act())) {
                return complaint;
            }
            complaint = step.after();
        }
    }

    private static int size(Complaint complaint) {
        return Cases.item(complaint, row(complaint)).size();
    }

    /** Noise, which no packing makes smaller than it is. */
    private Sealed letter() {
        var noise = new byte[25_000];
        random.nextBytes(noise);
        return new Sealed("s1." + Base64.getUrlEncoder().withoutPadding().encodeToString(noise));
    }

    private String reason() {
        return random.ints(Act.Opened.LONGEST_REASON, 0x4e00, 0x9fa5)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
