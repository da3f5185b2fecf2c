package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.dynamo.Table;
import xingma.engines.Template;
import xingma.rulebook.EvaluationBook;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    private static final Map<String, Object> FUNCTIONS = map(House.TEMPLATE.section("Globals").get("Function"));

    @Test
    void every_parameter_and_output_is_described() {
        assertAll(House.templates().stream().flatMap(t -> Stream.of("Parameters", "Outputs")
                .flatMap(section -> t.section(section).entrySet().stream())
                .map(e -> () -> assertTrue(
                        String.valueOf(map(e.getValue()).get("Description")).length() > 10,
                        t.file().getFileName() + ": " + e.getKey()))));
    }

    @Test
    void a_parameter_that_a_person_writes_is_held_to_something() {
        var bounds = List.of("AllowedPattern", "AllowedValues", "MinLength", "MaxLength", "MinValue", "MaxValue");
        // A certificate's form differs by partition.
        var free = List.of("PublicCertificate", "ConsoleCertificate");
        House.TEMPLATE.section("Parameters").forEach((name, parameter) -> assertTrue(
                free.contains(name) || bounds.stream().anyMatch(map(parameter)::containsKey), name));
    }

    @Test
    void a_nested_stack_is_given_the_parameters_that_it_declares() {
        for (var template : House.templates()) {
            House.resources(template, "AWS::Serverless::Application").forEach((id, properties) -> {
                var file = template.file().resolveSibling(properties.get("Location").toString()).normalize();
                assertEquals(
                        new TreeSet<>(Template.read(file).section("Parameters").keySet()),
                        new TreeSet<>(map(properties.get("Parameters")).keySet()),
                        id);
            });
        }
    }

    @Test
    void every_table_can_be_brought_back_is_encrypted_and_does_not_vanish() {
        var tables = House.resources(House.DATA, "AWS::DynamoDB::Table");
        assertEquals(Set.of("RegisterTable", "ComplaintTable", "RatingTable", "AuditTable"), tables.keySet());
        tables.forEach((id, table) -> {
            assertEquals(
                    true, map(table.get("PointInTimeRecoverySpecification")).get("PointInTimeRecoveryEnabled"), id);
            assertEquals(true, map(table.get("SSESpecification")).get("SSEEnabled"), id);
            assertEquals(true, table.get("DeletionProtectionEnabled"), id);
            assertEquals("PAY_PER_REQUEST", table.get("BillingMode"), id);
            var resource = map(House.DATA.section("Resources").get(id));
            assertEquals("Retain", resource.get("DeletionPolicy"), id);
            assertEquals("Retain", resource.get("UpdateReplacePolicy"), id);
        });
    }

    @Test
    void the_lists_of_cases_know_their_rows_and_nothing_else() {
        for (var index : list(House.properties(House.DATA, "ComplaintTable").get("GlobalSecondaryIndexes"))) {
            var projection = map(map(index).get("Projection"));
            assertEquals("INCLUDE", projection.get("ProjectionType"));
            assertEquals(List.of("row"), list(projection.get("NonKeyAttributes")));
        }
    }

    @Test
    void the_listing_knows_what_the_lists_show_and_nothing_else() {
        var index = map(list(House.properties(House.DATA, "RegisterTable").get("GlobalSecondaryIndexes")).getFirst());
        assertEquals(Table.LISTING, index.get("IndexName"));
        var projection = map(index.get("Projection"));
        assertEquals("INCLUDE", projection.get("ProjectionType"));
        assertEquals(Table.LISTED, list(projection.get("NonKeyAttributes")));
    }

    @Test
    void every_bucket_is_closed_versioned_encrypted_tidied_and_read_over_tls_alone() {
        var buckets = House.resources(House.DATA, "AWS::S3::Bucket");
        assertEquals(6, buckets.size());
        var policies = new ArrayList<Object>(House.resources(House.DATA, "AWS::S3::BucketPolicy").values());
        policies.addAll(House.resources(House.nested("edge"), "AWS::S3::BucketPolicy").values());
        buckets.forEach((id, bucket) -> {
            var access = map(bucket.get("PublicAccessBlockConfiguration"));
            assertEquals(4, access.values().stream().filter(Boolean.TRUE::equals).count(), id);
            assertEquals("Enabled", map(bucket.get("VersioningConfiguration")).get("Status"), id);
            assertTrue(bucket.containsKey("BucketEncryption"), id);
            assertTrue(bucket.containsKey("LifecycleConfiguration"), id);
            var policy = policies.stream()
                    .map(Template::map)
                    .filter(p -> p.get("Bucket").equals(Map.of("Ref", id)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(id + " has no policy"));
            assertTrue(
                    list(map(policy.get("PolicyDocument")).get("Statement")).stream()
                            .map(Template::map)
                            .anyMatch(s -> "Deny".equals(s.get("Effect"))
                                    && Map.of("Bool", Map.of("aws:SecureTransport", false)).equals(s.get("Condition"))),
                    id);
        });
    }

    @Test
    void what_was_sent_is_forgotten_and_only_our_pages_send() {
        var bucket = House.properties(House.DATA, "EvidenceBucket");
        var rules = list(map(bucket.get("LifecycleConfiguration")).get("Rules")).stream().map(Template::map).toList();
        var sent = rules.stream().filter(r -> "raw/".equals(r.get("Prefix"))).findFirst().orElseThrow();
        assertEquals(2, sent.get("ExpirationInDays"));
        assertTrue((int) map(sent.get("NoncurrentVersionExpiration")).get("NoncurrentDays") <= 1);
        var cors = list(map(bucket.get("CorsConfiguration")).get("CorsRules"));
        assertEquals(1, cors.size());
        assertEquals(List.of("POST"), map(cors.getFirst()).get("AllowedMethods"));
        assertEquals(List.of(Map.of("Ref", "PublicBaseUrl")), map(cors.getFirst()).get("AllowedOrigins"));
    }

    @Test
    void what_is_shown_with_sheets_comes_from_the_console_alone_and_is_kept_as_long_as_the_rulebook_says() {
        var bucket = House.properties(House.DATA, "ExhibitBucket");
        var rules = list(map(bucket.get("LifecycleConfiguration")).get("Rules")).stream().map(Template::map).toList();
        var sent = rules.stream().filter(r -> "raw/".equals(r.get("Prefix"))).findFirst().orElseThrow();
        assertEquals(2, sent.get("ExpirationInDays"));
        var kept = rules.stream().filter(r -> "clean/".equals(r.get("Prefix"))).findFirst().orElseThrow();
        assertEquals(EvaluationBook.standard().rules().exhibits().keptDays(), kept.get("ExpirationInDays"));
        var cors = list(map(bucket.get("CorsConfiguration")).get("CorsRules"));
        assertEquals(1, cors.size());
        assertEquals(List.of("POST"), map(cors.getFirst()).get("AllowedMethods"));
        assertEquals(List.of(Map.of("Ref", "ConsoleBaseUrl")), map(cors.getFirst()).get("AllowedOrigins"));
    }

    @Test
    void an_event_that_failed_for_good_lies_somewhere_and_wakes_somebody() {
        House.functions().stream()
                .filter(f -> map(f.properties().get("Events")).values().stream()
                        .anyMatch(e -> "EventBridgeRule".equals(map(e).get("Type"))))
                .forEach(f -> assertEquals(List.of("sqs:SendMessage"), f.whenAllFails(), f.id()));
        var alarm = House.properties(House.nested("watch"), "LeftEvidenceAlarm");
        assertEquals("ApproximateNumberOfMessagesVisible", alarm.get("MetricName"));
        assertEquals(List.of(Map.of("Ref", "Alarms")), alarm.get("AlarmActions"));
    }

    @Test
    void what_the_bureau_keeps_outlives_its_stack() {
        House.DATA.section("Resources").forEach((id, resource) -> {
            if (!"AWS::S3::BucketPolicy".equals(map(resource).get("Type"))) {
                assertEquals("Retain", map(resource).get("DeletionPolicy"), id);
                assertEquals("Retain", map(resource).get("UpdateReplacePolicy"), id);
            }
        });
    }

    @Test
    void logs_are_kept_for_six_months_at_least() {
        var days = map(House.TEMPLATE.section("Parameters").get("LogRetentionDays"));
        list(days.get("AllowedValues")).forEach(d -> assertTrue((int) d >= 180, d.toString()));
        House.resources(House.DATA, "AWS::Logs::LogGroup")
                .forEach((id, group) -> assertEquals(Map.of("Ref", "LogRetentionDays"), group.get("RetentionInDays"), id));
        assertEquals(Map.of("Fn::GetAtt", "Data.Outputs.Journal"), map(FUNCTIONS.get("LoggingConfig")).get("LogGroup"));
    }

    @Test
    void an_access_log_says_nothing_about_who_asked() {
        var api = House.properties(House.TEMPLATE, "Api");
        var format = map(api.get("AccessLogSettings")).get("Format").toString();
        for (var telling : List.of("identity", "$context.path", "authorizer.claims", "authorizer.principalId", "protocol")) {
            assertTrue(!format.contains(telling), telling);
        }
    }

    @Test
    void functions_start_from_snapshots_on_arm_with_java_25() {
        assertEquals("java25", FUNCTIONS.get("Runtime"));
        assertEquals(List.of("arm64"), FUNCTIONS.get("Architectures"));
        assertEquals("live", FUNCTIONS.get("AutoPublishAlias"));
        assertEquals(Map.of("ApplyOn", Map.of("Ref", "SnapStart")), FUNCTIONS.get("SnapStart"));
        assertEquals("PublishedVersions", map(House.TEMPLATE.section("Parameters").get("SnapStart")).get("Default"));
    }

    @Test
    void a_function_ends_before_the_gateway_gives_up() {
        assertTrue((int) FUNCTIONS.get("Timeout") < 29);
        House.functions().stream()
                .filter(f -> !f.routes().isEmpty())
                .forEach(f -> assertTrue((int) f.properties().getOrDefault("Timeout", 0) < 29, f.id()));
    }

    @Test
    void every_function_has_its_alarms_and_its_place_on_the_dashboard() {
        var watch = House.nested("watch");
        var body = map(House.properties(watch, "Dashboard").get("DashboardBody")).get("Fn::Sub").toString();
        House.functions().forEach(f -> {
            var alarms = map(House.properties(watch, f.id() + "Alarms").get("Parameters"));
            assertEquals(Map.of("Ref", f.id()), alarms.get("Function"));
            assertTrue(body.contains("${" + f.id() + "}"), f.id());
        });
        var metrics = House.resources(House.nested("alarms"), "AWS::CloudWatch::Alarm").values().stream()
                .map(a -> a.get("MetricName") + " " + a.getOrDefault("ExtendedStatistic", a.get("Statistic")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(List.of("Duration p99", "Errors Sum", "Throttles Sum")), metrics);
    }

    @Test
    void the_environments_of_samconfig_give_parameters_that_exist() throws Exception {
        var given = Pattern.compile("(?m)^\\s*\"(\\w+)=").matcher(Files.readString(House.ROOT.resolve("samconfig.toml")));
        var names = given.results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
        assertTrue(names.size() > 5);
        names.removeAll(House.TEMPLATE.section("Parameters").keySet());
        assertEquals(new TreeSet<String>(), names);
    }

    @Test
    void references_inside_a_template_lead_somewhere() {
        for (var template : House.templates()) {
            var known = new TreeSet<>(template.section("Parameters").keySet());
            known.addAll(template.section("Resources").keySet());
            refs(template.content()).filter(r -> !r.startsWith("AWS::")).forEach(r -> assertTrue(
                    known.contains(r), () -> template.file().getFileName() + ": " + r));
        }
    }

    private static Stream<String> refs(Object node) {
        Function<Object, Stream<String>> deeper = TemplatesTest::refs;
        return switch (node) {
            case Map<?, ?> entries when entries.size() == 1 && entries.containsKey("Ref") ->
                Stream.of(entries.get("Ref").toString());
            case Map<?, ?> entries -> entries.values().stream().flatMap(deeper);
            case List<?> items -> items.stream().flatMap(deeper);
            case null, default -> Stream.of();
        };
    }
}
