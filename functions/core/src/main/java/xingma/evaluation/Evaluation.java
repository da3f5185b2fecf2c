package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import xingma.evaluation.Proceeding.Declaration;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Proceeding.Ruling;
import xingma.rating.Mark;
import xingma.rating.Sheet;

/**
 * An institution's evaluation on its way from self-check to star and beyond (规范化星级评价). Each stage is a type of its
 * own and offers the steps that are lawful from there; what follows, the {@link Course} says, and who may take them is the
 * office's and the panel's matter.
 */
public sealed interface Evaluation {
    Proceedings proceedings();

    Stage stage();

    /** The evaluation after a proceeding. One that the stage does not know is a defect of whoever wrote it. */
    default Evaluation after(Proceeding proceeding, Proceedings next) {
        return Course.after(this, proceeding, next);
    }

    default EvaluationId id() {
        return beginning().id();
    }

    default Beginning beginning() {
        return proceedings().beginning();
    }

    /** An evaluation from its proceedings, as they were kept. */
    static Evaluation of(List<Proceeding> all, String head) {
        Evaluation evaluation = new SelfChecking(new Proceedings(all.subList(0, 1), head));
        for (var i = 1; i < all.size(); i++) {
            evaluation = evaluation.after(all.get(i), new Proceedings(all.subList(0, i + 1), head));
        }
        return evaluation;
    }

    // ---- what kinds of stages there are --------------------------------------------------------------------------

    /** One that goes on: plans to mend are made, proved and looked at in any such stage. */
    sealed interface Running extends Evaluation {
        default Step plan(String id, Party.Applicant by, Instant at, String clause, String words, LocalDate due) {
            return Step.of(this, new Proceeding.Planned(id, at, by, clause, words, due));
        }

        default Step prove(
                String id, Party.Applicant by, Instant at, String plan, String words, List<Finding.Exhibit> exhibits) {
            return Step.of(this, new Proceeding.Proved(id, at, by, plan, words, exhibits));
        }

        default Step verify(String id, Party.Bureau by, Instant at, String plan, boolean mended, String words) {
            return Step.of(this, new Proceeding.Verified(id, at, by, plan, mended, words));
        }
    }

    /** Before anything is public the institution may take its application back. */
    sealed interface Cancellable extends Running {
        default Step cancel(String id, Party.Applicant by, Instant at, String words) {
            return Step.of(this, new Proceeding.Cancelled(id, at, by, words));
        }
    }

    /** One with a panel: its people may step down until the sheet is settled. */
    sealed interface Seated extends Cancellable {
        default Panel panel() {
            return proceedings().panel().orElseThrow();
        }

        default Step recuse(String id, Party by, Instant at, String expert, String words) {
            return Step.of(this, new Proceeding.Recused(id, at, by, expert, words));
        }

        default Step replace(String id, Party.Bureau by, Instant at, Draw draw, Panel.Seat seat) {
            return Step.of(this, new Proceeding.Replaced(id, at, by, draw, seat));
        }
    }

    /** One whose star was made public and may still count. */
    sealed interface Starred extends Running {
        default LocalDate until() {
            return proceedings().last(Proceeding.Published.class).orElseThrow().until();
        }

        default Step reply(String id, Party.Applicant by, Instant at, String words) {
            return Step.of(this, new Proceeding.Replied(id, at, by, words));
        }

        default Step moderate(String id, Party.Bureau by, Instant at, String reply, boolean shown, String words) {
            return Step.of(this, new Proceeding.ReplyModerated(id, at, by, reply, shown, words));
        }

        default Step selfCheck(String id, Party.Applicant by, Instant at, String sheet, Standing standing) {
            return Step.of(this, new Proceeding.SelfChecked(id, at, by, sheet, standing));
        }

        default Step suspend(String id, Party by, Instant at, Ground ground, String record) {
            return Step.of(this, new Proceeding.Suspended(id, at, by, ground, record));
        }

        default Step proposeWithdrawal(String id, Party.Bureau by, Instant at, Ground ground, String words) {
            return Step.of(this, new Proceeding.WithdrawalProposed(id, at, by, ground, words));
        }

        default Step refuseWithdrawal(String id, Party.Bureau by, Instant at, String words) {
            return Step.of(this, new Proceeding.WithdrawalRefused(id, at, by, words));
        }

        default Step withdraw(String id, Party.Bureau by, Instant at, Ground ground, String words) {
            return Step.of(this, new Proceeding.Withdrawn(id, at, by, ground, words));
        }

