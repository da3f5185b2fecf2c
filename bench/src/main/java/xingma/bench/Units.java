package xingma.bench;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Asks the engine with each transaction what it cost, and adds it up. */
final class Units implements ExecutionInterceptor {
    private Cost cost = Cost.NOTHING;

    /**
     * Write units of a table with its indexes.
     *
     * @param indexes the part of them that the indexes cost
     */
    record Cost(double writes, double indexes) {
        static final Cost NOTHING = new Cost(0, 0);

        Cost plus(Cost other) {
            return new Cost(writes + other.writes, indexes + other.indexes);
        }
    }

    synchronized void reset() {
        cost = Cost.NOTHING;
    }

    synchronized Cost cost() {
        return cost;
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        return context.request() instanceof TransactWriteItemsRequest request
                ? request.toBuilder().returnConsumedCapacity(ReturnConsumedCapacity.INDEXES).build()
                : context.request();
    }

    @Override
    public synchronized void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (context.response() instanceof TransactWriteItemsResponse response) {
            for (var each : response.consumedCapacity()) {
                cost = cost.plus(new Cost(each.capacityUnits(), indexes(each)));
            }
        }
    }

    private static double indexes(ConsumedCapacity consumed) {
        var all = List.of(consumed.globalSecondaryIndexes(), consumed.localSecondaryIndexes());
        return all.stream().map(Map::values).flatMap(c -> c.stream()).mapToDouble(Capacity::capacityUnits).sum();
    }
}
