package xingma.engines;

import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A template together with its nested ones, as it would stand on this machine: parameters filled, conditions decided,
 * references resolved. A resource's name here is its logical id; a bucket's is that in lower case, after the prefix.
 */
public final class Stack {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");
    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region", Access.REGION.id(),
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::AccountId", "000000000000",
            "AWS::StackName", "local",
            "AWS::StackId", "local",
            "AWS::NotificationARNs", "");
    private static final Object NOTHING = new Object();

    private final Template template;
    private final String prefix;
    private final Map<String, Object> parameters = new TreeMap<>();
    private final Map<String, Stack> nested = new LinkedHashMap<>();

    private Stack(Template template, String prefix, Map<String, ?> given) {
        this.template = template;
        this.prefix = prefix;
        template.section("Parameters").forEach((name, spec) -> {
            var value = given.containsKey(name) ? given.get(name) : map(spec).get("Default");
            parameters.put(name, value == null ? "" : value);
        });
    }

    /** @param prefix before every table's and bucket's name, so that stacks may share an engine; may be empty */
    public static Stack of(Path template, String prefix, Map<String, String> parameters) {
        return new Stack(Template.read(template), prefix, parameters);
    }

    /** One resource that stands, its properties resolved. */
    public record Resource(String id, String type, String name, Map<String, Object> properties) {}

    /** Every resource of this type, nested stacks included, in the order of the templates. */
    public List<Resource> resources(String type) {
        var found = new ArrayList<Resource>();
        template.section("Resources").forEach((id, spec) -> {
            if (type.equals(map(spec).get("Type")) && stands(id)) {
                found.add(new Resource(id, type, nameOf(id), map(value(map(spec).get("Properties")))));
            }
        });
        template.section("Resources").keySet()
                .forEach(id -> nested(id).ifPresent(s -> found.addAll(s.resources(type))));
        return found;
    }

    /** Resolved {@code Globals} of the root template for one kind of resource. */
    public Map<String, Object> globals(String kind) {
        return map(value(template.section("Globals").get(kind)));
    }

    /** The names of the parameters that the root template takes. */
    public List<String> parameters() {
        return List.copyOf(parameters.keySet());
    }

    public Template template() {
        return template;
    }

    /** What the root template announces under this name. */
    public String output(String name) {
        var output = map(template.section("Outputs").get(name));
        if (output.isEmpty()) {
            throw new IllegalArgumentException(template.file().getFileName() + " has no output " + name);
        }
        return text(value(output.get("Value")));
    }

    /** The stack that a resource stands for, read when it is first asked for: its parameters may name other stacks. */
    private Optional<Stack> nested(String id) {
        var spec = map(template.section("Resources").get(id));
        var properties = map(spec.get("Properties"));
        var location = switch (String.valueOf(spec.get("Type"))) {
            case "AWS::Serverless::Application" -> properties.get("Location");
            case "AWS::CloudFormation::Stack" -> properties.get("TemplateURL");
            default -> null;
        };
        if (location == null || !stands(id)) {
            return Optional.empty();
        }
        if (!nested.containsKey(id)) {
            var child = Template.read(template.file().resolveSibling(location.toString()).normalize());
            nested.put(id, new Stack(child, prefix, map(value(properties.get("Parameters")))));
        }
        return Optional.of(nested.get(id));
    }

    private boolean stands(String id) {
        var condition = map(template.section("Resources").get(id)).get("Condition");
        return condition == null || condition(condition.toString());
    }

    private boolean condition(String name) {
        var condition = template.section("Conditions").get(name);
        if (condition == null) {
            throw new IllegalArgumentException("unknown condition " + name);
        }
        return truth(condition);
    }

    private boolean truth(Object condition) {
        var entry = map(condition).entrySet().iterator().next();
        return switch (entry.getKey()) {
            case "Fn::Equals" -> {
                var both = list(entry.getValue());
                yield text(value(both.get(0))).equals(text(value(both.get(1))));
            }
            case "Fn::Not" -> !truth(list(entry.getValue()).getFirst());
            case "Fn::And" -> list(entry.getValue()).stream().allMatch(this::truth);
            case "Fn::Or" -> list(entry.getValue()).stream().anyMatch(this::truth);
            case "Condition" -> condition(entry.getValue().toString());
            default -> throw new IllegalArgumentException("unknown condition function " + entry.getKey());
        };
    }

    private Object value(Object raw) {
        return switch (raw) {
            case null -> null;
            case Map<?, ?> entries when entries.size() == 1 && function(entries.keySet().iterator().next()) -> {
                var entry = entries.entrySet().iterator().next();
                yield call(entry.getKey().toString(), entry.getValue());
            }
            case Map<?, ?> entries -> {
                var resolved = new LinkedHashMap<String, Object>();
                entries.forEach((key, entry) -> {
                    var resolvedEntry = value(entry);
                    if (resolvedEntry != NOTHING) {
                        resolved.put(String.valueOf(key), resolvedEntry);
                    }
                });
                yield resolved;
            }
            case List<?> items -> items.stream().map(this::value).filter(item -> item != NOTHING).toList();
            default -> raw;
        };
    }

    private static boolean function(Object key) {
        return key.equals("Ref") || key.toString().startsWith("Fn::");
    }

    private Object call(String function, Object argument) {
        return switch (function) {
            case "Ref" -> ref(argument.toString());
            case "Fn::GetAtt" -> attribute(argument instanceof List<?> parts
                    ? parts.stream().map(Object::toString).collect(Collectors.joining("."))
                    : argument.toString());
            case "Fn::Sub" -> argument instanceof List<?> pair
                    ? sub(pair.get(0).toString(), map(value(pair.get(1))))
                    : sub(argument.toString(), Map.of());
            case "Fn::Join" -> list(value(list(argument).get(1))).stream()
                    .map(Stack::text)
                    .collect(Collectors.joining(list(argument).get(0).toString()));
            case "Fn::If" -> value(list(argument).get(condition(list(argument).get(0).toString()) ? 1 : 2));
            case "Fn::Select" -> list(value(list(argument).get(1)))
                    .get(Integer.parseInt(text(value(list(argument).get(0)))));
            case "Fn::Split" -> List.of(text(value(list(argument).get(1)))
                    .split(Pattern.quote(list(argument).get(0).toString())));
            case "Fn::FindInMap" -> {
                var keys = list(argument).stream().map(this::value).map(Stack::text).toList();
                yield map(map(template.section("Mappings").get(keys.get(0))).get(keys.get(1))).get(keys.get(2));
            }
            case "Fn::Transform" -> NOTHING;
            default -> throw new IllegalArgumentException("the local run does not know " + function);
        };
    }

    private Object ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return NOTHING;
        }
        if (PSEUDO.containsKey(name)) {
            return PSEUDO.get(name);
        }
        return parameters.containsKey(name) ? parameters.get(name) : nameOf(name);
    }

    private String attribute(String path) {
        var id = path.substring(0, path.indexOf('.'));
        var rest = path.substring(path.indexOf('.') + 1);
        var stack = nested(id);
        if (stack.isPresent() && rest.startsWith("Outputs.")) {
            return stack.get().output(rest.substring("Outputs.".length()));
        }
        return "arn:aws:local:::" + nameOf(id);
    }

    private String sub(String pattern, Map<String, Object> variables) {
        return PLACE.matcher(pattern).replaceAll(match -> {
            var name = match.group(1);
            if (name.startsWith("!")) {
                return Matcher.quoteReplacement("${" + name.substring(1) + "}");
            }
            var value = variables.containsKey(name)
                    ? variables.get(name)
                    : name.contains(".") ? attribute(name) : ref(name);
            return Matcher.quoteReplacement(text(value));
        });
    }

    private String nameOf(String id) {
        var spec = map(template.section("Resources").get(id));
        return switch (String.valueOf(spec.get("Type"))) {
            case "null" -> throw new IllegalArgumentException(
                    template.file().getFileName() + " refers to " + id + ", which is neither parameter nor resource");
            case "AWS::S3::Bucket" -> (prefix + id).toLowerCase(Locale.ROOT);
            case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable" -> prefix + id;
            default -> id;
        };
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
