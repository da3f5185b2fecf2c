package xingma.aws.dynamo;

import xingma.complaint.sweep.OnTimeRates;
import xingma.complaint.sweep.OnTimeRatesContract;

class DynamoOnTimeRatesTest extends OnTimeRatesContract {
    private final String table = DynamoStores.freshTables(Embedded.client()).get("ComplaintTable");

    @Override
    protected OnTimeRates rates() {
        return new DynamoOnTimeRates(Embedded.client(), table);
    }
}
