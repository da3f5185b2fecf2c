package xingma.evaluation.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceedings;
import xingma.evaluation.Standing;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.round.Round;
import xingma.evaluation.round.Rounds;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.evaluation.rules.Exemption;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCards;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.rating.Clause.Side;
import xingma.rating.NextStar;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.rating.Stars;
import xingma.territory.RegionCode;

/**
 * Where everybody reads what stars there are and why (公示栏): the cards, and of a published star the sheet, the standard
 * and the reckoning, so that anybody can reckon it again. Nothing of an evaluation that is not published is told.
 */
public final class StarBoard {
    /** Pages of a hundred that one list is put together from, at most; no district has so many premises. */
    private static final int MOST_PAGES = 50;

    private final Clerk clerk;
    private final StarCards cards;
    private final Rounds rounds;

    public StarBoard(Clerk clerk, StarCards cards, Rounds rounds) {
        this.clerk = requireNonNull(clerk, "clerk");
        this.cards = requireNonNull(cards, "cards");
        this.rounds = requireNonNull(rounds, "rounds");
    }

    public Optional<StarCard> card(InstitutionId institution) {
        return cards.find(institution);
    }

    /** @param rank only those of this {@link StarCard#rank() rank}; empty for all */
    public Page<StarCard> in(RegionCode district, Optional<Integer> rank, Optional<String> after) {
        return cards.in(district, rank, after);
    }

    /**
     * From what a published star follows.
     *
     * @param sheet as it was settled, with what was amended since
     * @param stars what the engine makes of it with the track and on the day of the publication
     * @param next the nearest way to one star more
     * @param notice the first day of the public notice and its last
     */
    public record Published(
            Standard standard,
            String type,
            Sheet sheet,
            Standing standing,
            Stars stars,
            Optional<NextStar.Path> next,
            int enforcement,
            int association,
            Optional<Days> notice) {}

    public record Days(LocalDate from, LocalDate until) {}

    /** Why a star is what it is; empty while the card shows no number. */
    public Optional<Published> why(StarCard card) {
        if (card.stars().isEmpty()) {
            return Optional.empty();
        }
        return clerk.evaluations().find(card.district(), card.evaluation()).flatMap(this::published);
    }

    /** Whether routine inspections spare the institution today, and why; empty where it has no star. */
    public Optional<Exemption> exemption(StarCard card) {
        return clerk.evaluations().find(card.district(), card.evaluation()).flatMap(clerk::exemption);
    }

    private Optional<Published> published(Evaluation evaluation) {
        var file = evaluation.proceedings();
        if (!(evaluation instanceof Evaluation.InForce)) {
            return Optional.empty();
        }
        var standard = clerk.standard(evaluation);
        var type = evaluation.beginning().type();
        var sheet = file.settled().orElseThrow();
        var standing = file.standing().orElseThrow();
        var outcome = Stars.of(standard, type, sheet, standing.track(), standing.day());
        if (!(outcome instanceof Stars.Outcome.Rated(var stars)) || stars.stars() != standing.stars()) {
            throw new IllegalStateException("a published star does not follow from its sheet");
        }
        var next = stars.stars() == 5 || standard.threshold(stars.stars() + 1).isEmpty()
                ? Optional.<NextStar.Path>empty()
                : Optional.of(NextStar.to(stars.stars() + 1, standard, type, sheet, standing.track(), standing.day()))
                        .filter(NextStar.Path.class::isInstance)
                        .map(NextStar.Path.class::cast);
        var seats = file.panel().orElseThrow().seats();
        var enforcement = (int) seats.stream().filter(s -> s.side() == Side.ENFORCEMENT).count();
        return Optional.of(new Published(
                standard, type, sheet, standing, stars, next, enforcement, seats.size() - enforcement, notice(file)));
    }

    private Optional<Days> notice(Proceedings file) {
        var days = clerk.deadlines();
        var began = days.day(file.all().getFirst().at());
        var limit = days.rules().limit(Which.NOTICE, began).flatMap(l -> l.span());
        return file.last(Proceeding.Noticed.class).flatMap(noticed -> limit.map(span -> {
            var from = days.day(noticed.at());
            return new Days(from, days.rules().calendar().due(from, span).day());
        }));
    }

    // ---- commendation ----------------------------------------------------------------------------------------------

    /** What came of asking for a round's commendation list (表彰名单). */
    public sealed interface Commendation {
        /**
         * @param least from how many stars on it commends
         * @param cards by district and name
         */
        record Told(Round round, int least, List<StarCard> cards) implements Commendation {}

        /** Not before this moment (解禁时间). */
        record NotYet(Round round, Instant embargo) implements Commendation {}

        record NoSuchRound() implements Commendation {}
    }

    /** The rounds that were called last, the newest first; so many at the most. */
    public List<Round> newestRounds(int most) {
        return rounds.all().stream().limit(most).map(Rounds.Called::round).toList();
    }

    /** Everybody in a round with so many stars as the rules commend, on the day on which it is asked for. */
    public Commendation commended(String roundId, List<RegionCode> districts) {
        var round = rounds.find(roundId).map(Rounds.Called::round);
        if (round.isEmpty()) {
            return new Commendation.NoSuchRound();
        }
        var embargo = round.get().embargo();
        if (embargo.filter(e -> clerk.now().isBefore(e)).isPresent()) {
            return new Commendation.NotYet(round.get(), embargo.get());
        }
        var least = clerk.deadlines().rules().commended();
        var told = new ArrayList<StarCard>();
        for (var district : districts) {
            var inRound = new HashSet<EvaluationId>();
            for (var row : rows(roundId, district)) {
                inRound.add(row.id());
            }
            all(district).stream()
                    .filter(c -> inRound.contains(c.evaluation()) && c.stars().filter(s -> s >= least).isPresent())
                    .forEach(told::add);
        }
        return new Commendation.Told(round.get(), least, told);
    }

    private List<Row> rows(String round, RegionCode district) {
        return whole(after -> clerk.evaluations().inRound(round, district, after));
    }

    /** All cards of a district: for files that hold the whole list. */
    public List<StarCard> all(RegionCode district) {
        return whole(after -> cards.in(district, Optional.empty(), after));
    }

    private static <T> List<T> whole(Function<Optional<String>, Page<T>> pages) {
        var all = new ArrayList<T>();
        var after = Optional.<String>empty();
        for (var i = 0; i < MOST_PAGES; i++) {
            var page = pages.apply(after);
            all.addAll(page.items());
            after = page.next();
            if (after.isEmpty()) {
                return all;
            }
        }
        throw new IllegalStateException("a list is longer than any district's");
    }
}
