package xingma.complaint.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Docket;
import xingma.complaint.Step;
import xingma.complaint.Words;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;
import xingma.keeping.Patience;

/**
 * What the holder of a receipt may do with the case (当事人席): add, withdraw, object, rate, change how she is known, agree
 * to a joint case. Each step is asked for with an id made by the asker; asked twice it is taken once.
 */
public final class ComplainantsSeat {
    /** The complainant's own words in one case; the rest of the docket is kept for the answer. */
    public static final int MOST_SAID = 100;

    /** How often she changes how she is known, and whether she is told by telephone: as often as anybody has a reason to. */
    public static final int MOST_CHANGES = 20;

    /** In code points. */
    public static final int LONGEST_WORDS = Filing.LONGEST_WORDS;

    /** Acts that the sweep makes have ids that can be foretold; nobody may take them away beforehand. */
    private static final String OURS = "c.";

    private final Complaints complaints;
    private final ComplaintWindow window;
    private final Seals seals;
    private final Secrets secrets;
    private final Supplier<Clocks> clocks;
    private final Patience patience;

    public ComplainantsSeat(
            Complaints complaints, ComplaintWindow window, Seals seals, Secrets secrets, Supplier<Clocks> clocks) {
        this(complaints, window, seals, secrets, clocks, Patience.jittered());
    }

