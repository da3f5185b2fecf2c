package xingma.complaint.caseload;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.clock.Clocks;
import xingma.complaint.evidence.EvidenceFinding;
import xingma.complaint.evidence.EvidenceLog;

/**
 * Enters what became of a file into the case that it was sent for (材料登记), in whatever unit and stage that is by then.
 */
public final class CaseEvidenceLog implements EvidenceLog {
    /** Who sends broken files again and again fills no docket with them. */
    public static final int MOST_REFUSED = 20;

    private static final int MOST_ATTEMPTS = 8;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(120);

    private final Complaints complaints;
    private final Supplier<Clocks> clocks;
    private final InstantSource now;

    public CaseEvidenceLog(Complaints complaints, Supplier<Clocks> clocks, InstantSource now) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.clocks = requireNonNull(clocks, "clocks");
        this.now = requireNonNull(now, "now");
    }

    @Override
    public void record(EvidenceFinding finding) {
        var number = finding.place().folder().number();
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var where = complaints.whereabouts(number);
            if (where.isEmpty()) {
                return;
            }
            // Absent when it moved to another unit between the two looks.
            var found = complaints.find(where.get().unit(), number);
            if (found.isPresent() && isEntered(found.get(), finding)) {
                return;
            }
            pause();
        }
        throw new IllegalStateException("others changed the case again and again");
    }

    private boolean isEntered(Complaint complaint, EvidenceFinding finding) {
        return step(complaint, finding)
                .map(step -> complaints.keep(step, Row.of(step.after(), clocks.get())))
                .orElse(true);
    }

    /** Empty when there is nothing to enter, or no room for it. */
    private Optional<Step> step(Complaint complaint, EvidenceFinding finding) {
        var docket = complaint.docket();
        var refused = docket.all(Act.EvidenceRefused.class).count();
        if (docket.byId(finding.id()).isPresent()
                || finding instanceof EvidenceFinding.Refused && refused >= MOST_REFUSED) {
            return Optional.empty();
        }
        var step = switch (finding) {
            case EvidenceFinding.Kept(var place, var kind, var bytes, var sha256) ->
                complaint.addEvidence(finding.id(), now.instant(), place.slot(), kind, bytes, sha256);
            case EvidenceFinding.Refused(var place, var reason, var received) ->
                complaint.refuseEvidence(finding.id(), now.instant(), place.slot(), reason);
        };
        return Optional.of(step).filter(s -> docket.hasRoomFor(s.act()));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis()) + 1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
