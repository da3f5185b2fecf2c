package xingma.complaint.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.id;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Disturbed;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.desk.Move;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;
import xingma.complaint.window.InstitutionsSeat.Outcome;
import xingma.institution.InstitutionId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InstitutionsSeatTest {
    private static final String SUMMARY = "有人反映结账价高于公示价，请说明并附价目表。";
    private static final String ANSWER = "已核对，系新旧价目表并存所致，差额已备好退还。";

    private final DeskRoom room = new DeskRoom();
    private final Complaint complaint = room.in(Stage.HANDLING);
    private final InstitutionsSeat seat = seat(room.complaints);

    private InstitutionsSeat seat(Complaints store) {
        return new InstitutionsSeat(store, room.seals, room.secrets, DeskRoom::clocks, room.clock, attempt -> {});
    }

    private String summarised() {
        room.done(HE, complaint, new Move.Summarise(id(), SUMMARY));
        return seat.summaries(Some.QINGHE).getFirst().id();
    }

    @Test
    void an_institution_reads_what_an_officer_summarised_and_nothing_of_the_case() {
        summarised();
        var summary = seat.summaries(Some.QINGHE).getFirst();
        assertEquals(SUMMARY, summary.words());
        assertTrue(summary.open());
        for (var secret : List.of(complaint.number().value(), "13800000000", "王某", "三百元", "he")) {
            assertFalse(summary.toString().contains(secret), secret);
        }
    }

    @Test
    void no_other_text_of_the_case_is_opened_or_sealed_at_its_seat() {
        var summary = summarised();
        var seals = new SummariesAlone(room.seals);
        var seat = new InstitutionsSeat(
                room.complaints, seals, room.secrets, DeskRoom::clocks, room.clock, attempt -> {});

        assertInstanceOf(Outcome.Done.class, seat.answer(Some.QINGHE, summary, id(), ANSWER));

        assertEquals(ANSWER, seat.summaries(Some.QINGHE).getFirst().answer().orElseThrow().words());
        var filed = complaint.filing().words();
        assertThrows(AssertionError.class, () -> seals.open(complaint.number(), Part.WORDS, filed));
        assertThrows(Seals.Broken.class, () -> seals.open(complaint.number(), Part.SUMMARY, filed));
    }

    /** What the key lets an institution's function do. */
    private record SummariesAlone(Seals seals) implements Seals {
        @Override
        public List<Sealed> closeAll(CaseNumber number, Part part, List<String> texts) {
            assertSame(Part.SUMMARY, part);
            return seals.closeAll(number, part, texts);
        }

        @Override
        public Sealed closeBeside(CaseNumber number, Part part, Sealed there, String text) {
            assertSame(Part.SUMMARY, part);
            return seals.closeBeside(number, part, there, text);
        }

        @Override
        public List<String> openAll(CaseNumber number, Part part, List<Sealed> sealed) {
            assertSame(Part.SUMMARY, part);
            return seals.openAll(number, part, sealed);
        }
    }

    @Test
    void without_a_summary_it_learns_not_even_that_there_is_a_case() {
        room.done(HE, complaint, new Move.Note(id(), "明天去看。"));
        assertEquals(List.of(), seat.summaries(Some.QINGHE));
    }

    @Test
    void each_summary_is_answered_once_and_a_lost_reply_is_given_again() {
        var summary = summarised();
        var ask = id();
        var done = assertInstanceOf(Outcome.Done.class, seat.answer(Some.QINGHE, summary, ask, ANSWER));
        assertEquals(ANSWER, done.summary().answer().orElseThrow().words());
        assertEquals(done, seat.answer(Some.QINGHE, summary, ask, ANSWER));
        assertEquals(new Outcome.AnsweredBefore(), seat.answer(Some.QINGHE, summary, id(), "补充一句。"));
        assertEquals(1, room.now(complaint).docket().all(Act.Countered.class).count());
        room.done(HE, complaint, new Move.Summarise(id(), "请补充退还凭证。"));
        assertEquals(2, seat.summaries(Some.QINGHE).size());
    }

    @Test
    void another_institution_finds_and_answers_nothing() {
        var summary = summarised();
        var other = InstitutionId.firstRegisteredAs("medical-institution", "XXXX0002799010217D1542");
        assertEquals(List.of(), seat.summaries(other));
        assertEquals(new Outcome.NoSuchSummary(), seat.answer(other, summary, id(), ANSWER));
    }

    @Test
    void a_decided_case_is_no_longer_answered() {
        var summary = summarised();
        room.done(HE, complaint, new Move.Answer(id(), Act.Result.UPHELD, "依据价格法，已责令退还。"));
        assertFalse(seat.summaries(Some.QINGHE).getFirst().open());
        assertEquals(new Outcome.Closed(), seat.answer(Some.QINGHE, summary, id(), ANSWER));
    }

    @Test
    void somebody_elses_step_between_delays_the_answer_and_loses_nothing() {
        var summary = summarised();
        var store = Disturbed.overtaken(room.complaints, 2, c -> room.done(HE, c, new Move.Note(id(), "看过了。")));
        assertInstanceOf(Outcome.Done.class, seat(store).answer(Some.QINGHE, summary, id(), ANSWER));
        assertEquals(1, room.now(complaint).docket().all(Act.Countered.class).count());
    }
}