    ComplainantsSeat(
            Complaints complaints,
            ComplaintWindow window,
            Seals seals,
            Secrets secrets,
            Supplier<Clocks> clocks,
            Patience patience) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.window = requireNonNull(window, "window");
        this.seals = requireNonNull(seals, "seals");
        this.secrets = requireNonNull(secrets, "secrets");
        this.clocks = requireNonNull(clocks, "clocks");
        this.patience = requireNonNull(patience, "patience");
    }

    /** A step that is the complainant's. */
    public enum Move { SAY, WITHDRAW, OBJECT, RATE, IDENTITY, NOTIFICATION, JOIN, DECLINE, PHOTO }

    /** What became of a step; with the case as it stands now. */
    public sealed interface Outcome {
        Complaint complaint();

        /** Taken, now or before. */
        record Done(Complaint complaint) implements Outcome {}

        /** Not lawful from here, or no longer. */
        record NotNow(Complaint complaint) implements Outcome {}

        /** The docket is full, or she did this as often as she may. */
        record NoRoom(Complaint complaint) implements Outcome {}

        /** The id belongs to another step. */
        record IdUsed(Complaint complaint) implements Outcome {}

        /** Others changed the case again and again: to be asked once more. */
        record Crowded(Complaint complaint) implements Outcome {}
    }

    /** The steps that are open to the complainant now. */
    public Set<Move> lawful(Complaint complaint, Instant now) {
        var moves = EnumSet.of(Move.IDENTITY);
        var docket = complaint.docket();
        if (docket.contact().filter(c -> !c.isErased()).isPresent()) {
            moves.add(Move.NOTIFICATION);
        }
        if (complaint instanceof Complaint.Open) {
            moves.add(Move.SAY);
            moves.add(Move.WITHDRAW);
            moves.add(Move.PHOTO);
        }
        if (complaint instanceof Complaint.Movable && docket.joinOffer().isPresent()) {
            moves.add(Move.JOIN);
            moves.add(Move.DECLINE);
        }
        if (mayObject(complaint, now)) {
            moves.add(Move.OBJECT);
        }
        if (complaint instanceof Complaint.Rateable && !isRated(complaint)) {
            moves.add(Move.RATE);
        }
        return moves;
    }

    public Outcome say(Complaint seen, String id, Instant at, String words) {
        return step(seen, id, Act.Said.class, c -> switch (c) {
            case Complaint.Open open -> Optional.of(open.say(OURS + id, at, sealed(c, words)));
            default -> Optional.empty();
        });
    }

    public Outcome withdraw(Complaint seen, String id, Instant at, String words) {
        return step(seen, id, Act.Withdrawn.class, c -> switch (c) {
            case Complaint.Open open -> Optional.of(open.withdraw(OURS + id, at, sealed(c, words)));
            default -> Optional.empty();
        });
    }

    public Outcome object(Complaint seen, String id, Instant at, String words) {
        return step(seen, id, Act.Objected.class, c -> switch (c) {
            case Complaint.Objectionable decided when mayObject(c, at) ->
                Optional.of(decided.object(OURS + id, at, sealed(c, words)));
            default -> Optional.empty();
        });
    }

    public Outcome rate(Complaint seen, String id, Instant at, Act.Satisfaction satisfaction, Act.Solved solved) {
        return step(seen, id, Act.Rated.class, c -> switch (c) {
            case Complaint.Rateable answered when !isRated(c) ->
                Optional.of(answered.rate(OURS + id, at, satisfaction, solved));
            default -> Optional.empty();
        });
    }

    /** @param contact present exactly where the identity has one */
    public Outcome changeIdentity(
            Complaint seen, String id, Instant at, Identity identity, Optional<Contact> contact) {
        return step(seen, id, Act.IdentityChanged.class, c -> Optional.of(c.changeIdentity(
                OURS + id,
                at,
                identity,
                contact.map(told -> seals.close(c.number(), Part.CONTACT, told.text())),
                contact.map(told -> told.mark(secrets)))));
    }

    /** To be told by telephone or no more; only with a number that is kept. */
    public Outcome chooseNotification(Complaint seen, String id, Instant at, boolean notified) {
        return step(seen, id, Act.NotificationChosen.class, c -> lawful(c, at).contains(Move.NOTIFICATION)
                ? Optional.of(c.chooseNotification(OURS + id, at, notified))
                : Optional.empty());
    }

    /**
     * The lead learns of its follower first: a lead that counts one too many is harmless, a follower that its lead does
     * not know would wait for an answer.
     */
    public Outcome join(Complaint seen, String id, Instant at) {
        var offer = seen.docket().joinOffer();
        if (seen.docket().byId(OURS + id).isEmpty()) {
            if (offer.isEmpty() || !(seen instanceof Complaint.Movable)) {
                return new Outcome.NotNow(seen);
            }
            var lead = window.find(offer.get());
            var followed = lead.map(l -> step(l, "follow-" + seen.number(), Act.Followed.class, c -> switch (c) {
                case Complaint.Open open -> Optional.of(
                        open.follow(OURS + "follow-" + seen.number(), new Actor.Complainant(), at, seen.number()));
                default -> Optional.empty();
            }));
            if (followed.isEmpty() || !(followed.get() instanceof Outcome.Done)) {
                return new Outcome.NotNow(seen);
            }
        }
        return step(seen, id, Act.Joined.class, c -> switch (c) {
            case Complaint.Movable m when c.docket().joinOffer().equals(offer) ->
                offer.map(lead -> m.join(OURS + id, at, lead));
            default -> Optional.empty();
        });
    }

    public Outcome decline(Complaint seen, String id, Instant at) {
        return step(seen, id, Act.JoinDeclined.class, c -> switch (c) {
            case Complaint.Movable m when c.docket().joinOffer().isPresent() -> Optional.of(m.declineJoin(OURS + id, at));
            default -> Optional.empty();
        });
    }

    private Outcome step(
            Complaint seen, String id, Class<? extends Act> kind, Function<Complaint, Optional<Step>> move) {
        var now = seen;
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var earlier = now.docket().byId(OURS + id);
            if (earlier.isPresent()) {
                return kind.isInstance(earlier.get()) ? new Outcome.Done(now) : new Outcome.IdUsed(now);
            }
            var step = move.apply(now);
            if (step.isEmpty()) {
                return new Outcome.NotNow(now);
            }
            if (isEnough(now, kind) || !now.docket().hasRoomFor(step.get().act())) {
                return new Outcome.NoRoom(now);
            }
            var after = step.get().after();
            if (complaints.keep(step.get(), Row.of(after, clocks.get()))) {
                return new Outcome.Done(after);
            }
            patience.rest(attempt);
            now = window.find(seen.number()).orElse(now);
        }
        return new Outcome.Crowded(now);
    }

    /** What can be done without end is done so often and no more: the rest of the docket is the bureau's for its answer. */
    private static boolean isEnough(Complaint complaint, Class<? extends Act> kind) {
        var most = kind == Act.Said.class
                ? MOST_SAID
                : kind == Act.IdentityChanged.class || kind == Act.NotificationChosen.class ? MOST_CHANGES : Docket.MOST_ACTS;
        return complaint.docket().all(kind).count() >= most;
    }

    private Sealed sealed(Complaint complaint, String words) {
        return Words.sealed(complaint, Part.WORDS, words, seals);
    }

    private boolean mayObject(Complaint complaint, Instant now) {
        return complaint instanceof Complaint.Objectionable
                && clocks.get().objection(complaint, clocks.get().day(now)).isPresent();
    }

    /** Rated since the newest decision. */
    private static boolean isRated(Complaint complaint) {
        return complaint.docket().acts().reversed().stream()
                .filter(a -> a instanceof Act.Rated || a instanceof Act.Turn)
                .findFirst()
                .filter(Act.Rated.class::isInstance)
                .isPresent();
    }
}
