package xingma.print;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import xingma.institution.InstitutionId;
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
    private static final int HANDFUL = 64;
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
        var todo = new LinkedHashSet<InstitutionId>();
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
                    } else if (todo.size() < MOST_AT_A_CALL) {
                        todo.add(summary.id());
                    }
                }
                after = page.next();
            } while (after.isPresent());
        }
        for (var handful : handfuls(todo)) {
            if (System.nanoTime() - began < BUDGET.toNanos()) {
                desk.issueAll(officer, handful).values().forEach(outcome -> {
                    if (outcome instanceof PlacardDesk.Outcome.Done(var placard)) {
                        issued.add(placard);
                    }
                });
            }
        }
        return new Issued(issued, done + issued.size(), total);
    }

    /** Between two of them the time is looked at. */
    private static List<SequencedSet<InstitutionId>> handfuls(SequencedSet<InstitutionId> all) {
        var handfuls = new ArrayList<SequencedSet<InstitutionId>>();
        for (var id : all) {
            if (handfuls.isEmpty() || handfuls.getLast().size() == HANDFUL) {
                handfuls.add(new LinkedHashSet<>());
            }
            handfuls.getLast().add(id);
        }
        return handfuls;
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
