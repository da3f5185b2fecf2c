package xingma.registry.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.fact.Field;
import xingma.institution.PremisesKind;

/**
 * An empty form to fill in (模板): the headings by which an import knows its columns, and a row that shows how.
 *
 * @param columns absent for the column by which a person's row names the institution
 */
public record SheetForm(String name, List<String> headings, List<String> example, List<Optional<Field>> columns) {
    public SheetForm {
        headings = List.copyOf(headings);
        example = List.copyOf(example);
        columns = List.copyOf(columns);
    }

    public static SheetForm institutions(PremisesKind kind) {
        return of(
                Words.CHINESE.say("template.institutions"),
                Layout.fields(kind, Layout.Form.INSTITUTIONS).stream().map(Optional::of).toList(),
                kind);
    }

    public static SheetForm people(PremisesKind kind) {
        return of(
                Words.CHINESE.say("template.people"),
                Stream.concat(
                                Stream.of(Optional.<Field>empty()),
                                Layout.fields(kind, Layout.Form.PEOPLE).stream().map(Optional::of))
                        .toList(),
                kind);
    }

    public Optional<Field> field(int column) {
        return columns.get(column);
    }

    public boolean required(int column) {
        return columns.get(column).map(Field::required).orElse(true);
    }

    private static SheetForm of(String name, List<Optional<Field>> columns, PremisesKind kind) {
        var headings = new ArrayList<String>();
        var example = new ArrayList<String>();
        for (var column : columns) {
            headings.add(column.map(Field::heading).orElseGet(() -> Layout.identity(kind).heading()));
            var value = column.map(Field::example).orElseGet(() -> Layout.identity(kind).example());
            var isName = column.filter(f -> f.id().equals("name")).isPresent();
            example.add(isName ? Words.CHINESE.say("template.example") + value : value);
        }
        return new SheetForm(name, headings, example, columns);
    }
}
