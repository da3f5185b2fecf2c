package xingma.local;

import java.nio.file.Path;

/**
 * How the city is to be started.
 *
 * @param root the repository: template.yaml and web/
 * @param folder where tables, files and the functions' log are kept
 * @param port of the public host; the console and the sign-in take the next two; 0 for any free ones
 * @param size 66 institutions of the pilot, or 1,700 of all kinds
 */
public record Options(Path root, Path folder, int port, Size size, Start start, Reach reach) {
    /** How much of the sample city is imported. */
    public enum Size {
        PILOT,
        WHOLE
    }

    /** Whether earlier data is kept. */
    public enum Start {
        GO_ON,
        AFRESH
    }

    /** Who may reach the public host. */
    public enum Reach {
        LOOPBACK,
        LAN
    }

    /** For tests: any free ports. */
    public static Options anywhere(Path root, Path folder) {
        return new Options(root, folder, 0, Size.PILOT, Start.GO_ON, Reach.LOOPBACK);
    }

    /** What {@code -Dcity.…} says. A mere {@code -Dcity.fresh} means yes. */
    static Options fromProperties() {
        var root = Path.of(System.getProperty("city.root", ".")).toAbsolutePath().normalize();
        return new Options(
                root,
                root.resolve(System.getProperty("city.folder", ".city")),
                port(System.getProperty("city.port", "8080")),
                size(System.getProperty("city.size", "66")),
                yes("city.fresh") ? Start.AFRESH : Start.GO_ON,
                yes("city.lan") ? Reach.LAN : Reach.LOOPBACK);
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port == 0 || port >= 1024 && port <= 65533) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Misuse("-Dcity.port=" + text + "：端口须为 1024–65533。 A port is a number from 1024 to 65533.");
    }

    private static Size size(String text) {
        return switch (text) {
            case "66" -> Size.PILOT;
            case "1700" -> Size.WHOLE;
            default -> throw new Misuse("-Dcity.size=" + text + "：只有 66 或 1700。 The sample comes in 66 or 1700.");
        };
    }

    private static boolean yes(String name) {
        var text = System.getProperty(name, "false");
        return text.isEmpty() || text.equals("true") || text.equals("yes");
    }

    /** An option that cannot be followed, said to the person who typed it. */
    static final class Misuse extends RuntimeException {
        Misuse(String message) {
            super(message);
        }
    }
}
