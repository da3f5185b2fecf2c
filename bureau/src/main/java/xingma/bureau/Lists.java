package xingma.bureau;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A list of the API, page after page. */
final class Lists {
    private Lists() {}

    /**
     * What was found.
     *
     * @param more whether there is more than was asked for
     */
    record Found(List<JsonNode> found, boolean more) {}

    /** A path with what was asked for; what is empty was not asked. */
    record Asked(String path) {
        Asked with(String name, String value) {
            var first = path.contains("?") ? "&" : "?";
            return value.isEmpty() ? this : new Asked(path + first + name + "=" + Api.encoded(value));
        }
    }

    static Found read(Api api, Asked asked, int limit) {
        var found = new ArrayList<JsonNode>();
        var after = "";
        while (true) {
            var page = api.get(asked.with("after", after).path());
            page.path("items").forEach(found::add);
            after = page.hasNonNull("next") ? page.path("next").asText() : "";
            if (found.size() > limit || after.isEmpty()) {
                var more = found.size() > limit || !after.isEmpty();
                return new Found(List.copyOf(found.subList(0, Math.min(limit, found.size()))), more);
            }
        }
    }
}
