package xingma.aws.dynamo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;
import xingma.keeping.Page;

/**
 * An index of a table: lists under a name, each in the order of an attribute that sorts. Eventually consistent.
 *
 * @param list the attribute that names the list
 * @param sort the attribute that sorts it
 */
record Index(Table table, String name, String list, String sort) {
    /** Before and after every place of a list that is sorted by names. */
    static final String FIRST = " ";

    static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private static final String BETWEEN = "#list = :list AND #sort BETWEEN :from AND :to";

    /**
     * A page of what lies between two bounds, both counted.
     *
     * @param after the {@code sort} of the last item of the page before; whatever it is, it only says where to begin
     */
    <T> Page<T> page(
            String of, String from, String to, Optional<String> after, Function<Attributes, T> reading) {
        // Places in one list are of one length, so that nothing lies between one of them and it with a blank behind.
        var begin = Table.begin(after).map(a -> a + ' ').filter(a -> a.compareTo(from) > 0).orElse(from);
        if (begin.compareTo(to) > 0) {
            return new Page<>(List.of(), Optional.empty());
        }
        var asked = between(of, begin, to).limit(Table.PAGE + 1).build();
        return Table.page(table.dynamo().query(asked), sort, reading);
    }

    /** So many from the end of the list, back to a bound. */
    List<Attributes> newest(String of, String from, String to, int most) {
        var asked = between(of, from, to).scanIndexForward(false).limit(most).build();
        return table.dynamo().queryPaginator(asked).items().stream()
                .limit(most)
                .map(Attributes::of)
                .toList();
    }

    /** So many from a bound on. */
    List<Attributes> oldest(String of, String from, String to, int most) {
        if (from.compareTo(to) > 0) {
            return List.of();
        }
        var asked = between(of, from, to).limit(most).build();
        return table.dynamo().queryPaginator(asked).items().stream()
                .limit(most)
                .map(Attributes::of)
                .toList();
    }

    /** How many lie between two bounds, both counted; at most so many are counted. */
    int count(String of, String from, String to, int most) {
        if (from.compareTo(to) > 0) {
            return 0;
        }
        var counted = 0;
        Map<String, AttributeValue> next = null;
        do {
            var asked = between(of, from, to)
                    .select(Select.COUNT)
                    .limit(most - counted)
                    .exclusiveStartKey(next)
                    .build();
            var found = table.dynamo().query(asked);
            counted += found.count();
            next = found.hasLastEvaluatedKey() ? found.lastEvaluatedKey() : null;
        } while (next != null && counted < most);
        return counted;
    }

    private QueryRequest.Builder between(String of, String from, String to) {
        return QueryRequest.builder()
                .tableName(table.name())
                .indexName(name)
                .keyConditionExpression(BETWEEN)
                .expressionAttributeNames(Map.of("#list", list, "#sort", sort))
                .expressionAttributeValues(
                        Attributes.none().put(":list", of).put(":from", from).put(":to", to).map());
    }
}
