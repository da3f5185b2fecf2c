package xingma.complaint.receipt;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How often somebody may hold a receipt to a case (尝试次数): {@value #MOST} times in each hour of the clock. An attempt is
 * taken before the look-up and given back when the receipt was right, so that only wrong ones count. A store that does
 * not answer throws: without a count nobody is let in. Numbers that are no case's are counted as well, or their answers
 * would tell. Somebody who knows a number can so keep its complainant out for the rest of an hour, and learns nothing by
 * it; officers reach the case all the same.
 */
public interface Tries {
    int MOST = 10;

    /**
     * Takes one attempt, unless the hour's are used up. The same attempt taken twice, as after a lost answer, counts
     * once.
     *
     * @param about what is tried, such as a case number
     * @param attemptId of this attempt alone, such as the request's id
     */
    boolean take(String about, String attemptId, Instant at);

    /** Gives an attempt back that was taken at that instant. */
    void giveBack(String about, String attemptId, Instant at);

    /** When attempts are to be had again: at the next full hour. */
    static Duration retryAfter(Instant at) {
        var next = hour(at).plus(1, ChronoUnit.HOURS);
        return Duration.ofSeconds(Duration.between(at, next).plusMillis(999).toSeconds());
    }

    static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
