package xingma.aws.dynamo;

import xingma.evaluation.exhibit.ExhibitFolders;
import xingma.evaluation.exhibit.ExhibitFoldersContract;

class DynamoExhibitFoldersTest extends ExhibitFoldersContract {
    @Override
    protected ExhibitFolders folders() {
        return new DynamoExhibitFolders(
                Embedded.client(), DynamoStores.freshTables(Embedded.client()).get("RatingTable"));
    }
}
