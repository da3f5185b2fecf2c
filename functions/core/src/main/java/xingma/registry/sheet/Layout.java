package xingma.registry.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.PremisesKind;

/**
 * What a sheet is and which column holds which field, as its headings say (识别表头).
 *
 * @param ignored columns with a heading that no field has
 * @param twice a heading that stands over two columns
 */
record Layout(
        Sheet sheet, PremisesKind kind, Form form, List<Column> columns, List<Integer> ignored, Optional<String> twice) {
    private static final int SEARCHED_ROWS = 10;
    private static final int SAMPLED_ROWS = 20;

    enum Form {
        INSTITUTIONS,
        PEOPLE
    }

    /** The field by which a kind tells one institution from another. */
    static Field identity(PremisesKind kind) {
        return kind.field(Section.PREMISES, kind.identifiedBy())
                .or(() -> kind.field(Section.CREDENTIAL, kind.identifiedBy()))
                .orElseThrow(() -> new IllegalStateException(kind.id() + " is identified by a field it does not have"));
    }

    /** The columns that a template of this form has, the institution's own number first in a list of people. */
    static List<Field> fields(PremisesKind kind, Form form) {
        return kind.fields().stream()
                .filter(SheetRules::isInSheets)
                .filter(f -> f.section() == Section.PERSON == (form == Form.PEOPLE))
                .toList();
    }

    /** The sheet with its headings found, wherever above the rows they stand. */
    static Optional<Layout> find(Sheet raw, List<PremisesKind> kinds) {
        return raw.headings().isEmpty()
                ? raw.rows().stream()
                        .limit(SEARCHED_ROWS)
                        .map(head -> new Sheet(raw.name(), head.cells(), below(raw, head.number())))
                        .flatMap(sheet -> best(sheet, kinds).stream())
                        .findFirst()
                : best(raw, kinds);
    }

    Optional<Column> column(String field) {
        return columns.stream().filter(c -> c.field().isPresent() && c.id().equals(field)).findFirst();
    }

    Optional<Column> reference() {
        return columns.stream().filter(c -> c.field().isEmpty()).findFirst();
    }

    private static List<Sheet.Row> below(Sheet raw, int number) {
        return raw.rows().stream().filter(r -> r.number() > number && !r.isBlank()).toList();
    }

    private static Optional<Layout> best(Sheet sheet, List<PremisesKind> kinds) {
        return kinds.stream()
                .flatMap(kind -> kind.hasPeople()
                        ? Stream.of(match(sheet, kind, Form.INSTITUTIONS), match(sheet, kind, Form.PEOPLE))
                        : Stream.of(match(sheet, kind, Form.INSTITUTIONS)))
                .filter(Layout::isWhole)
                .max(Comparator.comparingInt(Layout::score));
    }

    private static Layout match(Sheet sheet, PremisesKind kind, Form form) {
        var columns = new ArrayList<Column>();
        var ignored = new ArrayList<Integer>();
        var taken = new HashSet<String>();
        Optional<String> twice = Optional.empty();
        for (var i = 0; i < sheet.headings().size(); i++) {
            var heading = plain(sheet.headings().get(i));
            if (heading.isEmpty()) {
                continue;
            }
            var shown = CellText.spaced(sheet.headings().get(i)).text();
            var field = fields(kind, form).stream().filter(f -> isHeading(f, heading)).findFirst();
            var reference = field.isEmpty() && form == Form.PEOPLE && isReference(kind, heading);
            if (field.isEmpty() && !reference) {
                ignored.add(i);
            } else if (taken.add(field.map(Field::id).orElse(""))) {
                columns.add(new Column(i, shown, field));
            } else {
                twice = Optional.of(shown);
            }
        }
        return new Layout(sheet, kind, form, List.copyOf(columns), List.copyOf(ignored), twice);
    }

    private boolean isWhole() {
        return columns.size() >= 2
                && (form == Form.INSTITUTIONS
                        ? column(kind.identifiedBy()).isPresent()
                        : column("code").isPresent() && reference().isPresent());
    }

    private int score() {
        var named = sheet.name().contains(kind.chinese()) || sheet.name().contains(kind.id());
        return (named ? 5 : 0) + 10 * columns.size() + fitting();
    }

    /** Kinds that share their headings differ in how their licences are numbered. */
    private int fitting() {
        var licence = columns.stream()
                .filter(c -> c.field().filter(Layout::tellsKinds).isPresent())
                .findFirst();
        if (licence.isEmpty()) {
            return 0;
        }
        var field = licence.get().field().orElseThrow();
        var fits = sheet.rows().stream()
                .limit(SAMPLED_ROWS)
                .map(row -> CellText.squeezed(CellText.composed(row.cell(licence.get().index()))))
                .filter(bare -> bare.text().length() > 0 && bare.text().length() <= field.longest())
                .anyMatch(bare -> field.type() == FieldType.REGISTRATION_NUMBER
                        ? !Codes.registration(bare).isWrong()
                        : !Codes.licence(field, bare).isWrong());
        return fits ? 25 : 0;
    }

    private static boolean tellsKinds(Field field) {
        return field.type() == FieldType.REGISTRATION_NUMBER || field.type() == FieldType.LICENCE_NUMBER;
    }

    private static boolean isHeading(Field field, String heading) {
        return heading.equals(plain(field.heading()))
                || heading.equals(plain(field.english()))
                || Words.CHINESE.list("heading." + field.id()).contains(heading);
    }

    private static boolean isReference(PremisesKind kind, String heading) {
        var own = identity(kind);
        return Words.CHINESE.list("people.institution").contains(heading) || isHeading(own, heading);
    }

    /** Without blanks, marks of duty and remarks in brackets. */
    private static String plain(String heading) {
        return CellText.squeezed(CellText.composed(heading))
                .text()
                .replaceAll("[*:]", "")
                .replaceAll("[(（][^)）]*[)）]$", "")
                .toUpperCase(Locale.ROOT);
    }
}
