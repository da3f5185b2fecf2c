package xingma.registry.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import xingma.fact.Field;
import xingma.fact.FieldType;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.institution.PremisesKind;
import xingma.registry.Edit;
import xingma.registry.Entry;
import xingma.territory.City;
import xingma.territory.RegionCode;

/**
 * A correction by hand (更正), held to the same rules as a cell of a file: what an officer wrote for some paths becomes
 * edits to the entry, or the faults that keep it from being proposed.
 */
public final class Correction {
    private static final int LONGEST_KEY = 60;

    private final PremisesKind kind;
    private final FieldReader cells;
    private final Entry entry;
    private final List<Edit> edits = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Correction(PremisesKind kind, City city, RegionCode territory, Entry entry) {
        this.kind = kind;
        this.cells = new FieldReader(city, territory);
        this.entry = entry;
    }

    public static Correction of(
            PremisesKind kind, City city, RegionCode territory, Entry entry, List<Written> written) {
        var correction = new Correction(kind, city, territory, entry);
        for (var i = 0; i < written.size(); i++) {
            correction.read(i, written.get(i));
            correction.refuseTwice(i, written);
        }
        correction.nameNewThings();
        correction.refuseGaps();
        return correction;
    }

    /** What would change, in the order of the paths; a value that stands there already is no edit. */
    public List<Edit> edits() {
        return List.copyOf(edits);
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Whether words that officers write hold a number that the register never does. */
    public static boolean holdsIdentityNumber(String words) {
        return HiddenNumbers.areIn(words);
    }

    private void read(int index, Written written) {
        var path = written.path();
        var field = kind.field(path.section(), path.field())
                .filter(f -> f.section() == Section.PRACTICE || SheetRules.isInSheets(f));
        if (field.isEmpty()) {
            fault(index, "path.unknown", path.field());
        } else if (!isKey(path)) {
            fault(index, "key.shape", path.key());
        } else if (written.value().isEmpty()) {
            takeAway(index, path, field.get());
        } else {
            put(index, path, field.get(), written.value().get());
        }
    }

    private void refuseTwice(int index, List<Written> written) {
        var path = written.get(index).path();
        if (written.subList(0, index).stream().anyMatch(w -> w.path().equals(path))) {
            fault(index, "path.twice", path.field());
        }
    }

    private void takeAway(int index, Path path, Field field) {
        if (field.required()) {
            fault(index, "field.required", field.heading());
        } else {
            edit(path, Optional.empty());
        }
    }

    private void put(int index, Path path, Field field, String value) {
        var reading = cells.read(field, value);
        var wrong = reading.remarks().stream().filter(r -> r.severity() == Finding.Severity.ERROR).findFirst();
        if (wrong.isPresent()) {
            faults.add(Fault.of(Optional.of(index), wrong.get(), field));
        } else if (reading.value().isEmpty()) {
            takeAway(index, path, field);
        } else if (isKeyField(path) && !reading.value().get().equals(path.key())) {
            fault(index, "key.other", path.key());
        } else {
            edit(path, reading.value());
        }
    }

    private void edit(Path path, Optional<String> value) {
        edits.removeIf(e -> e.path().equals(path));
        if (!entry.at(path).equals(value)) {
            edits.add(new Edit(path, entry.at(path), value));
        }
    }

    /** A credential or person is kept under its own number; the number stands among its facts too. */
    private void nameNewThings() {
        for (var path : things()) {
            var id = keyField(path.section());
            var named = new Path(path.section(), path.key(), id);
            var isKnown = entry.all(path.section()).containsKey(path.key());
            if (isKnown || edits.stream().anyMatch(e -> e.path().equals(named))) {
                continue;
            }
            kind.field(path.section(), id).ifPresent(field -> {
                var reading = cells.read(field, path.key());
                if (reading.value().filter(path.key()::equals).isEmpty()) {
                    faults.add(reading.remarks().stream()
                            .findFirst()
                            .map(r -> Fault.of(Optional.empty(), r, field))
                            .orElseGet(() -> Fault.of(
                                    Optional.empty(), Remark.error("key.shape", Optional.empty(), path.key()), field)));
                } else {
                    edit(named, reading.value());
                }
            });
        }
    }

    /** Everything that the correction touches must be whole after it. */
    private void refuseGaps() {
        var after = entry.with(edits);
        for (var thing : things()) {
            for (var field : kind.fields(thing.section())) {
                var path = new Path(field.section(), thing.key(), field.id());
                var lacks = field.required() && field.type() != FieldType.PHOTO && after.at(path).isEmpty();
                if (lacks && faults.isEmpty()) {
                    var remark = Remark.error("field.required", Optional.empty(), field.heading());
                    faults.add(Fault.of(Optional.empty(), remark, field));
                }
            }
        }
    }

    private LinkedHashSet<Path> things() {
        var things = new LinkedHashSet<Path>();
        edits.forEach(e -> things.add(new Path(e.path().section(), e.path().key(), "-")));
        return things;
    }

    private static String keyField(Section section) {
        return section == Section.PERSON ? "code" : "number";
    }

    private static boolean isKeyField(Path path) {
        return path.section() != Section.PREMISES && path.field().equals(keyField(path.section()));
    }

    private static boolean isKey(Path path) {
        var key = path.key();
        return path.section() == Section.PREMISES
                || !key.isBlank()
                        && key.length() <= LONGEST_KEY
                        && key.equals(CellText.spaced(CellText.composed(key)).text())
                        && Signs.first(key).isEmpty()
                        && !HiddenNumbers.areIn(key);
    }

    private void fault(int index, String code, String written) {
        var telling = HiddenNumbers.masked(written);
        var remark = Remark.error(code, Optional.empty(), telling);
        faults.add(Fault.of(Optional.of(index), remark, new Column(0, telling, Optional.empty())));
    }

    /** What an officer wrote for one fact; nothing takes the fact away. */
    public record Written(Path path, Optional<String> value) {}

    /**
     * Why it cannot be proposed.
     *
     * @param index of the edit at fault; absent where the whole lacks something
     */
    public record Fault(Optional<Integer> index, String code, String chinese, String english) {
        private static Fault of(Optional<Integer> index, Remark remark, Field field) {
            return of(index, remark, new Column(0, field.heading(), Optional.of(field)));
        }

        private static Fault of(Optional<Integer> index, Remark remark, Column column) {
            var finding = Findings.finding("", 1, Optional.of(column), Optional.empty(), remark);
            return new Fault(
                    index,
                    remark.code(),
                    finding.heading() + "：" + finding.what() + "。" + finding.mend(),
                    finding.english());
        }
    }
}
