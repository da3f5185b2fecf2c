package xingma.local;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived on this machine.
 *
 * @param path as sent, still percent-encoded
 * @param query as sent, empty when there is none
 * @param headers by lower-case name, in the order of arrival
 */
record Asked(String method, String path, String query, Map<String, List<String>> headers, byte[] body, String from) {
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
    }
}