        default Step expire(String id, Instant at) {
            return Step.of(this, new Proceeding.Expired(id, at, new Party.Sweep()));
        }

        default Step supersede(String id, Party by, Instant at, EvaluationId with) {
            return Step.of(this, new Proceeding.Superseded(id, at, by, with));
        }
    }

    /** What the institution may appeal against within its time: its star, or that it was withdrawn. */
    sealed interface Contestable extends Evaluation {
        default Step appeal(String id, Party.Applicant by, Instant at, String words) {
            return Step.of(this, new Proceeding.Appealed(id, at, by, words));
        }
    }

    /** One with a star against which the institution may appeal within its time. */
    sealed interface Appealable extends Starred, Contestable {}

    /** One whose appeal waits for somebody who had no part in it. */
    sealed interface Appealed extends Running {
        Instant since();

        /** What it may come to: a star is kept, changed or scored anew; a withdrawal stands, or the star is restored. */
        List<Ruling> rulings();

        default Step decide(
                String id,
                Party.Bureau by,
                Instant at,
                Ruling ruling,
                String words,
                Map<String, Mark> marks,
                Optional<Standing> standing) {
            return Step.of(this, new Proceeding.AppealDecided(id, at, by, ruling, words, marks, standing));
        }
    }

    // ---- the stages ----------------------------------------------------------------------------------------------

    /** 自查中. */
    record SelfChecking(Proceedings proceedings) implements Cancellable {
        @Override
        public Stage stage() {
            return Stage.SELF_CHECKING;
        }

        public Step apply(String id, Party.Applicant by, Instant at, String sheet, Declaration declaration) {
            return Step.of(this, new Proceeding.Applied(id, at, by, sheet, declaration));
        }
    }

    /** 待抽取专家. */
    record AwaitingPanel(Proceedings proceedings) implements Cancellable {
        @Override
        public Stage stage() {
            return Stage.AWAITING_PANEL;
        }

        public Step sendBack(String id, Party.Bureau by, Instant at, String words) {
            return Step.of(this, new Proceeding.SentBack(id, at, by, words));
        }

        public Step draw(String id, Party.Bureau by, Instant at, Draw draw, Panel panel, int least) {
            return Step.of(this, new Proceeding.Drawn(id, at, by, draw, panel, least));
        }
    }

    /** 现场评价中: sheets come in; none is open to anybody but its writer. */
    record Scoring(Proceedings proceedings) implements Seated {
        @Override
        public Stage stage() {
            return Stage.SCORING;
        }

        public Step declare(String id, Party.Assessor by, Instant at) {
            return Step.of(this, new Proceeding.Declared(id, at, by, by.expert()));
        }

        public Step handIn(String id, Party.Assessor by, Instant at, String sheet) {
            return Step.of(this, new Proceeding.HandedIn(id, at, by, by.expert(), sheet));
        }
    }

    /** 合议中: every sheet is in. If somebody steps down now and is missed, another is drawn and scores. */
    record Settling(Proceedings proceedings) implements Seated {
        @Override
        public Stage stage() {
            return Stage.SETTLING;
        }

        public Step discuss(String id, Party.Assessor by, Instant at, String clause, String words) {
            return Step.of(this, new Proceeding.Discussed(id, at, by, clause, words));
        }

        public Step settle(
                String id,
                Party.Assessor by,
                Instant at,
                Sheet settled,
                SortedMap<String, String> byTheChair,
                Standing standing) {
            return Step.of(this, new Proceeding.Settled(id, at, by, settled, byTheChair, standing));
        }
    }

    /** 事实核对中: the institution reads the draft and says where its facts are wrong. */
    record FactCheck(Proceedings proceedings, Instant since) implements Cancellable {
        @Override
        public Stage stage() {
            return Stage.FACT_CHECK;
        }

        /** Whether the institution said that it has nothing more to say. */
        public boolean isConfirmed() {
            return proceedings.all(Proceeding.Confirmed.class).anyMatch(c -> !c.at().isBefore(since));
        }

        public Step question(String id, Party.Applicant by, Instant at, String clause, String words) {
            return Step.of(this, new Proceeding.Questioned(id, at, by, clause, words));
        }

        public Step explain(
                String id,
                Party.Assessor by,
                Instant at,
                String question,
                String words,
                Optional<Mark> mark,
                Optional<Standing> standing) {
            return Step.of(this, new Proceeding.Explained(id, at, by, question, words, mark, standing));
        }

