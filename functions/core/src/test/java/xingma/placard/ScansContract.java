package xingma.placard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.placard.PlacardsContract.issuedQinghe;
import static xingma.placard.PlacardsContract.live;
import static xingma.registry.Some.CHECKER;
import static xingma.registry.Some.CODE;
import static xingma.registry.Some.NEXT_CODE;
import static xingma.registry.Some.NOON;
import static xingma.registry.Some.REGISTRAR;
import static xingma.registry.Some.changes;
import static xingma.registry.Some.correction;
import static xingma.registry.Some.publishedQinghe;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.registry.Stores;

/** What every {@link Scans} must do. Each store runs this whole class against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ScansContract {
    /** Stores that hold nothing yet. */
    protected abstract Stores stores();

    @Test
    void a_code_that_was_never_drawn_shows_nothing() {
        var stores = stores();
        publishedQinghe(stores.register());

        assertEquals(Optional.empty(), stores.scans().scan(CODE));
    }

    @Test
    void a_standing_placard_shows_the_institution_as_published() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var published = issued.published().orElseThrow();

        assertEquals(
                Optional.of(new Scan.Standing(
                        (Placard.Live) stores.placards().find(CODE).orElseThrow(),
                        published.entry(),
                        1,
                        published.newest(),
                        List.of(),
                        Optional.empty())),
                stores.scans().scan(CODE));
    }

    @Test
    void what_is_only_proposed_is_not_shown() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var before = stores.scans().scan(CODE);

        stores.register().keep(issued.propose(
                correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号"))));

        assertEquals(before, stores.scans().scan(CODE));
    }

    @Test
    void a_checked_change_is_shown_at_once() {
        var stores = stores();
        var proposed = issuedQinghe(stores)
                .propose(correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号")));
        stores.register().keep(proposed);
        stores.register().keep(proposed.after().check(CHECKER.id(), NOON.plusSeconds(60)));

        var scan = (Scan.Standing) stores.scans().scan(CODE).orElseThrow();

        assertEquals("听雨路20号", scan.entry().institution().address());
        assertEquals(2, scan.version());
        assertEquals(NOON.plusSeconds(60), scan.newest().checkedAt());
    }

    @Test
    void a_batch_of_checked_changes_is_shown_at_once() {
        var stores = stores();
        var proposed = issuedQinghe(stores)
                .propose(correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号")));

        stores.register().keepAll(List.of(proposed, proposed.after().check(CHECKER.id(), NOON)));

        assertEquals(2, ((Scan.Standing) stores.scans().scan(CODE).orElseThrow()).version());
    }

    @Test
    void a_withdrawn_placard_shows_its_end() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var withdrawn = ((Placard.Live) stores.placards().find(CODE).orElseThrow()).withdraw("gao", "机构已注销", NOON);
        stores.placards().withdraw(issued, withdrawn);

        assertEquals(Optional.of(new Scan.Withdrawn(withdrawn)), stores.scans().scan(CODE));
    }

    @Test
    void of_two_editions_one_stands() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var replaced = ((Placard.Live) stores.placards().find(CODE).orElseThrow()).replace("gao", "公示牌破损", NOON);
        assertTrue(stores.placards().issue(issued, live(NEXT_CODE, issued), Optional.of(replaced)));

        assertEquals(Optional.of(new Scan.Replaced(replaced)), stores.scans().scan(CODE));
        assertEquals(2, ((Scan.Standing) stores.scans().scan(NEXT_CODE).orElseThrow()).placard().issue().edition());
    }

    @Test
    void a_change_after_the_end_reaches_the_standing_placard_alone() {
        var stores = stores();
        var issued = issuedQinghe(stores);
        var withdrawn = ((Placard.Live) stores.placards().find(CODE).orElseThrow()).withdraw("gao", "公示牌遗失", NOON);
        stores.placards().withdraw(issued, withdrawn);
        var bare = issued.unposted();
        stores.placards().issue(bare, live(NEXT_CODE, bare), Optional.empty());
        var proposed = bare.issued(NEXT_CODE)
                .propose(correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号")));
        stores.register().keepAll(List.of(proposed, proposed.after().check(CHECKER.id(), NOON)));

        assertEquals(Optional.of(new Scan.Withdrawn(withdrawn)), stores.scans().scan(CODE));
        assertEquals(2, ((Scan.Standing) stores.scans().scan(NEXT_CODE).orElseThrow()).version());
    }
}
