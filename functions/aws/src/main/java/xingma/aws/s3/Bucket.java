package xingma.aws.s3;

import java.time.Duration;
import java.util.Optional;

/** A shelf of files by key. Keys are ours: they hold ids and hashes, never a name or a number of a person. */
public interface Bucket {
    /** Keeps a file, in the place of the one that was there. */
    void put(String key, Stored file);

    /** Keeps a file unless there is one already; whether it is kept now is the answer. Twice the same is kept twice. */
    boolean putIfAbsent(String key, Stored file);

    /**
     * The file, if there is one.
     *
     * @throws TooLarge when it has more bytes than the caller is ready for
     */
    Optional<Stored> get(String key, int mostBytes);

    boolean has(String key);

    /** An address under which whoever holds it may fetch this one file for a while. */
    String linkTo(String key, Duration validFor, String downloadName);

    /** A file's bytes and how it is to be served. */
    record Stored(byte[] bytes, String contentType, Optional<String> cacheControl) {
        public static Stored of(byte[] bytes, String contentType) {
            return new Stored(bytes, contentType, Optional.empty());
        }

        public Stored cached(String cacheControl) {
            return new Stored(bytes, contentType, Optional.of(cacheControl));
        }
    }

    final class TooLarge extends RuntimeException {
        public TooLarge() {
            super("a file is larger than its reader is ready for");
        }
    }
}
