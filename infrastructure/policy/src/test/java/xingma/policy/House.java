package xingma.policy;

import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import xingma.engines.Template;

/** The repository as these tests read it: its templates, and the functions that template.yaml declares. */
final class House {
    static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    static final Template TEMPLATE = Template.read(ROOT.resolve("template.yaml"));
    static final Template PERMISSIONS = nested("permissions");
    static final Template DATA = nested("data");

    private House() {}

    static Template nested(String name) {
        return Template.read(ROOT.resolve("infrastructure").resolve(name + ".yaml"));
    }

    /** template.yaml and every nested stack. */
    static List<Template> templates() {
        try (Stream<Path> files = Files.list(ROOT.resolve("infrastructure"))) {
            var nested = files.filter(f -> f.toString().endsWith(".yaml")).sorted().map(Template::read);
            return Stream.concat(Stream.of(TEMPLATE), nested).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Object> properties(Template template, String resource) {
        return map(map(template.section("Resources").get(resource)).get("Properties"));
    }

    /** A template's resources of one type, by logical id. */
    static Map<String, Map<String, Object>> resources(Template template, String type) {
        var found = new TreeMap<String, Map<String, Object>>();
        template.section("Resources").forEach((id, resource) -> {
            if (type.equals(map(resource).get("Type"))) {
                found.put(id, properties(template, id));
            }
        });
        return found;
    }

    static List<Function> functions() {
        return resources(TEMPLATE, "AWS::Serverless::Function").entrySet().stream()
                .map(e -> new Function(e.getKey(), e.getValue()))
                .toList();
    }

    /** A function as declared. */
    record Function(String id, Map<String, Object> properties) {
        String handler() {
            return properties.get("Handler").toString();
        }

        String zip() {
            return properties.get("CodeUri").toString();
        }

        List<Route> routes() {
            return map(properties.get("Events")).entrySet().stream()
                    .filter(e -> "HttpApi".equals(map(e.getValue()).get("Type")))
                    .map(e -> Route.of(e.getKey(), map(map(e.getValue()).get("Properties"))))
                    .toList();
        }

        /** What Lambda itself does in the function's name when an event failed for good. */
        List<String> whenAllFails() {
            var invoked = map(map(properties.get("EventInvokeConfig")).get("DestinationConfig"));
            return "SQS".equals(map(invoked.get("OnFailure")).get("Type")) ? List.of("sqs:SendMessage") : List.of();
        }

        Map<String, Object> ownVariables() {
            return map(map(properties.get("Environment")).get("Variables"));
        }

        /** The statements of the function's role. */
        List<Statement> statements() {
            return list(House.properties(PERMISSIONS, id + "Role").get("Policies")).stream()
                    .flatMap(p -> list(map(map(p).get("PolicyDocument")).get("Statement")).stream())
                    .map(s -> Statement.of(map(s)))
                    .toList();
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** An event of a function; one without method and path is the API's {@code $default} route. */
    record Route(String event, String method, String path, Optional<String> authorizer) {
        private static final String DEFAULT = "$default";

        static Route of(String event, Map<String, Object> properties) {
            return new Route(
                    event,
                    properties.getOrDefault("Method", "ANY").toString(),
                    properties.getOrDefault("Path", DEFAULT).toString(),
                    Optional.ofNullable(map(properties.get("Auth")).get("Authorizer")).map(Object::toString));
        }

        String key() {
            return isDefault() ? DEFAULT : method + ' ' + path;
        }

        boolean isDefault() {
            return path.equals(DEFAULT);
        }

        /** Answered as GET is, without the body. */
        boolean isHead() {
            return method.equals("HEAD");
        }

        String operation() {
            return Character.toLowerCase(event.charAt(0)) + event.substring(1);
        }
    }

    /** A statement of a policy: what may be done to which resources, as written. */
    record Statement(List<String> actions, List<String> resources) {
        static Statement of(Map<String, Object> statement) {
            return new Statement(texts(statement.get("Action")), texts(statement.get("Resource")));
        }

        private static List<String> texts(Object one) {
            return one instanceof List<?> many
                    ? many.stream().map(Statement::text).toList()
                    : List.of(text(one));
        }

        private static String text(Object value) {
            return value instanceof Map<?, ?> call ? call.values().iterator().next().toString() : String.valueOf(value);
        }
    }
}
