package xingma.complaint.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.Words;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.caseload.Complaints.Keeping;
import xingma.complaint.caseload.Complaints.Known;
import xingma.complaint.caseload.Row;
import xingma.complaint.caseload.Submission;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Statement;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.receipt.Tries;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;

/**
 * Where complaints are handed in and asked after (受理窗口). Handing in twice with one key is handing in once, days later
 * too. Who asks after a case holds its receipt; a wrong one, and one of a case that never was, are told the same after
 * the same time.
 */
public final class ComplaintWindow {
    /** What the sender makes up for one submission: long enough that nobody else makes up the same. */
    public static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** Eleven digits drawn are another case's once in some thousands of years; five times in a row never. */
    private static final int MOST_DRAWS = 5;

    /** So many versions of the secrets are looked through for a submission. */
    private static final int VERSIONS = 3;

    private static final int SALT_BYTES = 16;

    private final Complaints complaints;
    private final Seals seals;
    private final Secrets secrets;
    private final Tries tries;
    private final Supplier<Clocks> clocks;
    private SecureRandom random;

    /** @param clocks as they are known now: a notice of holidays may come in at any time */
    public ComplaintWindow(
            Complaints complaints, Seals seals, Secrets secrets, Tries tries, Supplier<Clocks> clocks) {
        this.complaints = requireNonNull(complaints, "complaints");
        this.seals = requireNonNull(seals, "seals");
        this.secrets = requireNonNull(secrets, "secrets");
        this.tries = requireNonNull(tries, "tries");
        this.clocks = requireNonNull(clocks, "clocks");
    }

    /** What became of handing something in. */
    public sealed interface Filed {
        /** It is filed, now or before, and this is its receipt. */
        record Receipted(Receipt receipt, Complaint complaint) implements Filed {}

        /** Something else was filed with this key. */
        record KeyUsed() implements Filed {}
    }

    /** What is told to somebody who holds out a receipt. */
    public sealed interface Look {
        record Inside(Complaint complaint) implements Look {}

        /** Wrong, or nobody's. */
        record Nothing() implements Look {}

        record TooOften(Duration retryAfter) implements Look {}
    }

    /**
     * What was filed with this key before.
     *
     * @param sent everything that came with the key, as it came, in a fixed order
     */
    public Optional<Filed> before(String key, List<String> sent) {
        var newest = secrets.version();
        for (var version = newest; version > Math.max(0, newest - VERSIONS); version--) {
            var known = complaints.submitted(mark(key, secrets.at(version)));
            if (known.isPresent()) {
                return Optional.of(again(known.get(), key, sent));
            }
        }
        return Optional.empty();
    }

    /**
     * Files a statement. The receipt exists once this returns, and only then.
     *
     * @param by the complainant, or the officer who writes it down for a caller
     */
    public Filed file(String key, List<String> sent, Statement statement, Actor by, Instant at) {
        var keyMark = mark(key, secrets);
        var bodyMark = bodyMark(sent, secrets);
        for (var draw = 0; draw < MOST_DRAWS; draw++) {
            var receipt = Receipt.drawn(secrets, key, draw);
            var filing = statement.sealed(receipt.number(), seals, secrets);
            var step = Step.first(new Act.Filed("filed", at, by, filing));
            var row = Row.of(step.after(), clocks.get());
            var submission = new Submission(keyMark, bodyMark, draw);
            switch (complaints.file(step, row, receipt.lock(salt()), submission)) {
                case Keeping.Kept k -> {
                    return new Filed.Receipted(receipt, step.after());
                }
                case Keeping.AlreadyKnown(var known) -> {
                    return again(known, key, sent);
                }
                case Keeping.NumberTaken t -> {}
            }
        }
        throw new IllegalStateException("no number is free");
    }

    private Filed again(Known known, String key, List<String> sent) {
        var then = known.submission();
        var at = secrets.at(Integer.parseInt(then.key().substring(0, then.key().indexOf('.'))));
        if (!MessageDigest.isEqual(bodyMark(sent, at).getBytes(UTF_8), then.body().getBytes(UTF_8))) {
            return new Filed.KeyUsed();
        }
        var receipt = Receipt.drawn(at, key, then.draw());
        var complaint = find(known.number()).orElseThrow(() -> new IllegalStateException("a receipt without its case"));
        return new Filed.Receipted(receipt, complaint);
    }

    /**
     * The case that a receipt opens.
     *
     * @param attempt of this attempt alone; the same one again is counted once
     */
    public Look look(Receipt receipt, String attempt, Instant at) {
        var about = receipt.number().value();
        if (!tries.take(about, attempt, at)) {
            return new Look.TooOften(Tries.retryAfter(at));
        }
        var whereabouts = complaints.whereabouts(receipt.number());
        var lock = whereabouts.map(Complaints.Whereabouts::lock).orElse(Receipt.Lock.NOBODYS);
        if (!lock.opens(receipt)) {
            return new Look.Nothing();
        }
        tries.giveBack(about, attempt, at);
        return find(receipt.number()).<Look>map(Look.Inside::new).orElseGet(Look.Nothing::new);
    }

    /** A case as it stands now; it may be moving between two units while it is looked for. */
    Optional<Complaint> find(CaseNumber number) {
        for (var attempt = 0; attempt < 3; attempt++) {
            var unit = complaints.whereabouts(number).map(Complaints.Whereabouts::unit);
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            var found = complaints.find(unit.get(), number);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The words of a case that its complainant may read, by the acts' ids; those whose time is over are left out. */
    public Map<String, String> words(Complaint complaint) {
        return Words.opened(complaint, ComplaintWindow::isForComplainant, seals);
    }

    /** Notes, the quarrel of two units, and what is said between bureau and institution are not the complainant's. */
    private static boolean isForComplainant(Act.Spoken spoken) {
        return switch (spoken) {
            case Act.Noted n -> false;
            case Act.Summarised s -> false;
            case Act.Countered c -> false;
            case Act.Disputed d -> false;
            default -> true;
        };
    }

    private static String mark(String key, Secrets secrets) {
        return secrets.version() + "." + text(secrets.mac(Secrets.Purpose.BODY, ("key:" + key).getBytes(UTF_8)));
    }

    /** Each part after its length, so that no two bodies that differ are written alike. */
    private static String bodyMark(List<String> sent, Secrets secrets) {
        var body = new ByteArrayOutputStream();
        body.writeBytes("body:".getBytes(UTF_8));
        for (var part : sent) {
            var bytes = part.getBytes(UTF_8);
            body.writeBytes((bytes.length + ":").getBytes(UTF_8));
            body.writeBytes(bytes);
        }
        return text(secrets.mac(Secrets.Purpose.BODY, body.toByteArray()));
    }

    private static String text(byte[] mac) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** Made when the first one files, never before a snapshot. */
    private synchronized byte[] salt() {
        if (random == null) {
            random = new SecureRandom();
        }
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
