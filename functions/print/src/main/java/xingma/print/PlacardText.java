package xingma.print;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import xingma.fact.Section;
import xingma.institution.Credential;
import xingma.institution.PremisesKind;
import xingma.placard.Placard;
import xingma.registry.Entry;
import xingma.territory.City;

/**
 * Puts a placard into words: the kind's from the rulebook ({@code placard.title}, {@code placard.headline},
 * {@code placard.headline.en}, {@code placard.cells}), the common ones from {@code placard.properties}, and the facts as
 * published.
 */
final class PlacardText {
    private static final String CHINESE = "zh-Hans";
    private static final String ENGLISH = "en";

    private final Bureau bureau;
    private final City city;
    private final Properties common = new Properties();

    PlacardText(Bureau bureau, City city) {
        this.bureau = bureau;
        this.city = city;
        try (var in = new InputStreamReader(
                PlacardText.class.getResourceAsStream("placard.properties"), StandardCharsets.UTF_8)) {
            common.load(in);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    PlacardFace face(Placard.Issue issue, PremisesKind kind, Entry entry) {
        var sentence = word(kind, "placard.host").split("\\{host}", 2);
        return new PlacardFace(
                bureau.address(issue.code()),
                bureau.name(),
                word(kind, "placard.supervised"),
                word(kind, "placard.title"),
                word(kind, "placard.headline"),
                kindWord(kind, "placard.headline.en", ENGLISH)
                        .or(() -> kindWord(kind, "placard.headline", ENGLISH))
                        .orElseGet(() -> common.getProperty("placard.headline.en")),
                cells(word(kind, "placard.cells")),
                entry.institution().name(),
                numberLine(kind, entry, issue.on()),
                entry.institution().addressIn(city),
                word(kind, "placard.code"),
                issue.code().spoken(),
                word(kind, "placard.edition").replace("{edition}", String.valueOf(issue.edition())),
                word(kind, "placard.month")
                        .replace("{year}", String.valueOf(issue.on().getYear()))
                        .replace("{month}", String.valueOf(issue.on().getMonthValue())),
                word(kind, "placard.hotlines"),
                bureau.hotlines(),
                sentence[0],
                bureau.host(),
                sentence.length > 1 ? sentence[1] : "",
                List.of(word(kind, "placard.note")));
    }

    private static List<PlacardFace.Cell> cells(String words) {
        var cells = new ArrayList<PlacardFace.Cell>();
        for (var cell : words.split("\\|")) {
            var parts = cell.split("/", 2);
            cells.add(new PlacardFace.Cell(parts[0], parts.length > 1 ? parts[1] : ""));
        }
        return cells;
    }

    /** The number by which the kind tells its institutions apart, under the heading that the register gives it. */
    private static String numberLine(PremisesKind kind, Entry entry, LocalDate day) {
        var field = kind.identifiedBy();
        var ofPremises = kind.field(Section.PREMISES, field)
                .flatMap(f -> entry.premises().text(field).map(number -> f.heading() + ' ' + number));
        return ofPremises
                .or(() -> kind.field(Section.CREDENTIAL, field)
                        .flatMap(f -> credential(entry, day)
                                .map(c -> f.heading() + ' ' + c.facts().text(field).orElse(c.number()))))
                .orElse("");
    }

    /** The credential in force, or the newest where none is. */
    private static Optional<Credential> credential(Entry entry, LocalDate day) {
        return entry.institution().credentials().stream()
                .max(Comparator.comparing((Credential c) -> c.on(day) instanceof Credential.Standing.InForce)
                        .thenComparing(c -> c.validFrom().orElse(LocalDate.MIN)));
    }

    private String word(PremisesKind kind, String key) {
        return kindWord(kind, key, CHINESE)
                .orElseGet(() -> common.getProperty(key).replace("{kind}", kind.chinese()));
    }

    private static Optional<String> kindWord(PremisesKind kind, String key, String language) {
        return Optional.ofNullable(kind.words().get(key)).map(words -> words.get(language));
    }
}
