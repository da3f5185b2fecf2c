package xingma.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.fact.Section;
import xingma.institution.CreditCode;
import xingma.institution.RegistrationNumber;
import xingma.rulebook.Rulebook;
import xingma.territory.Duty;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SampleFilesTest {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_PHOTO_BYTES = 4 * 1024;

    @TempDir
    private static Path written;

    @ParameterizedTest
    @ValueSource(strings = {"pilot-66.xlsx", "city-1700.xlsx", "faulty.xlsx"})
    void a_committed_workbook_is_what_the_generator_writes(String name) throws IOException {
        new WriteSample(WriteSample.DAY).into(written);
        assertEquals(cells(Files.readAllBytes(written.resolve(name))), cells(committed(name)));
        assertTrue(committed(name).length < MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "pilot-66-institutions-gb18030.csv", "pilot-66-institutions-utf8-bom.csv", "pilot-66-people-gb18030.csv",
        "pilot-66-people-utf8-bom.csv", "faulty-gb18030.csv", "faulty-utf8-bom.csv"
    })
    void a_committed_list_is_what_the_generator_writes(String name) throws IOException {
        new WriteSample(WriteSample.DAY).into(written);
        assertArrayEquals(Files.readAllBytes(written.resolve(name)), committed(name));
    }

    @Test
    void the_city_has_seventeen_hundred_institutions_of_four_kinds_each_with_its_own_true_number() {
        var codes = new HashSet<String>();
        for (var sheet : new WriteSample(WriteSample.DAY).city()) {
            for (var row : sheet.rows()) {
                if (!row.get("creditCode").isEmpty()) {
                    codes.add(new CreditCode(row.get("creditCode")).value());
                }
            }
        }
        assertEquals(1_700, codes.size());
    }

    @Test
    void every_registration_number_is_true_and_agrees_with_the_credit_code_and_the_type() {
        var rulebook = Rulebook.standard();
        var names = rulebook.categories();
        for (var row : new MedicalSample(WriteSample.DAY).institutions(MedicalSample.WHOLE)) {
            var number = new RegistrationNumber(row.get("number"));
            assertTrue(number.hasTrueOrganisationCode(), number.value());
            assertEquals(new CreditCode(row.get("creditCode")).organisation(), number.organisation());
            assertTrue(names.stream().anyMatch(c -> c.code().equals(number.category())
                    && c.name().equals(row.get("institutionType"))), row.get("name"));
        }
    }

    @Test
    void everybody_is_registered_once_and_at_an_institution_of_the_sample() {
        var sample = new MedicalSample(WriteSample.DAY);
        var numbers = new HashSet<>(sample.institutions(MedicalSample.WHOLE).stream().map(r -> r.get("number")).toList());
        var people = sample.people(MedicalSample.WHOLE);
        assertEquals(MedicalSample.WHOLE, numbers.size());
        assertEquals(people.size(), Set.copyOf(people.stream().map(r -> r.get("code")).toList()).size());
        assertTrue(people.stream().allMatch(p -> numbers.contains(p.get("institution"))));
    }

    @Test
    void the_faulty_sheet_has_the_cells_of_the_mock() throws IOException {
        var rows = cells(committed("faulty.xlsx"));
        assertEquals("XXXX0004399010217D216", cell(rows, "C14"));
        assertEquals("2026-13-01", cell(rows, "D15"));
        assertEquals("美容外科、美容皮肤科", cell(rows, "E16"));
        assertEquals("生活美容", cell(rows, "E17"));
        assertEquals(cell(rows, "C16"), cell(rows, "C18"));
        assertEquals("2031-12-01", cell(rows, "D31"));
        assertEquals("柳岸街7号3层", cell(rows, "F42"));
    }

    @Test
    void every_duty_is_held_where_its_work_lies() throws IOException {
        var city = Rulebook.standard().city(new RegionCode("990100"));
        var people = list("people.json");
        var territories = new ArrayList<>(city.districts().stream().map(d -> d.code().value()).toList());
        territories.add(city.code().value());
        var inEachDistrict = List.of(Duty.REGISTRAR, Duty.CHECKER, Duty.INSPECTOR, Duty.HANDLER);
        for (var territory : territories) {
            for (var duty : territory.equals(city.code().value()) ? List.of(Duty.values()) : inEachDistrict) {
                assertTrue(people.stream().anyMatch(p -> p.get("territory").asText().equals(territory)
                        && StreamSupport.stream(p.get("duties").spliterator(), false).anyMatch(d -> d.asText().equals(duty.word()))),
                        territory + " " + duty);
            }
        }
        assertEquals(people.size(), Set.copyOf(people.stream().map(p -> p.get("id").asText()).toList()).size());
    }

    @Test
    void somebody_who_speaks_for_an_institution_speaks_for_one_of_the_pilot() throws IOException {
        var numbers = numbers();
        for (var person : list("premises.json")) {
            assertTrue(numbers.contains(person.get("institution").asText()), person.toString());
        }
    }

    @Test
    void a_decision_names_an_institution_of_the_pilot_and_fields_of_the_register() throws IOException {
        var numbers = numbers();
        var kind = Rulebook.standard().kind("medical-institution").orElseThrow();
        for (var decision : list("decisions.json")) {
            assertTrue(numbers.contains(decision.get("institution").asText()));
            for (var edit : decision.get("edits")) {
                var path = xingma.fact.Path.parse(edit.get("path").asText());
                assertEquals(Section.PRACTICE, path.section());
                assertTrue(kind.field(path.section(), path.field()).isPresent(), path.toString());
            }
        }
    }

    @Test
    void a_photo_is_small_and_of_a_person_of_the_pilot() throws IOException {
        var people = new MedicalSample(WriteSample.DAY).people(MedicalSample.PILOT);
        for (var photo : list("photos.json")) {
            assertTrue(people.stream().anyMatch(p -> p.get("code").equals(photo.get("person").asText())
                    && p.get("institution").equals(photo.get("institution").asText())));
            assertTrue(committed(photo.get("file").asText()).length < MOST_PHOTO_BYTES);
        }
    }

    private static Set<String> numbers() {
        return Set.copyOf(new MedicalSample(WriteSample.DAY).institutions(MedicalSample.PILOT).stream()
                .map(row -> row.get("number"))
                .toList());
    }

    private static String cell(List<List<String>> rows, String address) {
        return rows.get(Integer.parseInt(address.substring(1)) - 1).get(address.charAt(0) - 'A');
    }

    private static List<List<String>> cells(byte[] workbook) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            for (var sheet : book.getSheets().toList()) {
                try (var lines = sheet.openStream()) {
                    lines.forEach(row -> rows.add(
                            row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()));
                }
            }
        }
        return rows;
    }

    private static List<JsonNode> list(String name) throws IOException {
        return StreamSupport.stream(new ObjectMapper().readTree(committed(name)).spliterator(), false).toList();
    }

    private static byte[] committed(String name) throws IOException {
        try (var in = SampleFilesTest.class.getResourceAsStream("/xingma/sample/" + name)) {
            return in.readAllBytes();
        }
    }
}
