package xingma.complaint.desk;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.ContactSafe.Opening;
import xingma.complaint.caseload.ContactSafe;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.Move.What;
import xingma.complaint.filing.Contact;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;
import xingma.keeping.Patience;
import xingma.territory.City;
import xingma.territory.Officer;
import xingma.territory.Region;
import xingma.territory.RegionCode;
import xingma.territory.Roster;

/**
 * The desk at which officers work on cases (办理台): who may do what, and each thing once. A case is looked for under the
 * officer's own units only, so that one of another district is simply not there.
 */
public final class ComplaintDesk {
    /** Cases that one call answers together with the one that leads them; the next call goes on. */
    public static final int MOST_FOLLOWERS = 40;

    /** Why an officer opens the words of a case (办理本案). */
    public static final String WORKING = "办理本案";

    /** The sweep's and the complainant's acts have other ids; nobody takes another's beforehand. */
    private static final String OURS = "d.";

    private final City city;
    private final Complaints complaints;
    private final Seals seals;
    private final Roster roster;
    private final Supplier<Clocks> clocks;
    private final InstantSource clock;
    private final Patience patience;
    private final JointAnswer followers;
    private final ContactSafe safe;

    /** @param clocks asked anew for each step: a notice of holidays may have come in */
    public ComplaintDesk(
            City city,
            Complaints complaints,
            Seals seals,
            Roster roster,
            Supplier<Clocks> clocks,
            InstantSource clock,
            Patience patience) {
        this.city = requireNonNull(city, "city");
        this.complaints = requireNonNull(complaints, "complaints");
        this.seals = requireNonNull(seals, "seals");
        this.roster = requireNonNull(roster, "roster");
        this.clocks = requireNonNull(clocks, "clocks");
        this.clock = requireNonNull(clock, "clock");
        this.patience = requireNonNull(patience, "patience");
        this.followers = new JointAnswer(complaints, seals, clocks, clock, patience);
        this.safe = new ContactSafe(complaints, seals, clocks, clock, patience);
    }

    /** The units whose cases an officer may work on: her district, or the city with all its districts. */
    public List<RegionCode> units(Officer officer) {
        return Stream.concat(Stream.of(city.region()), city.districts().stream())
                .map(Region::code)
                .filter(officer::mayActIn)
                .toList();
    }

    /** Every move in the case as it stands, with what stands against it for this officer. */
    public Map<What, Optional<Bar>> moves(Officer officer, Complaint complaint) {
        return rules().all(officer, complaint);
    }

    /** Opens a case to read its words, and records who did, once in a day, before anything is opened. */
    public Outcome open(Officer officer, CaseNumber number) {
        return decide(officer, number, complaint -> {
            var today = today();
            var openedToday = complaint.docket().all(Act.Opened.class).anyMatch(o -> o.part() == Part.WORDS
                    && isBy(officer, o)
                    && clocks.get().day(o.at()).equals(today));
            return openedToday
                    ? new Decision.Already()
                    : new Decision.Take(complaint.open(
                            OURS + "opened-" + complaint.docket().revision(),
                            by(officer),
                            clock.instant(),
                            Part.WORDS,
                            WORKING));
        });
    }

    /**
     * Opens the contact for a reason, which the complainant will read; first it is recorded, then it is opened.
     *
     * @param reason at most {@link Act.Opened#LONGEST_REASON} code points
     */
    public ContactOutcome openContact(Officer officer, CaseNumber number, String id, String reason) {
        var reading = DeskRules.readingBar(officer);
        if (reading.isPresent()) {
            return new ContactOutcome.NotOpened(new Outcome.Barred(reading.get()));
        }
        var opening = safe.open(
                () -> complaints.find(units(officer), number),
                complaint -> DeskRules.contactBar(officer, complaint),
                OURS + id,
                by(officer),
                reason);
        return switch (opening) {
            case Opening.Opened<Bar>(var contact) -> new ContactOutcome.Opened(contact);
            case Opening.NothingKept<Bar> none -> new ContactOutcome.NothingKept();
            case Opening.NoSuchCase<Bar> none -> new ContactOutcome.NotOpened(new Outcome.NoSuchCase());
            case Opening.Barred<Bar>(var bar) -> new ContactOutcome.NotOpened(new Outcome.Barred(bar));
            case Opening.IdTaken<Bar> taken -> new ContactOutcome.NotOpened(new Outcome.IdTaken(id));
            case Opening.Full<Bar> full -> new ContactOutcome.NotOpened(new Outcome.Barred(Bar.FULL));
            case Opening.Overtaken<Bar> overtaken -> new ContactOutcome.NotOpened(new Outcome.Overtaken());
        };
    }

