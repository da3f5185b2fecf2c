package xingma.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import xingma.audit.Entry;
import xingma.audit.Trail;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Seals;

/** What lies in the tables in the end, held against what was acknowledged; each difference is a sentence. */
final class Books {
    /** The engine answers one request after the other; what is asked of it can be prepared and read meanwhile. */
    private static final int READERS = 4;

    private final DynamoDbClient dynamo;
    private final String complaintTable;
    private final String auditTable;
    private final Complaints complaints;
    private final Trail trail;
    private final Seals seals;
    private final List<String> differences = Collections.synchronizedList(new ArrayList<>());
    private int cases;

    Books(
            DynamoDbClient dynamo,
            String complaintTable,
            String auditTable,
            Complaints complaints,
            Trail trail,
            Seals seals) {
        this.dynamo = dynamo;
        this.complaintTable = complaintTable;
        this.auditTable = auditTable;
        this.complaints = complaints;
        this.trail = trail;
        this.seals = seals;
    }

    int cases() {
        return cases;
    }

    List<String> differences(List<Customer> customers) {
        differences.clear();
        counted(customers.size(), (int) customers.stream().filter(Customer::isAcknowledged).count());
        var numbers = new HashSet<String>();
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            for (var customer : customers) {
                differences.addAll(customer.complaints);
                if (customer.isAcknowledged()) {
                    if (!numbers.add(customer.papers.getFirst().number())) {
                        differ(customer.key, "shares its number with another");
                    }
                    readers.execute(() -> heldAgainst(customer));
                }
            }
        }
        return differences.stream().sorted().toList();
    }

    /** What cannot be read is a difference too. */
    private void heldAgainst(Customer customer) {
        try {
            acknowledged(customer);
        } catch (RuntimeException unread) {
            differ(customer.key, "cannot be read: " + unread);
        }
    }

    /** As many cases as keys as receipts, and a chain for each; none that nobody handed in. */
    private void counted(int handedIn, int acknowledged) {
        var kinds = new HashMap<String, Integer>();
        all(complaintTable, item -> kinds.merge(item.get("sk").s().split("#")[0], 1, Integer::sum));
        cases = kinds.getOrDefault("CASE", 0);
        var keys = kinds.getOrDefault("SUBMISSION", 0);
        var receipts = kinds.getOrDefault("RECEIPT", 0);
        if (cases != keys || cases != receipts || cases < acknowledged || cases > handedIn) {
            differences.add(cases + " cases, " + keys + " keys, " + receipts + " receipts for " + handedIn
                    + " complaints, of which " + acknowledged + " were acknowledged");
        }
        var chains = new HashSet<String>();
        all(auditTable, item -> {
            if (item.get("pk").s().startsWith("CASE ")) {
                chains.add(item.get("pk").s());
            }
        });
        if (chains.size() != cases) {
            differences.add(chains.size() + " chains in the trail for " + cases + " cases");
        }
    }

    private void all(String table, java.util.function.Consumer<Map<String, AttributeValue>> each) {
        dynamo.scanPaginator(r -> r.tableName(table).consistentRead(true)).items().forEach(each);
    }

    private void acknowledged(Customer customer) {
        if (Set.copyOf(customer.papers).size() > 1) {
            differ(customer.key, "got receipts that contradict each other");
        }
        var paper = customer.papers.getFirst();
        var number = CaseNumber.of(paper.number().substring(0, paper.number().length() - 1));
        var whereabouts = complaints.whereabouts(number);
        var receipt = Receipt.read(paper.number(), paper.secret());
        if (whereabouts.isEmpty() || receipt.isEmpty() || !whereabouts.get().lock().opens(receipt.get())) {
            differ(customer.key, "was acknowledged, and its receipt opens nothing");
            return;
        }
        var complaint = complaints.find(whereabouts.get().unit(), number);
        if (complaint.isEmpty()) {
            differ(customer.key, "was acknowledged and is lost");
            return;
        }
        if (!seals.open(number, Part.WORDS, complaint.get().filing().words()).equals(customer.words)) {
            differ(customer.key, "holds somebody else's words");
        }
        acts(customer, complaint.get());
        chain(customer, complaint.get());
    }

    private void acts(Customer customer, Complaint complaint) {
        var docket = complaint.docket();
        var said = docket.all(Act.Said.class).count();
        var accepted = docket.all(Act.Accepted.class).count();
        if (said != (customer.habit == Customer.Habit.WRITES_MORE ? 1 : 0)
                || accepted != (customer.habit == Customer.Habit.IS_ACCEPTED ? 1 : 0)) {
            differ(customer.key, "was written to " + said + " times and accepted " + accepted + " times");
        }
        if (docket.acts().stream().map(Act::id).distinct().count() != docket.acts().size()) {
            differ(customer.key, "holds one act twice");
        }
    }

    private void chain(Customer customer, Complaint complaint) {
        var lines = trail.of(Step.subject(complaint.number()), 0);
        var before = Entry.FIRST;
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).position() != i + 1 || !lines.get(i).before().equals(before)) {
                differ(customer.key, "has a broken chain");
                return;
            }
            before = lines.get(i).hash();
        }
        if (lines.size() != complaint.docket().acts().size() || !before.equals(complaint.docket().head())) {
            differ(customer.key, "has " + complaint.docket().acts().size() + " acts and " + lines.size() + " lines");
        }
    }

    private void differ(String key, String how) {
        differences.add(key + " " + how);
    }
}
