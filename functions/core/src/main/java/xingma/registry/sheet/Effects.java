package xingma.registry.sheet;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xingma.fact.Facts;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.PremisesKind;
import xingma.institution.Verdict;
import xingma.registry.Dossier;
import xingma.registry.Edit;
import xingma.registry.Entry;

/** Tells what each edit to a published entry does to the scan page, the verdict and the placard. */
public final class Effects {
    private Effects() {}

    static List<Trial.Alteration> of(Target target, List<Edit> edits, LocalDate today) {
        if (!target.isPublished()) {
            return List.of();
        }
        var sayers = target.sayers();
        return edits.stream()
                .map(edit -> {
                    var line = sayers.get(edit.path());
                    var column = line.from.get(edit.path());
                    return new Trial.Alteration(
                            Sheet.letters(column.index()) + line.row.number(),
                            line.layout.sheet().name(),
                            target.id,
                            target.before.premises().textOrEmpty("name"),
                            edit.path(),
                            column.heading(),
                            edit.before(),
                            edit.after().orElseThrow(),
                            of(edit, target.dossier.orElseThrow(), target.kind, today));
                })
                .toList();
    }

    /** The effect of one edit, were it the only one. */
    public static Effect of(Edit edit, Dossier dossier, PremisesKind kind, LocalDate today) {
        var before = dossier.entry();
        var after = before.with(List.of(edit));
        var path = edit.path();
        var field = kind.field(path.section(), path.field());
        var was = isYes(before, kind, today);
        var willBe = isYes(after, kind, today);
        if (was != willBe) {
            return willBe ? Effect.VERDICT_YES : Effect.VERDICT_NO;
        }
        var isPrinted = path.section() == Section.PREMISES && SheetRules.PRINTED.contains(path.field());
        if (isPrinted && dossier.placard().isPresent()) {
            return Effect.REPRINT;
        }
        if (path.section() == Section.PERSON) {
            return person(edit, before, field);
        }
        if (path.field().equals("validUntil")) {
            return isLater(edit) ? Effect.LONGER : Effect.SHORTER;
        }
        if (field.filter(Field::shown).isEmpty()) {
            return Effect.NONE;
        }
        return field.get().type() == FieldType.ITEMS ? items(edit) : Effect.PAGE;
    }

    private static boolean isYes(Entry entry, PremisesKind kind, LocalDate today) {
        return Verdict.of(entry.institution(), kind.conditions(), today).yes();
    }

    private static Effect person(Edit edit, Entry before, Optional<Field> field) {
        var path = edit.path();
        if (!before.all(Section.PERSON).containsKey(path.key())) {
            return Effect.PERSON_NEW;
        }
        if (path.field().equals("leftOn")) {
            return Effect.PERSON_LEFT;
        }
        return field.filter(Field::shown).isPresent() ? Effect.PAGE : Effect.NONE;
    }

    private static boolean isLater(Edit edit) {
        return edit.after().isEmpty()
                || edit.before().filter(b -> edit.after().get().compareTo(b) > 0).isPresent();
    }

    private static Effect items(Edit edit) {
        var before = set(edit.before());
        var after = set(edit.after());
        return after.containsAll(before) ? Effect.MORE_ITEMS
                : before.containsAll(after) ? Effect.FEWER_ITEMS : Effect.OTHER_ITEMS;
    }

    private static Set<String> set(Optional<String> items) {
        return items.map(i -> new HashSet<>(Arrays.asList(i.split(Facts.BETWEEN)))).orElseGet(HashSet::new);
    }

}
