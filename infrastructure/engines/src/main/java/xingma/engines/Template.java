package xingma.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A CloudFormation template as plain maps and lists, its short tags written out: {@code !Ref A} is {@code {Ref: A}}.
 */
public record Template(Path file, Map<String, Object> content) {
    public static Template read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Object content = new Yaml(new Tags(options)).load(reader);
            return new Template(file, map(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A section such as {@code Resources}; empty when the template has none. */
    public Map<String, Object> section(String name) {
        return map(content.get(name));
    }

    /** A value that should be a mapping, as one; nothing is an empty mapping. */
    public static Map<String, Object> map(Object value) {
        if (value == null) {
            return Map.of();
        }
        if (!(value instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("a mapping was expected, not " + value);
        }
        var map = new LinkedHashMap<String, Object>();
        entries.forEach((key, entry) -> map.put(String.valueOf(key), entry));
        return map;
    }

    /** A value that should be a list, as one; nothing is an empty list. */
    public static List<?> list(Object value) {
        return switch (value) {
            case null -> List.of();
            case List<?> items -> items;
            default -> throw new IllegalArgumentException("a list was expected, not " + value);
        };
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new ShortTag());
        }

        private final class ShortTag extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                var name = node.getTag().getValue().substring(1);
                var key = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
                return Map.of(key, switch (node) {
                    case ScalarNode scalar -> constructScalar(scalar);
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new IllegalArgumentException("unreadable tag " + name);
                });
            }
        }
    }
}
