package xingma.registry.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.CreditCode;
import xingma.practitioner.IdentityNumber;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class FieldReaderTest {
    private static final City CITY = new City(
            new Region(new RegionCode("990100"), "云汀市", "Yunting"),
            List.of(
                    new Region(new RegionCode("990102"), "青岚区", "Qinglan District"),
                    new Region(new RegionCode("990121"), "松屿县", "Songyu County")),
            ZoneId.of("Asia/Shanghai"));
    private static final FieldReader READER = new FieldReader(CITY, new RegionCode("990100"));
    private static final String ID_NUMBER = "330102199001010012";

    @ParameterizedTest
    @CsvSource({
        "2023/8/1, 2023-08-01", "2023-08-01, 2023-08-01", "2023年8月1日, 2023-08-01", "2023年08月01号, 2023-08-01",
        "20230801, 2023-08-01", "2023.8.1, 2023-08-01", "45139, 2023-08-01", "45139.0, 2023-08-01", "45139.75, 2023-08-01",
        "２０２３／８／１, 2023-08-01", "'　2023-08-01　', 2023-08-01", "2023-08-01 00:00:00, 2023-08-01",
        "2023-08-01T00:00, 2023-08-01", "2024-02-29, 2024-02-29", "2000/2/29, 2000-02-29", "60000, 2064-04-08",
        "'2023 - 8 - 1', 2023-08-01", "'\u200B2023-08-01', 2023-08-01", "'2023-08-01\u00A0', 2023-08-01"
    })
    void a_date_is_read_however_officers_write_it(String cell, String canonical) {
        assertEquals(Optional.of(canonical), read(FieldType.DATE, cell).value());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-13-01, date.month, 5, 7", "2026-00-01, date.month, 5, 7", "2026-02-30, date.day, 8, 10",
        "2023-02-29, date.day, 8, 10", "1900/2/29, date.day, 7, 9", "2023年4月31日, date.day, 7, 9",
        "20231301, date.month, 4, 6", "1023-01-01, date.year, 0, 4", "２０２６－１３－０１, date.month, 5, 7",
        "'　2026-13-01', date.month, 6, 8", "2023-8, date.shape, 0, 6", "去年, date.shape, 0, 2", "1/8/2023, date.shape, 0, 8",
        "23-08-01, date.shape, 0, 8", "2023-08-01 10:30, date.shape, 0, 16", "٢٠٢٣-٠٨-٠١, date.shape, 0, 10"
    })
    void a_date_that_is_none_is_refused_at_its_characters(String cell, String code, int from, int to) {
        var remark = wrong(FieldType.DATE, cell);
        assertEquals(code, remark.code());
        assertEquals(Optional.of(new Finding.Span(from, to)), remark.mark());
    }

    @ParameterizedTest
    @ValueSource(strings = {"青禾\uFFFD诊所", "青禾\u3164诊所", "青禾\uFE0F诊所", "青禾\u034F诊所", "青禾\u2800诊所", "青禾\uFFA0诊所"})
    void a_sign_that_nobody_sees_is_refused_whatever_it_calls_itself(String cell) {
        assertEquals("cell.sign", wrong(FieldType.TEXT, cell).code());
    }

    @Test
    void an_identity_number_with_a_slip_in_it_is_hidden_where_it_stands_by_itself() {
        var slip = "330102199001010013";
        assertEquals("cell.identityNumber", wrong(FieldType.TEXT, "证 " + slip + "，已核").code());
        assertFalse(HiddenNumbers.areIn("0990-8123456 13800138000"));
    }

    @Test
    void every_day_of_two_centuries_is_read_back_from_six_ways_of_writing_it() {
        var random = new Random(20_261_121);
        for (var i = 0; i < 2_000; i++) {
            var day = LocalDate.of(1928, 1, 1).plusDays(random.nextInt(80_000));
            var year = day.getYear();
            var month = day.getMonthValue();
            var of = day.getDayOfMonth();
            for (var written : List.of(
                    day.toString(),
                    "%d/%d/%d".formatted(year, month, of),
                    "%d年%d月%d日".formatted(year, month, of),
                    "%d%02d%02d".formatted(year, month, of),
                    "%d.%02d.%d".formatted(year, month, of),
                    String.valueOf(day.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay()))) {
                assertEquals(Optional.of(day.toString()), read(FieldType.DATE, written).value(), written);
            }
        }
    }

    @Test
    void open_ended_is_told_and_changes_nothing() {
        var reading = read(FieldType.DATE, "长期");
        assertEquals(Optional.empty(), reading.value());
        assertFalse(reading.isWrong());
        assertEquals("date.openEnded", reading.remarks().getFirst().code());
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, 91350100M000100Y43", "91330102MA2000297 0, 91330102MA20002970",
        "９１３５０１００Ｍ０００１００Ｙ４３, 91350100M000100Y43", "91350100m000100y43, 91350100M000100Y43",
        "914403001922038216, 914403001922038216", "9144030071526726XG, 9144030071526726XG",
        "'　92330102XXXX00019K', 92330102XXXX00019K"
    })
    void a_true_credit_code_is_kept_in_capitals(String cell, String canonical) {
        assertEquals(Optional.of(canonical), read(FieldType.CREDIT_CODE, cell).value());
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, creditCode.short, 17, 17", "91350100M000100Y433, creditCode.long, 18, 19",
        "91350100M000100Y4O, creditCode.sign, 17, 18", "9I350100M000100Y43, creditCode.sign, 1, 2",
        "91350100M000100Y44, creditCode.check, 17, 18", "91350100M000100Y34, creditCode.check, 17, 18"
    })
    void a_false_credit_code_is_refused_at_its_characters(String cell, String code, int from, int to) {
        var remark = wrong(FieldType.CREDIT_CODE, cell);
        assertEquals(code, remark.code());
        assertEquals(Optional.of(new Finding.Span(from, to)), remark.mark());
    }

    @Test
    void a_wrong_check_character_is_told_with_the_right_one() {
        assertEquals(List.of("3", "4"), wrong(FieldType.CREDIT_CODE, "91350100M000100Y44").telling());
    }

    @Test
    void every_single_wrong_character_of_a_credit_code_is_found() {
        var random = new Random(31);
        for (var i = 0; i < 500; i++) {
            var first = new StringBuilder("9");
            while (first.length() < 17) {
                first.append(CreditCode.ALPHABET.charAt(random.nextInt(31)));
            }
            var code = first.toString() + CreditCode.checkCharacter(first.toString());
            assertEquals(Optional.of(code), read(FieldType.CREDIT_CODE, code).value());
            var at = random.nextInt(18);
            var other = CreditCode.ALPHABET.charAt((CreditCode.ALPHABET.indexOf(code.charAt(at)) + 1 + random.nextInt(30)) % 31);
            var wrong = code.substring(0, at) + other + code.substring(at + 1);
            assertEquals("creditCode.check", wrong(FieldType.CREDIT_CODE, wrong).code(), wrong);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "XXXX0001999010217D1542, ''", "xxxx0001999010217d1542, ''", "XXXX0001 9990102 17D1542, ''",
        "XXXX0001899010217D1542, registrationNumber.organisation", "PDY000018990102 17D1542, ''"
    })
    void a_registration_number_is_kept_and_a_doubtful_one_told(String cell, String warning) {
        var reading = read(FieldType.REGISTRATION_NUMBER, cell);
        assertTrue(reading.value().isPresent());
        assertEquals(warning, reading.remarks().stream().findFirst().map(Remark::code).orElse(""));
    }

    @ParameterizedTest
    @CsvSource({
        "XXXX0004399010217D216, registrationNumber.short, 21, 21", "XXXX0004399010217D21622, registrationNumber.long, 22, 23",
        "XXXX0004399010217D2163, registrationNumber.shape, 21, 22", "XXXX00043990102171216 2, registrationNumber.shape, 17, 18",
        "XXXX0004A99010217D2162, registrationNumber.shape, 8, 9", "XXXX00043 99O102 17D2162, registrationNumber.shape, 12, 13"
    })
    void a_malformed_registration_number_is_refused_at_its_characters(String cell, String code, int from, int to) {
        var remark = wrong(FieldType.REGISTRATION_NUMBER, cell);
        assertEquals(code, remark.code());
        assertEquals(Optional.of(new Finding.Span(from, to)), remark.mark());
    }

    @ParameterizedTest
    @CsvSource({
        "(云)卫消证字(2026)第0001号, (云)卫消证字(2026)第0001号", "（云）卫消证字（2026）第0001号, (云)卫消证字(2026)第0001号",
        "(云)卫消证字〔2026〕第0001号, (云)卫消证字(2026)第0001号", "（云）卫消证字［２０２６］第０００１号, (云)卫消证字(2026)第0001号",
        "( 云 ) 卫消证字 (2026) 第0001号, (云)卫消证字(2026)第0001号"
    })
    void a_licence_number_is_kept_with_the_brackets_of_the_rulebook(String cell, String canonical) {
        assertEquals(Optional.of(canonical), READER.read(licence(), cell).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"卫消证字2026第0001号", "(云)卫水字(2026)第0001号", "0001"})
    void a_licence_number_of_another_form_is_refused(String cell) {
        assertEquals("licenceNumber.shape", only(READER.read(licence(), cell)).code());
    }

    @ParameterizedTest
    @CsvSource({
        "青岚区, 990102", "青岚, 990102", "云汀市青岚区, 990102", "990102, 990102", "９９０１０２, 990102", "松屿县, 990121",
        "qinglan district, 990102", "' 青岚区　', 990102"
    })
    void a_district_is_read_by_name_or_code(String cell, String code) {
        assertEquals(Optional.of(code), read(FieldType.REGION, cell).value());
    }

    @Test
    void a_district_outside_the_officers_territory_or_unknown_is_refused() {
        assertEquals("region.unknown", wrong(FieldType.REGION, "上城区").code());
        var reader = new FieldReader(CITY, new RegionCode("990102"));
        assertEquals("region.elsewhere", only(reader.read(field(FieldType.REGION), "松屿县")).code());
    }

    @ParameterizedTest
    @CsvSource({
        "110990102000417, 110990102000417", "1109901 02000417, 110990102000417", "202399003002, 202399003002",
        "１１０９９０１０２０００４１７, 110990102000417"
    })
    void a_practising_code_is_kept_without_blanks(String cell, String canonical) {
        assertEquals(Optional.of(canonical), read(FieldType.PRACTISING_CODE, cell).value());
    }

    @ParameterizedTest
    @CsvSource({
        "110990102, practisingCode.length", "11099010200041700, practisingCode.length", "11099010200041A, practisingCode.sign",
        "1.10990102000417E+14, cell.rounded"
    })
    void a_malformed_practising_code_is_refused(String cell, String code) {
        assertEquals(code, wrong(FieldType.PRACTISING_CODE, cell).code());
    }

    @Test
    void a_qualification_code_is_checked_whole_and_kept_by_its_first_nine_digits() {
        var whole = "201533110" + ID_NUMBER;
        assertEquals(Optional.of("201533110" + "*".repeat(18)), read(FieldType.QUALIFICATION_CODE, whole).value());
        assertEquals(Optional.of("201533110" + "*".repeat(18)), read(FieldType.QUALIFICATION_CODE, "201533110").value());
        for (var wrong : List.of("201533110330102199001010013", "20153311033010219900101001", "2015331103301021990023001X")) {
            var remark = wrong(FieldType.QUALIFICATION_CODE, wrong);
            assertTrue(remark.secret(), wrong);
            assertTrue(remark.telling().stream().noneMatch(t -> t.length() > 2), wrong);
        }
    }

    @Test
    void a_masked_cell_says_what_the_whole_one_said() {
        var field = field(FieldType.QUALIFICATION_CODE);
        for (var cell : List.of(
                "201533110" + ID_NUMBER, "201533110330102199001010013", "20153311033010219900101001", "201533110", "无证")) {
            var masked = FieldReader.masked(field, cell);
            assertFalse(masked.contains("19900101"), masked);
            assertEquals(codes(READER.read(field, cell)), codes(READER.read(field, masked)), cell);
            assertEquals(READER.read(field, cell).value(), READER.read(field, masked).value());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        ID_NUMBER, "身份证330102199001010012", "33010219900101 0012", "330102-19900101-0012", "３３０１０２１９９００１０１００１２",
        "34052419800101001x", "张三(330102199001010012)院长", "33****************", "201533110330102199001010012"
    })
    void an_identity_number_in_any_cell_is_refused_and_never_told_again(String cell) {
        for (var type : List.of(FieldType.TEXT, FieldType.ITEMS, FieldType.CHOICE, FieldType.DATE, FieldType.PRACTISING_CODE)) {
            var remark = wrong(type, cell);
            assertEquals("cell.identityNumber", remark.code(), type + " " + cell);
            assertTrue(remark.secret());
            var masked = FieldReader.masked(field(type), cell);
            assertFalse(CellText.squeezed(masked).text().replace("-", "").contains("19900101001"), masked);
            assertEquals("cell.identityNumber", only(READER.read(field(type), masked)).code(), masked);
        }
    }

    @Test
    void identity_numbers_are_found_wherever_they_stand_and_other_numbers_left_alone() {
        var random = new Random(18);
        for (var i = 0; i < 1_000; i++) {
            var first = "%02d%04d%s%03d".formatted(
                    11 + random.nextInt(50),
                    random.nextInt(10_000),
                    LocalDate.of(1950, 1, 1).plusDays(random.nextInt(25_000)).toString().replace("-", ""),
                    random.nextInt(1_000));
            var number = first + IdentityNumber.checkCharacter(first);
            assertTrue(HiddenNumbers.areIn("联系人" + number + "号"), number);
            var wrong = first + (number.endsWith("0") ? '1' : '0');
            assertTrue(HiddenNumbers.areIn("联系人" + wrong + "号"), wrong);
            assertFalse(HiddenNumbers.areIn("批号A" + wrong + "号"), wrong);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+861234", "-1", "@SUM(A1)", "＝A1", "＋1", " =A1", "#N/A", "#REF!"})
    void a_formula_is_refused(String cell) {
        assertEquals("cell.formula", wrong(FieldType.TEXT, cell).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"云\u202E汀", "云\u200B汀", "云\u0007汀", "云\n汀", "云\uFEFF汀", "云\uD800汀", "云\u2066汀", "云\uFFFE汀", "云\u0378汀"})
    void a_character_that_nobody_sees_is_refused_where_it_stands(String cell) {
        var remark = wrong(FieldType.TEXT, cell);
        assertEquals("cell.sign", remark.code());
        assertEquals(Optional.of(new Finding.Span(1, 2)), remark.mark());
    }

    @Test
    void a_character_of_an_old_name_font_is_kept_and_told() {
        var reading = READER.read(name(), "王\uE001");
        assertEquals(Optional.of("王\uE001"), reading.value());
        assertEquals("cell.privateUse", reading.remarks().getFirst().code());
    }

    @ParameterizedTest
    @CsvSource({
        "'　云汀　青禾　', 云汀 青禾", "'听雨路１８号２层', 听雨路18号2层", "'A\u00A0B', A B", "'青禾\n', 青禾", "'\uFEFF青禾', 青禾"
    })
    void stray_blanks_and_full_width_digits_of_a_text_are_made_plain(String cell, String canonical) {
        assertEquals(Optional.of(canonical), read(FieldType.TEXT, cell).value());
    }

    @ParameterizedTest
    @CsvSource({"阿卜杜拉•买买提, 阿卜杜拉·买买提", "阿卜杜拉・买买提, 阿卜杜拉·买买提", "𠮷野家, 𠮷野家", "𬭚䶮, 𬭚䶮", "Anna Müller, Anna Müller"})
    void a_name_may_have_rare_characters_and_the_dot(String cell, String canonical) {
        assertEquals(Optional.of(canonical), READER.read(name(), cell).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"王五<b>", "李四1", "赵六★", "周_七"})
    void a_name_has_nothing_but_letters(String cell) {
        assertEquals("name.sign", only(READER.read(name(), cell)).code());
    }

    @Test
    void length_is_counted_in_characters_that_people_count() {
        assertEquals(Optional.of("𠮷".repeat(40)), read(FieldType.TEXT, "𠮷".repeat(40)).value());
        assertEquals("text.long", wrong(FieldType.TEXT, "𠮷".repeat(41)).code());
        assertEquals(Optional.of("é".repeat(40)), read(FieldType.TEXT, "e\u0301".repeat(40)).value());
        assertEquals("text.long", wrong(FieldType.TEXT, "a".repeat(100_000)).code());
    }

    @ParameterizedTest
    @CsvSource({
        "美容外科、美容皮肤科, 美容外科、美容皮肤科", "'美容皮肤科，美容外科', 美容外科、美容皮肤科", "美容外科/美容外科, 美容外科",
        "美容外科专业；美容皮肤科专业, 美容外科、美容皮肤科", "'美容外科、', 美容外科"
    })
    void items_are_kept_once_and_in_the_rulebooks_order(String cell, String canonical) {
        assertEquals(Optional.of(canonical), READER.read(departments(), cell).value());
    }

    @Test
    void an_item_that_is_no_choice_is_refused_at_its_characters() {
        var remark = only(READER.read(departments(), "美容外科、生活美容"));
        assertEquals("items.unknown", remark.code());
        assertEquals(Optional.of(new Finding.Span(5, 9)), remark.mark());
    }

    @ParameterizedTest
    @CsvSource({"是, 是", "有, 是", "无, 否", "Y, 是"})
    void a_choice_is_read_by_other_words_for_it(String cell, String canonical) {
        assertEquals(Optional.of(canonical), READER.read(choice("是", "否"), cell).value());
    }

    @ParameterizedTest
    @CsvSource({"二级, 2", "2, 2", "２, 2"})
    void a_level_is_read_in_characters_or_digits(String cell, String canonical) {
        assertEquals(Optional.of(canonical), READER.read(choice("1", "2", "3", "4"), cell).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "　", "\u00A0", "\u200B", "/", "—", "无", "\n"})
    void a_blank_cell_says_nothing(String cell) {
        assertEquals(Reading.BLANK, read(FieldType.TEXT, cell));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "012, 12", "12.0, 12", "１２, 12"})
    void a_number_is_kept_in_plain_digits(String cell, String canonical) {
        assertEquals(Optional.of(canonical), read(FieldType.NUMBER, cell).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12张", "1.5", "٣", "1234567890"})
    void what_is_no_whole_number_is_refused(String cell) {
        assertEquals("number.shape", wrong(FieldType.NUMBER, cell).code());
    }

    @Test
    void whatever_a_cell_holds_it_is_read_or_refused_in_words_and_its_canonical_form_stays() {
        var random = new Random(5);
        var signs = "0123456789-/.年月日XYDxy 　\u200B\u202E=（(云汀医\uD840\uDC00\uE000*、".toCharArray();
        for (var i = 0; i < 20_000; i++) {
            var cell = new StringBuilder();
            for (var n = random.nextInt(30); n > 0; n--) {
                cell.append(signs[random.nextInt(signs.length)]);
            }
            for (var type : FieldType.values()) {
                var field = field(type);
                var reading = READER.read(field, cell.toString());
                reading.remarks().forEach(r -> assertTrue(Words.CHINESE.find(r.code() + ".what").isPresent(), r.code()));
                reading.value().ifPresent(v -> assertEquals(Optional.of(v), READER.read(field, v).value(), type + " " + v));
            }
        }
    }

    private static Reading read(FieldType type, String cell) {
        return READER.read(field(type), cell);
    }

    private static Remark wrong(FieldType type, String cell) {
        return only(read(type, cell));
    }

    private static Remark only(Reading reading) {
        assertTrue(reading.isWrong(), reading.toString());
        assertEquals(1, reading.remarks().size());
        return reading.remarks().getFirst();
    }

    private static List<String> codes(Reading reading) {
        return reading.remarks().stream().map(Remark::code).toList();
    }

    private static Field field(FieldType type) {
        return field("field", Section.PREMISES, type, List.of(), Optional.empty(), "");
    }

    private static Field name() {
        return field("name", Section.PERSON, FieldType.TEXT, List.of(), Optional.empty(), "");
    }

    private static Field departments() {
        return field(
                "aestheticDepartments",
                Section.PREMISES,
                FieldType.ITEMS,
                List.of("美容外科", "美容牙科", "美容皮肤科", "美容中医科"),
                Optional.empty(),
                "");
    }

    private static Field choice(String... choices) {
        return field("choice", Section.PREMISES, FieldType.CHOICE, List.of(choices), Optional.empty(), "");
    }

    private static Field licence() {
        var pattern = Pattern.compile("[(（]?[\\u4e00-\\u9fa5]{1,3}[)）]?卫消证字[(（〔\\[][0-9]{4}[)）〕\\]]第[0-9]{4}号");
        return field(
                "number", Section.CREDENTIAL, FieldType.LICENCE_NUMBER, List.of(), Optional.of(pattern), "(云)卫消证字(2026)第0001号");
    }

    private static Field field(
            String id, Section section, FieldType type, List<String> choices, Optional<Pattern> pattern, String example) {
        return new Field(id, section, "标题", "Heading", type, false, 40, choices, pattern, true, example);
    }
}
