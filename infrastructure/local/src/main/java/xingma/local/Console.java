package xingma.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The console's bucket: here the folder {@code web/} itself, so that an edit shows at the next reload. */
final class Console implements Host.Site {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("md", "text/plain; charset=utf-8"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Path folder;
    private final byte[] config;
    private final Issuer issuer;
    private final People people;

    Console(Path folder, String publicBaseUrl, Issuer issuer, People people) throws IOException {
        this.folder = folder.toRealPath();
        this.issuer = issuer;
        this.people = people;
        config = Event.JSON.writeValueAsBytes(Map.of(
                "issuer", issuer.address(),
                "clientId", issuer.audience(),
                "scope", "openid",
                "publicBaseUrl", publicBaseUrl));
    }

    @Override
    public Answer answer(Asked asked) throws IOException {
        var path = Event.decoded(asked.path(), false);
        if (path.equals("/config.json")) {
            return Answer.of(200, "application/json", config).with("cache-control", "no-store");
        }
        if (path.startsWith("/token/")) {
            return token(path.substring("/token/".length()));
        }
        var file = folder.resolve(path.equals("/") ? "index.html" : path.substring(1)).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            return PublicFiles.denied();
        }
        var name = file.getFileName().toString();
        var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
        return Answer.of(200, type, Files.readAllBytes(file)).with("cache-control", "no-cache");
    }

    /** For the command line: on this machine alone, a token without a browser. */
    private Answer token(String person) {
        return people.all().stream()
                .filter(p -> p.id().equals(person))
                .findFirst()
                .map(p -> Answer.of(200, "text/plain; charset=utf-8", issuer.token(p)
                        .getBytes(StandardCharsets.US_ASCII)))
                .orElseGet(PublicFiles::denied)
                .with("cache-control", "no-store");
    }
}
