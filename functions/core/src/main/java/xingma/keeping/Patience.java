package xingma.keeping;

import java.util.concurrent.ThreadLocalRandom;

/** How somebody waits before looking again at a file with which somebody else was faster. */
@FunctionalInterface
public interface Patience {
    /** How often a step is decided anew before it is given up for now. */
    int ATTEMPTS = 5;

    /** @param attempt the first is 0 */
    void rest(int attempt);

    /** At random, up to a growing bound: two that met will hardly meet again. */
    static Patience jittered() {
        return attempt -> {
            try {
                Thread.sleep(ThreadLocalRandom.current().nextLong(1, 20L << attempt));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
