package xingma.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.fact.Path;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EntryTest {
    private final Entry entry = Entry.blank(Some.QINGHE, "medical-institution").with(Some.qinghe());

    @Test
    void the_edits_between_two_entries_lead_from_one_to_the_other_and_back() {
        var other = entry.with(List.of(
                Some.changes("premises//address", "听雨路18号2层", "听雨路18号3层"),
                Some.sets("person/220990102000001/name", "何喆"),
                new Edit(Path.parse("premises//departments"), entry.at(Path.premises("departments")), Optional.empty())));

        assertEquals(other, entry.with(entry.editsTo(other)));
        assertEquals(entry, other.with(other.editsTo(entry)));
        assertEquals(List.of(), entry.editsTo(entry));
    }

    @Test
    void an_edit_that_starts_from_something_else_does_not_fit() {
        assertTrue(entry.fits(List.of(Some.changes("premises//address", "听雨路18号2层", "听雨路20号"))));
        assertFalse(entry.fits(List.of(Some.changes("premises//address", "听雨路19号", "听雨路20号"))));
        assertFalse(entry.fits(List.of(Some.sets("premises//name", "别家"))));
    }

    @Test
    void a_path_is_read_back_as_it_was_written_even_when_the_key_holds_slashes() {
        var path = Path.parse("credential/(浙)卫消证字(2026)第0001号/附/validUntil");
        assertEquals("(浙)卫消证字(2026)第0001号/附", path.key());
        assertEquals(path, Path.parse(path.toString()));
        assertThrows(IllegalArgumentException.class, () -> Path.parse("premises/name"));
        assertThrows(IllegalArgumentException.class, () -> Path.parse("premises/x/name"));
        assertThrows(IllegalArgumentException.class, () -> Path.parse("people//name"));
    }

    @Test
    void an_origin_that_no_fact_names_any_more_is_forgotten() {
        var bureau = new InMemoryBureau();
        var dossier = Some.publishedQinghe(bureau);
        for (var floor = 3; floor <= 5; floor++) {
            var edit = Some.changes(
                    "premises//address", "听雨路18号" + (floor - 1) + "层", "听雨路18号" + floor + "层");
            var proposed = dossier.propose(Some.correction("c" + floor, Some.REGISTRAR, edit));
            dossier = proposed.after().check(Some.CHECKER.id(), Some.NOON).after();
        }
        var published = dossier.published().orElseThrow();
        assertEquals(4, published.version());
        assertEquals(List.of(1, 4), List.copyOf(published.origins().keySet()));
    }
}
