package xingma.aws.dynamo;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.complaint.sweep.OnTimeRate;
import xingma.complaint.sweep.OnTimeRates;
import xingma.territory.RegionCode;

/**
 * On-time rates in the complaints' table.
 *
 * <pre>
 * pk                sk       what
 * STATISTICS#unit   month    closedOnTime, closed, openOverdue, computedAt
 * </pre>
 *
 * Written on the condition that nothing stands there that was computed later; so the echo of a lost answer changes
 * nothing.
 */
public final class DynamoOnTimeRates implements OnTimeRates {
    private static final String PREFIX = "STATISTICS#";
    private static final String COMPUTED_AT = "computedAt";

    private final Table table;

    public DynamoOnTimeRates(DynamoDbClient dynamo, String complaintTable) {
        this.table = new Table(dynamo, complaintTable);
    }

    @Override
    public Optional<OnTimeRate> find(RegionCode unit, YearMonth month) {
        return table.get(Attributes.key(PREFIX + unit, month.toString())).map(DynamoOnTimeRates::read);
    }

    @Override
    public List<OnTimeRate> of(RegionCode unit, YearMonth from, YearMonth to) {
        return from.isAfter(to)
                ? List.of()
                : table.between(PREFIX + unit, from.toString(), to.toString()).stream()
                        .map(DynamoOnTimeRates::read)
                        .toList();
    }

    @Override
    public void keep(OnTimeRate rate) {
        var item = Attributes.key(PREFIX + rate.unit(), rate.month().toString())
                .put("closedOnTime", rate.closedOnTime())
                .put("closed", rate.closed())
                .put("openOverdue", rate.openOverdue())
                .put(COMPUTED_AT, Table.sortable(rate.computedAt()));
        table.put(item, Table.Condition.before(COMPUTED_AT, item.text(COMPUTED_AT)), there -> true);
    }

    private static OnTimeRate read(Attributes item) {
        return new OnTimeRate(
                new RegionCode(item.text("pk").substring(PREFIX.length())),
                YearMonth.parse(item.text("sk")),
                (int) item.number("closedOnTime"),
                (int) item.number("closed"),
                (int) item.number("openOverdue"),
                Instant.parse(item.text(COMPUTED_AT)));
    }
}
