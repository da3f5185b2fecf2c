package xingma.complaint.receipt;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Attempts counted in memory. */
public final class InMemoryTries implements Tries {
    private final Map<String, Set<String>> taken = new HashMap<>();

    @Override
    public synchronized boolean take(String about, String attemptId, Instant at) {
        var hour = taken.computeIfAbsent(about + Tries.hour(at), key -> new HashSet<>());
        return hour.contains(attemptId) || hour.size() < MOST && hour.add(attemptId);
    }

    @Override
    public synchronized void giveBack(String about, String attemptId, Instant at) {
        taken.getOrDefault(about + Tries.hour(at), new HashSet<>()).remove(attemptId);
    }
}
