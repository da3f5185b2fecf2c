package xingma.registry.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.CreditCode;
import xingma.institution.PremisesKind;
import xingma.institution.RegistrationNumber;

/** Reads the rows of every sheet, each for itself: cells, keys, doubles, and what contradicts itself within the row. */
final class LineReader {
    private final List<PremisesKind> kinds;
    private final FieldReader cells;
    private final SheetRules rules;
    private final Findings findings;

    LineReader(List<PremisesKind> kinds, FieldReader cells, SheetRules rules, Findings findings) {
        this.kinds = kinds;
        this.cells = cells;
        this.rules = rules;
        this.findings = findings;
    }

    /** Institutions first, so that people may refer to them wherever their sheet stands. */
    List<Line> read(List<Layout> layouts) {
        var lines = new ArrayList<Line>();
        for (var form : Layout.Form.values()) {
            layouts.stream().filter(l -> l.form() == form).forEach(l -> read(l, lines));
        }
        return lines;
    }

    List<Layout> layouts(List<Sheet> sheets) {
        var layouts = new ArrayList<Layout>();
        for (var sheet : sheets) {
            var layout = sheet.headings().isEmpty() ? Optional.<Layout>empty() : Layout.find(sheet, kinds);
            if (layout.isEmpty()) {
                var unknown = Remark.error("sheet.unknown", Optional.empty(), sheet.name());
                findings.addToSheet(sheet.name(), Optional.empty(), unknown);
                continue;
            }
            layout.get().twice().ifPresent(heading -> findings.addToSheet(
                    sheet.name(), Optional.empty(), Remark.error("sheet.twice", Optional.empty(), heading)));
            layout.get().ignored().forEach(i -> findings.addToSheet(
                    sheet.name(),
                    Optional.of(new Column(i, sheet.headings().get(i), Optional.empty())),
                    Remark.warning("column.ignored", Optional.empty(), sheet.headings().get(i))));
            if (layout.get().twice().isEmpty()) {
                layouts.add(layout.get());
            }
        }
        return layouts;
    }

    private void read(Layout layout, List<Line> lines) {
        var first = new HashMap<String, Line>();
        var places = new HashMap<String, Line>();
        for (var row : layout.sheet().rows()) {
            if (isExample(layout, row)) {
                continue;
            }
            var line = new Line(layout, row);
            layout.columns().forEach(column -> column.field().ifPresent(field -> read(line, column, field)));
            refuseWithoutKey(line);
            refuseDouble(line, first);
            refuseTwin(line, places);
            line.place();
            if (!line.isPerson() && !line.wrong) {
                compareWithin(line);
            }
            compareDates(line);
            lines.add(line);
        }
    }

    private void read(Line line, Column column, Field field) {
        var reading = cells.read(field, line.row.cell(column.index()));
        reading.remarks().forEach(remark -> findings.add(line, column, remark));
        line.readings.put(field.id(), reading);
    }

    private void refuseWithoutKey(Line line) {
        var keys = line.isPerson() ? List.of("code") : keys(line);
        for (var key : keys) {
            var reading = line.readings.get(key);
            if (reading == null || reading.value().isEmpty() && !reading.isWrong()) {
                findings.add(line, key, Remark.error("field.required", Optional.empty(), heading(line, key)));
            }
        }
    }

    /** The kind's identity; and a credential's number as soon as anything is said of the credential. */
    private static List<String> keys(Line line) {
        var identity = line.layout.kind().identifiedBy();
        var tellsCredential = line.layout.columns().stream()
                .flatMap(c -> c.field().stream())
                .anyMatch(f -> f.section() == Section.CREDENTIAL && line.value(f.id()).isPresent());
        return tellsCredential && !identity.equals("number") ? List.of(identity, "number") : List.of(identity);
    }

    private static String heading(Line line, String field) {
        return line.layout.column(field).map(Column::heading).orElseGet(() -> line.layout.kind().fields().stream()
                .filter(f -> f.id().equals(field))
                .map(Field::heading)
                .findFirst()
                .orElse(field));
    }

    private void refuseDouble(Line line, Map<String, Line> first) {
        var field = line.isPerson() ? "code" : "number";
        var key = line.value(field).map(v -> line.isPerson() ? v + '@' + reference(line) : v);
        key.ifPresent(k -> {
            var before = first.putIfAbsent(line.layout.kind().id() + '/' + k, line);
            if (before != null) {
                findings.add(line, field, Remark.error("row.double", Optional.empty(), before.row.number()));
            }
        });
    }

    /** The same place under two numbers would be in the register twice. */
    private void refuseTwin(Line line, Map<String, Line> places) {
        var number = line.value(line.layout.kind().identifiedBy());
        if (line.isPerson() || line.wrong || number.isEmpty()) {
            return;
        }
        line.value("name").ifPresent(name -> line.value("address").ifPresent(address -> {
            var before = places.putIfAbsent(name + '\n' + address, line);
            if (before != null && !before.value(line.layout.kind().identifiedBy()).equals(number)) {
                findings.add(line, "name", Remark.error("row.twin", Optional.empty(), before.row.number()));
            }
        }));
    }

    static String reference(Line line) {
        return line.layout.reference()
                .map(c -> CellText.squeezed(CellText.composed(line.row.cell(c.index()))).text())
                .orElse("");
    }

    private void compareWithin(Line line) {
        var number = line.value("number")
                .filter(v -> line.layout.column("number")
                        .flatMap(Column::field)
                        .filter(f -> f.type() == FieldType.REGISTRATION_NUMBER)
                        .isPresent())
                .map(RegistrationNumber::new);
        if (number.isEmpty()) {
            return;
        }
        var region = number.get().region();
        line.value("district").filter(d -> !d.equals(region)).ifPresent(district -> findings.add(
                line, "number", Remark.warning("registrationNumber.region", Optional.empty(), region, district)));
        var organisation = number.get().organisation();
        line.value("creditCode")
                .filter(c -> !new CreditCode(c).organisation().equals(organisation))
                .ifPresent(code -> findings.add(line, "number", Remark.warning(
                        "registrationNumber.creditCode", Optional.empty(), organisation, code)));
        var type = line.value("institutionType").filter(rules::knowsType);
        var meant = rules.categoryNamed(number.get().category());
        if (type.isPresent() && meant.isPresent() && !meant.equals(type)) {
            findings.add(line, "institutionType", Remark.error(
                    "registrationNumber.category", Optional.empty(), number.get().category(), meant.get(), type.get()));
        }
    }

    private void compareDates(Line line) {
        var from = line.value("validFrom");
        var until = line.value("validUntil");
        if (from.isPresent() && until.isPresent() && from.get().compareTo(until.get()) > 0) {
            findings.add(line, "validUntil", Remark.error("date.order", Optional.empty(), until.get(), from.get()));
        }
    }

    /** The template's second row, left where it was, says of itself that it is one. */
    private static boolean isExample(Layout layout, Sheet.Row row) {
        return layout.column("name")
                .filter(c -> row.cell(c.index()).startsWith(Words.CHINESE.say("template.example")))
                .isPresent();
    }
}
