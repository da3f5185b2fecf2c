package xingma.complaint.desk;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import xingma.complaint.Act;
import xingma.complaint.Act.Result;
import xingma.complaint.Act.Ruling;
import xingma.complaint.Complaint;
import xingma.complaint.number.CaseNumber;
import xingma.territory.RegionCode;

/**
 * What an officer asks to be done in a case (办理动作), in plain words that are sealed on the way. The id is the asker's:
 * asking twice is asking once.
 */
public sealed interface Move {
    /** In code points. */
    int LONGEST_WORDS = 1_000;

    String id();

    default What what() {
        return switch (this) {
            case Assign m -> What.ASSIGN;
            case Classify m -> What.CLASSIFY;
            case Accept m -> What.ACCEPT;
            case Refuse m -> What.REFUSE;
            case Ask m -> What.ASK;
            case Tell m -> What.TELL;
            case Note m -> What.NOTE;
            case Transfer m -> What.TRANSFER;
            case Dispute m -> What.DISPUTE;
            case Designate m -> What.DESIGNATE;
            case OfferJoin m -> What.OFFER_JOIN;
            case Extend m -> What.EXTEND;
            case Pause m -> What.PAUSE;
            case Resume m -> What.RESUME;
            case Answer m -> What.ANSWER;
            case Review m -> What.REVIEW;
            case Reopen m -> What.REOPEN;
            case Summarise m -> What.SUMMARISE;
        };
    }

    /** Whether this act is what came of this very request before. */
    default boolean isDoneBy(Act act) {
        return switch (this) {
            case Assign m -> act instanceof Act.Assigned a && a.to().equals(m.to);
            case Classify m -> act instanceof Act.Classified a && a.category().equals(m.category);
            case Accept m -> act instanceof Act.Accepted;
            case Refuse m -> act instanceof Act.Refused a && a.ground().equals(m.ground);
            case Ask m -> act instanceof Act.Asked;
            case Tell m -> act instanceof Act.Told;
            case Note m -> act instanceof Act.Noted;
            case Transfer m -> act instanceof Act.Transferred a && a.to().equals(m.to);
            case Dispute m -> act instanceof Act.Disputed;
            case Designate m -> act instanceof Act.Designated a && a.to().equals(m.to);
            case OfferJoin m -> act instanceof Act.JoinOffered a && a.lead().equals(m.lead);
            case Extend m -> act instanceof Act.Extended;
            case Pause m -> act instanceof Act.Paused;
            case Resume m -> act instanceof Act.Resumed;
            case Answer m -> act instanceof Act.Answered a && a.result() == m.result;
            case Review m -> act instanceof Act.Reviewed a && a.ruling() == m.ruling;
            case Reopen m -> act instanceof Act.Reopened;
            case Summarise m -> act instanceof Act.Summarised;
        };
    }

    /** A move that says something. */
    sealed interface Spoken extends Move {
        String words();
    }

    /** The moves by name, each with the stages from which it is a step at all. */
    enum What {
        ASSIGN("分派", Complaint.Open.class::isInstance),
        CLASSIFY("归类", Complaint.Open.class::isInstance),
        ACCEPT("受理", Complaint.Received.class::isInstance),
        REFUSE("不予受理", Complaint.Received.class::isInstance),
        ASK("询问", Complaint.Open.class::isInstance),
        TELL("告知", Complaint.Open.class::isInstance),
        NOTE("备注", complaint -> true),
        TRANSFER("移送", Complaint.Movable.class::isInstance),
        DISPUTE("提出管辖争议", Complaint.Received.class::isInstance),
        DESIGNATE("指定管辖", Complaint.Disputed.class::isInstance),
        OFFER_JOIN("建议并案", Complaint.Movable.class::isInstance),
        EXTEND("延期", Complaint.Handling.class::isInstance),
        PAUSE("中止计时", Complaint.Handling.class::isInstance),
        RESUME("恢复计时", Complaint.Paused.class::isInstance),
        ANSWER("答复", complaint -> complaint instanceof Complaint.Handling || complaint instanceof Complaint.Joined),
        REVIEW("复核", Complaint.Reviewing.class::isInstance),
        REOPEN("重新办理", Complaint.Closed.class::isInstance),
        SUMMARISE("告知机构", Complaint.Open.class::isInstance);

        private final String chinese;
        private final Predicate<Complaint> from;

        What(String chinese, Predicate<Complaint> from) {
            this.chinese = chinese;
            this.from = from;
        }

        public String chinese() {
            return chinese;
        }

        /** The word used in JSON and in addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<What> ofWord(String word) {
            for (var what : values()) {
                if (what.word().equals(word)) {
                    return Optional.of(what);
                }
            }
            return Optional.empty();
        }

        boolean isStepFrom(Complaint complaint) {
            return from.test(complaint);
        }
    }

    /** @param to the officer's id */
    record Assign(String id, String to) implements Move {}

    record Classify(String id, String category) implements Move {}

    /** @param words a message that goes along, if any */
    record Accept(String id, Optional<String> words) implements Move {
        public Accept {
            words.ifPresent(Move::bounded);
        }
    }

    record Refuse(String id, String ground, String words) implements Spoken {
        public Refuse {
            requireNonNull(ground, "ground");
            bounded(words);
        }
    }

    record Ask(String id, String words) implements Spoken {
        public Ask {
            bounded(words);
        }
    }

    record Tell(String id, String words) implements Spoken {
        public Tell {
            bounded(words);
        }
    }

    record Note(String id, String words) implements Spoken {
        public Note {
            bounded(words);
        }
    }

    record Transfer(String id, RegionCode to, String words) implements Spoken {
        public Transfer {
            requireNonNull(to, "to");
            bounded(words);
        }
    }

    record Dispute(String id, String words) implements Spoken {
        public Dispute {
            bounded(words);
        }
    }

    record Designate(String id, RegionCode to, String words) implements Spoken {
        public Designate {
            requireNonNull(to, "to");
            bounded(words);
        }
    }

    record OfferJoin(String id, CaseNumber lead) implements Move {
        public OfferJoin {
            requireNonNull(lead, "lead");
        }
    }

    record Extend(String id, String words) implements Spoken {
        public Extend {
            bounded(words);
        }
    }

    record Pause(String id, String words) implements Spoken {
        public Pause {
            bounded(words);
        }
    }

    record Resume(String id, String words) implements Spoken {
        public Resume {
            bounded(words);
        }
    }

    /** Answers the case, and every case that was joined to it. */
    record Answer(String id, Result result, String words) implements Spoken {
        public Answer {
            requireNonNull(result, "result");
            bounded(words);
        }
    }

    record Review(String id, Ruling ruling, String words) implements Spoken {
        public Review {
            requireNonNull(ruling, "ruling");
            bounded(words);
        }
    }

    record Reopen(String id, String words) implements Spoken {
        public Reopen {
            bounded(words);
        }
    }

    record Summarise(String id, String words) implements Spoken {
        public Summarise {
            bounded(words);
        }
    }

    private static void bounded(String words) {
        if (words.isBlank() || words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            throw new IllegalArgumentException("words have 1 to " + LONGEST_WORDS + " characters");
        }
    }
}
