package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import xingma.fact.Worded;
import xingma.fact.Wording;

/**
 * What somebody said of an edition while it was out for opinions (意见), and what was made of it.
 *
 * @param on when it was received
 * @param name who said it, for the office alone; empty when nobody gave one
 * @param clause what it is about; absent for the whole edition
 */
public record Opinion(
        String id, LocalDate on, From from, String name, Optional<String> clause, String words, Optional<Answer> answer) {
    /** Of one edition, at most. */
    public static final int MOST = 500;

    /** Whose opinion it is (意见来源). */
    public enum From implements Worded {
        INSTITUTION("医疗机构", "An institution"),
        ASSOCIATION("行业协会", "The association"),
        EXPERT("评价专家", "An expert"),
        DEPARTMENT("政府部门", "A public body"),
        PUBLIC("社会公众", "The public");

        private final Wording wording;

        From(String chinese, String english) {
            this.wording = new Wording(chinese, english);
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }

    /** Whether it was taken up (采纳情况). */
    public enum Taken implements Worded {
        WHOLLY("采纳", "Taken up"),
        PARTLY("部分采纳", "Taken up in part"),
        NOT("未采纳", "Not taken up");

        private final Wording wording;

        Taken(String chinese, String english) {
            this.wording = new Wording(chinese, english);
        }

        @Override
        public Wording wording() {
            return wording;
        }
    }

    /** @param words why, for everybody to read */
    public record Answer(Taken taken, String words, String by, Instant at) {
        public Answer {
            requireNonNull(taken, "taken");
            requireNonNull(at, "at");
            refuseBlank(words);
            refuseBlank(by);
        }

        boolean saysTheSameAs(Answer other) {
            return taken == other.taken && words.equals(other.words);
        }
    }

    public Opinion {
        requireNonNull(on, "on");
        requireNonNull(from, "from");
        requireNonNull(name, "name");
        requireNonNull(clause, "clause");
        requireNonNull(answer, "answer");
        refuseBlank(id);
        refuseBlank(words);
    }

    public Opinion with(Answer given) {
        return new Opinion(id, on, from, name, clause, words, Optional.of(given));
    }

    /** Whether somebody said this very thing, whatever was made of it since. */
    boolean isTheSameAs(Opinion other) {
        return equals(new Opinion(other.id, other.on, other.from, other.name, other.clause, other.words, answer));
    }

    private static void refuseBlank(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an opinion and its answer have words");
        }
    }
}
