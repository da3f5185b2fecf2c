package xingma.complain.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.window.Puzzle;
import xingma.institution.InstitutionId;

/**
 * How much is being filed just now (流量), and so how hard the puzzle is. What goes over the counter of this process is
 * counted here; what goes over the others is seen where it gathers, at one placard, in the store. A store that does not
 * tell counts as calm: nobody is kept from filing because we do not know.
 */
public final class Rush {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Complaints complaints;
    private final Log log;
    private final Deque<Instant> inAll = new ArrayDeque<>();
    private final Map<InstitutionId, Deque<Instant>> atPlacard = new HashMap<>();

    public Rush(Complaints complaints, Log log) {
        this.complaints = complaints;
        this.log = log;
    }

    /** The bits that a puzzle has now; 0 is none. */
    public int bits(Optional<InstitutionId> institution, String request, Instant now) {
        return Puzzle.bits(here(now), institution.map(i -> about(i, request, now)).orElse(0));
    }

    /** One more was filed. */
    public synchronized void filed(Optional<InstitutionId> institution, Instant now) {
        inAll.add(now);
        institution.ifPresent(i -> atPlacard.computeIfAbsent(i, x -> new ArrayDeque<>()).add(now));
    }

    private synchronized int here(Instant now) {
        forget(inAll, now);
        atPlacard.values().removeIf(times -> {
            forget(times, now);
            return times.isEmpty();
        });
        return inAll.size();
    }

    private int about(InstitutionId institution, String request, Instant now) {
        int counted;
        synchronized (this) {
            counted = atPlacard.getOrDefault(institution, new ArrayDeque<>()).size();
        }
        try {
            return Math.max(counted, complaints.about(institution, now.minus(MINUTE)).size());
        } catch (RuntimeException unknown) {
            log.write(LogEvent.Failed.by(request, unknown));
            return counted;
        }
    }

    private static void forget(Deque<Instant> times, Instant now) {
        while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(MINUTE))) {
            times.removeFirst();
        }
    }
}
