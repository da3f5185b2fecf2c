package xingma.complaint.filing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;
import xingma.territory.RegionCode;

/**
 * What somebody hands in at the window (诉求陈述), in the clear: it is sealed the moment it is filed and kept nowhere else.
 *
 * @param category an id of the rules
 * @param unit the district, or the city, that takes it up
 * @param contact absent exactly where the complainant is anonymous
 * @param reference the number of another body's hand-over
 * @param language the tag of the language in which the complainant reads
 * @param notice the version of the notice that stood above the button with which it was sent; absent where there was none
 * @param notified whether she wants to be told by telephone when something happens (短信告知)
 */
public record Statement(
        Kind kind,
        String category,
        Subject subject,
        RegionCode unit,
        Identity identity,
        Optional<Contact> contact,
        String words,
        Channel channel,
        Optional<String> reference,
        String language,
        Optional<String> notice,
        boolean notified) {
    /** Fewer characters do not tell what happened. */
    public static final int SHORTEST_WORDS = 10;

    public Statement {
        requireNonNull(kind, "kind");
        requireNonNull(category, "category");
        requireNonNull(subject, "subject");
        requireNonNull(unit, "unit");
        requireNonNull(channel, "channel");
        requireNonNull(reference, "reference");
        requireNonNull(language, "language");
        requireNonNull(notice, "notice");
        if (identity.hasContact() != contact.isPresent()) {
            throw new IllegalArgumentException("a contact goes with a complainant who is not anonymous");
        }
        if (notified && contact.isEmpty()) {
            throw new IllegalArgumentException("nobody tells an anonymous complainant anything by telephone");
        }
        if (words.isBlank() || words.codePointCount(0, words.length()) > Filing.LONGEST_WORDS) {
            throw new IllegalArgumentException("a statement has 1 to " + Filing.LONGEST_WORDS + " characters");
        }
    }

    /** Of one who did not ask to be told. */
    public Statement(
            Kind kind,
            String category,
            Subject subject,
            RegionCode unit,
            Identity identity,
            Optional<Contact> contact,
            String words,
            Channel channel,
            Optional<String> reference,
            String language,
            Optional<String> notice) {
        this(kind, category, subject, unit, identity, contact, words, channel, reference, language, notice, false);
    }

    /** As the case of this number keeps it. */
    public Filing sealed(CaseNumber number, Seals seals, Secrets secrets) {
        return new Filing(
                number,
                kind,
                category,
                identity,
                subject,
                unit,
                seals.close(number, Part.WORDS, words),
                contact.map(c -> seals.close(number, Part.CONTACT, c.text())),
                contact.map(c -> c.mark(secrets)),
                Likeness.of(words, secrets),
                channel,
                reference,
                language,
                notice,
                notified);
    }

    /** Nobody's words into a log. */
    @Override
    public String toString() {
        return "Statement[" + kind + ' ' + category + ']';
    }
}
