package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xingma.engines.Template;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermissionsTest {
    private static final Pattern BUCKET = Pattern.compile("arn:[$]\\{AWS::Partition}:s3:::[$]\\{(\\w+)Bucket}(/([^*]+)\\*)?");
    private static final String REGISTER =
            "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${RegisterTable}";
    private static final Pattern TABLE = Pattern.compile(
            "arn:[$][{]AWS::Partition}:dynamodb:[$][{]AWS::Region}:[$][{]AWS::AccountId}:table/[$][{](\\w+)Table}(/index/\\w+)?");

    /** A parameter that is an ARN already. */
    private static final Set<String> QUEUES = Set.of("LeftEvidence", "Messages");

    /** The key of sealed texts, an ARN too. */
    private static final String KEY = "SealKey";

    /** The key of messages that wait; used by the queue alone. */
    private static final String QUEUE_KEY = "MessageKey";

    static Stream<House.Function> functions() {
        return House.functions().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_may_do_what_its_code_does_and_nothing_else(House.Function function) {
        var granted = new TreeSet<String>();
        for (var statement : function.statements()) {
            statement.actions().forEach(a -> statement.resources().forEach(r -> granted.add(grant(a, r))));
        }
        var needed = new TreeSet<>(Uses.of(function.handler()).actions());
        needed.addAll(function.whenAllFails());
        assertEquals(needed, granted);
    }

    private static String grant(String action, String resource) {
        return switch (resource) {
            case String r when TABLE.matcher(r).matches() -> action + (r.contains("/index/") ? " listing" : " table");
            case KEY -> action;
            case QUEUE_KEY -> action + " a queue's";
            case String q when QUEUES.contains(q) -> action;
            case String r when BUCKET.matcher(r).matches() -> action;
            default -> throw new AssertionError("a resource that these tests do not know: " + resource);
        };
    }

    /** Of the register all are told; whether they may touch it, their code says. */
    @ParameterizedTest
    @MethodSource("functions")
    void a_function_may_touch_the_tables_it_was_told_of(House.Function function) {
        var granted = new TreeSet<String>();
        function.statements().stream()
                .flatMap(s -> s.resources().stream())
                .flatMap(r -> TABLE.matcher(r).results())
                .forEach(r -> granted.add(r.group(1).toUpperCase(Locale.ROOT) + "_TABLE"));
        var told = new TreeSet<>(function.ownVariables().keySet());
        told.removeIf(v -> !v.endsWith("_TABLE"));
        granted.remove("REGISTER_TABLE");
        assertEquals(told, granted);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_may_touch_the_buckets_it_was_told_of(House.Function function) {
        var granted = new TreeSet<String>();
        buckets(function).forEach(r -> granted.add(r.group(1)));
        var told = new TreeSet<String>();
        function.ownVariables().keySet().stream()
                .filter(v -> v.endsWith("_BUCKET"))
                .forEach(v -> told.add(v.charAt(0) + v.substring(1, v.indexOf('_')).toLowerCase(Locale.ROOT)));
        assertEquals(told, granted);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_folder_of_a_bucket_that_a_function_may_touch_is_one_that_its_code_names(House.Function function) {
        var texts = Uses.of(function.handler()).texts();
        buckets(function).filter(r -> r.group(3) != null).forEach(r -> assertTrue(
                texts.stream().anyMatch(t -> t.startsWith(r.group(3))), () -> "nothing in " + function + " names " + r.group(3)));
    }

    private static Stream<java.util.regex.MatchResult> buckets(House.Function function) {
        return function.statements().stream()
                .flatMap(s -> s.resources().stream())
                .flatMap(r -> BUCKET.matcher(r).results());
    }

    /** The parts of cases for which a function's role may do something with the key of sealed texts. */
    private static Set<String> parts(House.Function function, String action) {
        var parts = new TreeSet<String>();
        list(House.properties(House.PERMISSIONS, function.id() + "Role").get("Policies")).stream()
                .flatMap(PermissionsTest::statements)
                .filter(s -> House.Statement.of(s).actions().contains(action))
                .filter(s -> House.Statement.of(s).resources().contains(KEY))
                .map(s -> map(map(s.get("Condition")).get("StringEquals")).get("kms:EncryptionContext:part"))
                .forEach(part -> (part instanceof List<?> several ? several : List.of(part)).forEach(p -> parts.add(p.toString())));
        return parts;
    }

    @Test
    void nobody_alters_the_trail_or_takes_a_line_out() {
        var adding = Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "dynamodb:PutItem", "dynamodb:ConditionCheckItem");
        House.functions().stream()
                .flatMap(f -> f.statements().stream())
                .filter(s -> s.resources().stream().anyMatch(r -> r.contains("${AuditTable}")))
                .forEach(s -> assertTrue(adding.containsAll(s.actions()), s::toString));
    }

    @Test
    void one_function_opens_contacts_for_officers_and_one_to_tell_their_owners_and_they_open_nothing_else() {
        for (var function : House.functions()) {
            var opened = parts(function, "kms:Decrypt");
            var may = Set.of("OpenContact", "SendNotifications").contains(function.id());
            assertEquals(may, opened.contains("CONTACT"), function.id());
            if (opened.contains("CONTACT")) {
                assertEquals(Set.of("CONTACT"), opened);
            }
        }
    }

    @Test
    void an_institution_opens_what_was_written_for_it_and_the_public_does_not() {
        for (var function : House.functions()) {
            var opened = parts(function, "kms:Decrypt");
            switch (function.id()) {
                case "AnswerInstitution" -> assertEquals(Set.of("SECRETS", "SUMMARY"), opened);
                case "HandleComplaints" -> assertEquals(Set.of("SECRETS", "SUMMARY", "WORDS"), opened);
                default -> assertFalse(opened.contains("SUMMARY"), function.id());
            }
        }
    }

    @Test
    void the_key_of_sealed_texts_is_used_for_named_parts_alone() {
        House.functions().forEach(f -> f.statements().stream()
                .filter(s -> s.resources().contains(KEY))
                .flatMap(s -> s.actions().stream())
                .forEach(a -> assertFalse(parts(f, a).isEmpty(), () -> f + " may " + a + " for every part")));
    }

    @Test
    void the_public_only_reads() {
        var writing = Pattern.compile("(Put|Update|Delete|Write|Create)");
        House.functions().stream()
                .filter(f -> f.zip().contains("scan"))
                .flatMap(f -> f.statements().stream())
                .flatMap(s -> s.actions().stream())
                .forEach(a -> assertFalse(writing.matcher(a).find(), a));
    }

    @Test
    void a_scan_needs_one_permission() {
        var scan = House.functions().stream().filter(f -> f.id().equals("ResolvePlacard")).findFirst().orElseThrow();
        assertEquals(
                List.of(new House.Statement(List.of("dynamodb:GetItem"), List.of(REGISTER))), scan.statements());
    }

    @Test
    void every_function_has_a_role_of_its_own_and_no_role_is_idle() {
        var roles = new TreeSet<String>();
        House.functions().forEach(f -> {
            roles.add(f.id() + "Role");
            assertEquals(Map.of("Fn::GetAtt", "Permissions.Outputs." + f.id()), f.properties().get("Role"));
        });
        assertEquals(roles, House.resources(House.PERMISSIONS, "AWS::IAM::Role").keySet());
    }

    @Test
    void no_statement_allows_every_action_or_every_resource() {
        var statements = House.templates().stream()
                .flatMap(t -> statements(t.content()))
                .filter(s -> !"Deny".equals(s.get("Effect")))
                .toList();
        assertFalse(statements.isEmpty());
        assertAll(statements.stream().map(s -> () -> {
            var statement = House.Statement.of(s);
            statement.actions().forEach(a -> assertFalse(a.contains("*"), a));
            statement.resources().forEach(r -> assertFalse(r.equals("*"), () -> "every resource: " + s));
        }));
    }

    private static Stream<Map<String, Object>> statements(Object node) {
        return switch (node) {
            // In a key's own policy "*" is this key, and its account must be able to keep it: see SealTest.
            case Map<?, ?> entries when entries.containsKey("KeyPolicy") -> Stream.of();
            case Map<?, ?> entries -> {
                var here = map(entries).get("Statement");
                var own = here == null ? Stream.<Map<String, Object>>of() : list(here).stream().flatMap(PermissionsTest::branches);
                yield Stream.concat(own, entries.values().stream().flatMap(PermissionsTest::statements));
            }
            case List<?> items -> items.stream().flatMap(PermissionsTest::statements);
            case null, default -> Stream.of();
        };
    }

    /** A statement, or the statements that an {@code Fn::If} chooses among. */
    private static Stream<Map<String, Object>> branches(Object item) {
        var choice = map(item).get("Fn::If");
        return choice == null
                ? Stream.of(map(item)).filter(s -> s.containsKey("Action"))
                : list(choice).stream().skip(1).flatMap(PermissionsTest::branches);
    }

    @Test
    void nothing_names_a_partition_or_its_hosts() {
        var partition = Pattern.compile("arn:aws|amazonaws[.]com");
        var services = Set.of("lambda.amazonaws.com", "cloudfront.amazonaws.com");
        assertAll(House.templates().stream().flatMap(t -> texts(t).map(text -> () -> {
            // Service principals are the same in every partition.
            if (!services.contains(text)) {
                assertFalse(partition.matcher(text).find(), () -> t.file().getFileName() + ": " + text);
            }
        })));
    }

    private static Stream<String> texts(Template template) {
        return texts(template.content());
    }

    private static Stream<String> texts(Object node) {
        return switch (node) {
            case Map<?, ?> entries -> entries.values().stream().flatMap(PermissionsTest::texts);
            case List<?> items -> items.stream().flatMap(PermissionsTest::texts);
            case null -> Stream.of();
            default -> Stream.of(node.toString());
        };
    }
}
