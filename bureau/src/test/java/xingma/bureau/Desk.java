package xingma.bureau;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An officer at a terminal, with what was said to them. */
final class Desk {
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    Desk(Path home, String console) {
        this.home = home;
        environment.put("XINGMA_AT", console);
    }

    Desk with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Bureau.run(
                new Surroundings(
                        Map.copyOf(environment), home, new PrintWriter(out, true), new PrintWriter(err, true), false,
                        Duration.ofMillis(2)),
                arguments);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
