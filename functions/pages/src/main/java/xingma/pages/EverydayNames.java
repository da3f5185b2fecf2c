package xingma.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import xingma.institution.Procedure;

/** What people call a treatment, and what the graded list calls it: 双眼皮 is 重睑成形术. */
final class EverydayNames {
    private static final EverydayNames OURS = read();

    private final Properties names;

    private EverydayNames(Properties names) {
        this.names = names;
    }

    static EverydayNames ours() {
        return OURS;
    }

    /** Everything of the list that the words may mean; the list's own names first. */
    List<Procedure> meantBy(String words, List<Procedure> all) {
        var sought = plain(words);
        if (sought.isEmpty()) {
            return List.of();
        }
        var byName = all.stream()
                .filter(p -> plain(p.name()).contains(sought) || sought.contains(plain(p.name())))
                .toList();
        if (!byName.isEmpty()) {
            return byName;
        }
        var listed = names.stringPropertyNames().stream()
                .filter(everyday -> sought.contains(everyday) || sought.length() > 1 && everyday.contains(sought))
                .flatMap(everyday -> List.of(names.getProperty(everyday).split("、")).stream())
                .toList();
        return all.stream()
                .filter(p -> listed.stream().anyMatch(l -> plain(p.name()).contains(plain(l))))
                .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s()（）,，]", "").toLowerCase(Locale.ROOT);
    }

    private static EverydayNames read() {
        try (var in = EverydayNames.class.getResourceAsStream("everyday.properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var names = new Properties();
            names.load(reader);
            return new EverydayNames(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
