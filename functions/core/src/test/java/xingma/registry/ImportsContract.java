package xingma.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.registry.sheet.ImportFile;
import xingma.registry.sheet.ImportRecord;
import xingma.registry.sheet.ImportRecord.Stage;
import xingma.registry.sheet.Imports;
import xingma.territory.RegionCode;

/** What every store of imports does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ImportsContract {
    private static final RegionCode CITY = new RegionCode("990100");
    private static final RegionCode DISTRICT = new RegionCode("990102");

    /** An empty store. */
    protected abstract Imports imports();

    @Test
    void a_record_comes_back_as_it_was_in_every_stage() {
        var imports = imports();
        var record = record(1, CITY);
        assertEquals(Optional.empty(), imports.find(record.file().id()));
        for (var stage : Stage.values()) {
            assertTrue(imports.keep(record));
            assertEquals(Optional.of(record), imports.find(record.file().id()));
            record = stage == Stage.REFUSED ? record.refused("证照不符") : record.at(stage, 62);
        }
    }

    @Test
    void the_same_step_twice_is_one_step_and_another_one_from_the_same_place_is_none() {
        var imports = imports();
        var first = record(1, CITY);
        assertTrue(imports.keep(first));
        assertTrue(imports.keep(first));
        var proposing = first.at(Stage.PROPOSING, 62);
        assertTrue(imports.keep(proposing));
        assertTrue(imports.keep(proposing));
        assertFalse(imports.keep(first));
        assertFalse(imports.keep(first.at(Stage.PROPOSED, 62)));
        assertFalse(imports.keep(proposing.at(Stage.PROPOSED, 62).at(Stage.CHECKING, 62)));
        assertEquals(Optional.of(proposing), imports.find(first.file().id()));
    }

    @Test
    void a_territorys_imports_are_listed_newest_first_page_by_page() {
        var imports = imports();
        for (var i = 0; i < 130; i++) {
            imports.keep(record(i, CITY));
        }
        imports.keep(record(500, DISTRICT));
        List<ImportRecord> listed = new ArrayList<>();
        var after = Optional.<String>empty();
        do {
            var page = imports.in(CITY, after);
            listed.addAll(page.items());
            after = page.next();
        } while (after.isPresent());
        assertEquals(130, listed.size());
        assertEquals(record(129, CITY), listed.getFirst());
        assertEquals(record(0, CITY), listed.getLast());
        assertEquals(List.of(record(500, DISTRICT)), imports.in(DISTRICT, Optional.empty()).items());
    }

    private static ImportRecord record(int number, RegionCode territory) {
        var at = Instant.parse("2026-11-21T02:00:00Z").plusSeconds(number);
        return ImportRecord.tried(
                new ImportFile("%024x".formatted(number), "医美机构2026-11.xlsx", territory, "gao-min", "高敏", at), 66);
    }
}
