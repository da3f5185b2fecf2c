package xingma.evaluation.round;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xingma.audit.Entry;
import xingma.evaluation.Expert;
import xingma.evaluation.Party;
import xingma.rating.Standard;
import xingma.rating.Standards;
import xingma.territory.City;
import xingma.territory.Officer;

/**
 * Where rounds are called and the list of experts is kept (轮次与专家库). A round is called within one's own territory; the
 * list serves the whole city, so that no district chooses who may be drawn. Each change is a line of the trail.
 */
public final class RatingRolls {
    private final City city;
    private final Rounds rounds;
    private final Experts experts;
    private final Standards standards;
    private final InstantSource clock;

    public RatingRolls(City city, Rounds rounds, Experts experts, Standards standards, InstantSource clock) {
        this.city = requireNonNull(city, "city");
        this.rounds = requireNonNull(rounds, "rounds");
        this.experts = requireNonNull(experts, "experts");
        this.standards = requireNonNull(standards, "standards");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What came of it. */
    public sealed interface Kept<T> {
        record Done<T>(T now) implements Kept<T> {}

        /** Somebody else changed it since it was read. */
        record Overtaken<T>() implements Kept<T> {}

        /** Not within the officer's territory. */
        record Elsewhere<T>() implements Kept<T> {}

        /** There is no such edition, or it may still be written anew; or a new round names one that ended. */
        record UnknownStandard<T>() implements Kept<T> {}

        /** No room for more. */
        record Full<T>() implements Kept<T> {}
    }

    /** The rounds that concern an officer's territory: its own, and those of the city around it. */
    public List<Rounds.Called> rounds(Officer officer) {
        return rounds.all().stream().filter(c -> concerns(officer, c.round())).toList();
    }

    public Optional<Rounds.Called> round(Officer officer, String id) {
        return rounds.find(id).filter(c -> concerns(officer, c.round()));
    }

    private boolean mayRate(Standard standard, boolean isNewRound) {
        return standards.isOut(standard) && !(isNewRound && standard.status() == Standard.Status.RETIRED);
    }

    private static boolean concerns(Officer officer, Round round) {
        return round.territory().contains(officer.territory()) || officer.mayActIn(round.territory());
    }

    public List<Experts.Listed> experts() {
        return experts.all();
    }

    /**
     * Calls a round, or changes one: evaluations that began keep what they began with.
     *
     * @param askId drawn by whoever asks
     * @param revision what was read; 0 for a new round
     */
    public Kept<Rounds.Called> call(Officer officer, String askId, Round round, int revision) {
        if (!officer.mayActIn(round.territory()) || city.named(round.territory()).isEmpty()) {
            return new Kept.Elsewhere<>();
        }
        var before = rounds.find(round.id());
        if (standards.find(round.standard(), round.edition()).filter(s -> mayRate(s, before.isEmpty())).isEmpty()) {
            return new Kept.UnknownStandard<>();
        }
        if (before.filter(b -> b.round().equals(round)).isPresent()) {
            return new Kept.Done<>(before.get());
        }
        if (before.filter(b -> !officer.mayActIn(b.round().territory())).isPresent()) {
            return new Kept.Elsewhere<>();
        }
        if (before.map(Rounds.Called::revision).orElse(0) != revision) {
            return new Kept.Overtaken<>();
        }
        if (before.isEmpty() && rounds.all().size() >= Rounds.MOST) {
            return new Kept.Full<>();
        }
        var facts = new TreeMap<String, String>();
        facts.put("ask", askId);
        facts.put("name", round.name());
        facts.put("territory", round.territory().value());
        facts.put("standard", round.standard() + "/" + round.edition());
        facts.put("kinds", round.kinds().stream().sorted().collect(Collectors.joining(" ")));
        facts.put("from", round.from().toString());
        facts.put("until", round.until().toString());
        round.embargo().ifPresent(e -> facts.put("embargo", e.toString()));
        var head = before.map(Rounds.Called::head).orElse(Entry.FIRST);
        var line = line(officer, "ROUND " + round.id(), revision, "RoundKept", facts, head);
        return rounds.keep(round, revision, line)
                ? new Kept.Done<>(new Rounds.Called(round, revision + 1, line.hash()))
                : new Kept.Overtaken<>();
    }

    /**
     * Puts an expert on the list, or changes what it says of one.
     *
     * @param revision what was read; 0 for somebody new
     */
    public Kept<Experts.Listed> list(Officer officer, String askId, Expert expert, int revision) {
        if (!officer.mayActIn(city.code())) {
            return new Kept.Elsewhere<>();
        }
        var before = experts.find(expert.id());
        if (before.filter(b -> b.expert().equals(expert)).isPresent()) {
            return new Kept.Done<>(before.get());
        }
        if (before.map(Experts.Listed::revision).orElse(0) != revision) {
            return new Kept.Overtaken<>();
        }
        if (before.isEmpty() && experts.all().size() >= Experts.MOST) {
            return new Kept.Full<>();
        }
        var facts = new TreeMap<String, String>();
        facts.put("ask", askId);
        facts.put("side", expert.side().name());
        facts.put("available", Boolean.toString(expert.available()));
        facts.put("ties", expert.ties().stream().map(Object::toString).sorted().collect(Collectors.joining(" ")));
        var head = before.map(Experts.Listed::head).orElse(Entry.FIRST);
        var line = line(officer, "EXPERT " + expert.id(), revision, "ExpertKept", facts, head);
        return experts.keep(expert, revision, line)
                ? new Kept.Done<>(new Experts.Listed(expert, revision + 1, line.hash()))
                : new Kept.Overtaken<>();
    }

    private Entry line(
            Officer officer, String subject, int revision, String what, TreeMap<String, String> facts, String head) {
        var by = new Party.Bureau(officer.id(), officer.territory()).word();
        return new Entry(subject, revision + 1, clock.instant(), by, what, facts, head);
    }
}
