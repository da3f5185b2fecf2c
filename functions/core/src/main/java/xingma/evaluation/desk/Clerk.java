package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.Standing;
import xingma.evaluation.Step;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.rules.Exemption;
import xingma.evaluation.rules.Tracks;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCards;
import xingma.institution.InstitutionId;
import xingma.keeping.Patience;
import xingma.rating.Reckoning;
import xingma.rating.RedLine;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.rating.Standards;
import xingma.rating.Stars;

/**
 * Keeps the files of evaluations for everybody who works on them (案卷员): looks, lets decide and keeps; when somebody else
 * was faster, looks again. What was asked for before is not done twice.
 */
public final class Clerk {
    private final Evaluations evaluations;
    private final StarCards cards;
    private final Standards standards;
    private final Tracks tracks;
    private final Supplier<Deadlines> deadlines;
    private final InstantSource clock;
    private final Patience patience;

    /** @param deadlines asked anew for each step: a notice of holidays may have come in */
    public Clerk(
            Evaluations evaluations,
            StarCards cards,
            Standards standards,
            Tracks tracks,
            Supplier<Deadlines> deadlines,
            InstantSource clock,
            Patience patience) {
        this.evaluations = requireNonNull(evaluations, "evaluations");
        this.cards = requireNonNull(cards, "cards");
        this.standards = requireNonNull(standards, "standards");
        this.tracks = requireNonNull(tracks, "tracks");
        this.deadlines = requireNonNull(deadlines, "deadlines");
        this.clock = requireNonNull(clock, "clock");
        this.patience = requireNonNull(patience, "patience");
    }

    /** What was decided on an evaluation as it stands. */
    sealed interface Decision {
        record Take(Step step, Optional<ScoreSheet> sheet) implements Decision {
            Take(Step step) {
                this(step, Optional.empty());
            }
        }

        record No(Outcome outcome) implements Decision {
            No(Bar bar) {
                this(new Outcome.Barred(bar));
            }
        }
    }

    public Evaluations evaluations() {
        return evaluations;
    }

    public Deadlines deadlines() {
        return deadlines.get();
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return deadlines.get().day(clock.instant());
    }

    Tracks.Known known(Evaluation evaluation) {
        return tracks.of(evaluation.id().institution());
    }

    /** The edition by which an evaluation is rated, whatever came out since. */
    public Standard standard(Evaluation evaluation) {
        var beginning = evaluation.beginning();
        return standards
                .find(beginning.standard(), beginning.edition())
                .orElseThrow(() -> new IllegalStateException("an edition of the standard is gone"));
    }

    /** What a sheet is worth today, with what is known of the institution. */
    Stars.Outcome reckon(Evaluation evaluation, Sheet sheet) {
        return Stars.of(
                standard(evaluation),
                evaluation.beginning().type(),
                sheet,
                known(evaluation).track(),
                today());
    }

    Optional<Standing> standing(Evaluation evaluation, Sheet sheet) {
        var track = known(evaluation).track();
        var stars = Stars.of(standard(evaluation), evaluation.beginning().type(), sheet, track, today());
        return stars instanceof Stars.Outcome.Rated(var rated)
                ? Optional.of(Standing.of(rated, track))
                : Optional.empty();
    }

    /** What the rule says today of routine inspections; nothing of an institution whose star is over, or never was. */
    public Optional<Exemption> exemption(Evaluation evaluation) {
        if (!(evaluation instanceof Evaluation.Starred)) {
            return Optional.empty();
        }
        var clocks = deadlines.get();
        var standing = evaluation.proceedings().standing().orElseThrow();
        var facts = Exemption.Facts.of(
                evaluation, standing, hasVeto(evaluation, standing), known(evaluation), clocks, today());
        return Optional.of(Exemption.of(clocks.rules().exemption(), facts, today()));
    }

    private boolean hasVeto(Evaluation evaluation, Standing standing) {
        var settled = evaluation.proceedings().settled().orElseThrow();
        var type = evaluation.beginning().type();
        return Stars.of(standard(evaluation), type, settled, standing.track(), standing.day())
                        instanceof Stars.Outcome.Rated(var stars)
                && Reckoning.of(stars.reckoning(), Reckoning.RedLineFailed.class).stream()
                        .anyMatch(failed -> failed.effect() instanceof RedLine.Effect.Veto);
    }

    /**
     * Does something once.
     *
     * @param id of the proceeding, with the prefix of who asks
     * @param isTheSame whether the proceeding that has this id is the one that is asked for
     */
    Outcome decide(
            Supplier<Optional<Evaluation>> find,
            String id,
            Function<Proceeding, Boolean> isTheSame,
            Function<Evaluation, Decision> decider) {
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var found = find.get();
            if (found.isEmpty()) {
                return new Outcome.NoSuchEvaluation();
            }
            var before = found.get().proceedings().byId(id);
            if (before.isPresent()) {
                return isTheSame.apply(before.get())
                        ? new Outcome.Done(found.get())
                        : new Outcome.IdTaken(id);
            }
            switch (decider.apply(found.get())) {
                case Decision.No(var outcome) -> {
                    return outcome;
                }
                case Decision.Take(var step, var sheet) -> {
                    if (!found.get().proceedings().hasRoomFor(step.proceeding())) {
                        return new Outcome.Barred(Bar.FULL);
                    }
                    if (keep(step, sheet)) {
                        return new Outcome.Done(step.after());
                    }
                }
            }
            patience.rest(attempt);
        }
        return new Outcome.Overtaken();
    }

    /** Keeps a step with all that follows from it; false when somebody else was faster. */
    boolean keep(Step step, Optional<ScoreSheet> sheet) {
        var clocks = deadlines.get();
        var evaluation = step.after();
        var moves = new ArrayList<Evaluations.Move>();
        moves.add(new Evaluations.Move(step, Row.of(evaluation, clocks)));
        if (step.proceeding() instanceof Proceeding.Published published) {
            earlierStar(evaluation).ifPresent(earlier -> {
                var gone = earlier.supersede("s.superseded-" + evaluation.id(), published.by(), published.at(), evaluation.id());
                moves.add(new Evaluations.Move(gone, Row.of(gone.after(), clocks)));
            });
        }
        var card = StarCard.after(step, cards.find(evaluation.id().institution()), standard(evaluation), clocks);
        return evaluations.keep(new Evaluations.Keeping(moves, sheet, card));
    }

    /** The institution's star that a newer one takes the place of. */
    private Optional<Evaluation.Starred> earlierStar(Evaluation evaluation) {
        return evaluations.of(evaluation.id().institution()).stream()
                .filter(row -> row.id().sequence() < evaluation.id().sequence() && !row.stage().isOver())
                .flatMap(row -> evaluations.find(row.district(), row.id()).stream())
                .filter(Evaluation.Starred.class::isInstance)
                .map(Evaluation.Starred.class::cast)
                .findFirst();
    }

    /** Whether the institution began another evaluation after this one. */
    boolean hasNewer(Evaluation evaluation) {
        return evaluations.of(evaluation.id().institution()).stream()
                .anyMatch(row -> row.id().sequence() > evaluation.id().sequence());
    }

    /** All of an institution's evaluations that may still change, the newest first. */
    List<Row> running(InstitutionId institution) {
        return evaluations.of(institution).stream().filter(r -> !r.stage().isOver()).toList();
    }
}
