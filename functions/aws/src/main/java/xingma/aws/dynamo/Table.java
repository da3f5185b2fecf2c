package xingma.aws.dynamo;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.aws.Clients;
import xingma.keeping.Page;
import xingma.keeping.Parallel;

/**
 * A table of ours and what every store in it shares. Keys {@code pk} and {@code sk}; the register's index
 * {@value #LISTING} sorts the items that carry {@code list} by {@code sort} and knows of them only {@link #LISTED}.
 */
public final class Table {
    /** In the place of a table that is never asked by who only reads; none has this name. */
    static final String NEVER = "never";

    static final AwsRequestOverrideConfiguration ASIDE = AwsRequestOverrideConfiguration.builder()
            .apiCallAttemptTimeout(Clients.ASIDE_ATTEMPT)
            .apiCallTimeout(Clients.ASIDE)
            .build();

    public static final String LISTING = "listing";

    /** What a list shows without opening the items; {@code record} is free for each store's own JSON line. */
    public static final List<String> LISTED = List.of(
            "kind", "district", "name", "address", "numbers", "version", "occasion", "placard", "state", "record");

    /** The engine refuses items over 400 KB; we stop well before. */
    static final int LARGEST_ITEM = 380_000;

    /** A key of the index may have 1,024 bytes, and no character of ours has more than three. */
    private static final int LONGEST_SORT = 300;

    private static final int LONGEST_NAME_IN_SORT = 200;

    static final int PAGE = 100;

    /** So many requests at a time, of what is asked in parts. */
    static final int AT_A_TIME = 4;

    private static final int MOST_KEYS = 100;
    private static final KeysAndAttributes NOTHING_LEFT =
            KeysAndAttributes.builder().keys(List.of()).build();

    private static final DateTimeFormatter SORTABLE =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

    private final DynamoDbClient dynamo;
    private final String name;

    public Table(DynamoDbClient dynamo, String name) {
        this.dynamo = dynamo;
        this.name = name;
    }

    DynamoDbClient dynamo() {
        return dynamo;
    }

    String name() {
        return name;
    }

    /** The item as it is now, not as it was a moment ago. */
    public Optional<Attributes> get(Attributes key) {
        var found = dynamo.getItem(r -> r.tableName(name).key(key.map()).consistentRead(true));
        return found.hasItem() ? Optional.of(Attributes.of(found.item())) : Optional.empty();
    }

    /** One text of an item as it is now; absent where there is no item or it has no such text. */
    Optional<String> text(Attributes key, String attribute) {
        var found = dynamo.getItem(r -> r.tableName(name)
                .key(key.map())
                .projectionExpression("#only")
                .expressionAttributeNames(Map.of("#only", attribute))
                .consistentRead(true));
        return found.hasItem() ? Attributes.of(found.item()).optional(attribute) : Optional.empty();
    }

    /** Those of the items that exist, as they are now; in no order. */
    public List<Attributes> getAll(List<Attributes> keys) {
        return getAll(keys, KeysAndAttributes.builder());
    }

    /** Of the same items nothing but this. */
    List<Attributes> getAll(List<Attributes> keys, String attribute) {
        return getAll(
                keys,
                KeysAndAttributes.builder()
                        .projectionExpression("#only")
                        .expressionAttributeNames(Map.of("#only", attribute)));
    }

    private List<Attributes> getAll(List<Attributes> keys, KeysAndAttributes.Builder asked) {
        var found = new ConcurrentLinkedQueue<Attributes>();
        var parts = new ArrayList<List<Attributes>>();
        for (var from = 0; from < keys.size(); from += MOST_KEYS) {
            parts.add(keys.subList(from, Math.min(from + MOST_KEYS, keys.size())));
        }
        var form = asked.consistentRead(true).keys(List.of()).build();
        Parallel.each(parts, AT_A_TIME, part -> found.addAll(getSome(part, form)));
        return List.copyOf(found);
    }

    /** The engine may leave keys for later, when items are large or it is busy; they are asked for again. */
    private List<Attributes> getSome(List<Attributes> keys, KeysAndAttributes form) {
        var found = new ArrayList<Attributes>();
        var asked = form.toBuilder().keys(keys.stream().map(Attributes::map).toList()).build();
        for (var idle = 0; !asked.keys().isEmpty(); ) {
            var request = Map.of(name, asked);
            var answer = dynamo.batchGetItem(r -> r.requestItems(request));
            var items = answer.responses().getOrDefault(name, List.of());
            items.forEach(item -> found.add(Attributes.of(item)));
            asked = answer.unprocessedKeys().getOrDefault(name, NOTHING_LEFT);
            if (items.isEmpty() && !asked.keys().isEmpty()) {
                Transactions.pause(idle++, null);
            }
        }
        return found;
    }

