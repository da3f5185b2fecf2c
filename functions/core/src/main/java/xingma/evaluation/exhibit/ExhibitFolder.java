package xingma.evaluation.exhibit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xingma.attachment.Refusal;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.rules.ExhibitRules;

/**
 * What one writer of a sheet sends for one evaluation (佐证材料夹): which files are awaited, which are kept, and which were
 * refused and why.
 *
 * @param revision one more with every change
 * @param entries by the id that the sender gave to a file
 */
public record ExhibitFolder(Id id, int revision, SortedMap<String, Entry> entries) {
    /** A form that nobody used by then is forgotten; the file as it was sent is gone a day later. */
    public static final Duration AWAITED_FOR = Duration.ofDays(1);

    /** Who sends broken files again and again fills no folder with them: the oldest are forgotten. */
    public static final int MOST_REFUSED = 20;

    /**
     * Names a folder, and tells nobody whose it is.
     *
     * @param mark 20 hexadecimal digits of a digest of the writer
     */
    public record Id(EvaluationId evaluation, String mark) {
        private static final Pattern MARK = Pattern.compile("[0-9a-f]{20}");

        public Id {
            requireNonNull(evaluation, "evaluation");
            if (!MARK.matcher(mark).matches()) {
                throw new IllegalArgumentException("not a writer's mark");
            }
        }

        public static Id of(EvaluationId evaluation, Writer writer) {
            try {
                var digest = MessageDigest.getInstance("SHA-256")
                        .digest((evaluation + " exhibits of " + writer.word()).getBytes(UTF_8));
                return new Id(evaluation, HexFormat.of().formatHex(digest, 0, 10));
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }

        @Override
        public String toString() {
            return evaluation + "/" + mark;
        }
    }

    /** A file of the folder. */
    public sealed interface Entry {
        /** Of the standard's edition, at which it was sent. */
        String clause();

        /** When it was asked to be sent. */
        Instant at();

        /** A form was handed out for it. */
        record Awaited(String clause, Instant at) implements Entry {}

        /** It lies cleaned in the store. */
        record Kept(String clause, Instant at, Exhibit exhibit) implements Entry {}

        /** It was not kept, and is deleted. */
        record Refused(String clause, Instant at, Refusal reason) implements Entry {}
    }

    public ExhibitFolder {
        requireNonNull(id, "id");
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    public static ExhibitFolder empty(Id id) {
        return new ExhibitFolder(id, 0, new TreeMap<>());
    }

    /** What comes of asking to send a file. */
    sealed interface Asking {
        record New(ExhibitFolder folder) implements Asking {}

        /** It was asked for before. */
        record Before(Entry entry) implements Asking {}

        record ClauseFull() implements Asking {}

        record FolderFull() implements Asking {}
    }

    Asking ask(String file, String clause, Instant at, ExhibitRules rules) {
        var before = entries.get(file);
        if (before != null) {
            return new Asking.Before(before);
        }
        var more = new TreeMap<>(entries);
        more.values().removeIf(e -> e instanceof Entry.Awaited && e.at().plus(AWAITED_FOR).isBefore(at));
        var counted = more.values().stream().filter(e -> !(e instanceof Entry.Refused)).toList();
        if (counted.size() >= rules.perWriter()) {
            return new Asking.FolderFull();
        }
        if (counted.stream().filter(e -> e.clause().equals(clause)).count() >= rules.perClause()) {
            return new Asking.ClauseFull();
        }
        more.put(file, new Entry.Awaited(clause, at));
        return new Asking.New(next(more));
    }

    Optional<Entry.Awaited> awaited(String file) {
        return entries.get(file) instanceof Entry.Awaited awaited ? Optional.of(awaited) : Optional.empty();
    }

    /** What became of a file that is awaited. */
    ExhibitFolder settle(String file, Entry became) {
        if (awaited(file).isEmpty()) {
            throw new IllegalArgumentException("nobody waits for this file");
        }
        var more = new TreeMap<>(entries);
        more.put(file, became);
        var refused = more.entrySet().stream()
                .filter(e -> e.getValue() instanceof Entry.Refused)
                .sorted(Comparator.comparing((Map.Entry<String, Entry> e) -> e.getValue().at()).reversed())
                .skip(MOST_REFUSED)
                .map(Map.Entry::getKey)
                .toList();
        refused.forEach(more::remove);
        return next(more);
    }

    boolean holds(String sha256) {
        return entries.values().stream().anyMatch(e -> isOf(e, sha256));
    }

    /** The folder without this file, however often it was sent. */
    ExhibitFolder without(String sha256) {
        var fewer = new TreeMap<>(entries);
        fewer.values().removeIf(e -> isOf(e, sha256));
        return next(fewer);
    }

    private static boolean isOf(Entry entry, String sha256) {
        return entry instanceof Entry.Kept kept && kept.exhibit().sha256().equals(sha256);
    }

    /** A file that lies in the store under this digest and may still be shown. */
    public Optional<Exhibit> kept(String sha256, ExhibitRules rules, Instant now) {
        return entries.values().stream()
                .filter(e -> isOf(e, sha256) && rules.isKept(e.at(), now))
                .map(e -> ((Entry.Kept) e).exhibit())
                .findFirst();
    }

    private ExhibitFolder next(SortedMap<String, Entry> changed) {
        return new ExhibitFolder(id, revision + 1, changed);
    }
}
