package xingma.rating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import xingma.audit.Entry;
import xingma.rating.Standard.Status;

/** Where editions are laid on the table and taken along their way (标准管理), each step a line of the trail. */
public final class StandardDesk {
    private final StandardShelf shelf;
    private final InstantSource clock;

    public StandardDesk(StandardShelf shelf, InstantSource clock) {
        this.shelf = requireNonNull(shelf, "shelf");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done(Editions editions) implements Outcome {}

        /** What stands against it. */
        record No(Editions.Outcome why) implements Outcome {}

        /** Somebody else took a step meanwhile; look again. */
        record Overtaken() implements Outcome {}
    }

    /**
     * Lays a draft on the table.
     *
     * @param by the actor in one word, as the trail writes it
     * @param askId drawn by whoever asks
     * @param draft what the file says
     */
    public Outcome draft(String by, String askId, Standard draft, String file) {
        var facts = new TreeMap<String, String>();
        facts.put("ask", askId);
        facts.put("edition", Integer.toString(draft.edition()));
        facts.put("fileDigest", digest(file));
        var kept = Optional.of(new StandardShelf.File(draft.edition(), file));
        return step(draft.id(), by, "Drafted", facts, kept, editions -> editions.draft(draft));
    }

    /** Takes an edition along its way; not into force. */
    public Outcome move(String by, String askId, String id, int edition, Status to) {
        return step(id, by, "Moved", facts(askId, edition, to), Optional.empty(), editions -> editions.move(edition, to));
    }

    /** Puts an edition in force that was put to the earlier sheets; the trail says of how many, and whose stars change. */
    public Outcome putInForce(String by, String askId, String id, int edition, Simulation seen) {
        var facts = facts(askId, edition, Status.IN_FORCE);
        facts.put("simulatedOn", seen.day().toString());
        facts.put("simulated", Integer.toString(seen.findings().size()));
        facts.put("changed", Long.toString(seen.findings().stream()
                .filter(Simulation.Finding.Changed.class::isInstance)
                .count()));
        return step(id, by, "PutInForce", facts, Optional.empty(), editions -> editions.putInForce(edition, seen));
    }

    private Outcome step(
            String id,
            String by,
            String what,
            TreeMap<String, String> facts,
            Optional<StandardShelf.File> file,
            Function<Editions, Editions.Outcome> step) {
        var before = shelf.shelved(id);
        var outcome = step.apply(before.editions());
        if (!(outcome instanceof Editions.Outcome.Done(var after))) {
            return new Outcome.No(outcome);
        }
        if (after.equals(before.editions())) {
            return new Outcome.Done(after);
        }
        var line = new Entry(
                StandardShelf.subject(id), before.revision() + 1, clock.instant(), by, what, facts, before.head());
        return shelf.keep(new StandardShelf.Shelving(before, after, file, line))
                ? new Outcome.Done(after)
                : new Outcome.Overtaken();
    }

    private static TreeMap<String, String> facts(String askId, int edition, Status to) {
        var facts = new TreeMap<String, String>();
        facts.put("ask", askId);
        facts.put("edition", Integer.toString(edition));
        facts.put("to", to.name());
        return facts;
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
