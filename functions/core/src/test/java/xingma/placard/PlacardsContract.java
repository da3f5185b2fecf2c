package xingma.placard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.registry.Some.BINLAN;
import static xingma.registry.Some.CHECKER;
import static xingma.registry.Some.CODE;
import static xingma.registry.Some.INSPECTOR;
import static xingma.registry.Some.NEXT_CODE;
import static xingma.registry.Some.NOON;
import static xingma.registry.Some.QINGHE;
import static xingma.registry.Some.QINGLAN;
import static xingma.registry.Some.REGISTRAR;
import static xingma.registry.Some.changes;
import static xingma.registry.Some.correction;
import static xingma.registry.Some.proposal;
import static xingma.registry.Some.publishedQinghe;
import static xingma.registry.Some.sets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.registry.Dossier;
import xingma.registry.Stores;

/** What every {@link Placards} must do. Each store runs this whole class against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class PlacardsContract {
    /** Stores that hold nothing yet. */
    protected abstract Stores stores();

    static Placard.Live live(PlacardCode code, Dossier dossier) {
        var issue = new Placard.Issue(
                code,
                dossier.id(),
                dossier.district(),
                dossier.entry().institution().name(),
                dossier.editions() + 1,
                LocalDate.of(2026, 11, 20),
                REGISTRAR.id());
        return new Placard.Live(
                issue, List.of(new Posting(Posting.Step.ISSUED, REGISTRAR.id(), NOON, "", Optional.empty())));
    }

    public static Dossier issuedQinghe(Stores stores) {
        var dossier = publishedQinghe(stores.register());
        assertTrue(stores.placards().issue(dossier, live(CODE, dossier), Optional.empty()));
        return stores.register().find(QINGHE).orElseThrow();
    }

    private static Placard.Live find(Stores stores) {
        return (Placard.Live) stores.placards().find(CODE).orElseThrow();
    }

    private static Posting posted(String note) {
        return new Posting(Posting.Step.POSTED, REGISTRAR.id(), NOON, note, Optional.of("posting/photo-1"));
    }

    @Test
    void a_code_that_was_never_drawn_has_no_placard() {
        assertEquals(Optional.empty(), stores().placards().find(CODE));
    }

    @Test
    void an_issued_placard_and_its_dossier_name_each_other() {
        var stores = stores();
        var published = publishedQinghe(stores.register());

        assertTrue(stores.placards().issue(published, live(CODE, published), Optional.empty()));

        assertEquals(Optional.of(live(CODE, published)), stores.placards().find(CODE));
        assertEquals(Optional.of(published.issued(CODE)), stores.register().find(QINGHE));
        assertEquals(
                Optional.of(CODE),
                stores.register().in(QINGLAN, Optional.empty()).items().getFirst().placard());
    }

    @Test
    void issuing_the_same_placard_again_is_issuing_it_once() {
        var stores = stores();
        var published = publishedQinghe(stores.register());
        stores.placards().issue(published, live(CODE, published), Optional.empty());

        assertTrue(stores.placards().issue(published, live(CODE, published), Optional.empty()));

        assertEquals(Optional.of(published.issued(CODE)), stores.register().find(QINGHE));
    }

    @Test
    void a_code_is_used_once() {
        var stores = stores();
        var issued = issuedQinghe(stores);

        assertFalse(stores.placards().issue(issued, live(CODE, issued), Optional.empty()));

        assertEquals(Optional.of(issued), stores.register().find(QINGHE));
    }

    @Test
    void no_placard_is_issued_on_a_dossier_that_moved_on() {
        var stores = stores();
        var published = publishedQinghe(stores.register());
        stores.register().keep(published.propose(
                correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号"))));

        assertFalse(stores.placards().issue(published, live(CODE, published), Optional.empty()));

        assertEquals(Optional.empty(), stores.placards().find(CODE));
        assertEquals(List.of(), stores.placards().placardsIn(QINGLAN, Optional.empty()).items());
    }

    private static Placards.First firstOf(Stores stores, int number) {
        var proposed = Dossier.open(
                        InstitutionId.firstRegisteredAs("public-place", "number-" + number), "public-place", BINLAN)
                .propose(proposal("p" + number, REGISTRAR, List.of(
                        sets("premises//name", "云汀旅馆%04d".formatted(number)),
                        sets("premises//district", BINLAN.value()))));
        stores.register().keep(proposed);
        stores.register().keep(proposed.after().check(CHECKER.id(), NOON));
        var published = stores.register().find(proposed.after().id()).orElseThrow();
        var signs = PlacardCode.ALPHABET;
        var two = "" + signs.charAt(number / signs.length()) + signs.charAt(number % signs.length());
        var code = PlacardCode.of("AAAAAAAAA" + two);
        return new Placards.First(published, live(code, published));
    }

    @Test
    void of_many_issued_together_each_is_issued_for_itself() {
        var stores = stores();
        var all = IntStream.range(0, 40).mapToObj(i -> firstOf(stores, i)).toList();
        var before = all.get(3);
        assertTrue(stores.placards().issue(before.dossier(), before.placard(), Optional.empty()));
        var overtaken = all.get(20);
        stores.register().keep(overtaken.dossier().propose(
                correction("c1", REGISTRAR, sets("premises//address", "滨澜路1号"))));

        assertEquals(Set.of(overtaken), stores.placards().issueAll(all));
        assertEquals(Set.of(overtaken), stores.placards().issueAll(all));

        for (var one : all) {
            var found = stores.placards().find(one.placard().code());
            var dossier = stores.register().find(one.dossier().id()).orElseThrow();
            assertEquals(one == overtaken ? Optional.empty() : Optional.of(one.placard()), found);
            assertEquals(found.map(Placard::code), dossier.placard());
        }
    }

    @Test
    void a_pending_change_outlives_the_issue() {
        var stores = stores();
        var proposed = publishedQinghe(stores.register())
                .propose(correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号")));
        stores.register().keep(proposed);
        var waiting = proposed.after();

        assertTrue(stores.placards().issue(waiting, live(CODE, waiting), Optional.empty()));

        assertEquals(Optional.of(waiting.issued(CODE)), stores.register().find(QINGHE));
    }

    @Test
    void a_new_edition_retires_the_one_before() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var retired = find(stores).replace(REGISTRAR.id(), "公示牌破损", NOON);

        assertTrue(stores.placards().issue(issued, live(NEXT_CODE, issued), Optional.of(retired)));

        assertEquals(Optional.of(retired), stores.placards().find(CODE));
        assertEquals(2, stores.placards().find(NEXT_CODE).orElseThrow().issue().edition());
        assertEquals(Optional.of(NEXT_CODE), stores.register().find(QINGHE).orElseThrow().placard());
    }

    @Test
    void a_withdrawn_placard_leaves_its_dossier_without_one() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var withdrawn = find(stores).withdraw(REGISTRAR.id(), "机构已注销", NOON);

        assertTrue(stores.placards().withdraw(issued, withdrawn));
        assertTrue(stores.placards().withdraw(issued, withdrawn));

        assertEquals(Optional.of(withdrawn), stores.placards().find(CODE));
        assertEquals(Optional.of(issued.unposted()), stores.register().find(QINGHE));
    }

    @Test
    void no_placard_is_withdrawn_on_a_dossier_that_moved_on() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        stores.register().keep(issued.propose(
                correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号"))));

        assertFalse(stores.placards().withdraw(issued, find(stores).withdraw(REGISTRAR.id(), "机构已注销", NOON)));

        assertEquals(live(CODE, publishedLike(issued)), stores.placards().find(CODE).orElseThrow());
    }

    private static Dossier publishedLike(Dossier issued) {
        return new Dossier(
                issued.id(), issued.kind(), issued.district(), issued.revision() - 1, issued.published(),
                issued.pending(), Optional.empty(), issued.editions() - 1);
    }

    @Test
    void a_posting_step_is_recorded_once() {
        var stores = stores();
        issuedQinghe(stores);
        var before = find(stores);
        var after = before.post(posted("前台左侧"));

        assertTrue(stores.placards().post(before, after));
        assertTrue(stores.placards().post(before, after));

        assertEquals(Optional.of(after), stores.placards().find(CODE));
    }

    @Test
    void the_second_of_two_posting_steps_is_not_recorded() {
        var stores = stores();
        issuedQinghe(stores);
        var before = find(stores);

        assertTrue(stores.placards().post(before, before.post(posted("前台左侧"))));
        assertFalse(stores.placards().post(before, before.post(
                new Posting(Posting.Step.CHECKED, INSPECTOR.id(), NOON, "", Optional.empty()))));

        assertEquals("前台左侧", find(stores).posting().note());
    }

    @Test
    void a_placard_that_never_was_takes_no_step() {
        var stores = stores();
        var published = publishedQinghe(stores.register());
        var before = live(CODE, published);

        assertFalse(stores.placards().post(before, before.post(posted("前台左侧"))));

        assertEquals(Optional.empty(), stores.placards().find(CODE));
    }

    @Test
    void a_withdrawn_placard_takes_no_step() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var before = find(stores);
        stores.placards().withdraw(issued, before.withdraw(REGISTRAR.id(), "机构已注销", NOON));

        assertFalse(stores.placards().post(before, before.post(posted("前台左侧"))));
    }

    @Test
    void publishing_does_not_disturb_the_steps_to_the_wall() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var before = find(stores);
        stores.placards().post(before, before.post(posted("前台左侧")));

        var proposed = issued.propose(correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号")));
        stores.register().keep(proposed);
        stores.register().keep(proposed.after().check(CHECKER.id(), NOON));

        assertEquals("前台左侧", find(stores).posting().note());
    }

    @Test
    void a_placard_is_listed_where_its_institution_is() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        assertEquals(1, stores.placards().placardsIn(QINGLAN, Optional.empty()).items().size());

        var moved = issued.propose(
                correction("c1", REGISTRAR, changes("premises//district", QINGLAN.value(), BINLAN.value())));
        stores.register().keep(moved);
        stores.register().keep(moved.after().check(CHECKER.id(), NOON));

        assertEquals(List.of(), stores.placards().placardsIn(QINGLAN, Optional.empty()).items());
        assertEquals(List.of(find(stores)), stores.placards().placardsIn(BINLAN, Optional.empty()).items());
    }
}
