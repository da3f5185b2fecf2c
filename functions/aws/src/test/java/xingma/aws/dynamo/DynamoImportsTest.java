package xingma.aws.dynamo;

import xingma.registry.ImportsContract;
import xingma.registry.sheet.Imports;

class DynamoImportsTest extends ImportsContract {
    @Override
    protected Imports imports() {
        return new DynamoImports(Embedded.client(), DynamoStores.freshTable(Embedded.client()));
    }
}