    /** The newest items of one partition whose sort key begins so, as they are now. */
    public List<Attributes> newestUnder(String pk, String skBegins, int most) {
        var values = Attributes.none().put(":pk", pk).put(":sk", skBegins).map();
        return dynamo
                .queryPaginator(r -> r.tableName(name)
                        .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                        .expressionAttributeValues(values)
                        .scanIndexForward(false)
                        .consistentRead(true)
                        .limit(most))
                .items()
                .stream()
                .limit(most)
                .map(Attributes::of)
                .toList();
    }

    /** Items of one partition whose sort key comes after this one, in their order, as they are now. */
    List<Attributes> after(String pk, String sk, int most) {
        return under("pk = :pk AND sk > :sk", Attributes.none().put(":pk", pk).put(":sk", sk), most);
    }

    /** The same where somebody waits for something else meanwhile: given up early. */
    List<Attributes> aside(String pk, String sk, int most) {
        var values = Attributes.none().put(":pk", pk).put(":sk", sk).map();
        return dynamo
                .query(r -> r.tableName(name)
                        .keyConditionExpression("pk = :pk AND sk > :sk")
                        .expressionAttributeValues(values)
                        .consistentRead(true)
                        .limit(most)
                        .overrideConfiguration(ASIDE))
                .items()
                .stream()
                .map(Attributes::of)
                .toList();
    }

    /** Items of one partition whose sort keys lie between these, both counted, in their order, as they are now. */
    List<Attributes> between(String pk, String from, String to) {
        var bounds = Attributes.none().put(":pk", pk).put(":from", from).put(":to", to);
        return under("pk = :pk AND sk BETWEEN :from AND :to", bounds, Integer.MAX_VALUE);
    }

    private List<Attributes> under(String condition, Attributes values, int most) {
        return dynamo
                .queryPaginator(r -> r.tableName(name)
                        .keyConditionExpression(condition)
                        .expressionAttributeValues(values.map())
                        .consistentRead(true)
                        .limit(most))
                .items()
                .stream()
                .limit(most)
                .map(Attributes::of)
                .toList();
    }

