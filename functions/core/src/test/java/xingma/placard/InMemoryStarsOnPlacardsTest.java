package xingma.placard;

import xingma.evaluation.RatingStores;
import xingma.evaluation.star.StarCard;
import xingma.registry.InMemoryBureau;
import xingma.registry.Stores;

class InMemoryStarsOnPlacardsTest extends StarsOnPlacardsContract {
    @Override
    protected ShownStores stores() {
        var ratings = RatingStores.inMemory();
        var bureau = new InMemoryBureau(id -> ratings.cards().find(id).map(StarCard::brief));
        return new ShownStores(new Stores(bureau, bureau, bureau), ratings);
    }
}
