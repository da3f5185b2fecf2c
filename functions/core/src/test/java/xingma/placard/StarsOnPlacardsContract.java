package xingma.placard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.ReadySteps.begun;
import static xingma.evaluation.ReadySteps.move;
import static xingma.evaluation.ReadySteps.planned;
import static xingma.placard.PlacardsContract.issuedQinghe;
import static xingma.placard.PlacardsContract.live;
import static xingma.registry.Some.CHECKER;
import static xingma.registry.Some.CODE;
import static xingma.registry.Some.NEXT_CODE;
import static xingma.registry.Some.NOON;
import static xingma.registry.Some.QINGHE;
import static xingma.registry.Some.QINGLAN;
import static xingma.registry.Some.REGISTRAR;
import static xingma.registry.Some.changes;
import static xingma.registry.Some.correction;
import static xingma.registry.Some.publishedQinghe;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.RatingStores;
import xingma.evaluation.ReadySteps;
import xingma.evaluation.caseload.Evaluations.Keeping;
import xingma.evaluation.star.StarCard;
import xingma.institution.PlacardCode;
import xingma.registry.Dossier;
import xingma.registry.Stores;

/**
 * A scan is one read, and shows the star: whoever writes a card and whoever issues a placard see to it together. Each pair
 * of stores runs this against itself.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class StarsOnPlacardsContract {
    /** The bureau's stores and the rating's, which know of each other. */
    public record ShownStores(Stores bureau, RatingStores ratings) {}

    /** Stores that hold nothing yet. */
    protected abstract ShownStores stores();

    private static StarCard card(int version, int stars) {
        return ReadySteps.card(new EvaluationId(QINGHE, 1), version, Optional.of(stars), "青禾门诊部");
    }

    private static Keeping keeping(Evaluation evaluation, StarCard card) {
        var step = planned(evaluation, "plan-" + card.version());
        return new Keeping(List.of(move(step)), Optional.empty(), Optional.of(card));
    }

    private static Evaluation begin(ShownStores stores) {
        var begun = begun(new EvaluationId(QINGHE, 1), QINGLAN, "青禾门诊部");
        assertTrue(stores.ratings().evaluations().keep(ReadySteps.alone(begun)));
        return begun.after();
    }

    private static Evaluation rated(ShownStores stores, Evaluation evaluation, StarCard card) {
        var keeping = keeping(evaluation, card);
        assertTrue(stores.ratings().evaluations().keep(keeping));
        return keeping.moves().getFirst().step().after();
    }

    protected static Optional<StarCard.Brief> star(ShownStores stores) {
        return star(stores, CODE);
    }

    private static Optional<StarCard.Brief> star(ShownStores stores, PlacardCode code) {
        return assertInstanceOf(Scan.Standing.class, stores.bureau().scans().scan(code).orElseThrow()).star();
    }

    private static Placard.Live standing(ShownStores stores) {
        return (Placard.Live) stores.bureau().placards().find(CODE).orElseThrow();
    }

    /** An institution whose first placard is issued while its star is published. */
    public static final class Meeting {
        private final ShownStores over;
        private final Dossier dossier;
        private final Keeping keeping;

        public Meeting(ShownStores truth, ShownStores over) {
            this.over = over;
            this.dossier = publishedQinghe(truth.bureau().register());
            this.keeping = keeping(begin(truth), StarsOnPlacardsContract.card(1, 4));
        }

        public StarCard card() {
            return keeping.card().orElseThrow();
        }

        public boolean issue() {
            return over.bureau().placards().issue(dossier, live(CODE, dossier), Optional.empty());
        }

        public boolean rate() {
            return over.ratings().evaluations().keep(keeping);
        }
    }

    @Test
    void a_placard_that_hangs_shows_the_star_as_soon_as_it_is_public() {
        var stores = stores();
        issuedQinghe(stores.bureau());
        var begun = begin(stores);
        assertEquals(Optional.empty(), star(stores));

        rated(stores, begun, card(1, 4));

        assertEquals(Optional.of(card(1, 4).brief()), star(stores));
    }

    @Test
    void a_placard_that_is_issued_later_shows_the_star_too() {
        var stores = stores();
        rated(stores, begin(stores), card(1, 5));

        issuedQinghe(stores.bureau());

        assertEquals(Optional.of(card(1, 5).brief()), star(stores));
    }

    @Test
    void placards_that_are_issued_by_the_hundred_show_their_stars_too() {
        var stores = stores();
        rated(stores, begin(stores), card(1, 5));
        var published = publishedQinghe(stores.bureau().register());

        assertEquals(
                Set.of(), stores.bureau().placards().issueAll(List.of(new Placards.First(published, live(CODE, published)))));

        assertEquals(Optional.of(card(1, 5).brief()), star(stores));
    }

    @Test
    void what_becomes_of_the_star_later_is_shown_at_once() {
        var stores = stores();
        issuedQinghe(stores.bureau());
        var rated = rated(stores, begin(stores), card(1, 5));

        rated(stores, rated, card(2, 3));

        assertEquals(Optional.of(card(2, 3).brief()), star(stores));
    }

    @Test
    void a_step_that_is_not_kept_changes_nothing_on_the_wall() {
        var stores = stores();
        issuedQinghe(stores.bureau());
        var begun = begin(stores);
        rated(stores, begun, card(1, 5));

        assertFalse(stores.ratings().evaluations().keep(keeping(begun, card(2, 1))));

        assertEquals(Optional.of(card(1, 5).brief()), star(stores));
    }

    @Test
    void the_same_step_again_is_true_again_also_after_the_placard_was_replaced() {
        var stores = stores();
        var issued = issuedQinghe(stores.bureau());
        var keeping = keeping(begin(stores), card(1, 5));
        assertTrue(stores.ratings().evaluations().keep(keeping));
        var replaced = standing(stores).replace("gao", "公示牌破损", NOON);
        assertTrue(stores.bureau().placards().issue(issued, live(NEXT_CODE, issued), Optional.of(replaced)));

        assertTrue(stores.ratings().evaluations().keep(keeping));

        assertEquals(Optional.of(card(1, 5).brief()), star(stores, NEXT_CODE));
    }

    @Test
    void a_new_edition_shows_the_star_and_goes_on_with_it() {
        var stores = stores();
        var issued = issuedQinghe(stores.bureau());
        var rated = rated(stores, begin(stores), card(1, 5));
        var replaced = standing(stores).replace("gao", "公示牌破损", NOON);
        assertTrue(stores.bureau().placards().issue(issued, live(NEXT_CODE, issued), Optional.of(replaced)));
        assertEquals(Optional.of(card(1, 5).brief()), star(stores, NEXT_CODE));

        rated(stores, rated, card(2, 3));

        assertEquals(Optional.of(card(2, 3).brief()), star(stores, NEXT_CODE));
        assertEquals(Optional.of(new Scan.Replaced(replaced)), stores.bureau().scans().scan(CODE));
    }

    @Test
    void a_star_that_changed_while_no_placard_hung_is_on_the_next_one() {
        var stores = stores();
        var issued = issuedQinghe(stores.bureau());
        var rated = rated(stores, begin(stores), card(1, 5));
        assertTrue(stores.bureau().placards().withdraw(issued, standing(stores).withdraw("gao", "公示牌遗失", NOON)));
        rated(stores, rated, card(2, 3));
        var bare = issued.unposted();

        assertTrue(stores.bureau().placards().issue(bare, live(NEXT_CODE, bare), Optional.empty()));

        assertEquals(Optional.of(card(2, 3).brief()), star(stores, NEXT_CODE));
    }

    @Test
    void a_change_in_the_register_leaves_the_star_where_it_is() {
        var stores = stores();
        var issued = issuedQinghe(stores.bureau());
        rated(stores, begin(stores), card(1, 4));
        var proposed = issued.propose(
                correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号")));

        assertEquals(
                Set.of(),
                stores.bureau().register().keepAll(List.of(proposed, proposed.after().check(CHECKER.id(), NOON))));

        assertEquals(2, ((Scan.Standing) stores.bureau().scans().scan(CODE).orElseThrow()).version());
        assertEquals(Optional.of(card(1, 4).brief()), star(stores));
    }
}