    /** Does what the officer asks, once. */
    public Outcome move(Officer officer, CaseNumber number, Move move) {
        var words = new Envelope(seals);
        var outcome = decide(officer, number, complaint -> decision(officer, complaint, move, words));
        return switch (outcome) {
            case Outcome.NoSuchCase none when leaves(move) -> gone(officer, number, move).orElse(none);
            case Outcome.Done done -> switch (move) {
                case Move.Accept accept -> withWords(officer, done, accept);
                case Move.Answer answer -> new Outcome.Done(
                        done.complaint(),
                        followers.give(done.complaint(), OURS + answer.id(), by(officer), answer));
                default -> done;
            };
            case Outcome.NotDone not -> not;
        };
    }

    private Decision decision(Officer officer, Complaint complaint, Move move, Envelope words) {
        var before = complaint.docket().byId(OURS + move.id());
        if (before.isPresent()) {
            return move.isDoneBy(before.get()) && isBy(officer, before.get())
                    ? new Decision.Already()
                    : new Decision.No(new Outcome.IdTaken(move.id()));
        }
        var rules = rules();
        var bar = rules.bar(officer, complaint, move.what()).or(() -> rules.bar(officer, complaint, move));
        if (bar.isEmpty()) {
            bar = beyondTheCase(complaint, move);
        }
        if (bar.isPresent()) {
            return new Decision.No(new Outcome.Barred(bar.get()));
        }
        return new Decision.Take(step(officer, complaint, move, words));
    }

