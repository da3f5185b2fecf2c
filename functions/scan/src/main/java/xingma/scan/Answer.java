package xingma.scan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** In which form a scan is answered. Machines name their type; whoever does not is a browser and gets a page. */
enum Answer {
    PAGE("text/html"),
    DATA("application/json"),
    LINKS("application/linkset+json");

    private final String type;

    Answer(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /**
     * What an Accept header asks for. A header that names HTML at all, or only wildcards, comes from a browser; a
     * browser that once got data instead of a page was a defect elsewhere that we need not repeat.
     */
    static Answer to(Optional<String> accept) {
        var ranges = Arrays.stream(accept.orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(Range::read)
                .filter(r -> r.quality > 0)
                .toList();
        if (ranges.stream().anyMatch(r -> r.type.equals(PAGE.type) || r.type.equals("application/xhtml+xml"))) {
            return PAGE;
        }
        return ranges.stream()
                .filter(r -> r.type.equals(DATA.type) || r.type.equals(LINKS.type))
                .max(Comparator.comparingDouble(Range::quality))
                .map(r -> r.type.equals(DATA.type) ? DATA : LINKS)
                .orElse(PAGE);
    }

    private record Range(String type, double quality) {
        static Range read(String text) {
            var parts = text.split(";");
            var quality = Arrays.stream(parts)
                    .skip(1)
                    .map(String::strip)
                    .filter(p -> p.startsWith("q="))
                    .findFirst()
                    .map(p -> number(p.substring(2)))
                    .orElse(1.0);
            return new Range(parts.length == 0 ? "" : parts[0].strip(), quality);
        }

        private static double number(String text) {
            return text.matches("[01](\\.[0-9]{0,3})?") ? Double.parseDouble(text) : 0;
        }
    }
}
