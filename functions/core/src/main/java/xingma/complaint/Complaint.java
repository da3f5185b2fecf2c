package xingma.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.complaint.Act.Result;
import xingma.complaint.Act.Ruling;
import xingma.complaint.Act.Satisfaction;
import xingma.complaint.Act.Solved;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.territory.RegionCode;

/**
 * A case on its way from a consumer's phone to the bureau's answer (投诉举报). Each stage is a type of its own and offers
 * the steps that are lawful from there; who may take them is the desk's matter.
 */
public sealed interface Complaint {
    Docket docket();

    Stage stage();

    /** The case after an act. An act that the stage does not know is a defect of whoever wrote it. */
    default Complaint after(Act act, Docket docket) {
        return Course.after(this, act, docket);
    }

    default CaseNumber number() {
        return docket().number();
    }

    default Filing filing() {
        return docket().filing();
    }

    default RegionCode unit() {
        return docket().unit();
    }

    /** A case from its acts, as they were kept. */
    static Complaint of(List<Act> acts, String head) {
        Complaint complaint = new Received(new Docket(acts.subList(0, 1), head));
        for (var i = 1; i < acts.size(); i++) {
            complaint = complaint.after(acts.get(i), new Docket(acts.subList(0, i + 1), head));
        }
        return complaint;
    }

    // ---- what may be done in any stage --------------------------------------------------------------------------

    default Step open(String id, Actor by, Instant at, Part part, String reason) {
        return Step.of(this, new Act.Opened(id, at, by, part, reason));
    }

    default Step note(String id, Actor.Bureau by, Instant at, Sealed words) {
        return Step.of(this, new Act.Noted(id, at, by, words));
    }

    default Step changeIdentity(
            String id, Instant at, Identity identity, Optional<Sealed> contact, Optional<String> phoneMark) {
        return Step.of(
                this, new Act.IdentityChanged(id, at, new Actor.Complainant(), identity, contact, phoneMark));
    }

    default Step chooseNotification(String id, Instant at, boolean notified) {
        return Step.of(this, new Act.NotificationChosen(id, at, new Actor.Complainant(), notified));
    }

    /** @param of the act of which the complainant could not be told */
    default Step leaveUntold(String id, Instant at, String of) {
        return Step.of(this, new Act.Untold(id, at, new Actor.Sweep(), of));
    }

    default Step erase(String id, Instant at, String retention) {
        return Step.of(this, new Act.Erased(id, at, new Actor.Sweep(), retention));
    }

    /** The metadata of a file is taken out after it came in, and by then the case may have moved on. */
    default Step addEvidence(String id, Instant at, int slot, FileKind kind, long bytes, String sha256) {
        return Step.of(this, new Act.EvidenceAdded(id, at, new Actor.Complainant(), slot, kind, bytes, sha256));
    }

    default Step refuseEvidence(String id, Instant at, int slot, Refusal reason) {
        return Step.of(this, new Act.EvidenceRefused(id, at, new Actor.Sweep(), slot, reason));
    }

    /** The institution's answer to a summary. */
    default Step counter(String id, Actor.Premises by, Instant at, Sealed words) {
        return Step.of(this, new Act.Countered(id, at, by, words));
    }

    /** A case that the bureau still owes something (在办). */
    sealed interface Open extends Complaint {
        default Step assign(String id, Actor.Bureau by, Instant at, String to) {
            return Step.of(this, new Act.Assigned(id, at, by, to));
        }

        default Step classify(String id, Actor.Bureau by, Instant at, String category) {
            return Step.of(this, new Act.Classified(id, at, by, category));
        }

        default Step ask(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Asked(id, at, by, words));
        }

