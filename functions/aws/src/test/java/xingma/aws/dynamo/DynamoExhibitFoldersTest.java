package xingma.aws.dynamo;

import xingma.evaluation.ExhibitFolders;
import xingma.evaluation.ExhibitFoldersContract;

class DynamoExhibitFoldersTest extends ExhibitFoldersContract {
    @Override
    protected ExhibitFolders folders() {
        return new DynamoExhibitFolders(
                Embedded.client(), DynamoStores.freshTables(Embedded.client()).get("RatingTable"));
    }
}
