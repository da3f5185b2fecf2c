package xingma.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.rating.Mark;
import xingma.rating.Sheet;
import xingma.rating.Standard;

/**
 * One writer's sheet of one evaluation as it grows (评分表): clause by clause, from a tablet that may have been without
 * network for a day. Once it is handed in it never changes.
 *
 * @param revision one more with every save
 * @param clauses by code
 * @param handedIn when; empty while it may be changed
 */
public record ScoreSheet(
        EvaluationId evaluation,
        Writer writer,
        int revision,
        SortedMap<String, Saved> clauses,
        Optional<Instant> handedIn) {
    /** Bytes of all clauses: with it a sheet stays within one item of the store. */
    public static final int HEAVIEST = 340_000;

    /** Whose sheet it is. */
    public sealed interface Writer {
        /** 自查表 of the institution. */
        record Institution() implements Writer {}

        /** 专家评分表. */
        record Assessor(String expert) implements Writer {}

        /** As stores key it; {@link #read} is its inverse. */
        default String word() {
            return switch (this) {
                case Institution i -> "SELF";
                case Assessor(var expert) -> "EXPERT#" + expert;
            };
        }

        static Writer read(String word) {
            return word.equals("SELF") ? new Institution() : new Assessor(word.substring("EXPERT#".length()));
        }
    }

    /**
     * A clause as it was saved last.
     *
     * @param change the id that the device gave to this save: sent again it is the same save
     * @param edition how often the clause was saved; a device that changes it says which edition it saw
     */
    public record Saved(Finding finding, String change, int edition, Instant at) {
        public Saved {
            requireNonNull(finding, "finding");
            requireNonNull(change, "change");
            requireNonNull(at, "at");
        }
    }

    public ScoreSheet {
        requireNonNull(evaluation, "evaluation");
        requireNonNull(writer, "writer");
        clauses = Collections.unmodifiableSortedMap(new TreeMap<>(clauses));
        requireNonNull(handedIn, "handedIn");
    }

    public static ScoreSheet blank(EvaluationId evaluation, Writer writer) {
        return new ScoreSheet(evaluation, writer, 0, new TreeMap<>(), Optional.empty());
    }

    /** What came of saving a clause. */
    public sealed interface Saving {
        record Done(ScoreSheet sheet) implements Saving {}

        /** This very save is kept already. */
        record Already() implements Saving {}

        /** Another device saved the clause meanwhile; nothing was written over. */
        record Overtaken(Saved now) implements Saving {}

        record HandedInBefore() implements Saving {}

        /** The device says that it saw an edition, and there was none. */
        record NeverWas() implements Saving {}

        /** No room is left on it: whoever writes says less, or shows less. */
        record Full() implements Saving {}
    }

    /** @param seen the edition of the clause that the device saw; 0 for none */
    public Saving save(String clause, Finding finding, String change, int seen, Instant at) {
        var now = Optional.ofNullable(clauses.get(clause));
        if (now.filter(s -> s.change().equals(change)).isPresent()) {
            return new Saving.Already();
        }
        if (handedIn.isPresent()) {
            return new Saving.HandedInBefore();
        }
        if (now.map(Saved::edition).orElse(0) != seen) {
            return now.<Saving>map(Saving.Overtaken::new).orElseGet(Saving.NeverWas::new);
        }
        var more = new TreeMap<>(clauses);
        more.put(clause, new Saved(finding, change, seen + 1, at));
        return more.entrySet().stream().mapToInt(e -> weight(e.getKey(), e.getValue())).sum() > HEAVIEST
                ? new Saving.Full()
                : new Saving.Done(new ScoreSheet(evaluation, writer, revision + 1, more, handedIn));
    }

    /** Bytes of a clause's texts, with a little for each name. */
    private static int weight(String clause, Saved saved) {
        var finding = saved.finding();
        return 160
                + bytes(clause)
                + bytes(saved.change())
                + bytes(Marks.write(finding.mark()))
                + bytes(finding.reason())
                + bytes(finding.advice())
                + 160 * finding.exhibits().size();
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    public ScoreSheet handIn(Instant at) {
        return new ScoreSheet(evaluation, writer, revision + 1, clauses, Optional.of(at));
    }

    public Sheet marks() {
        var marks = new TreeMap<String, Mark>();
        clauses.forEach((code, saved) -> marks.put(code, saved.finding().mark()));
        return new Sheet(marks);
    }

    /** Everything that keeps it from being handed in, in the order of the standard. */
    public List<Fault> faults(Standard standard, String type) {
        var faults = new ArrayList<Fault>();
        marks().faults(standard, type).forEach(f -> faults.add(new Fault.OfMark(f)));
        for (var clause : standard.askedOf(type)) {
            var saved = clauses.get(clause.code());
            if (saved != null
                    && saved.finding().mark() instanceof Mark.Scored(var points)
                    && points.compareTo(clause.most()) < 0
                    && saved.finding().reason().isBlank()) {
                faults.add(new Fault.NoReason(clause.code()));
            }
        }
        return List.copyOf(faults);
    }

    public sealed interface Fault {
        String clause();

        record OfMark(Sheet.Fault fault) implements Fault {
            @Override
            public String clause() {
                return fault.clause();
            }
        }

        /** 扣分必写原因. */
        record NoReason(String clause) implements Fault {}
    }

    /** SHA-256 over every clause's mark, reason, advice and exhibits, each after its length; what the trail keeps. */
    public String digest() {
        var digest = sha256();
        part(digest, evaluation.toString());
        part(digest, writer.word());
        clauses.forEach((code, saved) -> {
            var finding = saved.finding();
            part(digest, code);
            part(digest, Marks.write(finding.mark()));
            part(digest, finding.reason());
            part(digest, finding.advice());
            part(digest, Integer.toString(finding.exhibits().size()));
            finding.exhibits().forEach(e -> part(digest, e.sha256()));
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void part(MessageDigest digest, String text) {
        var bytes = text.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