    /**
     * Puts an item on a condition. When the condition does not hold, the item that stands there decides whether it is
     * the echo of this very write.
     */
    public boolean put(Attributes item, Condition condition, Function<Attributes, Boolean> isEcho) {
        refuseTooLarge(item);
        try {
            dynamo.putItem(r -> r.tableName(name)
                    .item(item.map())
                    .conditionExpression(condition.expression())
                    .expressionAttributeNames(condition.namesOrNull())
                    .expressionAttributeValues(condition.valuesOrNull())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return true;
        } catch (ConditionalCheckFailedException failed) {
            return failed.hasItem() && isEcho.apply(Attributes.of(failed.item()));
        }
    }

    /** The same as a part of a transaction, which tells what stands there. */
    TransactWriteItem putting(Attributes item, Condition condition) {
        refuseTooLarge(item);
        return TransactWriteItem.builder()
                .put(p -> p.tableName(name)
                        .item(item.map())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.namesOrNull())
                        .expressionAttributeValues(condition.valuesOrNull())
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD))
                .build();
    }

    /** Puts an item that is the same whoever writes it. */
    TransactWriteItem putting(Attributes item) {
        refuseTooLarge(item);
        return TransactWriteItem.builder()
                .put(p -> p.tableName(name).item(item.map()))
                .build();
    }

    /** Writes nothing: the others are written only where this holds. */
    TransactWriteItem checking(Attributes key, Condition condition) {
        return TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(name)
                        .key(key.map())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.namesOrNull())
                        .expressionAttributeValues(condition.valuesOrNull()))
                .build();
    }

    TransactWriteItem deleting(Attributes key, Condition condition) {
        return TransactWriteItem.builder()
                .delete(d -> d.tableName(name)
                        .key(key.map())
                        .conditionExpression(condition.expression())
                        .expressionAttributeNames(condition.namesOrNull())
                        .expressionAttributeValues(condition.valuesOrNull()))
                .build();
    }

    /** Sets one text of an item that stands, provided it is still this one. */
    TransactWriteItem changing(Attributes key, String attribute, String before, String after) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(name)
                        .key(key.map())
                        .updateExpression("SET #changed = :after")
                        .conditionExpression("#changed = :before")
                        .expressionAttributeNames(Map.of("#changed", attribute))
                        .expressionAttributeValues(
                                Attributes.none().put(":before", before).put(":after", after).map()))
                .build();
    }

    static void refuseTooLarge(Attributes item) {
        if (item.size() > LARGEST_ITEM) {
            throw new IllegalArgumentException("an item of " + item.size() + " bytes is larger than the table takes");
        }
    }

    /**
     * A page of a list in the order of {@code sort}, eventually consistent.
     *
     * @param after the {@code sort} of the last item of the page before; whatever it is, it only says where to begin
     */
    public <T> Page<T> list(String list, Optional<String> after, Function<Attributes, T> reading) {
        return list(list, after, true, reading);
    }

    /** The same, from the end of the order: the newest first where {@code sort} begins with an instant. */
    public <T> Page<T> listBackwards(String list, Optional<String> after, Function<Attributes, T> reading) {
        return list(list, after, false, reading);
    }

    private <T> Page<T> list(String list, Optional<String> after, boolean forward, Function<Attributes, T> reading) {
        var from = begin(after);
        var values = Attributes.none().put(":list", list).put(":after", from);
        var condition = "#list = :list" + (from.isEmpty() ? "" : " AND #sort " + (forward ? ">" : "<") + " :after");
        var names = from.isEmpty() ? Map.of("#list", "list") : Map.of("#list", "list", "#sort", "sort");
        var found = dynamo.query(r -> r.tableName(name)
                .indexName(LISTING)
                .keyConditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values.map())
                .scanIndexForward(forward)
                .limit(PAGE + 1));
        return page(found, "sort", reading);
    }

    /** Where a page begins; nobody but us should have written it, and yet it came from outside. */
    static Optional<String> begin(Optional<String> after) {
        return after.filter(a -> !a.isEmpty()).map(a -> cut(a, LONGEST_SORT));
    }

    /** What was found when {@link #PAGE} and one more were asked for. */
    static <T> Page<T> page(QueryResponse found, String sort, Function<Attributes, T> reading) {
        var all = found.items().stream().map(Attributes::of).toList();
        var items = all.stream().limit(PAGE).toList();
        var more = all.size() > PAGE || found.hasLastEvaluatedKey() && !items.isEmpty();
        return new Page<>(
                items.stream().map(reading).toList(),
                more ? Optional.of(items.getLast().text(sort)) : Optional.empty());
    }

    /** A value for {@code sort}: a name to be sorted by, and an id that makes it the only one. */
    public static String sort(String name, Object id) {
        return cut(name, LONGEST_NAME_IN_SORT) + ' ' + id;
    }

    /** An instant whose text sorts as it does: its own text leaves zeros out. */
    static String sortable(Instant at) {
        return SORTABLE.format(at);
    }

    /** At most so many chars, and never half a character. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** What must hold for a write, with every name and value in a placeholder of its own. */
    public record Condition(String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        /** Nothing stands under the key. */
        public static Condition absent() {
            return new Condition("attribute_not_exists(pk)", Map.of(), Map.of());
        }

        /** The item stands at this revision. */
        public static Condition revision(long revision) {
            return new Condition(
                    "#revision = :revision",
                    Map.of("#revision", "revision"),
                    Attributes.none().put(":revision", revision).map());
        }

        /** The item stands at the revision before this one; before the first, nothing stands there. */
        public static Condition follows(long revision) {
            return revision == 1 ? absent() : revision(revision - 1);
        }

        /** Nothing stands there, or it has no such attribute. */
        static Condition without(String attribute) {
            return new Condition("attribute_not_exists(#without)", Map.of("#without", attribute), Map.of());
        }

        /** Both. */
        Condition and(Condition other) {
            var bothNames = new HashMap<>(names);
            bothNames.putAll(other.names);
            var bothValues = new HashMap<>(values);
            bothValues.putAll(other.values);
            return new Condition("(" + expression + ") AND (" + other.expression + ")", bothNames, bothValues);
        }

        /** The item's attribute is still this text. */
        public static Condition same(String attribute, String text) {
            return new Condition(
                    "#same = :same", Map.of("#same", attribute), Attributes.none().put(":same", text).map());
        }

        /** Nothing stands there, or its attribute sorts before this text. */
        public static Condition before(String attribute, String text) {
            return new Condition(
                    "attribute_not_exists(pk) OR #before < :before",
                    Map.of("#before", attribute),
                    Attributes.none().put(":before", text).map());
        }

        Map<String, String> namesOrNull() {
            return names.isEmpty() ? null : names;
        }

        Map<String, AttributeValue> valuesOrNull() {
            return values.isEmpty() ? null : values;
        }
    }
}
