package xingma.aws.dynamo;

import xingma.territory.Roster;
import xingma.territory.RosterContract;

class DynamoRosterTest extends RosterContract {
    @Override
    protected Roster roster() {
        return new DynamoRoster(Embedded.client(), DynamoStores.freshTable(Embedded.client()));
    }
}
