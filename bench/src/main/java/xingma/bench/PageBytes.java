package xingma.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import xingma.institution.PlacardCode;
import xingma.scan.ResolvePlacard;

/** The size of the page behind every placard of the sample, as the real function answers it, packed as a front packs it. */
final class PageBytes {
    private static final List<String> LANGUAGES = List.of("zh-Hans", "zh-Hant", "en", "ja", "ko");
    private static final ObjectMapper JSON = new ObjectMapper();

    void run(PrintStream out, List<PlacardCode> placards) throws IOException {
        var function = new ResolvePlacard();
        out.println("| language | pages | gzip bytes, median (range) | bytes, median (range) |");
        out.println("|---|---|---|---|");
        for (var language : LANGUAGES) {
            var packed = new Spread();
            var plain = new Spread();
            for (var code : placards) {
                var page = page(function, code, language);
                plain.add(page.length);
                packed.add(gzip(page).length);
            }
            out.printf(Locale.ROOT, "| %s | %d | %s | %s |%n", language, packed.count(), packed.told("%.0f"), plain.told("%.0f"));
        }
        out.println();
    }

    private static byte[] page(ResolvePlacard function, PlacardCode code, String language) throws IOException {
        var event = new String(ColdStart.scanEvent(code.value()), StandardCharsets.UTF_8)
                .replace("\"rawQueryString\":\"\"", "\"rawQueryString\":\"l=" + language + "\",\"queryStringParameters\":{\"l\":\"" + language + "\"}");
        var answer = new ByteArrayOutputStream();
        function.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer, null);
        var response = JSON.readTree(answer.toByteArray());
        if (response.path("statusCode").asInt() != 200) {
            throw new IllegalStateException("a placard answered " + response.path("statusCode"));
        }
        var body = response.path("body").asText();
        return response.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] page) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(page);
        }
        return packed.toByteArray();
    }
}
