package xingma.complaint.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.Move;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;
import xingma.complaint.seal.Secrets.Purpose;
import xingma.institution.InstitutionId;
import xingma.keeping.Patience;
import xingma.territory.RegionCode;

/**
 * Where an institution reads what an officer summarised for it, and answers once (被诉机构席). It learns of no case: no
 * number, no kind, no words, no person. What it sees has an id that leads back to the case only here.
 */
public final class InstitutionsSeat {
    /** In code points. */
    public static final int LONGEST_WORDS = Move.LONGEST_WORDS;

    /** Summaries of cases that were filed this long ago are answered or never will be. */
    private static final Duration BACK = Duration.ofDays(365);

    /** The newest cases of an institution that are looked through, each a read. */
    private static final int MOST_CASES = 100;

    /** Ids must not move when the key changes. */
    private static final int KEY = 1;

    private static final String OURS = "p.";

    private final Complaints complaints;
    private final Seals seals;
    private final Secrets secrets;
    private final Supplier<Clocks> clocks;
    private final InstantSource clock;
    private final Patience patience;

    public InstitutionsSeat(
            Complaints complaints,
            Seals seals,
            Secrets secrets,
            Supplier<Clocks> clocks,
            InstantSource clock,
            Patience patience) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.seals = requireNonNull(seals, "seals");
        this.secrets = requireNonNull(secrets, "secrets");
        this.clocks = requireNonNull(clocks, "clocks");
        this.clock = requireNonNull(clock, "clock");
        this.patience = requireNonNull(patience, "patience");
    }

    /**
     * A summary as the institution reads it.
     *
     * @param id leads nobody to the case
     * @param open whether it may still be answered
     */
    public record Summary(
            String id, Instant at, RegionCode unit, String words, boolean open, Optional<Answer> answer) {}

    public record Answer(Instant at, String words) {}

    /** What an officer told this institution, the newest first. */
    public List<Summary> summaries(InstitutionId institution) {
        var summaries = new ArrayList<Summary>();
        for (var row : rows(institution)) {
            complaints.find(row.unit(), row.number()).ifPresent(c -> summarised(c).forEach(s -> summaries.add(shown(c, s))));
        }
        summaries.sort(Comparator.comparing(Summary::at).reversed());
        return summaries;
    }

    /** @param askId of this answer alone: sent twice it is one answer */
    public Outcome answer(InstitutionId institution, String id, String askId, String words) {
        for (var row : rows(institution)) {
            var found = complaints.find(row.unit(), row.number());
            var summary = found.flatMap(c -> summarised(c).stream().filter(s -> id(c, s).equals(id)).findFirst());
            if (summary.isPresent()) {
                return answer(found.get(), summary.get(), new Actor.Premises(institution), askId, words);
            }
        }
        return new Outcome.NoSuchSummary();
    }

    private Outcome answer(Complaint seen, Act.Summarised summary, Actor.Premises by, String askId, String words) {
        var actId = prefix(summary) + askId;
        var sealed = Optional.<Sealed>empty();
        var now = seen;
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var given = given(now, summary);
            if (given.isPresent()) {
                return given.get().id().equals(actId)
                        ? new Outcome.Done(shown(now, summary))
                        : new Outcome.AnsweredBefore();
            }
            if (!(now instanceof Complaint.Open)) {
                return new Outcome.Closed();
            }
            if (sealed.isEmpty()) {
                sealed = Optional.of(seals.closeBeside(now.number(), Part.SUMMARY, summary.words(), words));
            }
            var step = now.counter(actId, by, clock.instant(), sealed.get());
            if (!now.docket().hasRoomFor(step.act())) {
                return new Outcome.Closed();
            }
            if (complaints.keep(step, Row.of(step.after(), clocks.get()))) {
                return new Outcome.Done(shown(step.after(), summary));
            }
            patience.rest(attempt);
            now = complaints.whereabouts(seen.number())
                    .flatMap(w -> complaints.find(w.unit(), seen.number()))
                    .orElse(now);
        }
        return new Outcome.Overtaken();
    }

    private List<Row> rows(InstitutionId institution) {
        return complaints.about(institution, clock.instant().minus(BACK)).stream().limit(MOST_CASES).toList();
    }

    private static List<Act.Summarised> summarised(Complaint complaint) {
        return complaint.docket().all(Act.Summarised.class).filter(s -> !s.words().isErased()).toList();
    }

    private Summary shown(Complaint complaint, Act.Summarised summary) {
        var answer = given(complaint, summary)
                .filter(a -> !a.words().isErased())
                .map(a -> new Answer(a.at(), opened(complaint, a.words())));
        var open = answer.isEmpty() && complaint instanceof Complaint.Open;
        return new Summary(
                id(complaint, summary), summary.at(), complaint.docket().home(), opened(complaint, summary.words()), open, answer);
    }

    private String opened(Complaint complaint, Sealed words) {
        return seals.open(complaint.number(), Part.SUMMARY, words);
    }

    private static Optional<Act.Countered> given(Complaint complaint, Act.Summarised summary) {
        return complaint.docket().all(Act.Countered.class).filter(c -> c.id().startsWith(prefix(summary))).findFirst();
    }

    private static String prefix(Act.Summarised summary) {
        return OURS + summary.id() + '.';
    }

    private String id(Complaint complaint, Act.Summarised summary) {
        var mac = secrets.at(KEY).mac(Purpose.TICKET, ("summary:" + complaint.number() + ':' + summary.id()).getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac).substring(0, 22);
    }

    public sealed interface Outcome {
        /** Answered, now or before. */
        record Done(Summary summary) implements Outcome {}

        record NoSuchSummary() implements Outcome {}

        /** Another answer was given; there is one for each summary. */
        record AnsweredBefore() implements Outcome {}

        /** The case is decided, or its docket full. */
        record Closed() implements Outcome {}

        record Overtaken() implements Outcome {}
    }
}
