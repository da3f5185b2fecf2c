package xingma.complaint;

import xingma.complaint.Complaint.Answered;
import xingma.complaint.Complaint.Disputed;
import xingma.complaint.Complaint.Handling;
import xingma.complaint.Complaint.Joined;
import xingma.complaint.Complaint.Paused;
import xingma.complaint.Complaint.Received;
import xingma.complaint.Complaint.Refused;
import xingma.complaint.Complaint.Reviewing;
import xingma.complaint.Complaint.Settled;
import xingma.complaint.Complaint.Unlawful;
import xingma.complaint.Complaint.Withdrawn;

/** Which act leads a case from which stage to which (办理流程). */
final class Course {
    private Course() {}

    static Complaint after(Complaint complaint, Act act, Docket next) {
        return switch (complaint) {
            case Received now -> received(now, act, next);
            case Disputed now -> disputed(now, act, next);
            case Handling now -> handling(now, act, next);
            case Paused now -> paused(now, act, next);
            case Joined now -> joined(now, act, next);
            case Reviewing now -> reviewing(now, act, next);
            case Refused now -> refused(now, act, next);
            case Answered now -> answered(now, act, next);
            case Settled now -> settled(now, act, next);
            case Withdrawn now -> withdrawn(now, act, next);
        };
    }

    private static Complaint received(Received now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Received(next);
            case Act.Accepted a -> new Handling(next, a.at());
            case Act.Refused r -> new Refused(next, r.at());
            case Act.Transferred t -> new Received(next);
            case Act.Disputed d -> new Disputed(next, d.at());
            case Act.Joined j -> new Joined(next, j.lead(), j.at());
            case Act.Withdrawn w -> new Withdrawn(next, w.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint disputed(Disputed now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Disputed(next, now.since());
            case Act.Designated d -> new Received(next);
            case Act.Withdrawn w -> new Withdrawn(next, w.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint handling(Handling now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Handling(next, now.since());
            case Act.Transferred t -> new Handling(next, now.since());
            case Act.Paused p -> new Paused(next, now.since());
            case Act.Joined j -> new Joined(next, j.lead(), now.since());
            case Act.Answered a -> new Answered(next, a.result(), a.at());
            case Act.Withdrawn w -> new Withdrawn(next, w.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint paused(Paused now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Paused(next, now.since());
            case Act.Resumed r -> new Handling(next, now.since());
            case Act.Withdrawn w -> new Withdrawn(next, w.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint joined(Joined now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Joined(next, now.lead(), now.since());
            case Act.Answered a -> new Answered(next, a.result(), a.at());
            case Act.Withdrawn w -> new Withdrawn(next, w.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint reviewing(Reviewing now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Reviewing(next, now.since());
            case Act.Reviewed r -> switch (r.ruling()) {
                case STANDS -> new Settled(next, r.at());
                case RETURNED -> new Handling(next, r.at());
            };
            case Act.Withdrawn w -> new Withdrawn(next, w.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint refused(Refused now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Refused(next, now.at());
            case Act.Objected o -> new Reviewing(next, o.at());
            case Act.Reopened r -> new Handling(next, r.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint answered(Answered now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Answered(next, now.result(), now.at());
            case Act.Objected o -> new Reviewing(next, o.at());
            case Act.Reopened r -> new Handling(next, r.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint settled(Settled now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Settled(next, now.at());
            case Act.Reopened r -> new Handling(next, r.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }

    private static Complaint withdrawn(Withdrawn now, Act act, Docket next) {
        return switch (act) {
            case Act.Aside a -> new Withdrawn(next, now.at());
            case Act.Reopened r -> new Handling(next, r.at());
            default -> throw new Unlawful(now.stage(), act);
        };
    }
}
