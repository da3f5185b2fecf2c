package xingma.complain.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.clock.Clock;
import xingma.complaint.clock.Clocks;
import xingma.complaint.rules.ClockRules.Which;
import xingma.territory.Officer;

/**
 * By which day the bureau, or the complainant, would have to act if a step were taken now (预计日期), so that nobody
 * counts working days by hand to name it in a text. Nothing is kept of these steps.
 */
final class Outlook {
    private static final String ID = "outlook";

    private Outlook() {}

    /** Days by the words of moves. */
    static Map<String, LocalDate> of(Complaint complaint, Officer officer, Clocks clocks, Instant now) {
        var by = new Actor.Bureau(officer.id(), officer.territory());
        var words = complaint.filing().words();
        var days = new LinkedHashMap<String, LocalDate>();
        switch (complaint) {
            case Complaint.Received r -> {
                put(days, "accept", r.accept(ID, by, now), Which.HANDLE, clocks);
                put(days, "refuse", r.refuse(ID, by, now, ID, words), Which.OBJECT, clocks);
            }
            case Complaint.Handling h -> {
                put(days, "answer", h.answer(ID, by, now, Act.Result.UPHELD, words), Which.OBJECT, clocks);
                if (!h.isExtended()) {
                    put(days, "extend", h.extend(ID, by, now, words), Which.HANDLE, clocks);
                }
            }
            case Complaint.Disputed d -> {}
            case Complaint.Paused p -> {}
            case Complaint.Joined j -> {}
            case Complaint.Reviewing r -> {}
            case Complaint.Closed c -> {}
        }
        return days;
    }

    private static void put(Map<String, LocalDate> days, String move, Step step, Which which, Clocks clocks) {
        clocks.all(step.after()).stream()
                .filter(c -> c.which() == which && c.isRunning())
                .map(Clock::due)
                .findFirst()
                .ifPresent(due -> days.put(move, due.day()));
    }
}
