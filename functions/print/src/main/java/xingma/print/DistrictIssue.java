package xingma.print;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.placard.Placard;
import xingma.placard.PlacardDesk;
import xingma.registry.Register;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/**
 * Gives a placard to everything in a district that is checked and has none (批量签发), so many at a call: called again, it
 * goes on where it stopped, for what has a placard keeps it.
 */
final class DistrictIssue {
    private static final int MOST_AT_A_CALL = 200;
    /** Half of what the gateway waits. */
    private static final Duration BUDGET = Duration.ofSeconds(14);

    private final Register register;
    private final PlacardDesk desk;

    DistrictIssue(Register register, PlacardDesk desk) {
        this.register = register;
        this.desk = desk;
    }

    Issued issue(Officer officer, List<RegionCode> districts) {
        var began = System.nanoTime();
        var issued = new ArrayList<Placard>();
        var done = 0;
        var total = 0;
        for (var district : districts) {
            var after = Optional.<String>empty();
            do {
                var page = register.in(district, after);
                for (var summary : page.items()) {
                    if (summary.version() == 0) {
                        continue;
                    }
                    total++;
                    if (summary.placard().isPresent()) {
                        done++;
                    } else if (issued.size() < MOST_AT_A_CALL && System.nanoTime() - began < BUDGET.toNanos()) {
                        if (desk.issue(officer, summary.id()) instanceof PlacardDesk.Outcome.Done(var placard)) {
                            issued.add(placard);
                        }
                    }
                }
                after = page.next();
            } while (after.isPresent());
        }
        return new Issued(issued, done + issued.size(), total);
    }

    /**
     * What a call issued.
     *
     * @param done how many of all have a placard now
     */
    record Issued(List<Placard> placards, int done, int total) {
        Issued {
            placards = List.copyOf(placards);
        }
    }
}
