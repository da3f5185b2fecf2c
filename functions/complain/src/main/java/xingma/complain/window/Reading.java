package xingma.complain.window;

import static xingma.pages.ComplaintForm.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Statement;
import xingma.complaint.filing.Subject;
import xingma.complaint.rules.Category;
import xingma.fact.Legible;
import xingma.institution.PlacardCode;
import xingma.pages.ComplaintForm.Wrong;
import xingma.pages.PrivacyNotice;
import xingma.territory.City;
import xingma.territory.RegionCode;

/**
 * A statement being read from what was typed. Everything that is wrong is found at once, in the order of the page, so
 * that nobody mends the same form five times.
 */
public final class Reading {
    /** What makes two submissions the same, in this order; what is derived from it later may change. */
    private static final List<String> SENT = List.of(
            KIND, CATEGORY, PLACARD, PRACTITIONER, DISTRICT, PLACE, WORDS, IDENTITY, PHONE, NAME);

    private static final String WANTED = "yes";

    private final Handed handed;
    private final City city;
    private final List<Category> offered;
    private final Optional<Places.Place> place;
    /** Names of kinds and categories as the page calls them, for the one message that quotes them. */
    private final BiFunction<Kind, Optional<Category>, String> names;
    private final List<Wrong> wrong = new ArrayList<>();

    public Reading(
            Handed handed,
            City city,
            List<Category> offered,
            Optional<Places.Place> place,
            BiFunction<Kind, Optional<Category>, String> names) {
        this.handed = handed;
        this.city = city;
        this.offered = offered;
        this.place = place;
        this.names = names;
    }

    public static List<String> sent(Handed handed) {
        var sent = SENT.stream().map(handed::text);
        // Only where it was asked for: what was sent before there was such a question is still the same.
        return Stream.concat(sent, handed.given(NOTIFY).filter(WANTED::equals).stream()).toList();
    }

    public List<Wrong> wrong() {
        return List.copyOf(wrong);
    }

