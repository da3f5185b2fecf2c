package xingma.complaint.notification;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.ContactSafe;
import xingma.complaint.caseload.ContactSafe.Opening;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Contact;
import xingma.complaint.number.CaseNumber;
import xingma.keeping.Patience;

/**
 * Tells complainants by telephone what they asked to be told (收发室). Each attempt is taken for itself, is a line in the
 * case, and only then opens the contact; who has opted out, become anonymous or whose contact is over is told nothing.
 * It may be run twice at once, broken off anywhere and begun again: what was handed over and not ticked off comes again
 * under the same id, and what cannot be handed over is said in the case, where the desk finds it.
 */
public final class PostRoom {
    /** Handed over in one run, at most: a district's day of answers, and no flood. */
    public static final int MOST = 200;

    /** Why the system opens a contact; the complainant reads it. */
    public static final String REASON = "发送告知短信";

    private static final String OURS = "n.";

    private final Complaints complaints;
    private final Outbox outbox;
    private final ContactSafe safe;
    private final Messenger messenger;
    private final NotificationTexts texts;
    private final Letterhead head;
    private final Supplier<Clocks> clocks;
    private final InstantSource clock;
    private final Patience patience;

    /** @param link where a receipt is held out; nobody's number or secret stands in it */
    public record Letterhead(String bureau, String bureauInEnglish, String link) {
        public Letterhead {
            requireNonNull(bureau, "bureau");
            requireNonNull(bureauInEnglish, "bureauInEnglish");
            requireNonNull(link, "link");
        }
    }

    public PostRoom(
            Complaints complaints,
            Outbox outbox,
            ContactSafe safe,
            Messenger messenger,
            NotificationTexts texts,
            Letterhead head,
            Supplier<Clocks> clocks,
            InstantSource clock,
            Patience patience) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.outbox = requireNonNull(outbox, "outbox");
        this.safe = requireNonNull(safe, "safe");
        this.messenger = requireNonNull(messenger, "messenger");
        this.texts = requireNonNull(texts, "texts");
        this.head = requireNonNull(head, "head");
        this.clocks = requireNonNull(clocks, "clocks");
        this.clock = requireNonNull(clock, "clock");
        this.patience = requireNonNull(patience, "patience");
    }

    /**
     * What one run did.
     *
     * @param told handed over to the gateway
     * @param unwanted opted out, anonymous, or past their time: nothing was opened
     * @param failed not taken; they are tried again
     * @param givenUp not taken so often that the case says so now
     * @param whole false when there is more than one run takes
     */
    public record Report(int told, int unwanted, int failed, int givenUp, boolean whole) {}

    private enum Fate {
        TOLD,
        UNWANTED,
        FAILED,
        GIVEN_UP,
        /** Somebody else has it, or it comes again. */
        LATER
    }

    /** @param goOn asked before each; false ends the run */
    public Report run(BooleanSupplier goOn) {
        var counts = new int[Fate.values().length];
        var due = outbox.due(clock.instant(), MOST);
        var looked = 0;
        for (var each : due) {
            if (!goOn.getAsBoolean()) {
                break;
            }
            looked++;
            counts[tell(each).ordinal()]++;
        }
        return new Report(
                counts[Fate.TOLD.ordinal()],
                counts[Fate.UNWANTED.ordinal()],
                counts[Fate.FAILED.ordinal()],
                counts[Fate.GIVEN_UP.ordinal()],
                looked == due.size() && due.size() < MOST);
    }

    private Fate tell(Notification notification) {
        var found = find(notification.number());
        if (found.isEmpty()) {
            return Fate.LATER;
        }
        if (!found.get().docket().isNotified()) {
            outbox.drop(notification);
            return Fate.UNWANTED;
        }
        var begun = notification.begun(clock.instant());
        if (!outbox.take(notification, begun)) {
            return Fate.LATER;
        }
        if (notification.isGivenUp()) {
            return givenUp(begun);
        }
        var opening = safe.<Boolean>open(
                () -> find(begun.number()),
                c -> c.docket().isNotified() ? Optional.empty() : Optional.of(true),
                OURS + begun.act() + '.' + begun.attempts(),
                new Actor.Sweep(),
                REASON);
        return switch (opening) {
            case Opening.Opened<Boolean>(var contact) -> handOver(begun, found.get(), contact);
            case Opening.NothingKept<Boolean> none -> dropped(begun);
            case Opening.Barred<Boolean> optedOut -> dropped(begun);
            case Opening.NoSuchCase<Boolean> moving -> Fate.LATER;
            case Opening.IdTaken<Boolean> earlier -> Fate.LATER;
            case Opening.Overtaken<Boolean> overtaken -> Fate.LATER;
            case Opening.Full<Boolean> full -> missed(begun);
        };
    }

    private Fate dropped(Notification notification) {
        outbox.drop(notification);
        return Fate.UNWANTED;
    }

    private Fate handOver(Notification begun, Complaint complaint, Contact contact) {
        if (!contact.takesMessages()) {
            return givenUp(begun);
        }
        var message = new Messenger.Message(begun.id(), contact.phone(), text(begun, complaint.filing().language()));
        if (messenger.take(message)) {
            outbox.drop(begun);
            return Fate.TOLD;
        }
        return missed(begun);
    }

    private Fate missed(Notification begun) {
        return begun.isGivenUp() ? givenUp(begun) : Fate.FAILED;
    }

    /** In the case first, out of the box then; while the case takes no more lines, it stays in the box. */
    private Fate givenUp(Notification notification) {
        var id = OURS + notification.act() + ".untold";
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var found = find(notification.number());
            if (found.isEmpty()) {
                return Fate.LATER;
            }
            if (found.get().docket().byId(id).isPresent()) {
                outbox.drop(notification);
                return Fate.GIVEN_UP;
            }
            var step = found.get().leaveUntold(id, clock.instant(), notification.act());
            if (!found.get().docket().hasRoomFor(step.act())) {
                return Fate.FAILED;
            }
            if (complaints.keep(step, Row.of(step.after(), clocks.get()))) {
                outbox.drop(notification);
                return Fate.GIVEN_UP;
            }
            patience.rest(attempt);
        }
        return Fate.LATER;
    }

    private String text(Notification notification, String language) {
        var day = clocks.get().day(notification.at());
        var english = language.equals("en");
        return texts.text(notification.what(), language, Map.of(
                "bureau", english ? head.bureauInEnglish() : head.bureau(),
                "number", notification.number().spoken(),
                "day", english ? day.toString() : day.getMonthValue() + "月" + day.getDayOfMonth() + "日",
                "link", head.link()));
    }

    /** Empty while the case moves from one unit to another. */
    private Optional<Complaint> find(CaseNumber number) {
        return complaints.whereabouts(number).flatMap(w -> complaints.find(w.unit(), number));
    }
}
