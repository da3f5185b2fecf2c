package xingma.rating;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import xingma.audit.Entry;
import xingma.rating.Course.Seen;
import xingma.rating.Course.Step;
import xingma.rating.Standard.Status;

/**
 * Where editions are laid on the table and taken along their way (标准管理), each step once and with a line of the trail.
 * What others are bound by needs two people: one proposes, another who neither proposed nor wrote it decides.
 */
public final class StandardDesk {
    private static final String ASK = "ask";

    private final StandardShelf shelf;
    private final InstantSource clock;

    public StandardDesk(StandardShelf shelf, InstantSource clock) {
        this.shelf = requireNonNull(shelf, "shelf");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * Who asks for a step.
     *
     * @param person the sign-in's subject
     * @param word as the trail writes it
     * @param today in the bureau's own time zone
     */
    public record By(String person, String word, LocalDate today) {
        public By {
            requireNonNull(today, "today");
            if (person.isBlank() || word.isBlank()) {
                throw new IllegalArgumentException("somebody takes the step");
            }
        }
    }

    /** What stands against a step, beside where the edition stands. */
    public enum Against {
        /** Opinions may still come in. */
        OPINIONS_AWAITED,
        /** Not every opinion was answered. */
        OPINIONS_OPEN,
        /** Opinions are heard and answered while the edition is out for them. */
        NOT_OUT,
        NO_SUCH_OPINION,
        NO_SUCH_CLAUSE,
        NOTHING_PROPOSED,
        PROPOSED_ALREADY,
        /** The second person neither proposed nor wrote it. */
        SAME_PERSON,
        /** Sheets were settled since, or another day was asked for: simulate and propose anew. */
        SIMULATION_CHANGED,
        FULL
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done(StandardShelf.Shelved now) implements Outcome {}

        /** What stands against it on the edition's way. */
        record No(Editions.Outcome why) implements Outcome {}

        record Barred(Against against) implements Outcome {}

        /** Another step, or another's, has this id. */
        record IdTaken(String id) implements Outcome {}

        /** Somebody else took a step meanwhile; look again. */
        record Overtaken() implements Outcome {}
    }

    // ---- text and opinions -------------------------------------------------------------------------------------------

    /**
     * Lays a draft on the table. Institutions may be rated by what ships before anybody moves it, so that stays as it reads.
     *
     * @param askId drawn by whoever asks
     * @param draft what the file says
     */
    public Outcome draft(By by, String askId, Standard draft, String file) {
        var digest = Digest.of(file);
        var step = new Step.Drafted(askId, by.person(), clock.instant(), digest);
        return new Taking(draft.id(), draft.edition(), by, step, facts(step, draft.edition(), "fileDigest", digest))
                .with(new StandardShelf.File(draft.edition(), file))
                .take(now -> now.editions().edition(draft.edition()).filter(now::isOut).isPresent()
                        ? new Editions.Outcome.Fixed(draft.name())
                        : now.editions().draft(draft));
    }

    /** Puts an edition out for opinions; days that are over tell of a round that was held elsewhere, at a meeting or on paper. */
    public Outcome consult(By by, String askId, String id, int edition, LocalDate from, LocalDate until) {
        var step = new Step.Consulted(askId, by.person(), clock.instant(), from, until);
        var facts = facts(step, edition, "from", from.toString(), "until", until.toString());
        return new Taking(id, edition, by, step, facts).take(now -> now.editions().move(edition, Status.COMMENT));
    }

    /** Enters what was said; what was entered before is not entered twice. */
    public Outcome hear(By by, String askId, String id, int edition, List<Opinion> said) {
        var now = shelf.shelved(id);
        var standard = now.editions().edition(edition);
        if (standard.filter(s -> s.status() == Status.COMMENT).isEmpty()) {
            return standard.isEmpty() ? new Outcome.No(new Editions.Outcome.Unknown(edition)) : new Outcome.Barred(Against.NOT_OUT);
        }
        var codes = standard.get().codes();
        if (!said.stream().allMatch(o -> o.clause().map(codes::contains).orElse(true))) {
            return new Outcome.Barred(Against.NO_SUCH_CLAUSE);
        }
        var before = shelf.opinions(id, edition);
        var more = new ArrayList<Opinion>();
        for (var opinion : said) {
            var known = before.stream().filter(o -> o.id().equals(opinion.id())).findFirst();
            if (known.filter(k -> !k.isTheSameAs(opinion)).isPresent()) {
                return new Outcome.IdTaken(opinion.id());
            }
            if (known.isEmpty()) {
                more.add(opinion);
            }
        }
        if (before.size() + more.size() > Opinion.MOST) {
            return new Outcome.Barred(Against.FULL);
        }
        return keep(by, "OpinionsHeard", askId, now, new StandardShelf.Said(edition, more));
    }

    /** Says what was made of an opinion; until the trial it may be said otherwise. */
    public Outcome answer(By by, String askId, String id, int edition, String opinion, Opinion.Taken taken, String words) {
        var now = shelf.shelved(id);
        var standard = now.editions().edition(edition);
        if (standard.filter(s -> s.status() == Status.COMMENT).isEmpty()) {
            return standard.isEmpty() ? new Outcome.No(new Editions.Outcome.Unknown(edition)) : new Outcome.Barred(Against.NOT_OUT);
        }
        var said = shelf.opinions(id, edition).stream().filter(o -> o.id().equals(opinion)).findFirst();
        if (said.isEmpty()) {
            return new Outcome.Barred(Against.NO_SUCH_OPINION);
        }
        var answer = new Opinion.Answer(taken, words, by.person(), clock.instant());
        return said.get().answer().filter(answer::saysTheSameAs).isPresent()
                ? new Outcome.Done(now)
                : keep(by, "OpinionAnswered", askId, now, new StandardShelf.Said(edition, List.of(said.get().with(answer))));
    }

    private Outcome keep(By by, String what, String askId, StandardShelf.Shelved now, StandardShelf.Said said) {
        if (said.opinions().isEmpty()) {
            return new Outcome.Done(now);
        }
        var facts = new TreeMap<String, String>();
        facts.put(ASK, askId);
        facts.put("edition", Integer.toString(said.edition()));
        facts.put("opinions", said.opinions().stream().map(Opinion::id).collect(Collectors.joining(" ")));
        facts.put("digest", Digest.of(said.opinions().toString()));
        var id = now.editions().all().getFirst().id();
        return kept(new StandardShelf.Shelving(
                now, now.editions(), now.courses(), Optional.empty(), Optional.of(said), line(by, what, id, now, clock.instant(), facts)));
    }

    // ---- along the way -----------------------------------------------------------------------------------------------

    /** Begins the trial, once the days for opinions are over and each was answered. */
    public Outcome tryOut(By by, String askId, String id, int edition) {
        var step = new Step.Tried(askId, by.person(), clock.instant());
        return new Taking(id, edition, by, step, facts(step, edition))
                .unless(now -> {
                    if (now.course(edition).consulted().filter(c -> !by.today().isAfter(c.until())).isPresent()) {
                        return Optional.of(Against.OPINIONS_AWAITED);
                    }
                    return shelf.opinions(id, edition).stream().anyMatch(o -> o.answer().isEmpty())
                            ? Optional.of(Against.OPINIONS_OPEN)
                            : Optional.empty();
                })
                .take(now -> now.editions().move(edition, Status.TRIAL));
    }

    /** Proposes to put an edition in force, with what the simulation showed of it. */
    public Outcome propose(By by, String askId, String id, int edition, String words, Simulation simulation) {
        var seen = Seen.of(simulation);
        var step = new Step.Proposed(askId, by.person(), clock.instant(), Status.IN_FORCE, words, Optional.of(seen));
        return new Taking(id, edition, by, step, simulated(facts(step, edition), seen))
                .unless(now -> waiting(now, edition))
                .take(now -> stays(now.editions().putInForce(edition, simulation), now));
    }

    /** Proposes to retire what is in force. */
    public Outcome proposeRetiring(By by, String askId, String id, int edition, String words) {
        var step = new Step.Proposed(askId, by.person(), clock.instant(), Status.RETIRED, words, Optional.empty());
        return new Taking(id, edition, by, step, facts(step, edition))
                .unless(now -> waiting(now, edition))
                .take(now -> now.editions().edition(edition).filter(s -> s.status() != Status.IN_FORCE).isPresent()
                        ? new Editions.Outcome.NotFromHere(now.editions().edition(edition).get().status(), Status.RETIRED)
                        : stays(now.editions().move(edition, Status.RETIRED), now));
    }

    /** The second person's no. */
    public Outcome refuse(By by, String askId, String id, int edition, String words) {
        var step = new Step.Refused(askId, by.person(), clock.instant(), words);
        return new Taking(id, edition, by, step, facts(step, edition))
                .unless(now -> second(now, edition, by))
                .take(now -> new Editions.Outcome.Done(now.editions()));
    }

    /**
     * The second person's yes.
     *
     * @param again the simulation of the day on which it was proposed, made anew: it must show the same. Asked for only
     *     where an edition comes in force
     */
    public Outcome decide(By by, String askId, String id, int edition, Function<LocalDate, Simulation> again) {
        var proposed = shelf.shelved(id).course(edition).proposal();
        var to = proposed.map(Step.Proposed::to).orElse(Status.IN_FORCE);
        var step = new Step.Decided(askId, by.person(), clock.instant(), to);
        var simulation = proposed.flatMap(Step.Proposed::seen).map(seen -> again.apply(seen.day()));
        var facts = facts(step, edition, "to", to.name());
        simulation.map(Seen::of).ifPresent(seen -> simulated(facts, seen));
        return new Taking(id, edition, by, step, facts)
                .unless(now -> second(now, edition, by).or(() -> {
                    var seen = now.course(edition).proposal().flatMap(Step.Proposed::seen);
                    return seen.equals(simulation.map(Seen::of)) ? Optional.empty() : Optional.of(Against.SIMULATION_CHANGED);
                }))
                .take(now -> now.course(edition).proposal().isEmpty()
                        ? new Editions.Outcome.Done(now.editions())
                        : simulation
                                .map(s -> now.editions().putInForce(edition, s))
                                .orElseGet(() -> now.editions().move(edition, to)));
    }

    /** Gives an edition up that is not in force. */
    public Outcome giveUp(By by, String askId, String id, int edition, String words) {
        var step = new Step.GivenUp(askId, by.person(), clock.instant(), words);
        return new Taking(id, edition, by, step, facts(step, edition))
                .take(now -> now.editions().edition(edition).filter(s -> s.status() == Status.IN_FORCE).isPresent()
                        ? new Editions.Outcome.NotFromHere(Status.IN_FORCE, Status.RETIRED)
                        : now.editions().move(edition, Status.RETIRED));
    }

    /** A proposal moves nothing yet. */
    private static Editions.Outcome stays(Editions.Outcome outcome, StandardShelf.Shelved now) {
        return outcome instanceof Editions.Outcome.Done ? new Editions.Outcome.Done(now.editions()) : outcome;
    }

    private static Optional<Against> waiting(StandardShelf.Shelved now, int edition) {
        return now.course(edition).proposal().map(p -> Against.PROPOSED_ALREADY);
    }

    private static Optional<Against> second(StandardShelf.Shelved now, int edition, By by) {
        var course = now.course(edition);
        if (course.proposal().isEmpty()) {
            return Optional.of(Against.NOTHING_PROPOSED);
        }
        var isTheSame = course.proposal().filter(p -> p.by().equals(by.person())).isPresent()
                || course.drafted().filter(d -> d.by().equals(by.person())).isPresent();
        return isTheSame ? Optional.of(Against.SAME_PERSON) : Optional.empty();
    }

    // ---- keeping -----------------------------------------------------------------------------------------------------

    /** A step of one edition that is about to be taken. */
    private final class Taking {
        private final String id;
        private final int edition;
        private final By by;
        private final Step step;
        private final TreeMap<String, String> facts;
        private Optional<StandardShelf.File> file = Optional.empty();
        private Function<StandardShelf.Shelved, Optional<Against>> bar = now -> Optional.empty();

        Taking(String id, int edition, By by, Step step, TreeMap<String, String> facts) {
            this.id = id;
            this.edition = edition;
            this.by = by;
            this.step = step;
            this.facts = facts;
        }

        Taking with(StandardShelf.File laid) {
            file = Optional.of(laid);
            return this;
        }

        Taking unless(Function<StandardShelf.Shelved, Optional<Against>> asked) {
            bar = asked;
            return this;
        }

        Outcome take(Function<StandardShelf.Shelved, Editions.Outcome> way) {
            var now = shelf.shelved(id);
            var before = now.course(edition).byId(step.id());
            if (before.isPresent()) {
                return isTheSame(before.get()) ? new Outcome.Done(now) : new Outcome.IdTaken(step.id());
            }
            if (!(way.apply(now) instanceof Editions.Outcome.Done(var after))) {
                return new Outcome.No(way.apply(now));
            }
            var against = bar.apply(now);
            if (against.isPresent()) {
                return new Outcome.Barred(against.get());
            }
            if (!now.course(edition).hasRoomFor(step)) {
                return new Outcome.Barred(Against.FULL);
            }
            var entry = line(by, step.getClass().getSimpleName(), id, now, step.at(), facts);
            return kept(new StandardShelf.Shelving(now, after, courses(now, after), file, Optional.empty(), entry));
        }

        private boolean isTheSame(Step earlier) {
            return earlier.getClass() == step.getClass() && earlier.by().equals(step.by());
        }

        /** An edition that is retired by the one after it has that in its course too. */
        private TreeMap<Integer, Course> courses(StandardShelf.Shelved now, Editions after) {
            var courses = new TreeMap<>(now.courses());
            courses.put(edition, now.course(edition).and(step));
            for (var standard : after.all()) {
                var retired = standard.edition() != edition
                        && standard.status() == Status.RETIRED
                        && !now.editions().all().contains(standard);
                if (retired) {
                    var end = new Step.Decided(step.id(), step.by(), step.at(), Status.RETIRED);
                    courses.put(standard.edition(), now.course(standard.edition()).and(end));
                }
            }
            return courses;
        }
    }

    private Outcome kept(StandardShelf.Shelving shelving) {
        return shelf.keep(shelving) ? new Outcome.Done(shelving.now()) : new Outcome.Overtaken();
    }

    private static Entry line(
            By by, String what, String id, StandardShelf.Shelved now, Instant at, TreeMap<String, String> facts) {
        return new Entry(StandardShelf.subject(id), now.revision() + 1, at, by.word(), what, facts, now.head());
    }

    private static TreeMap<String, String> facts(Step step, int edition, String... more) {
        var facts = new TreeMap<String, String>();
        facts.put(ASK, step.id());
        facts.put("edition", Integer.toString(edition));
        for (var i = 0; i < more.length; i += 2) {
            facts.put(more[i], more[i + 1]);
        }
        return facts;
    }

    /** The trail says of how many sheets, and whose stars change. */
    private static TreeMap<String, String> simulated(TreeMap<String, String> facts, Seen seen) {
        facts.put("simulatedOn", seen.day().toString());
        facts.put("simulated", Integer.toString(seen.counts().sheets()));
        facts.put("changed", Integer.toString(seen.counts().changed()));
        facts.put("simulation", seen.digest());
        return facts;
    }
}
