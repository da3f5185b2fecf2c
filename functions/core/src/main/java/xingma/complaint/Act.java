package xingma.complaint;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.fact.Worded;
import xingma.fact.Wording;
import xingma.territory.RegionCode;

/**
 * One thing that was done in a case (办理记录): when, by whom. A case is its acts in their order, and nothing else.
 * An act's id is made by whoever asks for it, so that asking twice is asking once.
 */
public sealed interface Act {
    String id();

    Instant at();

    Actor by();

    /** The first act of every case. */
    record Filed(String id, Instant at, Actor by, Filing filing) implements Act {
        public Filed {
            requireNonNull(filing, "filing");
        }
    }

    /** An act that leads the case to another stage. */
    sealed interface Turn extends Act {}

    /** An act beside the way: the stage stays. */
    sealed interface Aside extends Act {}

    /** An act with words to somebody, sealed. */
    sealed interface Spoken extends Act {
        Sealed words();

        /** As which part of the case the words are sealed. */
        default Part part() {
            return Part.WORDS;
        }
    }

    // ---- turns -------------------------------------------------------------------------------------------------

    /** 受理. */
    record Accepted(String id, Instant at, Actor by) implements Turn {}

    /** 不予受理: a ground from the list, and words that explain it. */
    record Refused(String id, Instant at, Actor by, String ground, Sealed words) implements Turn, Spoken {
        public Refused {
            requireNonNull(ground, "ground");
        }
    }

    /** 移送: to the unit where the place of business lies; the receipt stays. */
    record Transferred(String id, Instant at, Actor by, RegionCode to, Sealed words) implements Turn, Spoken {
        public Transferred {
            requireNonNull(to, "to");
        }
    }

    /** 管辖争议: the receiving unit says that it is not competent; the city decides. */
    record Disputed(String id, Instant at, Actor by, Sealed words) implements Turn, Spoken {}

    /** 指定管辖. */
    record Designated(String id, Instant at, Actor by, RegionCode to, Sealed words) implements Turn, Spoken {
        public Designated {
            requireNonNull(to, "to");
        }
    }

    /** 并案, as the complainant agreed. */
    record Joined(String id, Instant at, Actor by, CaseNumber lead) implements Turn {
        public Joined {
            requireNonNull(lead, "lead");
        }
    }

    /** 中止计时: for an appraisal, whose time does not count. */
    record Paused(String id, Instant at, Actor by, Sealed words) implements Turn, Spoken {}

    record Resumed(String id, Instant at, Actor by, Sealed words) implements Turn, Spoken {}

    /** 答复, with reasons. */
    record Answered(String id, Instant at, Actor by, Result result, Sealed words) implements Turn, Spoken {
        public Answered {
            requireNonNull(result, "result");
        }
    }

    /** 申请复核. */
    record Objected(String id, Instant at, Actor by, Sealed words) implements Turn, Spoken {}

    /** 复核决定 of the city. */
    record Reviewed(String id, Instant at, Actor by, Ruling ruling, Sealed words) implements Turn, Spoken {
        public Reviewed {
            requireNonNull(ruling, "ruling");
        }
    }

    /** 撤回. */
    record Withdrawn(String id, Instant at, Actor by, Sealed words) implements Turn, Spoken {}

    /** 重新办理. */
    record Reopened(String id, Instant at, Actor by, Sealed words) implements Turn, Spoken {}

    // ---- asides ------------------------------------------------------------------------------------------------

    /** 分派. */
    record Assigned(String id, Instant at, Actor by, String to) implements Aside {
        public Assigned {
            requireNonNull(to, "to");
        }
    }

    /** 归类: the category as the desk sees it. */
    record Classified(String id, Instant at, Actor by, String category) implements Aside {
        public Classified {
            requireNonNull(category, "category");
        }
    }

    /** 询问: the case waits for the complainant's reply; the clock does not. */
    record Asked(String id, Instant at, Actor by, Sealed words) implements Aside, Spoken {}

    /** 告知: a message of the bureau that asks nothing. */
    record Told(String id, Instant at, Actor by, Sealed words) implements Aside, Spoken {}

    /** 补充或回复 of the complainant. */
    record Said(String id, Instant at, Actor by, Sealed words) implements Aside, Spoken {}

    /** 内部备注: never shown to the complainant or the institution. */
    record Noted(String id, Instant at, Actor by, Sealed words) implements Aside, Spoken {}

    /** 延期: once, with a reason that the complainant reads. */
    record Extended(String id, Instant at, Actor by, Sealed words) implements Aside, Spoken {}

    /** 建议并案: the complainant may agree or decline. */
    record JoinOffered(String id, Instant at, Actor by, CaseNumber lead) implements Aside {
        public JoinOffered {
            requireNonNull(lead, "lead");
        }
    }

    record JoinDeclined(String id, Instant at, Actor by) implements Aside {}

    /** 有案件并入: kept by the case that leads. */
    record Followed(String id, Instant at, Actor by, CaseNumber follower) implements Aside {
        public Followed {
            requireNonNull(follower, "follower");
        }
    }