        default Step tell(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Told(id, at, by, words));
        }

        default Step say(String id, Instant at, Sealed words) {
            return Step.of(this, new Act.Said(id, at, new Actor.Complainant(), words));
        }

        default Step summarise(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Summarised(id, at, by, words));
        }

        default Step follow(String id, Actor by, Instant at, CaseNumber follower) {
            return Step.of(this, new Act.Followed(id, at, by, follower));
        }

        default Step remind(String id, Instant at, Which clock, Act.Mark mark) {
            return Step.of(this, new Act.Reminded(id, at, new Actor.Sweep(), clock, mark));
        }

        default Step climb(String id, Instant at, Which clock) {
            return Step.of(this, new Act.Climbed(id, at, new Actor.Sweep(), clock));
        }

        default Step moveDue(
                String id, Instant at, Which clock, LocalDate from, LocalDate to) {
            return Step.of(this, new Act.DueMoved(id, at, new Actor.Sweep(), clock, from, to));
        }

        default Step withdraw(String id, Instant at, Sealed words) {
            return Step.of(this, new Act.Withdrawn(id, at, new Actor.Complainant(), words));
        }
    }

    /** A case that a district or the city works on, and may send elsewhere or join to another. */
    sealed interface Movable extends Open {
        default Step transfer(String id, Actor.Bureau by, Instant at, RegionCode to, Sealed words) {
            return Step.of(this, new Act.Transferred(id, at, by, to, words));
        }

        default Step offerJoin(String id, Actor.Bureau by, Instant at, CaseNumber lead) {
            return Step.of(this, new Act.JoinOffered(id, at, by, lead));
        }

        default Step declineJoin(String id, Instant at) {
            return Step.of(this, new Act.JoinDeclined(id, at, new Actor.Complainant()));
        }

        default Step join(String id, Instant at, CaseNumber lead) {
            return Step.of(this, new Act.Joined(id, at, new Actor.Complainant(), lead));
        }
    }

    /** A case that was decided, ended or given up (已结). */
    sealed interface Closed extends Complaint {
        Instant at();

        default Step reopen(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Reopened(id, at, by, words));
        }
    }

    /** A case with a decision to which the complainant may object within the window. */
    sealed interface Objectionable extends Closed {
        default Step object(String id, Instant at, Sealed words) {
            return Step.of(this, new Act.Objected(id, at, new Actor.Complainant(), words));
        }
    }

    /** A case with a result that can be rated. */
    sealed interface Rateable extends Closed {
        default Step rate(String id, Instant at, Satisfaction satisfaction, Solved solved) {
            return Step.of(this, new Act.Rated(id, at, new Actor.Complainant(), satisfaction, solved));
        }
    }

    // ---- the stages ---------------------------------------------------------------------------------------------

    /** 待受理. */
    record Received(Docket docket) implements Movable {
        @Override
        public Stage stage() {
            return Stage.RECEIVED;
        }

        public Step accept(String id, Actor.Bureau by, Instant at) {
            return Step.of(this, new Act.Accepted(id, at, by));
        }

        public Step refuse(String id, Actor.Bureau by, Instant at, String ground, Sealed words) {
            return Step.of(this, new Act.Refused(id, at, by, ground, words));
        }

        /** Only a unit that got it from another may say so: {@link Docket#cameFromElsewhere}. */
        public Step dispute(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Disputed(id, at, by, words));
        }
    }

    /** 管辖待定: the city decides which unit takes it up; the time to accept runs on. */
    record Disputed(Docket docket, Instant since) implements Open {
        @Override
        public Stage stage() {
            return Stage.DISPUTED;
        }

        public Step designate(String id, Actor.Bureau by, Instant at, RegionCode to, Sealed words) {
            return Step.of(this, new Act.Designated(id, at, by, to, words));
        }
    }

    /**
     * 核查中.
     *
     * @param since when this round began: on acceptance, on being sent back, on reopening
     */
    record Handling(Docket docket, Instant since) implements Movable {
        @Override
        public Stage stage() {
            return Stage.HANDLING;
        }

        /** Whether this round was extended: it may be once. */
        public boolean isExtended() {
            return docket.all(Act.Extended.class).anyMatch(e -> !e.at().isBefore(since));
        }

        public Step extend(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Extended(id, at, by, words));
        }

        public Step pause(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Paused(id, at, by, words));
        }

        public Step answer(String id, Actor.Bureau by, Instant at, Result result, Sealed words) {
            return Step.of(this, new Act.Answered(id, at, by, result, words));
        }
    }

    /** 鉴定中: the clock stands still. */
    record Paused(Docket docket, Instant since) implements Open {
        @Override
        public Stage stage() {
            return Stage.PAUSED;
        }

        public Step resume(String id, Actor.Bureau by, Instant at, Sealed words) {
            return Step.of(this, new Act.Resumed(id, at, by, words));
        }
    }

    /** 已并案: answered together with the case that leads; its own clock runs on, so that it cannot be forgotten. */
    record Joined(Docket docket, CaseNumber lead, Instant since) implements Open {
        @Override
        public Stage stage() {
            return Stage.JOINED;
        }

        public Step answer(String id, Actor.Bureau by, Instant at, Result result, Sealed words) {
            return Step.of(this, new Act.Answered(id, at, by, result, words));
        }
    }

    /** 复核中: the city looks at a decision of its district, or at its own with other people. */
    record Reviewing(Docket docket, Instant since) implements Open {
        @Override
        public Stage stage() {
            return Stage.REVIEWING;
        }

        public Step review(String id, Actor.Bureau by, Instant at, Ruling ruling, Sealed words) {
            return Step.of(this, new Act.Reviewed(id, at, by, ruling, words));
        }
    }

    /** 不予受理. */
    record Refused(Docket docket, Instant at) implements Objectionable {
        @Override
        public Stage stage() {
            return Stage.REFUSED;
        }
    }

    /** 已答复. */
    record Answered(Docket docket, Result result, Instant at) implements Objectionable, Rateable {
        @Override
        public Stage stage() {
            return Stage.ANSWERED;
        }
    }

    /** 复核办结: the city let the decision stand. */
    record Settled(Docket docket, Instant at) implements Rateable {
        @Override
        public Stage stage() {
            return Stage.SETTLED;
        }
    }

    /** 已撤回: the bureau may still look into it of its own accord. */
    record Withdrawn(Docket docket, Instant at) implements Closed {
        @Override
        public Stage stage() {
            return Stage.WITHDRAWN;
        }
    }

    /** Acts in an order that no desk allows: a defect, or a store that was tampered with. */
    final class Unlawful extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Unlawful(Stage stage, Act act) {
            super(act.getClass().getSimpleName() + " is no step from " + stage);
        }
    }
}
