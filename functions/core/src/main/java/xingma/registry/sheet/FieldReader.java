package xingma.registry.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.fact.Facts;
import xingma.fact.Field;
import xingma.fact.Section;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** Turns what an officer wrote in a cell into a fact's canonical form, or says at which characters it fails (读单元格). */
final class FieldReader {
    static final int LONGEST_CELL = 2_000;
    private static final Pattern ROUNDED = Pattern.compile("[#0-9](\\.[#0-9]*)?E\\+?[0-9]{1,3}");
    private static final Pattern SHEET_ERROR = Pattern.compile("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NULL!|NUM!)");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}(\\.0{1,6})?");

    private final City city;
    private final RegionCode territory;

    FieldReader(City city, RegionCode territory) {
        this.city = city;
        this.territory = territory;
    }

    Reading read(Field field, String raw) {
        if (raw.length() > LONGEST_CELL) {
            return Reading.wrong(Remark.secret("text.long", field.longest(), raw.codePointCount(0, raw.length())));
        }
        var cell = CellText.composed(raw);
        var sign = Signs.first(cell);
        if (sign.isPresent()) {
            return Reading.wrong(sign.get());
        }
        var bare = CellText.squeezed(cell);
        if (bare.text().isEmpty() || isDash(field, bare.text())) {
            return Reading.BLANK;
        }
        if (ROUNDED.matcher(bare.text()).matches()) {
            return Reading.wrong(Remark.secret("cell.rounded"));
        }
        if (isFormula(bare.text()) || SHEET_ERROR.matcher(bare.text()).matches()) {
            return Reading.wrong(Remark.error("cell.formula", Optional.empty()));
        }
        return switch (field.type()) {
            case QUALIFICATION_CODE -> Codes.qualification(bare);
            case CREDIT_CODE -> firstHidden(cell)
                    .filter(r -> !Codes.isCreditCode(bare))
                    .orElseGet(() -> Codes.credit(bare));
            case DATE -> firstHidden(cell).orElseGet(() -> Dates.read(bare));
            case REGISTRATION_NUMBER -> firstHidden(cell).orElseGet(() -> Codes.registration(bare));
            case PRACTISING_CODE -> firstHidden(cell).orElseGet(() -> Codes.practising(bare));
            case LICENCE_NUMBER -> firstHidden(cell).orElseGet(() -> Codes.licence(field, bare));
            case REGION -> firstHidden(cell).orElseGet(() -> region(bare));
            case NUMBER -> firstHidden(cell).orElseGet(() -> number(bare));
            case CHOICE -> firstHidden(cell).orElseGet(() -> choice(field, CellText.spaced(cell)));
            case ITEMS -> firstHidden(cell).orElseGet(() -> items(field, CellText.spaced(cell)));
            case TEXT -> firstHidden(cell).orElseGet(() -> text(field, CellText.spaced(cell)));
            case PHOTO -> Reading.BLANK;
        };
    }

    /** The cell as it may be kept and told: without the digits that the register never holds. */
    static String masked(Field field, String raw) {
        var cell = CellText.composed(raw);
        return switch (field.type()) {
            case QUALIFICATION_CODE -> Codes.maskedQualification(cell);
            case CREDIT_CODE -> Codes.isCreditCode(CellText.squeezed(cell)) ? cell : hidden(cell);
            default -> hidden(cell);
        };
    }

    private static String hidden(String cell) {
        var bare = CellText.squeezed(cell).text();
        return ROUNDED.matcher(bare).matches() ? bare.replaceAll("[0-9](?=.*E)", "#") : HiddenNumbers.masked(cell);
    }

    private static Optional<Reading> firstHidden(String cell) {
        return HiddenNumbers.areIn(cell)
                ? Optional.of(Reading.wrong(Remark.secret("cell.identityNumber")))
                : Optional.empty();
    }

    /** What officers write where there is nothing to write. */
    private static boolean isDash(Field field, String bare) {
        return Words.CHINESE.list("blank").contains(bare) && chosen(field, bare).isEmpty();
    }

    private Reading region(CellText bare) {
        var named = city.districts().stream().filter(d -> isCalled(d, bare.text())).findFirst();
        if (named.isEmpty()) {
            return Reading.wrong(Remark.error(
                    "region.unknown", all(bare), bare.text(), city.region().chinese(), districts()));
        }
        return territory.contains(named.get().code())
                ? Reading.of(named.get().code().value())
                : Reading.wrong(Remark.error("region.elsewhere", all(bare), named.get().chinese(), districts()));
    }

    private String districts() {
        return String.join(Facts.BETWEEN, city.districtsWithin(territory).stream().map(Region::chinese).toList());
    }

    private boolean isCalled(Region district, String text) {
        var name = district.chinese();
        return text.equals(district.code().value())
                || text.equals(name)
                || text.equals(city.region().chinese() + name)
                || name.length() > 2 && text.equals(name.substring(0, name.length() - 1))
                || text.equals(CellText.capitals(district.english()).replace(" ", ""));
    }

    private static Reading number(CellText bare) {
        var text = bare.text();
        if (!WHOLE_NUMBER.matcher(text).matches()) {
            return Reading.wrong(Remark.error("number.shape", all(bare)));
        }
        return Reading.of(String.valueOf(Integer.parseInt(text.split("\\.")[0])));
    }

    private static Reading choice(Field field, CellText text) {
        return chosen(field, text.text())
                .map(Reading::of)
                .orElseGet(() -> Reading.wrong(Remark.error(
                        "choice.unknown", all(text), text.text(), String.join(Facts.BETWEEN, field.choices()))));
    }

    private static Reading items(Field field, CellText text) {
        var items = new ArrayList<String>();
        for (var part : text.text().split("[、，,；;/／]")) {
            var item = part.strip();
            if (item.isEmpty()) {
                continue;
            }
            var chosen = field.choices().isEmpty() ? Optional.of(item) : chosen(field, item);
            if (chosen.isEmpty()) {
                var at = text.text().indexOf(part);
                return Reading.wrong(Remark.error(
                        "items.unknown",
                        text.span(at, at + part.length()),
                        item,
                        String.join(Facts.BETWEEN, field.choices())));
            }
            if (!items.contains(chosen.get())) {
                items.add(chosen.get());
            }
        }
        if (items.isEmpty()) {
            return Reading.BLANK;
        }
        // Two orders of the same items are no change.
        items.sort((a, b) -> Integer.compare(field.choices().indexOf(a), field.choices().indexOf(b)));
        return held(field, String.join(Facts.BETWEEN, items), text, List.of());
    }

    private static Optional<String> chosen(Field field, String written) {
        if (field.choices().contains(written)) {
            return Optional.of(written);
        }
        var meant = Words.CHINESE.list("choice." + written);
        return field.choices().stream()
                .filter(c -> meant.contains(c) || c.equalsIgnoreCase(written) || written.equals(c + "专业"))
                .findFirst();
    }

    private static Reading text(Field field, CellText text) {
        var remarks = new ArrayList<Remark>();
        Signs.privateUse(text).ifPresent(remarks::add);
        if (!isPersonsName(field)) {
            return held(field, text.text(), text, remarks);
        }
        var name = text.text().replaceAll("[•・‧∙･．]", "·");
        for (var i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            if (!Signs.mayNameSomebody(name.codePointAt(i))) {
                var sign = Character.toString(name.codePointAt(i));
                return Reading.wrong(Remark.error("name.sign", text.span(i, i + sign.length()), sign));
            }
        }
        return held(field, name, text, remarks);
    }

    private static boolean isFormula(String text) {
        return "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isPersonsName(Field field) {
        return field.section() == Section.PERSON && field.id().equals("name") || field.id().equals("principal");
    }

    private static Reading held(Field field, String value, CellText text, List<Remark> remarks) {
        if (isFormula(value)) {
            return Reading.wrong(Remark.error("cell.formula", Optional.empty()));
        }
        var length = value.codePointCount(0, value.length());
        if (length > field.longest()) {
            var from = value.offsetByCodePoints(0, field.longest());
            var end = text.text().length();
            return Reading.wrong(
                    Remark.error("text.long", text.span(Math.min(from, end), end), field.longest(), length));
        }
        return new Reading(Optional.of(value), remarks);
    }

    static Optional<Finding.Span> all(CellText text) {
        return text.span(0, text.text().length());
    }
}