    /** What can only be known by looking elsewhere. */
    private Optional<Bar> beyondTheCase(Complaint complaint, Move move) {
        return switch (move) {
            case Move.OfferJoin offer -> complaints.find(complaint.unit(), offer.lead()).filter(DeskRules::mayLead).isPresent()
                    ? Optional.empty()
                    : Optional.of(Bar.NO_SUCH_LEAD);
            case Move.Assign assign -> roster.names(List.of(assign.to())).isEmpty()
                    ? Optional.of(Bar.NO_SUCH_OFFICER)
                    : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The step that the stage offers; that it does offer it, the rules have seen. */
    private Step step(Officer officer, Complaint complaint, Move move, Envelope envelope) {
        var id = OURS + move.id();
        var by = by(officer);
        var at = clock.instant();
        Function<Move.Spoken, Sealed> sealed = spoken -> envelope.seal(complaint, Part.WORDS, spoken.words());
        return switch (move) {
            case Move.Assign m -> as(Complaint.Open.class, complaint).assign(id, by, at, m.to());
            case Move.Classify m -> as(Complaint.Open.class, complaint).classify(id, by, at, m.category());
            case Move.Accept m -> as(Complaint.Received.class, complaint).accept(id, by, at);
            case Move.Refuse m ->
                as(Complaint.Received.class, complaint).refuse(id, by, at, m.ground(), sealed.apply(m));
            case Move.Ask m -> as(Complaint.Open.class, complaint).ask(id, by, at, sealed.apply(m));
            case Move.Tell m -> as(Complaint.Open.class, complaint).tell(id, by, at, sealed.apply(m));
            case Move.Note m -> complaint.note(id, by, at, sealed.apply(m));
            case Move.Transfer m ->
                as(Complaint.Movable.class, complaint).transfer(id, by, at, m.to(), sealed.apply(m));
            case Move.Dispute m -> as(Complaint.Received.class, complaint).dispute(id, by, at, sealed.apply(m));
            case Move.Designate m ->
                as(Complaint.Disputed.class, complaint).designate(id, by, at, m.to(), sealed.apply(m));
            case Move.OfferJoin m -> as(Complaint.Movable.class, complaint).offerJoin(id, by, at, m.lead());
            case Move.Extend m -> as(Complaint.Handling.class, complaint).extend(id, by, at, sealed.apply(m));
            case Move.Pause m -> as(Complaint.Handling.class, complaint).pause(id, by, at, sealed.apply(m));
            case Move.Resume m -> as(Complaint.Paused.class, complaint).resume(id, by, at, sealed.apply(m));
            case Move.Answer m -> complaint instanceof Complaint.Joined joined
                    ? joined.answer(id, by, at, m.result(), sealed.apply(m))
                    : as(Complaint.Handling.class, complaint).answer(id, by, at, m.result(), sealed.apply(m));
            case Move.Review m ->
                as(Complaint.Reviewing.class, complaint).review(id, by, at, m.ruling(), sealed.apply(m));
            case Move.Reopen m -> as(Complaint.Closed.class, complaint).reopen(id, by, at, sealed.apply(m));
            case Move.Summarise m -> as(Complaint.Open.class, complaint)
                    .summarise(id, by, at, envelope.seal(complaint, Part.SUMMARY, m.words()));
        };
    }

    private static <S extends Complaint> S as(Class<S> stage, Complaint complaint) {
        return stage.cast(complaint);
    }

    /** A message that goes along with accepting is an act of its own, made up for if it was not kept the first time. */
    private Outcome withWords(Officer officer, Outcome.Done done, Move.Accept accept) {
        if (accept.words().isEmpty()) {
            return done;
        }
        var words = new Envelope(seals);
        var id = OURS + accept.id() + "-words";
        var told = decide(officer, done.complaint().number(), complaint -> {
            if (complaint.docket().byId(id).isPresent() || !(complaint instanceof Complaint.Open open)) {
                return new Decision.Already();
            }
            var sealed = words.seal(complaint, Part.WORDS, accept.words().get());
            return new Decision.Take(open.tell(id, by(officer), clock.instant(), sealed));
        });
        return switch (told) {
            case Outcome.Done both -> both;
            case Outcome.Barred full when full.bar() == Bar.FULL -> done;
            case Outcome.NotDone not -> not;
        };
    }

    private static boolean leaves(Move move) {
        return move.what() == What.TRANSFER || move.what() == What.DISPUTE;
    }

    /**
     * The case after a step that took it away from the officer, when she sends that step again. Asks as often for a
     * number that is nobody's, so that the answer tells nothing.
     */
    private Optional<Outcome> gone(Officer officer, CaseNumber number, Move move) {
        var where = complaints.whereabouts(number).map(Complaints.Whereabouts::unit).orElse(city.code());
        return complaints
                .find(where, number)
                .filter(c -> c.docket().byId(OURS + move.id()).filter(a -> move.isDoneBy(a) && isBy(officer, a)).isPresent())
                .map(Outcome.Done::new);
    }

    /** Looks, decides and keeps; when somebody else was faster, looks again. */
    private Outcome decide(Officer officer, CaseNumber number, Function<Complaint, Decision> decider) {
        var reading = DeskRules.readingBar(officer);
        if (reading.isPresent()) {
            return new Outcome.Barred(reading.get());
        }
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var found = complaints.find(units(officer), number);
            if (found.isEmpty()) {
                return new Outcome.NoSuchCase();
            }
            switch (decider.apply(found.get())) {
                case Decision.Already already -> {
                    return new Outcome.Done(found.get());
                }
                case Decision.No(var outcome) -> {
                    return outcome;
                }
                case Decision.Take(var step) -> {
                    if (!found.get().docket().hasRoomFor(step.act())) {
                        return new Outcome.Barred(Bar.FULL);
                    }
                    if (complaints.keep(step, Row.of(step.after(), clocks.get()))) {
                        return new Outcome.Done(step.after());
                    }
                }
            }
            patience.rest(attempt);
        }
        return new Outcome.Overtaken();
    }

    private DeskRules rules() {
        return new DeskRules(city, clocks.get(), today());
    }

    private LocalDate today() {
        return clocks.get().day(clock.instant());
    }

    private static Actor.Bureau by(Officer officer) {
        return new Actor.Bureau(officer.id(), officer.territory());
    }

    private static boolean isBy(Officer officer, Act act) {
        return act.by() instanceof Actor.Bureau b && b.officer().equals(officer.id());
    }

    private sealed interface Decision {
        record Take(Step step) implements Decision {}

        /** It was done before, or needs nothing to be written. */
        record Already() implements Decision {}

        record No(Outcome.NotDone outcome) implements Decision {}
    }

    public sealed interface Outcome {
        /**
         * The case after the step; it may lie with another unit by now.
         *
         * @param waiting joined cases that are not answered yet: asking once more goes on with them
         */
        record Done(Complaint complaint, List<CaseNumber> waiting) implements Outcome {
            public Done {
                waiting = List.copyOf(waiting);
            }

            Done(Complaint complaint) {
                this(complaint, List.of());
            }
        }

        sealed interface NotDone extends Outcome {}

        /** None with this number, or none of the officer's units. */
        record NoSuchCase() implements NotDone {}

        record Barred(Bar bar) implements NotDone {}

        /** Another act has this id: an id is drawn anew for each. */
        record IdTaken(String id) implements NotDone {}

        /** Others kept being faster; asking again does no harm. */
        record Overtaken() implements NotDone {}
    }

    /** What came of asking for a contact. */
    public sealed interface ContactOutcome {
        record Opened(Contact contact) implements ContactOutcome {}

        /** Filed anonymously, or erased in its time. Nothing was opened and nothing is recorded. */
        record NothingKept() implements ContactOutcome {}

        record NotOpened(Outcome.NotDone why) implements ContactOutcome {}
    }
}
