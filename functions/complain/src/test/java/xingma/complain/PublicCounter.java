package xingma.complain;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import xingma.aws.Unavailable;
import xingma.aws.log.Log;
import xingma.complain.window.Counter;
import xingma.complain.window.Places;
import xingma.complain.window.Rush;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.evidence.InMemoryEvidenceStore;
import xingma.complaint.sweep.InMemoryOnTimeRates;
import xingma.pages.Some;
import xingma.placard.Scans;
import xingma.rulebook.ComplaintBook;

/** The public counter over stores in memory, with the rules that ship. */
final class PublicCounter {
    private static final Clocks CLOCKS = new Clocks(ComplaintBook.standard().rules(), Some.ZONE);

    final DeskRoom room = new DeskRoom(() -> CLOCKS);
    final List<String> lines = new ArrayList<>();
    boolean broken;

    private final Log log = new Log(lines::add, Clock.systemUTC());

    private Counter counter() {
        Supplier<Clocks> clocks = () -> CLOCKS;
        return new Counter(
                Some.PUBLISHER,
                room.window,
                room.seat,
                new InMemoryEvidenceStore(),
                room.secrets,
                clocks,
                room.clock,
                log);
    }

    FileComplaint filing() {
        Scans scans = code -> {
            if (broken) {
                throw new Unavailable("the register does not answer", null);
            }
            return code.equals(Some.CODE) ? Optional.of(Some.clinic().scan()) : Optional.empty();
        };
        return new FileComplaint(
                counter(),
                new Places(scans, Some.CITY, CLOCKS.rules()),
                new Rush(room.complaints, log),
                this::filing);
    }

    FollowComplaint following() {
        return new FollowComplaint(counter(), new InMemoryOnTimeRates(), this::following);
    }
}
