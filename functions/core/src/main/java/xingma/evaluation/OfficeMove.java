package xingma.evaluation;

import java.util.Map;
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

    What what();

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

    record SendBack(String id, String words) implements Spoken {
        @Override
        public What what() {
            return What.SEND_BACK;
        }
    }

    record DrawPanel(String id) implements OfficeMove {
        @Override
        public What what() {
            return What.DRAW;
        }
    }

    record Recuse(String id, String expert, String words) implements Spoken {
        @Override
        public What what() {
            return What.RECUSE;
        }
    }

    /** Draws one more, of the side that lacks one. */
    record Replace(String id) implements OfficeMove {
        @Override
        public What what() {
            return What.REPLACE;
        }
    }

    /** Puts the settled star to public notice, or anew when it changed. */
    record Notice(String id) implements OfficeMove {
        @Override
        public What what() {
            return What.NOTICE;
        }
    }

    record Object(String id, String words) implements Spoken {
        @Override
        public What what() {
            return What.OBJECT;
        }
    }

    record AnswerObjection(String id, String objection, String words) implements Spoken {
        @Override
        public What what() {
            return What.ANSWER_OBJECTION;
        }
    }

    record Reconvene(String id, String words) implements Spoken {
        @Override
        public What what() {
            return What.RECONVENE;
        }
    }

    record Propose(String id) implements OfficeMove {
        @Override
        public What what() {
            return What.PROPOSE;
        }
    }

    record Publish(String id) implements OfficeMove {
        @Override
        public What what() {
            return What.PUBLISH;
        }
    }

    record Refuse(String id, String words) implements Spoken {
        @Override
        public What what() {
            return What.REFUSE;
        }
    }

    record Moderate(String id, String reply, boolean shown, String words) implements Spoken {
        @Override
        public What what() {
            return What.MODERATE;
        }
    }

    /** @param marks by clause, where the ruling is to amend */
    record DecideAppeal(String id, Ruling ruling, String words, Map<String, Mark> marks) implements Spoken {
        public DecideAppeal {
            marks = Map.copyOf(marks);
        }

        @Override
        public What what() {
            return What.DECIDE_APPEAL;
        }
    }

    /** @param record what the reason is kept under */
    record Suspend(String id, Ground ground, String record) implements OfficeMove {
        @Override
        public What what() {
            return What.SUSPEND;
        }
    }

    record Resume(String id, String words) implements Spoken {
        @Override
        public What what() {
            return What.RESUME;
        }
    }

    record ProposeWithdrawal(String id, Ground ground, String words) implements Spoken {
        @Override
        public What what() {
            return What.PROPOSE_WITHDRAWAL;
        }
    }

    record Withdraw(String id, String words) implements Spoken {
        @Override
        public What what() {
            return What.WITHDRAW;
        }
    }

    record RefuseWithdrawal(String id, String words) implements Spoken {
        @Override
        public What what() {
            return What.REFUSE_WITHDRAWAL;
        }
    }

    record Verify(String id, String plan, boolean mended, String words) implements Spoken {
        @Override
        public What what() {
            return What.VERIFY;
        }
    }
}
