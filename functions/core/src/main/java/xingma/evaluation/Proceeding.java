package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.rating.Mark;
import xingma.rating.Sheet;

/**
 * One thing that was done in an evaluation (程序事项): when, by whom. An evaluation is its proceedings in their order, and
 * nothing else. The id is made by whoever asks for it, so that asking twice is asking once.
 */
public sealed interface Proceeding {
    /** In code points: whatever anybody says in one proceeding. */
    int LONGEST_WORDS = 2_000;

    String id();

    Instant at();

    Party by();

    /** 开始自查: the first of every evaluation. It is tied to its standard's edition for ever. */
    record Begun(String id, Instant at, Party by, Beginning beginning) implements Proceeding {
        public Begun {
            requireNonNull(beginning, "beginning");
        }
    }

    /** Leads the evaluation to another stage. */
    sealed interface Turn extends Proceeding {}

    /** Beside the way: the stage stays, unless it was the last that was waited for. */
    sealed interface Aside extends Proceeding {}

    /** Something that was said, for which people answer. */
    sealed interface Spoken extends Proceeding {
        String words();
    }

    // ---- from the self-check to the panel --------------------------------------------------------------------------

    /** 申请评价, with a declaration that everything is true (真实性声明): its words as they were signed, and by whom. */
    record Applied(String id, Instant at, Party by, String sheet, Declaration declaration) implements Turn {
        public Applied {
            requireNonNull(sheet, "sheet");
            requireNonNull(declaration, "declaration");
        }
    }

    /** @param signatory the name as it was typed under the text */
    record Declaration(String text, String signatory) {
        public Declaration {
            if (text.isBlank() || signatory.isBlank()) {
                throw new IllegalArgumentException("a declaration has words and a name under them");
            }
        }
    }

    /** 退回补正: something is missing in the application. */
    record SentBack(String id, Instant at, Party by, String words) implements Turn, Spoken {}

    /** 撤回申请, by the institution itself before anything is public. */
    record Cancelled(String id, Instant at, Party by, String words) implements Turn, Spoken {}

    /**
     * 抽取专家组: with all that is needed to draw it again.
     *
     * @param least the sheets that the standard asks for at least
     */
    record Drawn(String id, Instant at, Party by, Draw draw, Panel panel, int least) implements Turn {
        public Drawn {
            requireNonNull(draw, "draw");
            requireNonNull(panel, "panel");
        }
    }

    // ---- the panel ---------------------------------------------------------------------------------------------

    /** 利害关系申明: no interest; before that an expert sees nothing of the institution's file. */
    record Declared(String id, Instant at, Party by, String expert) implements Aside {}

    /** 回避: steps down, or is taken off by the office; whatever sheet there was is kept and does not count. */
    record Recused(String id, Instant at, Party by, String expert, String words) implements Aside, Spoken {}

    /** 补抽. */
    record Replaced(String id, Instant at, Party by, Draw draw, Panel.Seat seat) implements Aside {
        public Replaced {
            requireNonNull(draw, "draw");
            requireNonNull(seat, "seat");
        }
    }

    /** 提交评分表; with the last one the sheets are opened to the chair. */
    record HandedIn(String id, Instant at, Party by, String expert, String sheet) implements Aside {
        public HandedIn {
            requireNonNull(sheet, "sheet");
        }
    }

    /** 合议记录 on a clause over which the experts differ. */
    record Discussed(String id, Instant at, Party by, String clause, String words) implements Aside, Spoken {}

    /**
     * 合议定分: medians where experts agree, the chair's marks where they did not.
     *
     * @param settled every clause
     * @param byTheChair the clauses that were open, each with the reason of its mark
     */
    record Settled(String id, Instant at, Party by, Sheet settled, SortedMap<String, String> byTheChair, Standing standing)
            implements Turn {
        public Settled {
            requireNonNull(settled, "settled");
            requireNonNull(standing, "standing");
            byTheChair = Collections.unmodifiableSortedMap(new TreeMap<>(byTheChair));
        }
    }

    // ---- factual check and public notice -----------------------------------------------------------------------

    /** 事实异议 of the institution at a clause. */
    record Questioned(String id, Instant at, Party by, String clause, String words) implements Aside, Spoken {}

    /** 异议答复 of the chair; with a mark where the institution was right, and the standing that follows. */
    record Explained(
            String id, Instant at, Party by, String question, String words, Optional<Mark> mark, Optional<Standing> standing)
            implements Aside, Spoken {
        public Explained {
            if (mark.isPresent() != standing.isPresent()) {
                throw new IllegalArgumentException("another mark has another reckoning");
            }
        }
    }

    /** 确认事实: the institution has nothing to say, or nothing more. */
    record Confirmed(String id, Instant at, Party by) implements Aside {}

    /** 公示. */
    record Noticed(String id, Instant at, Party by, Standing standing) implements Turn {
        public Noticed {
            requireNonNull(standing, "standing");
        }
    }

    /** 公示期异议 of anybody, as an officer took it down. */
    record Objected(String id, Instant at, Party by, String words) implements Aside, Spoken {}

    /** 异议处理. */
    record ObjectionAnswered(String id, Instant at, Party by, String objection, String words) implements Aside, Spoken {}

