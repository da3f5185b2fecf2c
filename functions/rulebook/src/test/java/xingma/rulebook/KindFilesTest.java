package xingma.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.fact.Facts;
import xingma.fact.Field;
import xingma.fact.Section;
import xingma.institution.Condition;
import xingma.institution.CreditCode;
import xingma.institution.PracticeStatus;
import xingma.institution.PremisesKind;
import xingma.institution.RegistrationNumber;
import xingma.practitioner.QualificationCode;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class KindFilesTest {
    private static final String FOLDER = "/xingma/rulebook/";
    private static final int LONGEST_VERDICT = 9;
    private static final Set<String> LANGUAGES = Set.of("zh-Hans", "zh-Hant", "en", "ja", "ko");

    @ParameterizedTest
    @ValueSource(strings = {"medical-institution", "public-place", "disinfectant-maker", "drinking-water-maker"})
    void a_kind_that_ships_follows_the_schema(String id) throws IOException {
        assertEquals(List.of(), schema().validate(text("kinds/" + id + ".json"), InputFormat.JSON));
    }

    @Test
    void the_fifth_kind_of_the_test_follows_the_schema() throws IOException {
        assertEquals(
                List.of(), schema().validate(text("with-a-fifth-kind/kinds/swimming-pool.json"), InputFormat.JSON));
    }

    @Test
    void the_schema_refuses_what_the_reader_would_not_know() throws IOException {
        var pool = text("with-a-fifth-kind/kinds/swimming-pool.json");
        assertFalse(schema().validate(pool.replace("\"every\"", "\"all\""), InputFormat.JSON).isEmpty());
        assertFalse(schema().validate(pool.replace("\"DATE\"", "\"DAY\""), InputFormat.JSON).isEmpty());
        assertFalse(schema().validate(pool.replace("\"source\"", "\"origin\""), InputFormat.JSON).isEmpty());
    }

    @Test
    void the_reader_refuses_what_it_does_not_know_and_a_name_given_twice() throws IOException {
        var pool = text("with-a-fifth-kind/kinds/swimming-pool.json");
        assertThrows(IOException.class, () -> read(pool.replace("\"every\"", "\"all\"")));
        assertThrows(IOException.class, () -> read(pool.replace("\"source\"", "\"date\"")));
        assertThrows(IOException.class, () -> read(pool.replace("\"swimming-pool\"", "\"pond\"")));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_verdict_has_nine_characters_at_most(PremisesKind kind) {
        for (var key : List.of("verdict.yes", "verdict.no")) {
            for (var language : List.of("zh-Hans", "zh-Hant")) {
                var verdict = kind.words().get(key).get(language);
                assertTrue(verdict.codePointCount(0, verdict.length()) <= LONGEST_VERDICT, verdict);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_word_is_given_in_every_language_it_is_for(PremisesKind kind) {
        kind.words().forEach((key, translations) -> {
            var needed = key.startsWith("field.") ? Set.of("zh-Hant", "ja", "ko")
                    : key.equals("placard.headline.en") ? Set.of("zh-Hans", "en") : LANGUAGES;
            assertEquals(needed, translations.keySet(), kind.id() + " " + key);
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_placard_has_four_cells_of_two_lines(PremisesKind kind) {
        kind.words().get("placard.cells").forEach((language, cells) -> {
            var parts = cells.split("\\|");
            assertEquals(4, parts.length, language);
            Stream.of(parts).forEach(part -> assertEquals(2, part.split("/").length, part));
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void no_heading_stands_twice_in_a_template(PremisesKind kind) {
        for (var people : List.of(true, false)) {
            var seen = new HashSet<String>();
            kind.fields().stream()
                    .filter(f -> f.section() != Section.PRACTICE && f.section() == Section.PERSON == people)
                    .forEach(f -> assertTrue(seen.add(f.heading()), kind.id() + " " + f.heading()));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void conditions_and_identity_name_fields_that_the_kind_has(PremisesKind kind) {
        assertTrue(Stream.of(Section.PREMISES, Section.CREDENTIAL).anyMatch(s -> kind.field(s, kind.identifiedBy()).isPresent()));
        for (var condition : kind.conditions()) {
            switch (condition) {
                case Condition.Lists(var field, var anyOf) ->
                    assertTrue(kind.field(Section.PREMISES, field).isPresent(), field);
                case Condition.CredentialInForce(var every) ->
                    assertTrue(kind.field(Section.CREDENTIAL, "validUntil").isPresent());
                case Condition.MayPractise() -> assertTrue(kind.field(Section.PRACTICE, "status").isPresent());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_example_is_a_value_that_its_own_field_accepts(PremisesKind kind) {
        kind.fields().stream().filter(f -> !f.example().isEmpty()).forEach(KindFilesTest::accept);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void practice_decisions_use_the_words_of_the_register(PremisesKind kind) {
        kind.field(Section.PRACTICE, "status").orElseThrow().choices().forEach(PracticeStatus::of);
    }

    @ParameterizedTest
    @CsvSource({
        "public-place, (杭上)卫公证字(2026)第000123号, true",
        "public-place, 杭卫公字〔2026〕第3301020123号, true",
        "public-place, (杭上)卫公证字(26)第000123号, false",
        "disinfectant-maker, (浙)卫消证字(2026)第0001号, true",
        "disinfectant-maker, (浙)卫消证字(2026)第001号, false",
        "drinking-water-maker, (苏)卫水字(2026)第0001号, true",
        "drinking-water-maker, (苏)卫水字(2026)第S0001号, true",
        "drinking-water-maker, (苏)卫水证(2026)第0001号, false",
    })
    void a_licence_number_is_held_to_its_pattern(String kind, String number, boolean accepted) {
        var field = Rulebook.standard().kind(kind).orElseThrow().field(Section.CREDENTIAL, "number").orElseThrow();
        assertEquals(accepted, field.pattern().orElseThrow().matcher(number).matches());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "regions.csv", "procedures-2009.csv", "surgery-levels.csv", "specialty-scopes.csv", "ws218-categories.csv",
        "credential-terms.csv", "holidays.csv"
    })
    void every_row_of_a_rule_says_where_it_comes_from_and_how_sure_it_is(String name) throws IOException {
        var sure = Set.of("verified", "one page", "from memory", "illustrative");
        var rows = Table.read(new ByteArrayInputStream(text(name).getBytes(StandardCharsets.UTF_8)));
        assertFalse(rows.isEmpty());
        for (var row : rows) {
            assertFalse(row.get("source").isBlank());
            assertFalse(LocalDate.parse(row.get("date")).isBefore(LocalDate.of(2026, 1, 1)));
            assertTrue(sure.contains(row.get("status")), row.get("status"));
        }
    }

    @Test
    void a_salon_is_told_apart_from_medical_aesthetics() {
        var kind = Rulebook.standard().kind("public-place").orElseThrow();
        var category = kind.field(Section.PREMISES, "category").orElseThrow();
        var note = kind.words().get("note.category.美容美发场所");
        assertTrue(category.choices().contains("美容美发场所"));
        assertTrue(note.get("zh-Hans").contains("不能做医疗美容"));
        assertEquals(LANGUAGES, note.keySet());
    }

    static List<PremisesKind> kinds() {
        return Rulebook.standard().kinds();
    }

    private static void accept(Field field) {
        var example = field.example();
        assertTrue(example.codePointCount(0, example.length()) <= field.longest(), field.id());
        field.pattern().ifPresent(p -> assertTrue(p.matcher(example).matches(), field.id()));
        switch (field.type()) {
            case CREDIT_CODE -> new CreditCode(example);
            case REGISTRATION_NUMBER -> assertTrue(new RegistrationNumber(example).hasTrueOrganisationCode());
            case DATE -> LocalDate.parse(example);
            case CHOICE -> assertTrue(field.choices().contains(example), field.id());
            case ITEMS -> {
                var items = List.of(example.split(Facts.BETWEEN));
                assertTrue(field.choices().isEmpty() || field.choices().containsAll(items), field.id());
            }
            case QUALIFICATION_CODE -> assertTrue(QualificationCode.read(example).isPresent());
            case REGION -> assertTrue(Rulebook.standard().city(new RegionCode("990100")).districts().stream()
                    .anyMatch(d -> d.chinese().equals(example)));
            case TEXT, NUMBER, LICENCE_NUMBER, PRACTISING_CODE, PHOTO -> assertFalse(example.isBlank());
        }
    }

    private static PremisesKind read(String text) throws IOException {
        return KindReader.kind(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "swimming-pool");
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("kind.schema.json"), InputFormat.JSON);
    }

    private static String text(String name) throws IOException {
        try (var in = KindFilesTest.class.getResourceAsStream(FOLDER + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
