package xingma.complain.window;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.complaint.Act;
import xingma.complaint.Clocks;
import xingma.complaint.Complaint;
import xingma.complaint.ComplainantsSeat;
import xingma.complaint.ComplaintWindow;
import xingma.complaint.EvidenceFolder;
import xingma.complaint.EvidencePlace;
import xingma.complaint.EvidenceStore;
import xingma.complaint.Secrets;
import xingma.complaint.UploadForm;
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

    public LocalDate today() {
        return clocks.get().day(clock.instant());
    }

    /** A form for each file that may still be added; none when the bucket cannot be asked, for the rest must not wait. */
    public List<UploadForm> uploads(Complaint complaint, Language language, String request) {
        if (!(complaint instanceof Complaint.Open)) {
            return List.of();
        }
        var taken = complaint.docket().all(Act.EvidenceAdded.class).map(Act.EvidenceAdded::slot).toList();
        var then = publisher.publicBaseUrl() + "/status?sent=yes&l=" + language.tag();
        try {
            return EvidencePlace.all(EvidenceFolder.of(complaint.number(), secrets)).stream()
                    .filter(place -> !taken.contains(place.slot()))
                    .map(place -> evidence.form(place, then))
                    .toList();
        } catch (RuntimeException unreachable) {
            log.write(LogEvent.Failed.by(request, unreachable));
            return List.of();
        }
    }
}
