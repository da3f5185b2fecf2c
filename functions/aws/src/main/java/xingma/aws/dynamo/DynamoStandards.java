package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.audit.Entry;
import xingma.aws.dynamo.Table.Condition;
import xingma.aws.json.CourseJson;
import xingma.aws.json.OpinionJson;
import xingma.aws.json.Packed;
import xingma.rating.Course;
import xingma.rating.Editions;
import xingma.rating.Opinion;
import xingma.rating.Standard;
import xingma.rating.Standard.Status;
import xingma.rating.StandardShelf;

/**
 * Editions of standards in the rating's table, each step with its line in the trail's table.
 *
 * <pre>
 * pk                sk            what
 * STANDARD#id       EDITION#007   status; file (as it was laid on the table, in gzip), absent for an edition that ships;
 *                                 course (JSON lines)
 * STANDARD#id       SHELF         revision, head: the hash of the newest line of the trail
 * STANDARDS         id            that there is one
 * OPINIONS#id#007   opinion's id  text (JSON of the opinion and its answer)
 * </pre>
 *
 * What ships is there without a store; an item of it says only how far it went. A step is one transaction on the shelf's
 * revision: an edition that comes into force and the one that it retires move together.
 */
public final class DynamoStandards implements StandardShelf {
    private static final String SHELF = "SHELF";
    private static final String EDITION = "EDITION#";
    private static final String IDS = "STANDARDS";
    private static final String STATUS = "status";
    private static final String FILE = "file";
    private static final String COURSE = "course";
    private static final String TEXT = "text";
    private static final int MOST = 200;

    private final Table table;
    private final Table audit;
    private final Transactions transactions;
    private final List<Standard> shipped;
    private final Function<String, Standard> reader;

    /** Files that were read before, by their text: an edition is asked for with every step of an evaluation. */
    private final Map<String, Standard> read = new ConcurrentHashMap<>();

    /**
     * @param shipped the editions that ship
     * @param reader of an edition's file
     */
    public DynamoStandards(
            DynamoDbClient dynamo,
            String ratingTable,
            String auditTable,
            List<Standard> shipped,
            Function<String, Standard> reader) {
        this.table = new Table(dynamo, ratingTable);
        this.audit = new Table(dynamo, auditTable);
        this.transactions = new Transactions(dynamo);
        this.shipped = List.copyOf(shipped);
        this.reader = reader;
    }

    /** For those who read standards and change none. */
    public static DynamoStandards reading(DynamoDbClient dynamo, String ratingTable, List<Standard> shipped, Function<String, Standard> reader) {
        return new DynamoStandards(dynamo, ratingTable, Table.NEVER, shipped, reader);
    }

    @Override
    public List<String> ids() {
        var ids = new TreeSet<String>();
        shipped.forEach(s -> ids.add(s.id()));
        table.after(IDS, " ", MOST).forEach(item -> ids.add(item.text("sk")));
        return List.copyOf(ids);
    }

    @Override
    public Shelved shelved(String id) {
        var editions = new TreeMap<Integer, Standard>();
        shipped.stream().filter(s -> s.id().equals(id)).forEach(s -> editions.put(s.edition(), s));
        var courses = new TreeMap<Integer, Course>();
        var shelf = Optional.<Attributes>empty();
        for (var item : table.between(pk(id), EDITION, SHELF)) {
            if (item.text("sk").equals(SHELF)) {
                shelf = Optional.of(item);
            } else {
                var edition = Integer.parseInt(item.text("sk").substring(EDITION.length()));
                var text = item.has(FILE) ? text(item) : shippedAs(id, edition);
                text.ifPresent(t -> editions.put(edition, t.at(Status.valueOf(item.text(STATUS)))));
                item.optional(COURSE).ifPresent(course -> courses.put(edition, CourseJson.read(course)));
            }
        }
        return new Shelved(
                new Editions(List.copyOf(editions.values())),
                courses,
                shelf.map(s -> (int) s.number("revision")).orElse(0),
                shelf.map(s -> s.text("head")).orElse(Entry.FIRST));
    }

