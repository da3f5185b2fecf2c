package xingma.complain.window;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import xingma.attachment.UploadForm;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clocks;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidenceStore;
import xingma.complaint.seal.Secrets;
import xingma.complaint.window.ComplainantsSeat;
import xingma.complaint.window.ComplaintWindow;
import xingma.pages.Language;
import xingma.pages.Publisher;

/** What stands behind both public functions (柜台). */
public record Counter(
        Publisher publisher,
        ComplaintWindow window,
        ComplainantsSeat seat,
        EvidenceStore evidence,
        Secrets secrets,
        Supplier<Clocks> clocks,
        InstantSource clock,
        Log log) {
    public Counter {
        requireNonNull(publisher, "publisher");
        requireNonNull(window, "window");
        requireNonNull(seat, "seat");
        requireNonNull(evidence, "evidence");
        requireNonNull(secrets, "secrets");
        requireNonNull(clocks, "clocks");
        requireNonNull(clock, "clock");
        requireNonNull(log, "log");
    }

    /** The same, and what happens at it is not written down. */
    public Counter quiet() {
        return new Counter(publisher, window, seat, evidence, secrets, clocks, clock, Log.nowhere());
    }

    public LocalDate today() {
        return clocks.get().day(clock.instant());
    }

    /** A form for each file that may still be added; none when the bucket cannot be asked, for the rest must not wait. */
    public List<UploadForm> uploads(Complaint complaint, Language language, String request) {
        if (!(complaint instanceof Complaint.Open)) {
            return List.of();
        }
        var then = publisher.publicBaseUrl() + "/status?sent=yes&l=" + language.tag();
        try {
            return complaint.docket().freePlaces(EvidenceFolder.of(complaint.number(), secrets)).stream()
                    .map(place -> evidence.form(place, then))
                    .toList();
        } catch (RuntimeException unreachable) {
            log.write(LogEvent.Failed.by(request, unreachable));
            return List.of();
        }
    }
}