        public Step confirm(String id, Party.Applicant by, Instant at) {
            return Step.of(this, new Proceeding.Confirmed(id, at, by));
        }

        public Step notice(String id, Party.Bureau by, Instant at, Standing standing) {
            return Step.of(this, new Proceeding.Noticed(id, at, by, standing));
        }
    }

    /** 公示中. */
    record PublicNotice(Proceedings proceedings, Instant since) implements Running {
        @Override
        public Stage stage() {
            return Stage.PUBLIC_NOTICE;
        }

        public Step object(String id, Party.Bureau by, Instant at, String words) {
            return Step.of(this, new Proceeding.Objected(id, at, by, words));
        }

        public Step answerObjection(String id, Party.Bureau by, Instant at, String objection, String words) {
            return Step.of(this, new Proceeding.ObjectionAnswered(id, at, by, objection, words));
        }

        public Step reconvene(String id, Party.Bureau by, Instant at, String words) {
            return Step.of(this, new Proceeding.Reconvened(id, at, by, words));
        }

        /** 重新公示: what is known of the institution changed the star meanwhile, so the notice begins anew. */
        public Step noticeAgain(String id, Party.Bureau by, Instant at, Standing standing) {
            return Step.of(this, new Proceeding.Noticed(id, at, by, standing));
        }

        public Step propose(String id, Party.Bureau by, Instant at, Standing standing) {
            return Step.of(this, new Proceeding.Proposed(id, at, by, standing));
        }

        public Step refuse(String id, Party.Bureau by, Instant at, String words) {
            return Step.of(this, new Proceeding.ProposalRefused(id, at, by, words));
        }

        public Step publish(String id, Party.Bureau by, Instant at, Standing standing, LocalDate until) {
            return Step.of(this, new Proceeding.Published(id, at, by, standing, until));
        }
    }

    /** 已公布. */
    record InForce(Proceedings proceedings) implements Appealable {
        @Override
        public Stage stage() {
            return Stage.IN_FORCE;
        }
    }

    /** 申诉中: no star is shown before it is decided. */
    record UnderAppeal(Proceedings proceedings, Instant since) implements Starred, Appealed {
        @Override
        public Stage stage() {
            return Stage.UNDER_APPEAL;
        }

        @Override
        public List<Ruling> rulings() {
            return List.of(Ruling.STANDS, Ruling.AMENDED, Ruling.RESCORED);
        }
    }

    /** 已暂停: a reason of the list stands against the star, and it is not shown. */
    record Suspended(Proceedings proceedings, Instant since) implements Appealable {
        @Override
        public Stage stage() {
            return Stage.SUSPENDED;
        }

        public Step resume(String id, Party by, Instant at, String words) {
            return Step.of(this, new Proceeding.Resumed(id, at, by, words));
        }
    }

    /** 已撤销. Within its time the institution may appeal against that. */
    record Withdrawn(Proceedings proceedings, Instant at) implements Over, Contestable {
        @Override
        public Stage stage() {
            return Stage.WITHDRAWN;
        }
    }

    /** 撤销申诉中: the star stays withdrawn until it is decided. */
    record WithdrawalAppealed(Proceedings proceedings, Instant since) implements Appealed {
        @Override
        public Stage stage() {
            return Stage.UNDER_APPEAL;
        }

        @Override
        public List<Ruling> rulings() {
            return List.of(Ruling.STANDS, Ruling.RESTORED);
        }
    }

    /** 已到期. */
    record Expired(Proceedings proceedings) implements Over {
        @Override
        public Stage stage() {
            return Stage.EXPIRED;
        }
    }

    /** 已换新. */
    record Superseded(Proceedings proceedings) implements Over {
        @Override
        public Stage stage() {
            return Stage.SUPERSEDED;
        }
    }

    /** 已撤回申请. */
    record Cancelled(Proceedings proceedings) implements Over {
        @Override
        public Stage stage() {
            return Stage.CANCELLED;
        }
    }

    /** Nothing more comes of it. */
    sealed interface Over extends Evaluation {}

    /** A proceeding that its stage does not offer: only our own mistake can make one. */
    final class Unlawful extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Unlawful(Stage stage, Proceeding proceeding) {
            super(requireNonNull(proceeding).getClass().getSimpleName() + " in " + stage);
        }
    }
}