    /** 机构告知: an officer's own summary for the institution, without anything of the complainant. */
    record Summarised(String id, Instant at, Actor by, Sealed words) implements Aside, Spoken {
        @Override
        public Part part() {
            return Part.SUMMARY;
        }
    }

    /** 机构说明: what the institution says to the summary. */
    record Countered(String id, Instant at, Actor by, Sealed words) implements Aside, Spoken {
        @Override
        public Part part() {
            return Part.SUMMARY;
        }
    }

    /** 启封: who opened which part, and why; the complainant sees it. */
    record Opened(String id, Instant at, Actor by, Part part, String reason) implements Aside {
        /** In code points. */
        public static final int LONGEST_REASON = 100;

        public Opened {
            requireNonNull(part, "part");
            if (reason.isBlank()) {
                throw new IllegalArgumentException("nobody opens without a reason");
            }
        }
    }

    /** 上传材料, after its metadata was taken out. */
    record EvidenceAdded(String id, Instant at, Actor by, int slot, FileKind kind, long bytes, String sha256)
            implements Aside {
        public EvidenceAdded {
            requireNonNull(kind, "kind");
            requireNonNull(sha256, "sha256");
        }
    }

    record EvidenceRefused(String id, Instant at, Actor by, int slot, Refusal reason) implements Aside {
        public EvidenceRefused {
            requireNonNull(reason, "reason");
        }
    }

    /** 变更身份方式: the complainant becomes named, confidential or anonymous. */
    record IdentityChanged(
            String id, Instant at, Actor by, Identity identity, Optional<Sealed> contact, Optional<String> phoneMark)
            implements Aside {
        public IdentityChanged {
            requireNonNull(identity, "identity");
            if (identity == Identity.ANONYMOUS && (contact.isPresent() || phoneMark.isPresent())) {
                throw new IllegalArgumentException("nobody keeps a contact of an anonymous complainant");
            }
        }
    }

    /** 评价: three taps, and whether it is really solved. */
    record Rated(String id, Instant at, Actor by, Satisfaction satisfaction, Solved solved) implements Aside {
        public Rated {
            requireNonNull(satisfaction, "satisfaction");
            requireNonNull(solved, "solved");
        }
    }

    /** 期限提醒 at half, at four fifths and on the last day. */
    record Reminded(String id, Instant at, Actor by, Which clock, Mark mark) implements Aside {
        public Reminded {
            requireNonNull(clock, "clock");
            requireNonNull(mark, "mark");
        }
    }

    /** 逾期上报: from the district to the city, by itself. */
    record Climbed(String id, Instant at, Actor by, Which clock) implements Aside {
        public Climbed {
            requireNonNull(clock, "clock");
        }
    }

    /** 期限更新: a year's holiday notice came out and moved a provisional day. */
    record DueMoved(String id, Instant at, Actor by, Which clock, LocalDate from, LocalDate to) implements Aside {
        public DueMoved {
            requireNonNull(clock, "clock");
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }
    }

    /** 到期删除: by the retention of this class. */
    record Erased(String id, Instant at, Actor by, String retention) implements Aside {
        public Erased {
            requireNonNull(retention, "retention");
        }
    }

    /** 短信告知的选择: whether the complainant wants to be told by telephone from now on. */
    record NotificationChosen(String id, Instant at, Actor by, boolean notified) implements Aside {}

    /**
     * 未能告知: the complainant wanted to be told of an act, and could not be reached that way.
     *
     * @param of the id of that act
     */
    record Untold(String id, Instant at, Actor by, String of) implements Aside {
        public Untold {
            requireNonNull(of, "of");
        }
    }

    /** How a case was answered (办理结果). Closed is not the same as solved. */
    enum Result implements Worded {
        /** 属实, 已处理. */
        UPHELD("属实，已处理", "Confirmed and dealt with"),
        /** 部分属实. */
        PARTLY("部分属实，已处理", "Partly confirmed and dealt with"),
        /** 不属实. */
        UNFOUNDED("未发现所述情况", "Not confirmed"),
        /** 办结但未解决. */
        UNSOLVED("已办结，问题未解决", "Closed, not solved");

        private final Wording wording;

        Result(String chinese, String english) {
            this.wording = new Wording(chinese, english);
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }

    /** What the city decides on an objection. */
    enum Ruling {
        /** 维持. */
        STANDS,
        /** 发回重办. */
        RETURNED
    }

    enum Satisfaction {
        GOOD,
        FAIR,
        POOR
    }

    enum Solved {
        YES,
        PARTLY,
        NO
    }

    /** How much of a clock has run when it reminds. */
    enum Mark {
        HALF(1, 2),
        FOUR_FIFTHS(4, 5),
        END(1, 1);

        private final int numerator;
        private final int denominator;

        Mark(int numerator, int denominator) {
            this.numerator = numerator;
            this.denominator = denominator;
        }

        /** The days of a clock of so many days after which it reminds. */
        public int daysOf(int days) {
            return Math.ceilDiv(days * numerator, denominator);
        }
    }
}
