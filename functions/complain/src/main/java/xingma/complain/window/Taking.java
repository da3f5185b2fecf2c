package xingma.complain.window;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.filing.Identity;
import xingma.complaint.window.ComplainantsSeat;
import xingma.complaint.window.ComplainantsSeat.Outcome;
import xingma.pages.ComplaintForm.Wrong;

/** A step of the complainant as its form sends it: the last part of the address, an id, and fields. */
public final class Taking {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");

    private final Step step;
    private final Handed handed;
    private final String id;

    private enum Step {
        MESSAGE,
        WITHDRAW,
        OBJECT,
        SATISFACTION,
        IDENTITY,
        NOTIFY,
        JOIN
    }

    private Taking(Step step, Handed handed, String id) {
        this.step = step;
        this.handed = handed;
        this.id = id;
    }

    /** @param word a message and a reply are the same step */
    public static Optional<Taking> named(String word, Handed handed) {
        var asked = word.equals("reply") ? "message" : word;
        return Stream.of(Step.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .map(s -> new Taking(s, handed, id(handed)));
    }

    private static String id(Handed handed) {
        return handed.given("id")
                .filter(i -> ID.matcher(i).matches())
                .orElseThrow(() -> new Refused(Problem.field(
                        "id",
                        "id.malformed",
                        "请带这一步的编号 id（8至64位字母、数字、-），每一步用一个新的。",
                        "Send an id of 8 to 64 letters, digits or - for this step; a new one for each.")));
    }

    public String word() {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** The key of the words that tell that it was taken. */
    public String told() {
        return step == Step.JOIN && !agrees() ? "decline" : word();
    }

    /** Takes the step; nothing where something is to be mended, which is added to the list. */
    public Optional<Outcome> take(ComplainantsSeat seat, Complaint complaint, Instant now, List<Wrong> wrong) {
        return switch (step) {
            case MESSAGE -> {
                var words = Reading.words(handed, "message", 1, wrong);
                yield ok(wrong) ? Optional.of(seat.say(complaint, id, now, words)) : Optional.empty();
            }
            case WITHDRAW -> {
                // A reason is welcome, not owed; an empty one is kept as such.
                var words = handed.given("why").isPresent() ? Reading.words(handed, "why", 1, wrong) : "";
                yield ok(wrong) ? Optional.of(seat.withdraw(complaint, id, now, words)) : Optional.empty();
            }
            case OBJECT -> {
                var words = Reading.words(handed, "reason", 1, wrong);
                yield ok(wrong) ? Optional.of(seat.object(complaint, id, now, words)) : Optional.empty();
            }
            case SATISFACTION -> rate(seat, complaint, now, wrong);
            case IDENTITY -> identify(seat, complaint, now, wrong);
            case NOTIFY -> notify(seat, complaint, now, wrong);
            case JOIN -> Optional.of(agrees() ? seat.join(complaint, id, now) : seat.decline(complaint, id, now));
        };
    }

    private boolean agrees() {
        return handed.text("agree").equals("yes");
    }

    private static boolean ok(List<Wrong> wrong) {
        return wrong.isEmpty();
    }

    private Optional<Outcome> rate(ComplainantsSeat seat, Complaint complaint, Instant now, List<Wrong> wrong) {
        var satisfaction = Stream.of(Act.Satisfaction.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(handed.text("satisfaction")))
                .findFirst();
        var solved = Stream.of(Act.Solved.values())
                .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(handed.text("solved")))
                .findFirst();
        if (satisfaction.isEmpty()) {
            wrong.add(Wrong.of("satisfaction", "satisfaction.missing"));
        }
        if (solved.isEmpty()) {
            wrong.add(Wrong.of("solved", "solved.missing"));
        }
        return ok(wrong)
                ? Optional.of(seat.rate(complaint, id, now, satisfaction.orElseThrow(), solved.orElseThrow()))
                : Optional.empty();
    }

    private Optional<Outcome> notify(ComplainantsSeat seat, Complaint complaint, Instant now, List<Wrong> wrong) {
        var wanted = handed.text("notify");
        if (!wanted.equals("yes") && !wanted.equals("no")) {
            wrong.add(Wrong.of("notify", "notify.missing"));
            return Optional.empty();
        }
        return Optional.of(seat.chooseNotification(complaint, id, now, wanted.equals("yes")));
    }

    private Optional<Outcome> identify(ComplainantsSeat seat, Complaint complaint, Instant now, List<Wrong> wrong) {
        var identity = Reading.identity(handed, wrong);
        var contact = identity.filter(Identity::hasContact).flatMap(i -> Reading.contact(handed, wrong));
        return ok(wrong)
                ? Optional.of(seat.changeIdentity(complaint, id, now, identity.orElseThrow(), contact))
                : Optional.empty();
    }

    /** The key of the words for what became of it. */
    public static String told(Outcome outcome, Taking step) {
        return switch (outcome) {
            case Outcome.Done d -> step.told();
            case Outcome.NotNow n -> "notNow";
            case Outcome.NoRoom n -> "noRoom";
            case Outcome.IdUsed i -> "idUsed";
            case Outcome.Crowded c -> "crowded";
        };
    }

    public static int status(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done d -> 200;
            case Outcome.NotNow n -> 409;
            case Outcome.NoRoom n -> 409;
            case Outcome.IdUsed i -> 422;
            case Outcome.Crowded c -> 503;
        };
    }
}
