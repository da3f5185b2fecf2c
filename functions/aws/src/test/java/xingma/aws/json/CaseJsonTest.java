package xingma.aws.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.complaint.Act;
import xingma.complaint.EveryAct;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Row;
import xingma.complaint.filing.Likeness;
import xingma.complaint.rules.ClockRules.Which;

/** What the store's JSON says of a case is what the case says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseJsonTest {
    static Stream<Act> every_act() {
        return EveryAct.acts();
    }

    @ParameterizedTest
    @MethodSource("every_act")
    void an_act_comes_back_as_it_was_written(Act act) {
        assertEquals(act, ActsJson.read(ActsJson.write(act)));
    }

    @Test
    void all_acts_together_come_back_in_their_order() {
        var acts = EveryAct.acts().toList();

        assertEquals(acts, ActsJson.unpack(ActsJson.pack(acts)));
    }

    @Test
    void a_line_keeps_apart_what_lasts_and_what_is_erased() {
        var line = ActsJson.write(new Act.Answered(
                "j", Some.NOON, Some.OF_QINGLAN, Act.Result.UPHELD, Some.sealed("已退还。")));

        assertEquals(
                "{\"id\":\"j\",\"what\":\"Answered\",\"at\":\"2026-11-20T04:00:00Z\",\"by\":\"bureau 990102 he\","
                        + "\"facts\":{\"result\":\"UPHELD\"},\"personal\":{\"words\":\"" + Some.sealed("已退还。").box()
                        + "\"}}",
                line);
    }

    @Test
    void an_act_without_facts_says_no_more_than_it_must() {
        assertEquals(
                "{\"id\":\"w\",\"what\":\"JoinDeclined\",\"at\":\"2026-11-20T04:00:00Z\",\"by\":\"bureau 990102 he\"}",
                ActsJson.write(new Act.JoinDeclined("w", Some.NOON, Some.OF_QINGLAN)));
    }

    @Test
    void what_a_later_version_wrote_beside_is_passed_over() {
        var line = "{\"later\":{\"a\":[1,{}]},\"id\":\"b\",\"what\":\"Accepted\",\"at\":\"2026-11-20T04:00:00Z\","
                + "\"by\":\"bureau 990102 he\",\"facts\":{\"more\":\"yes\"},\"flag\":true}";

        assertEquals(new Act.Accepted("b", Some.NOON, Some.OF_QINGLAN), ActsJson.read(line));
    }

    @Test
    void acts_that_are_cut_off_or_swollen_are_told_as_broken() {
        var packed = ActsJson.pack(EveryAct.acts().toList());
        var cut = new byte[packed.length / 2];
        System.arraycopy(packed, 0, cut, 0, cut.length);

        assertThrows(IllegalStateException.class, () -> ActsJson.unpack(cut));
        assertThrows(IllegalStateException.class, () -> ActsJson.unpack(new byte[] {1, 2, 3}));
    }

    @Test
    void packing_takes_the_air_out() {
        var acts = EveryAct.acts().toList();
        var plain = acts.stream().mapToInt(act -> ActsJson.write(act).length() + 1).sum();

        assertTrue(ActsJson.pack(acts).length < plain / 3);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void the_row_of_a_case_of_any_stage_comes_back_as_it_was_written(Stage stage) {
        var complaint = Some.filed(1).after();
        for (var next : Some.way(stage)) {
            complaint = next.apply(complaint).after();
        }
        var row = Some.row(complaint);

        assertEquals(row, RowJson.read(RowJson.write(row)));
    }

    @Test
    void a_row_of_which_everything_is_said_comes_back_too() {
        var bare = Some.row(Some.filed(Some.anonymous(1), Some.NOON).after());
        var day = LocalDate.of(2027, 1, 6);
        var due = new Row.Due(Which.HANDLE, day.minusDays(20), 15, day, true);
        var full = new Row(
                bare.number(), bare.unit(), bare.kind(), "𠮷 “\"", bare.stage(), Optional.of(Some.QINGHE), "云汀青禾",
                Optional.of("周砚宁"), bare.received().plusNanos(1), Optional.of(due), Optional.of(day),
                Optional.of("officer-7"), true, true, Optional.of(day), Optional.of(Act.Result.PARTLY), true,
                Optional.of("1.mark"), new Likeness("1." + "aZ9_".repeat(Likeness.MARKS)),
                true);

        assertEquals(full, RowJson.read(RowJson.write(full)));
        assertEquals(bare, RowJson.read(RowJson.write(bare)));
        assertFalse(RowJson.write(bare).contains("false"), "what is not so is left out");
    }

    @Test
    void facts_of_the_trail_come_back_in_the_order_of_their_names() {
        var facts = new TreeMap<>(Map.of("b", "投诉 \" \\ \n", "a", ""));

        assertEquals("{\"a\":\"\",\"b\":\"投诉 \\\" \\\\ \\n\"}", FactsJson.write(facts));
        assertEquals(facts, FactsJson.read(FactsJson.write(facts)));
        assertEquals(List.of(), List.copyOf(FactsJson.read("{}").keySet()));
    }
}
