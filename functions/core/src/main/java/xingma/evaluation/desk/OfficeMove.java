package xingma.evaluation.desk;

import java.util.Map;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Proceeding.Ruling;
import xingma.rating.Mark;
import xingma.territory.Duty;

/**
 * What an officer asks for in an evaluation (办理事项). The id is drawn by whoever asks, so that asking twice is asking
 * once.
 */
public sealed interface OfficeMove {
    String id();

    default What what() {
        return switch (this) {
            case SendBack move -> What.SEND_BACK;
            case DrawPanel move -> What.DRAW;
            case Recuse move -> What.RECUSE;
            case Replace move -> What.REPLACE;
            case Notice move -> What.NOTICE;
            case Object move -> What.OBJECT;
            case AnswerObjection move -> What.ANSWER_OBJECTION;
            case Reconvene move -> What.RECONVENE;
            case Propose move -> What.PROPOSE;
            case Publish move -> What.PUBLISH;
            case Refuse move -> What.REFUSE;
            case Moderate move -> What.MODERATE;
            case DecideAppeal move -> What.DECIDE_APPEAL;
            case Suspend move -> What.SUSPEND;
            case Resume move -> What.RESUME;
            case ProposeWithdrawal move -> What.PROPOSE_WITHDRAWAL;
            case Withdraw move -> What.WITHDRAW;
            case RefuseWithdrawal move -> What.REFUSE_WITHDRAWAL;
            case Verify move -> What.VERIFY;
        };
    }

    /** Whether a proceeding is this very move, done before. */
    default boolean isDoneBy(Proceeding proceeding) {
        return proceeding.getClass() == what().kind()
                && (!(proceeding instanceof Proceeding.Spoken s) || !(this instanceof Spoken m) || s.words().equals(m.words()));
    }

    sealed interface Spoken extends OfficeMove {
        String words();
    }

    /** The kinds of moves, each with whose duty it is and what it leads to. */
    enum What {
        SEND_BACK(Duty.ORGANISER, Proceeding.SentBack.class),
        DRAW(Duty.ORGANISER, Proceeding.Drawn.class),
        RECUSE(Duty.ORGANISER, Proceeding.Recused.class),
        REPLACE(Duty.ORGANISER, Proceeding.Replaced.class),
        NOTICE(Duty.ORGANISER, Proceeding.Noticed.class),
        OBJECT(Duty.ORGANISER, Proceeding.Objected.class),
        ANSWER_OBJECTION(Duty.ORGANISER, Proceeding.ObjectionAnswered.class),
        RECONVENE(Duty.ORGANISER, Proceeding.Reconvened.class),
        PROPOSE(Duty.ORGANISER, Proceeding.Proposed.class),
        PUBLISH(Duty.CHECKER, Proceeding.Published.class),
        REFUSE(Duty.CHECKER, Proceeding.ProposalRefused.class),
        MODERATE(Duty.ORGANISER, Proceeding.ReplyModerated.class),
        DECIDE_APPEAL(Duty.ADJUDICATOR, Proceeding.AppealDecided.class),
        SUSPEND(Duty.ORGANISER, Proceeding.Suspended.class),
        RESUME(Duty.ORGANISER, Proceeding.Resumed.class),
        PROPOSE_WITHDRAWAL(Duty.ORGANISER, Proceeding.WithdrawalProposed.class),
        WITHDRAW(Duty.CHECKER, Proceeding.Withdrawn.class),
        REFUSE_WITHDRAWAL(Duty.CHECKER, Proceeding.WithdrawalRefused.class),
        VERIFY(Duty.ORGANISER, Proceeding.Verified.class);

        private final Duty duty;
        private final Class<? extends Proceeding> kind;

        What(Duty duty, Class<? extends Proceeding> kind) {
            this.duty = duty;
            this.kind = kind;
        }

        public Duty duty() {
            return duty;
        }

        Class<? extends Proceeding> kind() {
            return kind;
        }
    }

    record SendBack(String id, String words) implements Spoken {}

    record DrawPanel(String id) implements OfficeMove {}

    record Recuse(String id, String expert, String words) implements Spoken {}

    /** Draws one more, of the side that lacks one. */
    record Replace(String id) implements OfficeMove {}

    /** Puts the settled star to public notice, or anew when it changed. */
    record Notice(String id) implements OfficeMove {}

    record Object(String id, String words) implements Spoken {}

    record AnswerObjection(String id, String objection, String words) implements Spoken {}

    record Reconvene(String id, String words) implements Spoken {}

    record Propose(String id) implements OfficeMove {}

    record Publish(String id) implements OfficeMove {}

    record Refuse(String id, String words) implements Spoken {}

    record Moderate(String id, String reply, boolean shown, String words) implements Spoken {}

    /** @param marks by clause, where the ruling is to amend */
    record DecideAppeal(String id, Ruling ruling, String words, Map<String, Mark> marks) implements Spoken {
        public DecideAppeal {
            marks = Map.copyOf(marks);
        }
    }

    /** @param record what the reason is kept under */
    record Suspend(String id, Ground ground, String record) implements OfficeMove {}

    record Resume(String id, String words) implements Spoken {}

    record ProposeWithdrawal(String id, Ground ground, String words) implements Spoken {}

    record Withdraw(String id, String words) implements Spoken {}

    record RefuseWithdrawal(String id, String words) implements Spoken {}

    record Verify(String id, String plan, boolean mended, String words) implements Spoken {}
}