    /** The statement; empty when there is something to mend. */
    public Optional<Statement> statement(String language) {
        var kind = kind();
        var category = category(kind);
        var unit = unit();
        var named = placeName();
        var words = words();
        var identity = identity();
        var contact = identity.filter(Identity::hasContact).flatMap(i -> contact());
        var notified = notified(identity, contact);
        urgent();
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Statement(
                kind.orElseThrow(),
                category.orElseThrow().id(),
                place.map(Places.Place::subject).orElseGet(() -> subject(named)),
                place.map(Places.Place::unit).orElse(unit),
                identity.orElseThrow(),
                contact,
                words,
                handed.given(PLACARD).isPresent() ? Channel.SCAN : Channel.FRONT_PAGE,
                Optional.empty(),
                language,
                handed.given(NOTICE).flatMap(PrivacyNotice::shown),
                notified));
    }

    /** A code that is well formed and nobody's is evidence; it stays with the place that the consumer named. */
    private Subject subject(String named) {
        var code = handed.given(PLACARD).flatMap(PlacardCode::read);
        return new Subject(Optional.empty(), code, named, Optional.empty(), Optional.empty());
    }

    private Optional<Kind> kind() {
        var kind = Arrays.stream(Kind.values()).filter(k -> k.word().equals(handed.text(KIND))).findFirst();
        if (kind.isEmpty()) {
            wrong.add(Wrong.of(KIND, "kind.missing"));
        }
        return kind;
    }

    private Optional<Category> category(Optional<Kind> kind) {
        var category = offered.stream().filter(c -> c.id().equals(handed.text(CATEGORY))).findFirst();
        if (category.isEmpty()) {
            wrong.add(Wrong.of(CATEGORY, "category.missing"));
        } else if (kind.isPresent() && !category.get().kinds().contains(kind.get())) {
            wrong.add(Wrong.of(
                    CATEGORY,
                    "category.kind",
                    names.apply(kind.get(), category),
                    names.apply(kind.get(), Optional.empty()),
                    names.apply(category.get().usual(), Optional.empty())));
        }
        return category;
    }

    private RegionCode unit() {
        var district = handed.given(DISTRICT).filter(d -> !d.equals(NO_DISTRICT));
        if (place.isPresent() || district.isEmpty()) {
            return city.code();
        }
        var known = city.districts().stream().filter(d -> d.code().value().equals(district.get())).findFirst();
        if (known.isEmpty()) {
            wrong.add(Wrong.of(DISTRICT, "district.unknown"));
        }
        return known.map(d -> d.code()).orElse(city.code());
    }

    private String placeName() {
        if (place.isPresent() || handed.given(PLACE).isEmpty()) {
            return "";
        }
        var named = Legible.line(handed.text(PLACE), Subject.LONGEST_PLACE);
        if (named.isEmpty()) {
            wrong.add(Wrong.of(PLACE, "place.long", "" + Subject.LONGEST_PLACE));
        }
        return named.orElse("");
    }

    private String words() {
        return words(handed, WORDS, Statement.SHORTEST_WORDS, wrong);
    }

    /** Words of the complainant, made plain; what is wrong with them is added to the list. */
    static String words(Handed handed, String field, int shortest, List<Wrong> wrong) {
        var typed = handed.text(field);
        var length = typed.codePointCount(0, typed.length());
        if (length > Filing.LONGEST_WORDS) {
            wrong.add(Wrong.of(
                    field, "words.long", "" + Filing.LONGEST_WORDS, "" + length, "" + (length - Filing.LONGEST_WORDS)));
            return "";
        }
        var plain = Legible.text(typed, Filing.LONGEST_WORDS).orElse("");
        if (plain.codePointCount(0, plain.length()) < shortest) {
            wrong.add(shortest > 1
                    ? Wrong.of(field, "words.short", "" + shortest)
                    : Wrong.of(field, "words.missing"));
        }
        return plain;
    }

    private Optional<Identity> identity() {
        return identity(handed, wrong);
    }

    static Optional<Identity> identity(Handed handed, List<Wrong> wrong) {
        var identity = Stream.of(Identity.values())
                .filter(i -> i.name().toLowerCase(Locale.ROOT).equals(handed.text(IDENTITY)))
                .findFirst();
        if (identity.isEmpty()) {
            wrong.add(Wrong.of(IDENTITY, "identity.missing"));
        }
        return identity;
    }

    private Optional<Contact> contact() {
        return contact(handed, wrong);
    }

    static Optional<Contact> contact(Handed handed, List<Wrong> wrong) {
        var phone = handed.given(PHONE).flatMap(Contact::phone);
        if (phone.isEmpty()) {
            wrong.add(Wrong.of(PHONE, handed.given(PHONE).isEmpty() ? "phone.missing" : "phone.malformed"));
        }
        var name = handed.given(NAME).flatMap(Contact::name);
        if (name.isEmpty() && handed.given(NAME).isPresent()) {
            wrong.add(Wrong.of(NAME, "name.malformed", "" + Contact.LONGEST_NAME));
        }
        return phone.map(p -> new Contact(p, name));
    }

    private boolean notified(Optional<Identity> identity, Optional<Contact> contact) {
        if (!handed.text(NOTIFY).equals(WANTED)) {
            return false;
        }
        if (identity.filter(i -> !i.hasContact()).isPresent()) {
            wrong.add(Wrong.of(NOTIFY, "notify.anonymous"));
        } else if (contact.filter(c -> !c.takesMessages()).isPresent()) {
            wrong.add(Wrong.of(NOTIFY, "notify.mobile"));
        }
        return true;
    }

    private void urgent() {
        if (!handed.text(URGENT).equals("no")) {
            wrong.add(Wrong.of(URGENT, "urgent.missing"));
        }
    }
}
