package xingma.bureau;

/** The end of a command that did not do what it was asked, with the exit code that scripts read. */
final class Failure extends RuntimeException {
    /** Refused for what was asked or for what the file says. */
    static final int REFUSED = 1;
    /** The command line itself is wrong. */
    static final int USAGE = 2;
    static final int NOT_SIGNED_IN = 3;
    static final int UNAVAILABLE = 4;

    private final int exit;

    Failure(int exit, String told) {
        super(told);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
