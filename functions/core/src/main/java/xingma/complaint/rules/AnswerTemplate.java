package xingma.complaint.rules;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** A text that an officer starts from (答复模板); what stands in {braces} is filled in by the officer. */
public record AnswerTemplate(String id, Use use, String chinese, String english) {
    /** The step for which a template is offered. */
    public enum Use {
        ACCEPT, REFUSE, ASK, EXTEND, PAUSE, TRANSFER, ANSWER, REVIEW, SUMMARY;

        /** The word used in JSON. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AnswerTemplate {
        requireNonNull(id, "id");
        requireNonNull(use, "use");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
    }
}
