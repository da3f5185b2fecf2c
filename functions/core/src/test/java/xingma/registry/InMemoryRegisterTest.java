package xingma.registry;

class InMemoryRegisterTest extends RegisterContract {
    @Override
    protected Stores stores() {
        return Stores.inMemory();
    }
}
