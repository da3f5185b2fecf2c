package xingma.aws;

/** A service was too busy for too long, though asked again a bounded number of times; the caller may try later. */
public final class Unavailable extends RuntimeException {
    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }
}
