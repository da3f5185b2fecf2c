package xingma.evaluation.star;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceedings;
import xingma.evaluation.Stage;
import xingma.evaluation.Standing;
import xingma.evaluation.Step;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.rules.EvaluationRules;
import xingma.fact.Wording;
import xingma.institution.InstitutionId;
import xingma.rating.Standard;
import xingma.territory.RegionCode;

/**
 * What the public reads of an institution's star (星级卡): a number, or why there is none. What was read before is kept
 * beneath it for ever.
 *
 * @param version one more with every change
 * @param stars absent where the state is no number
 * @param standard how the standard's edition calls itself
 * @param draft what a standard that is not official says of itself
 * @param day when it was published, or when the state began
 * @param until the last day of the star's term, or the day that was promised
 * @param reply what the institution says to it; never verified
 * @param entry the hash of the trail's line by which it came about: whoever has the published ledger can check it
 * @param earlier what it said before, the newest last
 */
public record StarCard(
        InstitutionId institution,
        EvaluationId evaluation,
        RegionCode district,
        String name,
        int version,
        State state,
        Optional<Integer> stars,
        Optional<Scores> scores,
        Optional<String> reason,
        String standard,
        Optional<Wording> draft,
        LocalDate day,
        Optional<LocalDate> until,
        Optional<String> reply,
        String entry,
        List<Said> earlier) {
    /** The {@link #rank()} of whatever is no number. */
    public static final int NO_NUMBER = 9;

    /** What is said before a number, or instead of one (星级状态). */
    public enum State {
        /** 评价中. */
        AWAITING,
        RATED,
        /** 申诉中: no star before it is decided. */
        UNDER_APPEAL,
        SUSPENDED,
        WITHDRAWN,
        EXPIRED,
        /** 未参评: it took its application back. */
        NONE
    }

    /** Rates in tenths of a percent, as they are shown. */
    public record Scores(int total, List<Part> parts) {
        public record Part(String chinese, String english, int tenths) {}

        public Scores {
            parts = List.copyOf(parts);
        }
    }

    /** One thing that the card said. */
    public record Said(LocalDate day, State state, Optional<Integer> stars, String entry) {}

    /**
     * What fits on a scan's page of it (扫码页上的星级), kept beside the placard so that a scan stays one read.
     *
     * @param version of the card that it was taken from
     */
    public record Brief(
            int version,
            State state,
            Optional<Integer> stars,
            Optional<Scores> scores,
            Optional<String> reason,
            String standard,
            Optional<Wording> draft,
            LocalDate day,
            Optional<LocalDate> until,
            Optional<String> reply) {}

    public StarCard {
        requireNonNull(state, "state");
        earlier = List.copyOf(earlier);
        if (stars.isPresent() != (state == State.RATED) || version < 1) {
            throw new IllegalArgumentException("who is rated has stars, and nobody else");
        }
    }

    /**
     * The card after a step, if the step changes what the public reads.
     *
     * @param before what the public reads now
     */
    public static Optional<StarCard> after(
            Step step, Optional<StarCard> before, Standard standard, Deadlines deadlines) {
        var evaluation = step.after();
        var isNewer = before.filter(b -> b.evaluation().sequence() < evaluation.id().sequence()).isPresent();
        var starStands = isNewer && before.filter(StarCard::isOfAStar).isPresent();
        if (starStands && !(step.proceeding() instanceof Proceeding.Published)) {
            return Optional.empty();
        }
        if (before.filter(b -> b.evaluation().sequence() > evaluation.id().sequence()).isPresent()) {
            return Optional.empty();
        }
        return state(evaluation).flatMap(state -> {
            var card = new Draft(step, before, standard, deadlines).card(state);
            return before.filter(b -> b.saysTheSameAs(card)).isPresent() ? Optional.empty() : Optional.of(card);
        });
    }

    /** Its place in a list before its name: most stars first, then those that are no number. */
    public int rank() {
        return stars.map(StarCard::rank).orElse(NO_NUMBER);
    }

    /** The place of so many stars. */
    public static int rank(int stars) {
        return 5 - stars;
    }

    public Brief brief() {
        return new Brief(version, state, stars, scores, reason, standard, draft, day, until, reply);
    }

    private boolean isOfAStar() {
        return switch (state) {
            case RATED, UNDER_APPEAL, SUSPENDED -> true;
            case AWAITING, WITHDRAWN, EXPIRED, NONE -> false;
        };
    }

    private boolean saysTheSameAs(StarCard other) {
        return evaluation.equals(other.evaluation)
                && state == other.state
                && stars.equals(other.stars)
                && scores.equals(other.scores)
                && reason.equals(other.reason)
                && until.equals(other.until)
                && reply.equals(other.reply);
    }

    private static Optional<State> state(Evaluation evaluation) {
        // An appeal against a withdrawal does not undo it.
        return evaluation instanceof Evaluation.WithdrawalAppealed
                ? Optional.of(State.WITHDRAWN)
                : state(evaluation.stage());
    }

    private static Optional<State> state(Stage stage) {
        return switch (stage) {
            case SELF_CHECKING, SUPERSEDED -> Optional.empty();
            case AWAITING_PANEL, SCORING, SETTLING, FACT_CHECK, PUBLIC_NOTICE -> Optional.of(State.AWAITING);
            case IN_FORCE -> Optional.of(State.RATED);
            case UNDER_APPEAL -> Optional.of(State.UNDER_APPEAL);
            case SUSPENDED -> Optional.of(State.SUSPENDED);
            case WITHDRAWN -> Optional.of(State.WITHDRAWN);
            case EXPIRED -> Optional.of(State.EXPIRED);
            case CANCELLED -> Optional.of(State.NONE);
        };
    }

    /** Puts a card together. */
    private record Draft(Step step, Optional<StarCard> before, Standard standard, Deadlines deadlines) {
        StarCard card(State state) {
            var evaluation = step.after();
            var file = evaluation.proceedings();
            var standing = file.standing().filter(s -> state == State.RATED);
            return new StarCard(
                    evaluation.id().institution(),
                    evaluation.id(),
                    evaluation.beginning().district(),
                    evaluation.beginning().name(),
                    before.map(StarCard::version).orElse(0) + 1,
                    state,
                    standing.map(Standing::stars),
                    standing.map(this::scores),
                    reason(state, file),
                    standard.name(),
                    standard.notice(),
                    day(state, file),
                    until(state, evaluation),
                    file.shownReply().map(Proceeding.Replied::words),
                    step.entry().hash(),
                    earlier());
        }

        private Scores scores(Standing standing) {
            var parts = standard.parts().stream()
                    .filter(p -> standing.parts().containsKey(p.code()))
                    .map(p -> new Scores.Part(
                            p.title().chinese(), p.title().english(), standing.parts().get(p.code()).tenths()))
                    .toList();
            return new Scores(standing.total().tenths(), parts);
        }

        /** The ground's name: the page says it in words. */
        private static Optional<String> reason(State state, Proceedings file) {
            return switch (state) {
                case SUSPENDED -> file.grounds().keySet().stream().findFirst().map(Enum::name);
                case WITHDRAWN -> file.last(Proceeding.Withdrawn.class).map(w -> w.ground().name());
                case AWAITING, RATED, UNDER_APPEAL, EXPIRED, NONE -> Optional.empty();
            };
        }

        private LocalDate day(State state, Proceedings file) {
            return state == State.RATED
                    ? deadlines.day(file.last(Proceeding.Published.class).orElseThrow().at())
                    : deadlines.day(step.proceeding().at());
        }

        private Optional<LocalDate> until(State state, Evaluation evaluation) {
            return switch (state) {
                case RATED -> evaluation.proceedings().last(Proceeding.Published.class).map(Proceeding.Published::until);
                case UNDER_APPEAL -> deadlines
                        .running(evaluation, EvaluationRules.Which.DECIDE_APPEAL)
                        .map(d -> d.due().day());
                case AWAITING, SUSPENDED, WITHDRAWN, EXPIRED, NONE -> Optional.empty();
            };
        }

        private List<Said> earlier() {
            var said = new ArrayList<Said>();
            before.ifPresent(b -> {
                said.addAll(b.earlier());
                said.add(new Said(b.day(), b.state(), b.stars(), b.entry()));
            });
            return said;
        }
    }
}