    /** 退回合议: an objection was right; the chair settles again. */
    record Reconvened(String id, Instant at, Party by, String words) implements Turn, Spoken {}

    /** 提请公布, by the first person. */
    record Proposed(String id, Instant at, Party by, Standing standing) implements Aside {
        public Proposed {
            requireNonNull(standing, "standing");
        }
    }

    /** 不同意公布. */
    record ProposalRefused(String id, Instant at, Party by, String words) implements Aside, Spoken {}

    /** 公布, by the second person. */
    record Published(String id, Instant at, Party by, Standing standing, LocalDate until) implements Turn {
        public Published {
            requireNonNull(standing, "standing");
            requireNonNull(until, "until");
        }
    }

    // ---- what happens to a published star ----------------------------------------------------------------------

    /** 申诉. */
    record Appealed(String id, Instant at, Party by, String words) implements Turn, Spoken {}

    /** 申诉决定, by somebody who had no part in it. */
    record AppealDecided(
            String id, Instant at, Party by, Ruling ruling, String words, Map<String, Mark> marks, Optional<Standing> standing)
            implements Turn, Spoken {
        public AppealDecided {
            requireNonNull(ruling, "ruling");
            marks = Map.copyOf(marks);
            if ((ruling == Ruling.AMENDED) != standing.isPresent() || (ruling == Ruling.AMENDED) == marks.isEmpty()) {
                throw new IllegalArgumentException("what is amended, and nothing else, has other marks and another reckoning");
            }
        }
    }

    enum Ruling {
        /** 维持. */
        STANDS,
        /** 变更. */
        AMENDED,
        /** 重新评价: another panel. */
        RESCORED,
        /** 恢复: the star was withdrawn wrongly. */
        RESTORED
    }

    /** 机构回应: beside the star once somebody has looked at it, and never verified. */
    record Replied(String id, Instant at, Party by, String words) implements Aside, Spoken {}

    /** 回应审核. */
    record ReplyModerated(String id, Instant at, Party by, String reply, boolean shown, String words) implements Aside, Spoken {}

    /** 年度自查. */
    record SelfChecked(String id, Instant at, Party by, String sheet, Standing standing) implements Aside {
        public SelfChecked {
            requireNonNull(sheet, "sheet");
            requireNonNull(standing, "standing");
        }
    }

    /**
     * 暂停: by itself when the reason comes up.
     *
     * @param record what the reason is kept under, such as a permit's number
     */
    record Suspended(String id, Instant at, Party by, Ground ground, String record) implements Turn {
        public Suspended {
            requireNonNull(ground, "ground");
            requireNonNull(record, "record");
        }
    }

    /** 恢复: every reason is gone. */
    record Resumed(String id, Instant at, Party by, String words) implements Turn, Spoken {}

    /** 提请撤销, by the first person; the time to withdraw runs. */
    record WithdrawalProposed(String id, Instant at, Party by, Ground ground, String words) implements Aside, Spoken {
        public WithdrawalProposed {
            requireNonNull(ground, "ground");
        }
    }

    record WithdrawalRefused(String id, Instant at, Party by, String words) implements Aside, Spoken {}

    /** 撤销, by the second person. */
    record Withdrawn(String id, Instant at, Party by, Ground ground, String words) implements Turn, Spoken {
        public Withdrawn {
            requireNonNull(ground, "ground");
        }
    }

    /** 到期. */
    record Expired(String id, Instant at, Party by) implements Turn {}

    /** 换新: a later evaluation of the institution was published. */
    record Superseded(String id, Instant at, Party by, EvaluationId with) implements Turn {
        public Superseded {
            requireNonNull(with, "with");
        }
    }

    /** Why a star does not hold (暂停、撤销事由). */
    enum Ground {
        /** 许可证到期. */
        LICENCE_LAPSED,
        /** 被停业. */
        PRACTICE_SUSPENDED,
        /** 逾期未校验. */
        VERIFICATION_OVERDUE,
        /** 红线投诉在查: its complainant and its words stay with the complaint. */
        VETO_COMPLAINT_OPEN,
        /** 逾期未自查. */
        SELF_CHECK_OVERDUE,
        /** 许可证吊销、注销. */
        LICENCE_REVOKED,
        /** 红线被触碰. */
        VETO_CONFIRMED,
        /** 负主要责任的医疗事故. */
        ACCIDENT,
        /** 弄虚作假. */
        FALSE_DATA,
        /** 受到警告以上处罚. */
        PENALTY
    }

    // ---- mending (整改), in any stage ---------------------------------------------------------------------------

    /** 整改计划: what will be done about a clause, until when. */
    record Planned(String id, Instant at, Party by, String clause, String words, LocalDate due) implements Aside, Spoken {
        public Planned {
            requireNonNull(due, "due");
        }
    }

    /** 整改佐证. */
    record Proved(String id, Instant at, Party by, String plan, String words, List<Finding.Exhibit> exhibits)
            implements Aside, Spoken {
        public Proved {
            exhibits = List.copyOf(exhibits);
        }
    }

    /** 整改核实, by an officer. */
    record Verified(String id, Instant at, Party by, String plan, boolean mended, String words) implements Aside, Spoken {}
}
