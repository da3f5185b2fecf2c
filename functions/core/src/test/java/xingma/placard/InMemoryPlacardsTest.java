package xingma.placard;

import xingma.registry.Stores;

class InMemoryPlacardsTest extends PlacardsContract {
    @Override
    protected Stores stores() {
        return Stores.inMemory();
    }
}
