package xingma.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import xingma.rating.Standard;

/**
 * The standards of the star rating that ship (评价标准), and the reader of those that another city brings. Apart from
 * {@link Rulebook}, so that a scan never loads it.
 */
public final class StandardBook {
    private static final String FOLDER = "standards/";

    private StandardBook() {}

    /** All that ship, in the order of {@code standards/index.json}. */
    public static List<Standard> shipped() {
        var rulebook = Rulebook.standard();
        try (var index = rulebook.opened(FOLDER + "index.json")) {
            return KindReader.index(index).stream().map(StandardBook::shipped).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FOLDER, unreadable);
        }
    }

    /** By the name that a rating keeps: {@code ILLUSTRATIVE-2026/1}. */
    public static Optional<Standard> shippedAs(String name) {
        return shipped().stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The file of an edition that ships, as it reads; empty for any other. */
    public static Optional<String> shippedFile(String id, int edition) {
        var rulebook = Rulebook.standard();
        try (var index = rulebook.opened(FOLDER + "index.json")) {
            for (var file : KindReader.index(index)) {
                var standard = shipped(file);
                if (standard.id().equals(id) && standard.edition() == edition) {
                    try (var in = rulebook.opened(FOLDER + file)) {
                        return Optional.of(new String(in.readAllBytes(), UTF_8));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FOLDER, unreadable);
        }
    }

    /**
     * A standard from its file.
     *
     * @param file its name, for whoever reads what is wrong
     * @throws BadStandard with everything that is wrong
     */
    public static Standard read(InputStream in, String file) throws IOException {
        return StandardReader.read(in, file);
    }

    private static Standard shipped(String file) {
        try (var in = Rulebook.standard().opened(FOLDER + file)) {
            return read(in, file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
