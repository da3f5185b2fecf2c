package xingma.engines;

import java.util.List;

/**
 * How browsers meet the buckets, as far as a template says it.
 *
 * @param host the address of this machine on which the buckets listen
 * @param origins pages of these may ask by script
 * @param methods for what they may ask
 * @param arrivals hears of everything that comes in
 */
public record Reception(String host, List<String> origins, List<String> methods, Arrivals arrivals) {
    /** For this machine's own programs alone. */
    public static final Reception CLOSED = new Reception("127.0.0.1", List.of(), List.of(), (bucket, key, bytes) -> {});

    public Reception {
        origins = List.copyOf(origins);
        methods = List.copyOf(methods);
    }

    /** Whoever wants to know what comes into a bucket. Told once the object lies there, and before its sender is. */
    @FunctionalInterface
    public interface Arrivals {
        void arrived(String bucket, String key, long bytes);
    }
}
