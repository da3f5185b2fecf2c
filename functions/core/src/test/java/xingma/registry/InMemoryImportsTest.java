package xingma.registry;

import xingma.registry.sheet.Imports;

class InMemoryImportsTest extends ImportsContract {
    @Override
    protected Imports imports() {
        return new InMemoryImports();
    }
}