    @Override
    public Optional<Standard> find(String id, int edition) {
        if (!Standard.isId(id)) {
            return Optional.empty();
        }
        var item = table.get(key(id, edition));
        var text = item.filter(i -> i.has(FILE)).map(this::text).orElseGet(() -> shippedAs(id, edition));
        return text.map(t -> item.map(i -> t.at(Status.valueOf(i.text(STATUS)))).orElse(t));
    }

    @Override
    public Optional<String> file(String id, int edition) {
        return table.get(key(id, edition)).filter(i -> i.has(FILE)).map(i -> Packed.unpack(i.bytes(FILE)));
    }

    @Override
    public List<Opinion> opinions(String id, int edition) {
        return table.after(opinionsPk(id, edition), " ", Opinion.MOST).stream()
                .map(item -> OpinionJson.read(item.text(TEXT)))
                .sorted(Comparator.comparing(Opinion::on).thenComparing(Opinion::id))
                .toList();
    }

    private Optional<Standard> text(Attributes item) {
        return Optional.of(read.computeIfAbsent(Packed.unpack(item.bytes(FILE)), reader));
    }

    private Optional<Standard> shippedAs(String id, int edition) {
        return shipped.stream().filter(s -> s.id().equals(id) && s.edition() == edition).findFirst();
    }

    @Override
    public boolean keep(Shelving shelving) {
        var id = shelving.id();
        var revision = shelving.before().revision() + 1;
        var actions = new ArrayList<TransactWriteItem>();
        actions.add(audit.putting(TrailLines.item(shelving.entry()), Condition.absent()));
        actions.add(table.putting(
                Attributes.key(pk(id), SHELF)
                        .put("revision", revision)
                        .put("head", shelving.entry().hash()),
                Condition.follows(revision)));
        actions.add(table.putting(Attributes.key(IDS, id)));
        for (var standard : shelving.changed()) {
            var file = shelving.file().filter(f -> f.edition() == standard.edition());
            var course = shelving.now().course(standard.edition());
            actions.add(file.map(f -> laid(standard, f, course)).orElseGet(() -> moved(standard, course)));
        }
        shelving.said().ifPresent(said -> said.opinions()
                .forEach(opinion -> actions.add(table.putting(Attributes.key(opinionsPk(id, said.edition()), opinion.id())
                        .put(TEXT, OpinionJson.write(opinion))))));
        return switch (transactions.write(actions)) {
            case Transactions.Outcome.Kept kept -> true;
            case Transactions.Outcome.Refused(var standing) ->
                TrailLines.isEcho(standing.get(0), shelving.entry());
        };
    }

    private TransactWriteItem laid(Standard standard, File file, Course course) {
        if (!reader.apply(file.text()).at(standard.status()).equals(standard)) {
            throw new IllegalArgumentException("the file says something else than the edition");
        }
        return table.putting(key(standard.id(), standard.edition())
                .put(STATUS, standard.status().name())
                .put(FILE, Packed.pack(file.text()))
                .put(COURSE, CourseJson.write(course)));
    }

    private TransactWriteItem moved(Standard standard, Course course) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(table.name())
                        .key(key(standard.id(), standard.edition()).map())
                        .updateExpression("SET #status = :status, #course = :course")
                        .expressionAttributeNames(Map.of("#status", STATUS, "#course", COURSE))
                        .expressionAttributeValues(Attributes.none()
                                .put(":status", standard.status().name())
                                .put(":course", CourseJson.write(course))
                                .map()))
                .build();
    }

    private static String opinionsPk(String id, int edition) {
        return "OPINIONS#" + id + "#%03d".formatted(edition);
    }

    private static String pk(String id) {
        return "STANDARD#" + id;
    }

    private static Attributes key(String id, int edition) {
        return Attributes.key(pk(id), EDITION + "%03d".formatted(edition));
    }
}
