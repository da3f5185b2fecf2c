package xingma.evaluation;

import xingma.evaluation.Evaluation.AwaitingPanel;
import xingma.evaluation.Evaluation.Cancelled;
import xingma.evaluation.Evaluation.Expired;
import xingma.evaluation.Evaluation.FactCheck;
import xingma.evaluation.Evaluation.InForce;
import xingma.evaluation.Evaluation.Over;
import xingma.evaluation.Evaluation.PublicNotice;
import xingma.evaluation.Evaluation.Scoring;
import xingma.evaluation.Evaluation.SelfChecking;
import xingma.evaluation.Evaluation.Settling;
import xingma.evaluation.Evaluation.Superseded;
import xingma.evaluation.Evaluation.Suspended;
import xingma.evaluation.Evaluation.UnderAppeal;
import xingma.evaluation.Evaluation.Unlawful;
import xingma.evaluation.Evaluation.WithdrawalAppealed;
import xingma.evaluation.Evaluation.Withdrawn;

/** Which proceeding leads an evaluation from which stage to which (评价流程). */
final class Course {
    private Course() {}

    static Evaluation after(Evaluation evaluation, Proceeding proceeding, Proceedings next) {
        return switch (evaluation) {
            case SelfChecking now -> selfChecking(now, proceeding, next);
            case AwaitingPanel now -> awaitingPanel(now, proceeding, next);
            case Scoring now -> scoring(now, proceeding, next);
            case Settling now -> settling(now, proceeding, next);
            case FactCheck now -> factCheck(now, proceeding, next);
            case PublicNotice now -> publicNotice(now, proceeding, next);
            case InForce now -> inForce(now, proceeding, next);
            case UnderAppeal now -> underAppeal(now, proceeding, next);
            case Suspended now -> suspended(now, proceeding, next);
            case Withdrawn now -> withdrawn(now, proceeding, next);
            case WithdrawalAppealed now -> withdrawalAppealed(now, proceeding, next);
            case Over now -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation selfChecking(SelfChecking now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new SelfChecking(next);
            case Proceeding.Applied a -> new AwaitingPanel(next);
            case Proceeding.Cancelled c -> new Cancelled(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation awaitingPanel(AwaitingPanel now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new AwaitingPanel(next);
            case Proceeding.SentBack s -> new SelfChecking(next);
            case Proceeding.Drawn d -> new Scoring(next);
            case Proceeding.Cancelled c -> new Cancelled(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation scoring(Scoring now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> next.isComplete() ? new Settling(next) : new Scoring(next);
            case Proceeding.Cancelled c -> new Cancelled(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation settling(Settling now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> next.isComplete() ? new Settling(next) : new Scoring(next);
            case Proceeding.Settled s -> new FactCheck(next, s.at());
            case Proceeding.Cancelled c -> new Cancelled(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation factCheck(FactCheck now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new FactCheck(next, now.since());
            case Proceeding.Noticed n -> new PublicNotice(next, n.at());
            case Proceeding.Cancelled c -> new Cancelled(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation publicNotice(PublicNotice now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new PublicNotice(next, now.since());
            case Proceeding.Noticed n -> new PublicNotice(next, n.at());
            case Proceeding.Reconvened r -> new Settling(next);
            case Proceeding.Published p -> new InForce(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation inForce(InForce now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new InForce(next);
            case Proceeding.Appealed a -> new UnderAppeal(next, a.at());
            case Proceeding.Suspended s -> new Suspended(next, s.at());
            case Proceeding.Withdrawn w -> new Withdrawn(next, w.at());
            case Proceeding.Expired e -> new Expired(next);
            case Proceeding.Superseded s -> new Superseded(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation underAppeal(UnderAppeal now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new UnderAppeal(next, now.since());
            case Proceeding.Suspended s -> new UnderAppeal(next, now.since());
            case Proceeding.Resumed r -> new UnderAppeal(next, now.since());
            case Proceeding.AppealDecided a -> switch (a.ruling()) {
                case STANDS, AMENDED -> next.grounds().isEmpty() ? new InForce(next) : new Suspended(next, a.at());
                case RESCORED -> new AwaitingPanel(next);
                case RESTORED -> throw new Unlawful(now.stage(), proceeding);
            };
            case Proceeding.Withdrawn w -> new Withdrawn(next, w.at());
            case Proceeding.Expired e -> new Expired(next);
            case Proceeding.Superseded s -> new Superseded(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation suspended(Suspended now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new Suspended(next, now.since());
            case Proceeding.Suspended s -> new Suspended(next, now.since());
            case Proceeding.Resumed r -> new InForce(next);
            case Proceeding.Appealed a -> new UnderAppeal(next, a.at());
            case Proceeding.Withdrawn w -> new Withdrawn(next, w.at());
            case Proceeding.Expired e -> new Expired(next);
            case Proceeding.Superseded s -> new Superseded(next);
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation withdrawn(Withdrawn now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Appealed a -> new WithdrawalAppealed(next, a.at());
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }

    private static Evaluation withdrawalAppealed(WithdrawalAppealed now, Proceeding proceeding, Proceedings next) {
        return switch (proceeding) {
            case Proceeding.Aside a -> new WithdrawalAppealed(next, now.since());
            case Proceeding.AppealDecided a -> switch (a.ruling()) {
                case STANDS -> new Withdrawn(next, a.at());
                case RESTORED -> next.grounds().isEmpty() ? new InForce(next) : new Suspended(next, a.at());
                case AMENDED, RESCORED -> throw new Unlawful(now.stage(), proceeding);
            };
            default -> throw new Unlawful(now.stage(), proceeding);
        };
    }
}
