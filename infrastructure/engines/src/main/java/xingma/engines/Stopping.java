package xingma.engines;

/** An engine that cannot stop in order has lost nothing that its files do not hold; it is told in one line. */
final class Stopping {
    private Stopping() {}

    interface Step {
        void run() throws Exception;
    }

    static void quietly(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            System.err.println("engine did not stop in order: " + e);
        }
    }
}
