package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {
    @Test
    void the_description_is_valid() {
        var options = new ParseOptions();
        options.setResolve(true);
        var parsed = new OpenAPIV3Parser().readLocation(Description.FILE.toString(), null, options);
        assertEquals(List.of(), parsed.getMessages());
        assertNotNull(parsed.getOpenAPI());
        assertEquals(Description.CONTENT.get("openapi"), parsed.getOpenAPI().getOpenapi());
    }

    @Test
    void every_reference_leads_somewhere_and_every_component_is_used() {
        var used = new TreeSet<String>();
        references(Description.CONTENT, used);
        used.forEach(r -> Description.followed(Map.of("$ref", r)));
        var unused = new TreeSet<String>();
        for (var group : List.of("schemas", "responses", "parameters", "requestBodies")) {
            map(map(Description.CONTENT.get("components")).get(group)).keySet().forEach(name -> {
                if (!used.contains("#/components/" + group + "/" + name)) {
                    unused.add(name);
                }
            });
        }
        assertEquals(Set.of(), unused);
    }

    private static void references(Object node, Set<String> found) {
        switch (node) {
            case Map<?, ?> entries -> entries.forEach((key, value) -> {
                if (key.equals("$ref")) {
                    found.add(value.toString());
                }
                references(value, found);
            });
            case List<?> items -> items.forEach(item -> references(item, found));
            case null, default -> {}
        }
    }

    @Test
    void no_comma_has_cut_a_sentence_in_two() {
        assertEquals(List.of(), keysOfNothing(Description.CONTENT).filter(k -> k.contains(" ")).toList());
    }

    private static Stream<String> keysOfNothing(Object node) {
        return switch (node) {
            case Map<?, ?> entries -> entries.entrySet().stream().flatMap(e -> e.getValue() == null
                    ? Stream.of(e.getKey().toString())
                    : keysOfNothing(e.getValue()));
            case List<?> items -> items.stream().flatMap(OpenApiTest::keysOfNothing);
            case null, default -> Stream.of();
        };
    }

    @Test
    void every_example_obeys_its_schema() {
        var wrong = new ArrayList<String>();
        examples(Description.CONTENT, wrong);
        assertEquals(List.of(), wrong);
    }

    /** Looks for what has both a schema and an example. */
    private static int examples(Object node, List<String> wrong) {
        var seen = 0;
        switch (node) {
            case Map<?, ?> entries -> {
                if (entries.containsKey("schema") && entries.containsKey("example")) {
                    wrong.addAll(breaches(map(entries.get("schema")), entries.get("example")));
                    seen++;
                }
                for (var value : entries.values()) {
                    seen += examples(value, wrong);
                }
            }
            case List<?> items -> {
                for (var item : items) {
                    seen += examples(item, wrong);
                }
            }
            case null, default -> {}
        }
        return seen;
    }

    @Test
    void there_are_examples_to_obey() {
        assertTrue(examples(Description.CONTENT, new ArrayList<>()) > 8);
    }

    /** What an example does against a schema of the description. */
    static List<String> breaches(Map<String, Object> schema, Object example) {
        var whole = new LinkedHashMap<String, Object>(schema);
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.put("components", Description.CONTENT.get("components"));
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var read = registry.getSchema(json(whole), InputFormat.JSON);
        return read
                .validate(json(example), InputFormat.JSON, c -> c.executionConfig(e -> e.formatAssertionsEnabled(true)))
                .stream()
                .map(e -> example + ": " + e)
                .toList();
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void a_refusal_is_a_problem_and_every_officers_route_has_one() {
        for (var operation : Description.operations()) {
            var answers = map(operation.content().get("responses"));
            answers.forEach((status, answer) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    var content = map(Description.followed(map(answer)).get("content"));
                    assertTrue(content.containsKey("application/problem+json"), operation.route() + " " + status);
                }
            });
            if (operation.needsToken()) {
                assertTrue(answers.containsKey("403"), operation.route());
            }
        }
    }

    @Test
    void every_body_refuses_fields_that_it_does_not_know() {
        for (var operation : Description.operations()) {
            var body = Description.followed(map(operation.content().get("requestBody")));
            var json = map(map(body.get("content")).get("application/json"));
            if (json.isEmpty()) {
                continue;
            }
            var schema = Description.followed(map(json.get("schema")));
            var all = schema.containsKey("oneOf") ? list(schema.get("oneOf")) : List.of(schema);
            all.forEach(s -> assertEquals(false, map(s).get("additionalProperties"), operation.route()));
        }
    }

    @Test
    void a_paths_parameters_are_declared_and_no_others() {
        var inPath = Pattern.compile("\\{(\\w+)}");
        for (var operation : Description.operations()) {
            var written = inPath.matcher(operation.path()).results().map(m -> m.group(1)).collect(Collectors.toSet());
            var declared = operation.parameters().stream()
                    .filter(p -> "path".equals(p.get("in")))
                    .map(p -> p.get("name").toString())
                    .collect(Collectors.toSet());
            assertEquals(written, declared, operation.route());
        }
    }

    @Test
    void a_summary_speaks_both_languages() {
        for (var operation : Description.operations()) {
            var summary = operation.content().get("summary").toString();
            assertTrue(summary.matches(".*\\p{IsHan}.* · [A-Z].*"), operation.route() + ": " + summary);
            assertFalse(summary.contains("!"), operation.route());
        }
    }
}
