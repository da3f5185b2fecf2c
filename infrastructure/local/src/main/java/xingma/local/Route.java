package xingma.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One route of template.yaml; its path may be {@code $default}, which takes what no other route does.
 *
 * @param secured whether the gateway asks for a token
 */
public record Route(String method, String path, boolean secured, String function) {
    static final String DEFAULT = "$default";

    public Route {
        method = method.toUpperCase(Locale.ROOT);
    }

    /** As functions see it: {@code GET /q/{code}} or {@code $default}. */
    public String key() {
        return path.equals(DEFAULT) ? DEFAULT : method + " " + path;
    }

    boolean takes(String asked) {
        return method.equals("ANY") || method.equals(asked);
    }

    /** Path parameters when the decoded segments fit, else empty. */
    Optional<Map<String, String>> match(List<String> segments) {
        if (path.equals(DEFAULT)) {
            return Optional.of(Map.of());
        }
        var pattern = split(path);
        var parameters = new TreeMap<String, String>();
        for (var i = 0; i < pattern.size(); i++) {
            var part = pattern.get(i);
            if (part.endsWith("+}")) {
                if (segments.size() <= i) {
                    return Optional.empty();
                }
                parameters.put(part.substring(1, part.length() - 2),
                        String.join("/", segments.subList(i, segments.size())));
                return Optional.of(parameters);
            }
            if (i >= segments.size()) {
                return Optional.empty();
            }
            if (part.startsWith("{")) {
                parameters.put(part.substring(1, part.length() - 1), segments.get(i));
            } else if (!part.equals(segments.get(i))) {
                return Optional.empty();
            }
        }
        return pattern.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
    }

    /** The more exact route sorts first, as in the gateway: fixed words, parameters, greedy ones, the default. */
    String rank() {
        if (path.equals(DEFAULT)) {
            return "3";
        }
        var rank = new StringBuilder();
        for (var part : split(path)) {
            rank.append(part.endsWith("+}") ? '2' : part.startsWith("{") ? '1' : '0');
        }
        return rank.append(method.equals("ANY") ? '1' : '0').toString();
    }

    static List<String> split(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.substring(1).split("/", -1)) {
            segments.add(segment);
        }
        return segments;
    }
}
