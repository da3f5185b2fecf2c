package xingma.complaint.filing;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;

/**
 * What a case is about (被投诉举报对象): the place behind a placard, or a place in the consumer's words, and perhaps one
 * of its people.
 *
 * @param place the institution's name as it stood on the page, or what the consumer typed
 * @param practitioner the practising code of the person meant
 * @param person that person's name as it stood on the page
 */
public record Subject(
        Optional<InstitutionId> institution,
        Optional<PlacardCode> placard,
        String place,
        Optional<String> practitioner,
        Optional<String> person) {
    /** In code points. */
    public static final int LONGEST_PLACE = 100;

    public Subject {
        requireNonNull(institution, "institution");
        requireNonNull(placard, "placard");
        requireNonNull(practitioner, "practitioner");
        requireNonNull(person, "person");
        if (place.codePointCount(0, place.length()) > LONGEST_PLACE) {
            throw new IllegalArgumentException("a place has at most " + LONGEST_PLACE + " characters");
        }
        if (practitioner.isPresent() && institution.isEmpty()) {
            throw new IllegalArgumentException("a practitioner is met at an institution");
        }
    }

    /** A place that the consumer names herself, which may be nowhere in the register. */
    public static Subject named(String place) {
        return new Subject(Optional.empty(), Optional.empty(), place, Optional.empty(), Optional.empty());
    }
}
