package xingma.complaint.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.desk.DeskRoom.BAI;
import static xingma.complaint.desk.DeskRoom.CAI;
import static xingma.complaint.desk.DeskRoom.HE;
import static xingma.complaint.desk.DeskRoom.QIAN;
import static xingma.complaint.desk.DeskRoom.REGISTRAR;
import static xingma.complaint.desk.DeskRoom.SU;
import static xingma.complaint.desk.DeskRoom.ZHOU;
import static xingma.complaint.desk.DeskRoom.id;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.complaint.Act;
import xingma.complaint.Act.Result;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Disturbed;
import xingma.complaint.caseload.Row;
import xingma.complaint.desk.ComplaintDesk.Outcome;
import xingma.complaint.desk.Move.What;
import xingma.complaint.rules.ClockRules;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintDeskTest {
    private static final Set<Stage> OPEN = EnumSet.range(Stage.RECEIVED, Stage.REVIEWING);
    private static final Set<Stage> CLOSED = EnumSet.range(Stage.REFUSED, Stage.WITHDRAWN);

    /** A case's handler and every supervisor in one person of the city, who took no turn before. */
    private static final Officer ALL = Some.officer("quan", Some.CITY, Duty.HANDLER, Duty.SUPERVISOR);

    private final DeskRoom room = new DeskRoom();

    /** From which stages the law knows the step, written by hand. */
    private static Set<Stage> stages(What what) {
        return switch (what) {
            case ASSIGN, CLASSIFY, ASK, TELL, SUMMARISE -> OPEN;
            case ACCEPT, REFUSE -> EnumSet.of(Stage.RECEIVED);
            case NOTE -> EnumSet.allOf(Stage.class);
            case TRANSFER, OFFER_JOIN -> EnumSet.of(Stage.RECEIVED, Stage.HANDLING);
            case DISPUTE -> EnumSet.noneOf(Stage.class); // never in one's own case
            case DESIGNATE -> EnumSet.of(Stage.DISPUTED);
            case EXTEND, PAUSE -> EnumSet.of(Stage.HANDLING);
            case RESUME -> EnumSet.of(Stage.PAUSED);
            case ANSWER -> EnumSet.of(Stage.HANDLING, Stage.JOINED);
            case REVIEW -> EnumSet.of(Stage.REVIEWING);
            case REOPEN -> CLOSED;
        };
    }

    private static Stream<Arguments> everyMoveInEveryStage() {
        return Stream.of(What.values())
                .flatMap(what -> Stream.of(Stage.values()).map(stage -> Arguments.of(what, stage)));
    }

    @ParameterizedTest
    @MethodSource("everyMoveInEveryStage")
    void a_move_is_done_where_its_stage_knows_it_and_nowhere_else(What what, Stage stage) {
        room.roster.note(ALL);
        var complaint = room.in(stage);
        assertEquals(stage, complaint.stage());
        var move = what == What.ASSIGN ? new Move.Assign(id(), ALL.id()) : DeskRoom.move(what, room.filed().number());
        var lawful = room.desk.moves(ALL, complaint).get(what).isEmpty();
        var before = room.now(complaint).docket().revision();
        var outcome = room.desk.move(ALL, complaint.number(), move);
        assertEquals(stages(what).contains(stage), outcome instanceof Outcome.Done, () -> outcome.toString());
        assertEquals(lawful, outcome instanceof Outcome.Done, "what is shown as lawful is what can be done");
        assertEquals(before + (lawful ? 1 : 0), room.now(complaint).docket().revision());
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void nothing_is_done_by_an_officer_of_another_district_and_nothing_is_told(What what) {
        var complaint = room.in(Stage.HANDLING);
        var move = DeskRoom.move(what, room.filed().number());
        var stranger = Some.officer("bai", Some.BINLAN, Duty.HANDLER, Duty.SUPERVISOR);
        assertEquals(new Outcome.NoSuchCase(), room.desk.move(stranger, complaint.number(), move));
        assertEquals(new Outcome.NoSuchCase(), room.desk.move(stranger, Some.number(77), move));
        assertEquals(2, room.now(complaint).docket().revision());
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void nothing_is_done_by_who_is_neither_handler_nor_supervisor(What what) {
        var complaint = room.filed();
        var move = DeskRoom.move(what, room.filed().number());
        assertEquals(new Outcome.Barred(Bar.NO_READER), room.desk.move(REGISTRAR, complaint.number(), move));
        assertEquals(new Outcome.Barred(Bar.NO_READER), room.desk.move(REGISTRAR, Some.number(77), move));
    }

    @Test
    void a_handler_decides_nothing_that_is_the_citys() {
        var reviewing = room.in(Stage.REVIEWING);
        assertBarred(Bar.NOT_SUPERVISOR, CAI, reviewing, DeskRoom.move(What.REVIEW, reviewing.number()));
        var disputed = room.in(Stage.DISPUTED);
        assertBarred(Bar.NOT_SUPERVISOR, CAI, disputed, DeskRoom.move(What.DESIGNATE, disputed.number()));
    }

    @Test
    void a_supervisor_takes_no_turn_of_a_handlers() {
        var received = room.filed();
        for (var what : List.of(What.ACCEPT, What.REFUSE, What.TRANSFER, What.CLASSIFY, What.OFFER_JOIN)) {
            assertBarred(Bar.NOT_HANDLER, QIAN, received, DeskRoom.move(what, room.filed().number()));
        }
    }

    @Test
    void the_city_works_on_every_districts_cases() {
        var complaint = room.filed(Some.BINLAN, "没有出示证件，收费也没有票据，请查。");
        assertEquals(Stage.HANDLING, room.done(CAI, complaint, new Move.Accept(id(), Optional.empty())).stage());
    }

    @Test
    void nobody_reviews_what_they_decided_about() {
        var disputed = room.in(Stage.DISPUTED);
        room.done(SU, disputed, new Move.Designate(id(), Some.QINGLAN, "营业地在青岚区。"));
        room.done(HE, disputed, new Move.Accept(id(), Optional.empty()));
        var answered = room.done(HE, disputed, new Move.Answer(id(), Result.UNFOUNDED, "现场查看，公示与收费一致。"));
        room.seat.object(answered, id(), room.now(), "不是那天的价目表。");
        assertBarred(Bar.OWN_WORK, SU, answered, DeskRoom.move(What.REVIEW, answered.number()));
        assertEquals(Stage.SETTLED, room.done(ZHOU, answered, DeskRoom.move(What.REVIEW, answered.number())).stage());
    }

    // ---- once ----------------------------------------------------------------------------------------------------

    @ParameterizedTest
    @EnumSource(What.class)
    void asking_twice_is_asking_once(What what) {
        room.roster.note(ALL);
        var stage = what == What.DISPUTE ? Stage.RECEIVED : stages(what).iterator().next();
        var complaint = room.in(stage);
        if (what == What.DISPUTE) {
            room.done(HE, complaint, new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。"));
        }
        var move = what == What.ASSIGN ? new Move.Assign(id(), ALL.id()) : DeskRoom.move(what, room.filed().number());
        room.done(ALL, complaint, move);
        var revision = room.now(complaint).docket().revision();
        room.done(ALL, complaint, move);
        assertEquals(revision, room.now(complaint).docket().revision());
    }

    @Test
    void an_id_is_good_for_one_step_of_one_officer() {
        var complaint = room.filed();
        var move = new Move.Ask(id(), "哪一天？");
        room.done(HE, complaint, move);
        var taken = new Outcome.IdTaken(move.id());
        assertEquals(taken, room.desk.move(HE, complaint.number(), new Move.Tell(move.id(), "已约谈。")));
        assertEquals(taken, room.desk.move(CAI, complaint.number(), move));
        var classified = new Move.Classify(id(), "refund");
        room.done(HE, complaint, classified);
        assertEquals(
                new Outcome.IdTaken(classified.id()),
                room.desk.move(HE, complaint.number(), new Move.Classify(classified.id(), "price")));
    }

    @Test
    void the_complainants_ids_take_none_of_the_desks() {
        var complaint = room.filed();
        var id = id();
        room.seat.say(complaint, id, room.now(), "补充一张收据。");
        assertInstanceOf(Outcome.Done.class, room.desk.move(HE, complaint.number(), new Move.Ask(id, "哪一天？")));
    }

    @Test
    void a_transfer_whose_answer_was_lost_is_answered_again_and_only_to_who_made_it() {
        var complaint = room.filed();
        var move = new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。");
        room.done(HE, complaint, move);
        var again = assertInstanceOf(Outcome.Done.class, room.desk.move(HE, complaint.number(), move));
        assertEquals(Some.BINLAN, again.complaint().unit());
        var colleague = Some.officer("hao", Some.QINGLAN, Duty.HANDLER);
        assertEquals(new Outcome.NoSuchCase(), room.desk.move(colleague, complaint.number(), move));
        assertEquals(
                new Outcome.NoSuchCase(),
                room.desk.move(HE, complaint.number(), new Move.Transfer(id(), Some.BINLAN, "再移送。")));
    }

    @Test
    void who_is_overtaken_decides_again_on_what_then_stands() {
        var complaint = room.filed();
        var faster = Disturbed.overtaken(room.complaints, 1, c -> room.done(CAI, c, new Move.Note(id(), "我来看看。")));
        var outcome = room.desk(faster, room.seals).move(HE, complaint.number(), new Move.Accept(id(), Optional.empty()));
        assertInstanceOf(Outcome.Done.class, outcome);
        assertEquals(3, room.now(complaint).docket().revision());
    }

    @Test
    void who_is_overtaken_by_the_same_turn_is_told_that_the_stage_is_another() {
        var complaint = room.filed();
        var faster = Disturbed.overtaken(
                room.complaints, 1, c -> room.done(CAI, c, new Move.Refuse(id(), "not-ours", "由市场监管部门办理。")));
        assertEquals(
                new Outcome.Barred(Bar.STAGE),
                room.desk(faster, room.seals).move(HE, complaint.number(), new Move.Accept(id(), Optional.empty())));
    }

    @Test
    void who_is_always_overtaken_gives_up_and_nothing_is_done() {
        var complaint = room.filed();
        var faster = Disturbed.overtaken(room.complaints, 99, c -> room.done(CAI, c, new Move.Note(id(), "我来看看。")));
        assertEquals(
                new Outcome.Overtaken(),
                room.desk(faster, room.seals).move(HE, complaint.number(), new Move.Accept(id(), Optional.empty())));
        assertEquals(Stage.RECEIVED, room.now(complaint).stage());
    }

    // ---- what is asked -------------------------------------------------------------------------------------------

    @Test
    void a_case_is_refused_on_a_ground_of_the_list_for_its_kind() {
        var complaint = room.filed();
        assertBarred(Bar.NO_SUCH_GROUND, HE, complaint, new Move.Refuse(id(), "too-busy", "没有人手。"));
        assertEquals(
                Stage.REFUSED,
                room.done(HE, complaint, new Move.Refuse(id(), "over-three-years", "2021年的事。")).stage());
    }

    @Test
    void a_category_is_one_of_the_kinds() {
        var complaint = room.filed();
        assertBarred(Bar.NO_SUCH_CATEGORY, HE, complaint, new Move.Classify(id(), "impostor"));
        assertEquals("refund", room.done(HE, complaint, new Move.Classify(id(), "refund")).docket().category());
    }

    @Test
    void a_transfer_goes_to_another_unit_of_this_city_and_is_no_refusal() {
        var complaint = room.filed();
        assertBarred(Bar.SAME_UNIT, HE, complaint, new Move.Transfer(id(), Some.QINGLAN, "在本区。"));
        assertBarred(
                Bar.NO_SUCH_UNIT,
                HE,
                complaint,
                new Move.Transfer(id(), new RegionCode("990199"), "在别处。"));
        assertBarred(Bar.WORDED_AS_REFUSAL, HE, complaint, new Move.Transfer(id(), Some.BINLAN, "本单位不予受理。"));
        var transferred = room.done(HE, complaint, new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。"));
        assertEquals(Some.BINLAN, transferred.unit());
        assertEquals(new Outcome.NoSuchCase(), room.desk.open(HE, complaint.number()));
    }

    @Test
    void what_was_transferred_is_disputed_and_not_passed_on_and_what_was_designated_stays() {
        var complaint = room.filed();
        assertBarred(Bar.NOT_FROM_ELSEWHERE, HE, complaint, new Move.Dispute(id(), "不在本区。"));
        room.done(HE, complaint, new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。"));
        assertBarred(Bar.TRANSFERRED_BEFORE, BAI, complaint, new Move.Transfer(id(), Some.QINGLAN, "在青岚区。"));
        var move = new Move.Dispute(id(), "营业地在青岚区。");
        room.done(BAI, complaint, move);
        assertEquals(Some.CITY, room.now(complaint).unit());
        assertInstanceOf(Outcome.Done.class, room.desk.move(BAI, complaint.number(), move), "its answer was lost");
        room.done(SU, complaint, new Move.Designate(id(), Some.BINLAN, "滨澜区办理。"));
        assertBarred(Bar.DESIGNATED_BEFORE, BAI, complaint, new Move.Transfer(id(), Some.QINGLAN, "在青岚区。"));
        assertBarred(Bar.NOT_FROM_ELSEWHERE, BAI, complaint, new Move.Dispute(id(), "在青岚区。"));
    }

    @Test
    void the_time_is_extended_once_and_not_after_its_last_day() {
        var complaint = room.in(Stage.HANDLING);
        room.done(HE, complaint, new Move.Extend(id(), "等检测结果。"));
        assertBarred(Bar.EXTENDED_BEFORE, HE, complaint, new Move.Extend(id(), "还在等。"));
        var other = room.in(Stage.HANDLING);
        room.pass(Duration.ofDays(60));
        assertBarred(Bar.PAST_DUE, HE, other, new Move.Extend(id(), "等检测结果。"));
    }

    @Test
    void a_clock_that_ran_out_is_not_stopped_any_more() {
        var complaint = room.in(Stage.HANDLING);
        room.pass(Duration.ofDays(60));
        assertBarred(Bar.PAUSED_LATE, HE, complaint, new Move.Pause(id(), "委托鉴定。"));
    }

    @Test
    void the_city_keeps_an_overdue_case_in_sight_when_it_goes_to_another_unit() {
        var complaint = room.filed();
        var step = ((Complaint.Open) complaint).climb("climb", room.now(), ClockRules.Which.ACCEPT);
        assertTrue(room.complaints.keep(step, Row.of(step.after(), DeskRoom.clocks())));
        var transferred = room.done(HE, complaint, new Move.Transfer(id(), Some.BINLAN, "营业地在滨澜区。"));
        assertTrue(transferred.docket().hasClimbed());
        var accepted = room.done(BAI, transferred, new Move.Accept(id(), Optional.empty()));
        assertEquals(false, accepted.docket().hasClimbed());
    }

    @Test
    void a_handler_takes_what_nobody_has_and_a_supervisor_assigns_to_whom_the_roster_knows() {
        var complaint = room.filed();
        assertBarred(Bar.ASSIGN_OTHERS, HE, complaint, new Move.Assign(id(), "cai"));
        assertEquals(Optional.of("he"), room.done(HE, complaint, new Move.Assign(id(), "he")).docket().assignee());
        assertBarred(Bar.ASSIGN_OTHERS, CAI, complaint, new Move.Assign(id(), "cai"));
        assertBarred(Bar.NO_SUCH_OFFICER, QIAN, complaint, new Move.Assign(id(), "nobody"));
        assertEquals(Optional.of("cai"), room.done(QIAN, complaint, new Move.Assign(id(), "cai")).docket().assignee());
    }

    @Test
    void the_citys_supervisor_assigns_in_a_district_once_a_clock_ran_out_there() {
        var complaint = room.filed();
        assertBarred(Bar.NOT_SUPERVISOR, SU, complaint, new Move.Assign(id(), "he"));
        var step = ((Complaint.Open) complaint).climb("climb", room.now(), ClockRules.Which.ACCEPT);
        assertTrue(room.complaints.keep(step, Row.of(step.after(), DeskRoom.clocks())));
        assertEquals(Optional.of("he"), room.done(SU, complaint, new Move.Assign(id(), "he")).docket().assignee());
    }

    @Test
    void the_institution_is_told_nothing_by_which_it_could_know_the_complainant() {
        var complaint = room.filed();
        for (var words : List.of("举报人电话13812345678。", "电话 138 1234 5678", "证件号34052419800101001X")) {
            assertBarred(Bar.IDENTIFIES, HE, complaint, new Move.Summarise(id(), words));
        }
        room.done(HE, complaint, new Move.Summarise(id(), "有人反映2026年11月的结账价高于公示价。"));
    }

    @Test
    void a_message_that_goes_along_with_accepting_is_kept_though_the_first_call_broke_off() {
        var complaint = room.filed();
        var move = new Move.Accept(id(), Optional.of("已受理，由青岚区办理。"));
        var breaking = room.desk(Disturbed.breaking(room.complaints, 1), room.seals);
        assertThrows(Disturbed.Outage.class, () -> breaking.move(HE, complaint.number(), move));
        assertEquals(0, room.now(complaint).docket().all(Act.Told.class).count());
        room.done(HE, complaint, move);
        room.done(HE, complaint, move);
        assertEquals(1, room.now(complaint).docket().all(Act.Told.class).count());
        assertEquals(1, room.now(complaint).docket().all(Act.Accepted.class).count());
    }

    private void assertBarred(Bar bar, Officer officer, Complaint complaint, Move move) {
        assertEquals(new Outcome.Barred(bar), room.desk.move(officer, complaint.number(), move));
    }
}
