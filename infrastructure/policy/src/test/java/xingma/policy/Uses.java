package xingma.policy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a function's code uses of the world outside: actions on the stores, variables, routes.
 *
 * @param actions such as {@code dynamodb:GetItem table}, {@code dynamodb:Query listing} or {@code s3:PutObject}
 * @param variables names of environment variables
 * @param routes as in {@code GET /q/{code}}
 */
record Uses(Set<String> actions, Set<String> variables, Set<String> routes, Set<String> texts) {
    private static final String SDK = "software/amazon/awssdk/services/";
    private static final Pattern ROUTE = Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE) /.*|[$]default");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{3,}");

    /** By the client's method; what a transaction does is told by its actions. */
    private static final Map<String, String> ACTIONS = Map.ofEntries(
            Map.entry("DynamoDbClient.getItem", "dynamodb:GetItem table"),
            Map.entry("DynamoDbClient.batchGetItem", "dynamodb:BatchGetItem table"),
            Map.entry("DynamoDbClient.putItem", "dynamodb:PutItem table"),
            Map.entry("DynamoDbClient.updateItem", "dynamodb:UpdateItem table"),
            Map.entry("DynamoDbClient.deleteItem", "dynamodb:DeleteItem table"),
            Map.entry("DynamoDbClient.batchWriteItem", "dynamodb:BatchWriteItem table"),
            Map.entry("DynamoDbClient.scan", "dynamodb:Scan table"),
            Map.entry("TransactWriteItem$Builder.put", "dynamodb:PutItem table"),
            Map.entry("TransactWriteItem$Builder.update", "dynamodb:UpdateItem table"),
            Map.entry("TransactWriteItem$Builder.delete", "dynamodb:DeleteItem table"),
            Map.entry("TransactWriteItem$Builder.conditionCheck", "dynamodb:ConditionCheckItem table"),
            Map.entry("S3Client.getObject", "s3:GetObject"),
            Map.entry("S3Client.getObjectAsBytes", "s3:GetObject"),
            Map.entry("S3Client.headObject", "s3:GetObject"),
            Map.entry("S3Presigner.presignGetObject", "s3:GetObject"),
            Map.entry("S3Client.putObject", "s3:PutObject"),
            Map.entry("S3Presigner.presignPutObject", "s3:PutObject"),
            Map.entry("S3Client.listObjectsV2", "s3:ListBucket"),
            Map.entry("KmsClient.generateDataKey", "kms:GenerateDataKey"),
            Map.entry("KmsClient.decrypt", "kms:Decrypt"));

    /** Calls on the clients that ask nothing of a store. */
    private static final Set<String> HARMLESS = Set.of(
            "DynamoDbClient.builder",
            "DynamoDbClient.close",
            "DynamoDbClient.transactWriteItems",
            "TransactWriteItem$Builder.build",
            "S3Client.builder",
            "S3Client.utilities",
            "S3Client.serviceClientConfiguration",
            "S3Client.close",
            "S3Presigner.builder",
            "S3Presigner.close",
            "KmsClient.builder",
            "KmsClient.close",
            "SqsClient.builder",
            "SqsClient.close");

    private static final Map<String, Uses> READ = new ConcurrentHashMap<>();

    static Uses of(String handler) {
        return READ.computeIfAbsent(handler, Uses::read);
    }

    private static Uses read(String handler) {
        var reach = Reach.from(handler);
        var actions = new TreeSet<String>();
        for (var call : reach.calls()) {
            var owner = call.to().owner();
            if (!owner.startsWith(SDK)) {
                continue;
            }
            var name = owner.substring(owner.lastIndexOf('/') + 1) + '.' + call.to().name();
            if (ACTIONS.containsKey(name)) {
                actions.add(ACTIONS.get(name));
            } else if (name.startsWith("DynamoDbClient.query")) {
                var ofAnIndex = call.from().owner().endsWith("/Index") || reach.callsWithin(call.from(), "indexName");
                actions.add("dynamodb:Query " + (ofAnIndex ? "listing" : "table"));
            } else if (name.equals("SqsClient.sendMessage")) {
                // The queue encrypts in the name of whoever sends.
                actions.addAll(Set.of("sqs:SendMessage", "kms:Decrypt a queue's", "kms:GenerateDataKey a queue's"));
            } else if (name.equals("S3Client.deleteObject")) {
                actions.add("s3:DeleteObject" + (reach.callsWithin(call.from(), "versionId") ? "Version" : ""));
            } else if (isOfAClient(name) && !HARMLESS.contains(name)) {
                throw new AssertionError(call.from() + " calls " + name + ", whose permission these tests do not know");
            }
        }
        if (!reach.textsIn("xingma/aws/s3/PostPolicy").isEmpty()) {
            // A signed form can do what its signer may.
            actions.add("s3:PutObject");
        }
        if (actions.contains("s3:GetObject")) {
            // Without it a missing file is answered 403.
            actions.add("s3:ListBucket");
        }
        return new Uses(
                actions,
                matching(reach.textsIn("xingma/aws/Settings"), VARIABLE),
                matching(reach.texts().stream().map(Reach.Text::value).collect(Collectors.toSet()), ROUTE),
                reach.texts().stream().map(Reach.Text::value).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static boolean isOfAClient(String name) {
        return name.startsWith("DynamoDbClient.")
                || name.startsWith("S3Client.")
                || name.startsWith("S3Presigner.")
                || name.startsWith("KmsClient.")
                || name.startsWith("SqsClient.")
                || name.startsWith("TransactWriteItem$Builder.");
    }

    private static Set<String> matching(Set<String> texts, Pattern pattern) {
        return texts.stream().filter(t -> pattern.matcher(t).matches()).collect(Collectors.toCollection(TreeSet::new));
    }
}
