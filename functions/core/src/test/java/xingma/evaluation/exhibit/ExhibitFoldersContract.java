package xingma.evaluation.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.exhibit.ExhibitFolder.Entry;
import xingma.evaluation.rules.ExhibitRules;

/** What every {@link ExhibitFolders} must do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class ExhibitFoldersContract {
    private static final EvaluationId EVALUATION = EvaluationId.of("0123456789abcdef0123-1");
    private static final ExhibitFolder.Id OWN = ExhibitFolder.Id.of(EVALUATION, new Writer.Institution());
    private static final ExhibitFolder.Id EXPERTS = ExhibitFolder.Id.of(EVALUATION, new Writer.Assessor("e1"));
    private static final Instant AT = Instant.parse("2026-11-20T04:00:00.123456Z");

    /** A store that holds nothing yet. */
    protected abstract ExhibitFolders folders();

    private static ExhibitFolder folder(int revision, Entry entry) {
        var entries = new TreeMap<String, Entry>();
        entries.put("0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11", entry);
        return new ExhibitFolder(OWN, revision, entries);
    }

    @Test
    void a_folder_in_which_nothing_lies_is_empty() {
        assertEquals(ExhibitFolder.empty(OWN), folders().find(OWN));
    }

    @Test
    void every_kind_of_entry_is_read_as_it_was_kept_and_nobody_elses_folder_changes() {
        var folders = folders();
        var entries = new TreeMap<String, Entry>();
        entries.put("0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11", new Entry.Awaited("A1", AT));
        entries.put(
                "0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d12",
                new Entry.Kept("B3.02", AT, new Exhibit("0a".repeat(32), FileKind.WEBP, 8_388_608, Optional.empty())));
        var i = 0;
        for (var reason : Refusal.values()) {
            entries.put("0b3f6d4e-5b0a-4f0e-9a51-00000000000" + i++, new Entry.Refused("A1", AT, reason));
        }
        var folder = new ExhibitFolder(OWN, 1, entries);

        assertTrue(folders.keep(folder));

        assertEquals(folder, folders.find(OWN));
        assertEquals(ExhibitFolder.empty(EXPERTS), folders.find(EXPERTS));
    }

    @Test
    void who_comes_second_is_told_so_and_keeping_the_same_again_is_true_again() {
        var folders = folders();
        assertTrue(folders.keep(folder(1, new Entry.Awaited("A1", AT))));
        assertTrue(folders.keep(folder(1, new Entry.Awaited("A1", AT))));
        assertFalse(folders.keep(folder(1, new Entry.Awaited("B1", AT))));
        assertTrue(folders.keep(folder(2, new Entry.Refused("A1", AT, Refusal.KIND))));
        assertFalse(folders.keep(folder(2, new Entry.Awaited("A1", AT))));
        assertFalse(folders.keep(folder(4, new Entry.Awaited("A1", AT))));
        assertEquals(folder(2, new Entry.Refused("A1", AT, Refusal.KIND)), folders.find(OWN));
    }

    @Test
    void a_full_folder_is_kept() {
        var folders = folders();
        var entries = new TreeMap<String, Entry>();
        for (var i = 0; i < ExhibitRules.MOST + ExhibitFolder.MOST_REFUSED; i++) {
            var digest = "%064x".formatted(i * 2_654_435_761L);
            entries.put(
                    "0b3f6d4e-5b0a-4f0e-9a51-%012x".formatted(i * 40_503L),
                    new Entry.Kept("A1.01", AT.plusSeconds(i), new Exhibit(digest, FileKind.JPEG, 8_000_000 - i, Optional.empty())));
        }
        var full = new ExhibitFolder(OWN, 1, entries);
        assertTrue(folders.keep(full));
        assertEquals(full, folders.find(OWN));
    }
}
