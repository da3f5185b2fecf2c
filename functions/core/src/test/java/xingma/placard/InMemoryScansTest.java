package xingma.placard;

import xingma.registry.Stores;

class InMemoryScansTest extends ScansContract {
    @Override
    protected Stores stores() {
        return Stores.inMemory();
    }
}
