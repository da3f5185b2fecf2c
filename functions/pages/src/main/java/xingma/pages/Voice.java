package xingma.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.fact.Field;
import xingma.institution.PremisesKind;

/**
 * How a page speaks to one reader: our sentences, the words that a premises kind brings, and the register's own terms,
 * each in the reader's language where there is a reviewed translation and otherwise in Chinese, marked as such.
 */
final class Voice {
    private final Words words;
    private final Optional<PremisesKind> kind;

    Voice(Language language, Optional<PremisesKind> kind) {
        this(Words.in(language), kind);
    }

    private Voice(Words words, Optional<PremisesKind> kind) {
        this.words = words;
        this.kind = kind;
    }

    static Voice ofComplaints(Language language) {
        return new Voice(Words.ofComplaints(language), Optional.empty());
    }

    static Voice ofStars(Language language) {
        return new Voice(Words.ofStars(language), Optional.empty());
    }

    Language language() {
        return words.language();
    }

    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    Html html(String key, Html... arguments) {
        return words.html(key, arguments);
    }

    Optional<String> find(String key) {
        return words.find(key);
    }

    /** What the kind says under this key, or our own words for any kind. */
    Spoken ofKind(String key) {
        return fromKind(key).orElseGet(() -> new Spoken(words.say("kind." + key), language()));
    }

    /** What the kind says under this key, if it says anything. */
    Optional<Spoken> fromKind(String key) {
        var said = kind.map(k -> k.words().get(key));
        return Stream.of(language(), Language.SIMPLIFIED)
                .flatMap(l -> said.map(s -> s.get(l.tag())).map(text -> new Spoken(text, l)).stream())
                .findFirst();
    }

    /** A name or anything else that stays as registered; set apart from what stands around it. */
    Html name(String registered) {
        return element(Tag.BDI, registered);
    }

    Element element(Tag tag, String registered) {
        return (language() == Language.SIMPLIFIED ? tag.with() : tag.with(Attribute.lang(Language.SIMPLIFIED)))
                .of(registered);
    }

    /** A word of the register that we have translated, such as 主诊医师; any other as registered. */
    Html term(String registered) {
        return words.find("term." + registered).map(Html::text).orElseGet(() -> name(registered));
    }

    Html terms(List<String> registered) {
        var separator = Html.text(say("list.between"));
        return Html.all(registered.stream()
                .flatMap(t -> Stream.of(separator, term(t)))
                .skip(1)
                .toList());
    }

    /** What a field is called. */
    Html heading(Field field) {
        return fromKind("field." + field.section().word() + '.' + field.id())
                .filter(s -> s.language() == language())
                .map(s -> s.html(language()))
                .orElseGet(() -> language().isChinese()
                        ? name(field.heading())
                        : new Spoken(field.english(), Language.ENGLISH).html(language()));
    }

    String day(LocalDate day) {
        return language().day(day);
    }

    /** With the day of the week, for the moment of judging. */
    String fullDay(LocalDate day) {
        return say("day.full", day(day), say("weekday." + day.getDayOfWeek().getValue()));
    }

    /** A text and the language it is in. */
    record Spoken(String text, Language language) {
        Html html(Language around) {
            return language == around ? Html.text(text) : Tag.SPAN.with(Attribute.lang(language)).of(text);
        }
    }
}
