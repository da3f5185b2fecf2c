package xingma.aws.s3;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** A bucket in memory, for tests. */
public final class InMemoryBucket implements Bucket {
    private final Map<String, Stored> files = new ConcurrentSkipListMap<>();

    /** Everything kept so far, by key. */
    public Map<String, Stored> files() {
        return files;
    }

    @Override
    public void put(String key, Stored file) {
        files.put(key, file);
    }

    @Override
    public boolean putIfAbsent(String key, Stored file) {
        var there = files.putIfAbsent(key, file);
        return there == null || Arrays.equals(there.bytes(), file.bytes());
    }

    @Override
    public Optional<Stored> get(String key, int mostBytes) {
        var found = Optional.ofNullable(files.get(key));
        if (found.filter(f -> f.bytes().length > mostBytes).isPresent()) {
            throw new TooLarge();
        }
        return found;
    }

    @Override
    public boolean has(String key) {
        return files.containsKey(key);
    }

    @Override
    public String linkTo(String key, Duration validFor, String downloadName) {
        return "https://bucket.example/" + key + "?seconds=" + validFor.toSeconds();
    }
}
