package xingma.policy;

import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import xingma.engines.Template;

/** docs/api/openapi.yaml as these tests read it. */
final class Description {
    static final Path FILE = House.ROOT.resolve("docs/api/openapi.yaml");
    static final Map<String, Object> CONTENT = Template.read(FILE).content();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Description() {}

    record Operation(String path, String method, Map<String, Object> content, List<Map<String, Object>> parameters) {
        String route() {
            return method.toUpperCase(java.util.Locale.ROOT) + ' ' + path;
        }

        String id() {
            return content.get("operationId").toString();
        }

        boolean needsToken() {
            return content.get("security") == null || !list(content.get("security")).isEmpty();
        }
    }

    static List<Operation> operations() {
        return map(CONTENT.get("paths")).entrySet().stream()
                .flatMap(path -> {
                    var item = map(path.getValue());
                    return item.entrySet().stream()
                            .filter(m -> METHODS.contains(m.getKey()))
                            .map(m -> new Operation(
                                    path.getKey(),
                                    m.getKey(),
                                    map(m.getValue()),
                                    Stream.of(item, map(m.getValue()))
                                            .flatMap(i -> list(i.get("parameters")).stream())
                                            .map(p -> followed(map(p)))
                                            .toList()));
                })
                .toList();
    }

    /** What a reference stands for. */
    static Map<String, Object> followed(Map<String, Object> node) {
        var reference = node.get("$ref");
        if (reference == null) {
            return node;
        }
        var place = CONTENT;
        for (var step : reference.toString().substring(2).split("/")) {
            if (!place.containsKey(step)) {
                throw new AssertionError(reference + " leads nowhere");
            }
            place = map(place.get(step));
        }
        return followed(place);
    }
}
