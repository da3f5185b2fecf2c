package xingma.complaint.filing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Sealed;
import xingma.territory.RegionCode;

/**
 * What was filed, as the case keeps it (诉求): words and contact sealed. Nothing later in the case alters it.
 *
 * @param unit the district, or the city, that takes it up
 * @param contact absent when filed anonymously
 * @param phoneMark a keyed mark of the telephone number, equal for equal numbers; finds duplicates without opening
 * @param likeness keyed marks of the words; texts that are alike share many of them
 * @param reference the number of another body's hand-over, such as 12345
 * @param language the tag of the language in which the complainant reads
 * @param notice the version of the notice about personal information that was shown (个人信息保护法 arts 17, 30, 35)
 * @param notified whether she wants to be told by telephone when something happens (短信告知)
 */
public record Filing(
        CaseNumber number,
        Kind kind,
        String category,
        Identity identity,
        Subject subject,
        RegionCode unit,
        Sealed words,
        Optional<Sealed> contact,
        Optional<String> phoneMark,
        Likeness likeness,
        Channel channel,
        Optional<String> reference,
        String language,
        Optional<String> notice,
        boolean notified) {
    /** The consumer's words, in code points. */
    public static final int LONGEST_WORDS = 500;

    public Filing {
        requireNonNull(number, "number");
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(unit, "unit");
        requireNonNull(words, "words");
        requireNonNull(likeness, "likeness");
        requireNonNull(channel, "channel");
        requireNonNull(reference, "reference");
        requireNonNull(notice, "notice");
        if (category.isBlank() || language.isBlank()) {
            throw new IllegalArgumentException("a filing has a category and a language");
        }
        if (identity == Identity.ANONYMOUS && (contact.isPresent() || phoneMark.isPresent())) {
            throw new IllegalArgumentException("nobody keeps a contact of an anonymous complainant");
        }
        if (notified && identity == Identity.ANONYMOUS) {
            throw new IllegalArgumentException("nobody tells an anonymous complainant anything by telephone");
        }
    }

    /** One whose complainant did not ask to be told. */
    public Filing(
            CaseNumber number,
            Kind kind,
            String category,
            Identity identity,
            Subject subject,
            RegionCode unit,
            Sealed words,
            Optional<Sealed> contact,
            Optional<String> phoneMark,
            Likeness likeness,
            Channel channel,
            Optional<String> reference,
            String language,
            Optional<String> notice) {
        this(
                number, kind, category, identity, subject, unit, words, contact, phoneMark, likeness, channel, reference,
                language, notice, false);
    }
}
