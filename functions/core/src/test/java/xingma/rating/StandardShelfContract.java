package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Entry;
import xingma.audit.Trail;
import xingma.rating.Standard.Status;
import xingma.rating.StandardShelf.File;
import xingma.rating.StandardShelf.Shelving;

/** What every {@link StandardShelf} must do, and the desk before it. Each store runs this whole class against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class StandardShelfContract {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final String BY = "bureau 990100 ou";
    private static final Standard SHIPPED = read("1:60");

    public record Stores(StandardShelf shelf, Trail trail) {}

    /** A shelf on which nothing stands but what ships. */
    protected abstract Stores stores(List<Standard> shipped);

    /** An edition's file in these tests: its number, and the points of its first clause of a hundred. */
    public static Standard read(String file) {
        var parts = file.split(":");
        var points = Integer.parseInt(parts[1]);
        return Some.standard(
                Integer.parseInt(parts[0]), Some.RULES, Some.ratio("A1", points), Some.ratio("B1", 100 - points));
    }

    private static StandardDesk desk(Stores stores) {
        return new StandardDesk(stores.shelf(), () -> NOON);
    }

    private static void done(StandardDesk.Outcome outcome) {
        assertInstanceOf(StandardDesk.Outcome.Done.class, outcome);
    }

    private static void inTrial(Stores stores, String file) {
        var draft = read(file);
        done(desk(stores).draft(BY, "draft", draft, file));
        done(desk(stores).move(BY, "comment", draft.id(), draft.edition(), Status.COMMENT));
        done(desk(stores).move(BY, "trial", draft.id(), draft.edition(), Status.TRIAL));
    }

    private static Status status(Stores stores, int edition) {
        var found = stores.shelf().find("TEST", edition).orElseThrow();
        assertEquals(Optional.of(found), stores.shelf().editions("TEST").edition(edition));
        return found.status();
    }

    @Test
    void what_ships_is_there_without_a_store() {
        var stores = stores(List.of(SHIPPED));

        assertEquals(List.of("TEST"), stores.shelf().ids());
        assertEquals(Optional.of(SHIPPED), stores.shelf().find("TEST", 1));
        assertEquals(
                new StandardShelf.Shelved(new Editions(List.of(SHIPPED)), 0, Entry.FIRST),
                stores.shelf().shelved("TEST"));
        assertEquals(Optional.empty(), stores.shelf().find("TEST", 2));
        assertEquals(Editions.NONE, stores.shelf().editions("OTHER"));
    }

    @Test
    void a_draft_is_kept_as_its_file_says_and_may_be_written_anew() {
        var stores = stores(List.of());
        done(desk(stores).draft(BY, "one", read("1:70"), "1:70"));
        done(desk(stores).draft(BY, "two", read("1:80"), "1:80"));

        assertEquals(Optional.of(read("1:80").at(Status.DRAFT)), stores.shelf().find("TEST", 1));
        assertEquals(List.of("TEST"), stores.shelf().ids());
        var lines = stores.trail().of("STANDARD TEST", 0);
        assertEquals(List.of("one", "two"), lines.stream().map(l -> l.facts().get("ask")).toList());
        assertEquals(lines.getFirst().hash(), lines.getLast().before());
        assertEquals(lines.getLast().hash(), stores.shelf().shelved("TEST").head());
    }

    @Test
    void an_edition_comes_into_force_after_a_simulation_alone_and_retires_the_one_before() {
        var stores = stores(List.of(SHIPPED.at(Status.IN_FORCE)));
        inTrial(stores, "2:70");
        var other = Simulation.of(read("2:75"), List.of(), Some.DAY);
        var seen = Simulation.of(read("2:70"), List.of(), Some.DAY);

        assertInstanceOf(
                Editions.Outcome.NotSimulated.class,
                ((StandardDesk.Outcome.No) desk(stores).putInForce(BY, "force", "TEST", 2, other)).why());
        assertEquals(Status.IN_FORCE, status(stores, 1));
        done(desk(stores).putInForce(BY, "force", "TEST", 2, seen));

        assertEquals(Status.RETIRED, status(stores, 1));
        assertEquals(Status.IN_FORCE, status(stores, 2));
        assertEquals(SHIPPED.clauses(), stores.shelf().find("TEST", 1).orElseThrow().clauses());
        assertEquals(4, stores.trail().of("STANDARD TEST", 0).size());
    }

    @Test
    void what_left_the_drawing_board_is_not_written_anew() {
        var stores = stores(List.of());
        inTrial(stores, "1:70");

        assertInstanceOf(
                Editions.Outcome.Fixed.class,
                ((StandardDesk.Outcome.No) desk(stores).draft(BY, "again", read("1:80"), "1:80")).why());
        assertEquals(3, stores.trail().of("STANDARD TEST", 0).size());
    }

    private static Shelving drafting(StandardShelf.Shelved before, String file, String ask) {
        var draft = read(file);
        var after = ((Editions.Outcome.Done) before.editions().draft(draft)).editions();
        var facts = new TreeMap<String, String>();
        facts.put("ask", ask);
        var line = new Entry("STANDARD TEST", before.revision() + 1, NOON, BY, "Drafted", facts, before.head());
        return new Shelving(before, after, Optional.of(new File(draft.edition(), file)), line);
    }

    @Test
    void of_two_steps_from_one_place_one_is_kept_and_the_same_again_is_true_again() {
        var stores = stores(List.of());
        var before = stores.shelf().shelved("TEST");
        var mine = drafting(before, "1:70", "mine");
        var theirs = drafting(before, "1:80", "theirs");

        assertTrue(stores.shelf().keep(mine));
        assertTrue(stores.shelf().keep(mine));
        assertFalse(stores.shelf().keep(theirs));
        assertTrue(stores.shelf().keep(drafting(stores.shelf().shelved("TEST"), "2:80", "next")));
        assertTrue(stores.shelf().keep(mine));

        assertEquals(Optional.of(read("1:70")), stores.shelf().find("TEST", 1));
        assertEquals(2, stores.shelf().editions("TEST").all().size());
        assertEquals(2, stores.trail().of("STANDARD TEST", 0).size());
    }

    @Test
    void another_text_is_never_kept_without_its_file() {
        var before = stores(List.of(SHIPPED)).shelf().shelved("TEST");
        var with = drafting(before, "1:70", "ask");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Shelving(before, with.after(), Optional.empty(), with.entry()));
    }
}
