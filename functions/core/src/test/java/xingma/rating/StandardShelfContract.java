package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.Entry;
import xingma.audit.Trail;
import xingma.rating.Course.Step;
import xingma.rating.Standard.Status;
import xingma.rating.StandardDesk.Against;
import xingma.rating.StandardDesk.By;
import xingma.rating.StandardShelf.File;
import xingma.rating.StandardShelf.Shelving;

/** What every {@link StandardShelf} must do, and the desk before it. Each store runs this whole class against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class StandardShelfContract {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final By BY = new By("ou", "bureau 990100 ou", TODAY);
    private static final By SECOND = new By("cheng", "bureau 990100 cheng", TODAY);
    private static final By THIRD = new By("dai", "bureau 990100 dai", TODAY);
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

    private static void barred(Against against, StandardDesk.Outcome outcome) {
        assertEquals(new StandardDesk.Outcome.Barred(against), outcome);
    }

    private static void out(Stores stores, String file) {
        var draft = read(file);
        done(desk(stores).draft(BY, "draft", draft, file));
        done(desk(stores).consult(BY, "out", draft.id(), draft.edition(), TODAY.minusDays(40), TODAY.minusDays(10)));
    }

    private static void inTrial(Stores stores, String file) {
        out(stores, file);
        done(desk(stores).tryOut(BY, "trial", "TEST", read(file).edition()));
    }

    private static Simulation of(String file) {
        return Simulation.of(read(file), List.of(), Some.DAY);
    }

    private static Opinion opinion(String id, int day, String clause) {
        return new Opinion(
                id, LocalDate.of(2026, 10, day), Opinion.From.INSTITUTION, "青禾门诊部", Optional.ofNullable(clause), "分值偏高",
                Optional.empty());
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
                new StandardShelf.Shelved(new Editions(List.of(SHIPPED)), new TreeMap<>(), 0, Entry.FIRST),
                stores.shelf().shelved("TEST"));
        assertEquals(Optional.empty(), stores.shelf().find("TEST", 2));
        assertEquals(Optional.empty(), stores.shelf().find("", 1));
        assertEquals(Optional.empty(), stores.shelf().find("长".repeat(2_001), 1));
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
    void an_edition_comes_into_force_after_a_simulation_alone_and_by_two_people_and_retires_the_one_before() {
        var stores = stores(List.of(SHIPPED.at(Status.IN_FORCE)));
        inTrial(stores, "2:70");
        var desk = desk(stores);

        barred(Against.NOTHING_PROPOSED, desk.decide(SECOND, "early", "TEST", 2, day -> of("2:70")));
        assertInstanceOf(
                Editions.Outcome.NotSimulated.class,
                ((StandardDesk.Outcome.No) desk.propose(BY, "p", "TEST", 2, "试行满意", of("2:75"))).why());
        done(desk.propose(BY, "propose", "TEST", 2, "试行满意", of("2:70")));
        done(desk.propose(BY, "propose", "TEST", 2, "试行满意", of("2:70")));
        assertEquals(new StandardDesk.Outcome.IdTaken("propose"), desk.refuse(BY, "propose", "TEST", 2, "不"));
        barred(Against.PROPOSED_ALREADY, desk.propose(THIRD, "again", "TEST", 2, "再提", of("2:70")));
        barred(Against.SAME_PERSON, desk.decide(BY, "force", "TEST", 2, day -> of("2:70")));
        barred(
                Against.SIMULATION_CHANGED,
                desk.decide(SECOND, "force", "TEST", 2, day -> Simulation.of(read("2:70"), List.of(), day.plusDays(1))));
        assertEquals(Status.IN_FORCE, status(stores, 1));
        done(desk.decide(SECOND, "force", "TEST", 2, day -> of("2:70")));
        done(desk.decide(SECOND, "force", "TEST", 2, day -> of("2:70")));

        assertEquals(Status.RETIRED, status(stores, 1));
        assertEquals(Status.IN_FORCE, status(stores, 2));
        assertEquals(SHIPPED.clauses(), stores.shelf().find("TEST", 1).orElseThrow().clauses());
        assertEquals(List.of("Drafted", "Consulted", "Tried", "Proposed", "Decided"),
                stores.trail().of("STANDARD TEST", 0).stream().map(Entry::what).toList());
        var shelved = stores.shelf().shelved("TEST");
        assertEquals(List.of(new Step.Decided("force", "cheng", NOON, Status.RETIRED)), shelved.course(1).steps());
        assertEquals(Optional.of(Course.Seen.of(of("2:70"))),
                ((Step.Proposed) shelved.course(2).byId("propose").orElseThrow()).seen());
    }

    @Test
    void who_wrote_an_edition_does_not_put_it_in_force_whoever_proposed_it() {
        var stores = stores(List.of());
        inTrial(stores, "1:70");
        done(desk(stores).propose(SECOND, "propose", "TEST", 1, "试行满意", of("1:70")));
        barred(Against.SAME_PERSON, desk(stores).decide(BY, "force", "TEST", 1, day -> of("1:70")));
        done(desk(stores).decide(THIRD, "force", "TEST", 1, day -> of("1:70")));
    }

    @Test
    void what_is_refused_may_be_proposed_anew_and_what_is_in_force_is_retired_by_two() {
        var stores = stores(List.of());
        inTrial(stores, "1:70");
        var desk = desk(stores);
        barred(Against.NOTHING_PROPOSED, desk.refuse(SECOND, "no", "TEST", 1, "再看看"));
        done(desk.propose(BY, "one", "TEST", 1, "试行满意", of("1:70")));
        barred(Against.SAME_PERSON, desk.refuse(BY, "no", "TEST", 1, "再看看"));
        done(desk.refuse(SECOND, "no", "TEST", 1, "再看看"));
        assertInstanceOf(StandardDesk.Outcome.No.class, desk.proposeRetiring(BY, "early", "TEST", 1, "不用了"));
        done(desk.propose(BY, "two", "TEST", 1, "试行满意", of("1:70")));
        done(desk.decide(SECOND, "force", "TEST", 1, day -> of("1:70")));

        assertInstanceOf(StandardDesk.Outcome.No.class, desk.giveUp(BY, "end", "TEST", 1, "不用了"));
        done(desk.proposeRetiring(BY, "end", "TEST", 1, "不用了"));
        assertEquals(Status.IN_FORCE, status(stores, 1));
        done(desk.decide(SECOND, "ended", "TEST", 1, day -> {
            throw new AssertionError("nothing to simulate");
        }));
        assertEquals(Status.RETIRED, status(stores, 1));
    }

    @Test
    void opinions_are_kept_once_and_answered_before_the_trial() {
        var stores = stores(List.of());
        var desk = desk(stores);
        done(desk.draft(BY, "draft", read("1:70"), "1:70"));
        barred(Against.NOT_OUT, desk.hear(BY, "h0", "TEST", 1, List.of(opinion("o1", 3, "A1"))));
        done(desk.consult(BY, "out", "TEST", 1, TODAY.minusDays(40), TODAY.minusDays(10)));
        done(desk.hear(BY, "h1", "TEST", 1, List.of(opinion("o2", 4, null), opinion("o1", 3, "A1"))));
        done(desk.hear(BY, "h1", "TEST", 1, List.of(opinion("o2", 4, null), opinion("o1", 3, "A1"))));
        barred(Against.NO_SUCH_CLAUSE, desk.hear(BY, "h2", "TEST", 1, List.of(opinion("o3", 3, "Z9"))));
        assertEquals(
                new StandardDesk.Outcome.IdTaken("o1"), desk.hear(BY, "h2", "TEST", 1, List.of(opinion("o1", 9, "A1"))));
        assertEquals(List.of(opinion("o1", 3, "A1"), opinion("o2", 4, null)), stores.shelf().opinions("TEST", 1));

        barred(Against.OPINIONS_OPEN, desk.tryOut(BY, "trial", "TEST", 1));
        barred(Against.NO_SUCH_OPINION, desk.answer(BY, "a0", "TEST", 1, "o9", Opinion.Taken.NOT, "无依据"));
        done(desk.answer(BY, "a1", "TEST", 1, "o1", Opinion.Taken.NOT, "无依据"));
        done(desk.answer(BY, "a2", "TEST", 1, "o2", Opinion.Taken.WHOLLY, "下一版改"));
        done(desk.answer(BY, "a3", "TEST", 1, "o1", Opinion.Taken.PARTLY, "降为20分"));
        done(desk.answer(SECOND, "a4", "TEST", 1, "o1", Opinion.Taken.PARTLY, "降为20分"));
        done(desk.tryOut(BY, "trial", "TEST", 1));

        var answer = stores.shelf().opinions("TEST", 1).getFirst().answer().orElseThrow();
        assertEquals(new Opinion.Answer(Opinion.Taken.PARTLY, "降为20分", "ou", NOON), answer);
        barred(Against.NOT_OUT, desk.answer(BY, "a5", "TEST", 1, "o1", Opinion.Taken.NOT, "无依据"));
        assertEquals(7, stores.trail().of("STANDARD TEST", 0).size());
    }

    @Test
    void the_trial_waits_for_the_last_day_of_opinions() {
        var stores = stores(List.of());
        done(desk(stores).draft(BY, "draft", read("1:70"), "1:70"));
        done(desk(stores).consult(BY, "out", "TEST", 1, TODAY.minusDays(9), TODAY));
        barred(Against.OPINIONS_AWAITED, desk(stores).tryOut(BY, "trial", "TEST", 1));
        done(desk(stores).tryOut(new By("ou", "bureau 990100 ou", TODAY.plusDays(1)), "trial", "TEST", 1));
    }

    @Test
    void what_an_office_still_writes_is_not_for_everybody() {
        var stores = stores(List.of(SHIPPED));
        done(desk(stores).draft(BY, "two", read("2:70"), "2:70"));
        done(desk(stores).draft(BY, "three", read("3:70"), "3:70"));
        done(desk(stores).giveUp(BY, "end", "TEST", 3, "不要了"));
        var shelved = stores.shelf().shelved("TEST");
        assertEquals(List.of(1), shelved.editions().all().stream().filter(shelved::isOut).map(Standard::edition).toList());
        done(desk(stores).consult(BY, "out", "TEST", 2, TODAY, TODAY.plusDays(30)));
        var later = stores.shelf().shelved("TEST");
        assertEquals(List.of(1, 2), later.editions().all().stream().filter(later::isOut).map(Standard::edition).toList());
        assertEquals(Optional.of("2:70"), stores.shelf().file("TEST", 2));
        assertEquals(Optional.empty(), stores.shelf().file("TEST", 1));
    }

    @Test
    void nobody_writes_a_draft_anew_without_end() {
        var stores = stores(List.of());
        StandardDesk.Outcome outcome = new StandardDesk.Outcome.Overtaken();
        for (var i = 0; i <= 100; i++) {
            outcome = desk(stores).draft(BY, "draft" + i, read("1:70"), "1:70");
        }
        barred(Against.FULL, outcome);
        done(desk(stores).giveUp(BY, "end", "TEST", 1, "不要了"));
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

    @Test
    void what_ships_is_not_written_anew_and_the_next_edition_is_a_file_of_its_own() {
        var stores = stores(List.of(SHIPPED));

        assertEquals(
                new StandardDesk.Outcome.No(new Editions.Outcome.Fixed("TEST/1")),
                desk(stores).draft(BY, "over", read("1:70"), "1:70"));
        done(desk(stores).draft(BY, "next", read("2:70"), "2:70"));

        var shelf = stores.shelf();
        assertEquals(Optional.of(SHIPPED), shelf.find("TEST", 1));
        assertTrue(shelf.isOut(SHIPPED));
        assertFalse(shelf.isOut(shelf.find("TEST", 2).orElseThrow()));
    }

    private static Shelving drafting(StandardShelf.Shelved before, String file, String ask) {
        var draft = read(file);
        var after = ((Editions.Outcome.Done) before.editions().draft(draft)).editions();
        var facts = new TreeMap<String, String>();
        facts.put("ask", ask);
        var line = new Entry("STANDARD TEST", before.revision() + 1, NOON, BY.word(), "Drafted", facts, before.head());
        var laid = Optional.of(new File(draft.edition(), file));
        return new Shelving(before, after, before.courses(), laid, Optional.empty(), line);
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
                () -> new Shelving(before, with.after(), with.courses(), Optional.empty(), Optional.empty(), with.entry()));
    }
}
