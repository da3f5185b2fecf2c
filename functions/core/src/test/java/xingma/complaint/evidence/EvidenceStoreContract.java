package xingma.complaint.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.attachment.FileKind;
import xingma.attachment.UploadForm;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.KnownSecrets;

/** What every {@link EvidenceStore} must do. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class EvidenceStoreContract {
    protected static final EvidenceFolder FOLDER =
            EvidenceFolder.of(CaseNumber.of("48271930556"), new KnownSecrets());
    protected static final EvidencePlace FIRST = new EvidencePlace(FOLDER, 1);
    protected static final EvidencePlace SECOND = new EvidencePlace(FOLDER, 2);

    protected static final String THEN = "https://xm.yunting.example/status";

    /** A store that holds nothing yet. */
    protected abstract EvidenceStore store();

    /** Lays a file at a place as a browser's form does. */
    protected abstract void send(EvidenceStore store, EvidencePlace place, byte[] bytes);

    /** What is kept at a place, empty bytes for nothing. */
    protected abstract byte[] kept(EvidenceStore store, EvidencePlace place);

    @Test
    void what_was_sent_is_found_until_it_is_dropped() {
        var store = store();
        send(store, FIRST, new byte[] {1, 2, 3});

        var raw = store.raw(FIRST).orElseThrow();

        assertArrayEquals(new byte[] {1, 2, 3}, raw.bytes());
        assertTrue(store.raw(SECOND).isEmpty());
        store.drop(FIRST, raw);
        store.drop(FIRST, raw);
        assertTrue(store.raw(FIRST).isEmpty());
    }

    @Test
    void the_first_cleaned_file_keeps_the_place_and_twice_the_same_is_kept_twice() {
        var store = store();

        assertTrue(store.keep(FIRST, FileKind.PNG, new byte[] {1}));
        assertTrue(store.keep(FIRST, FileKind.PNG, new byte[] {1}));
        assertFalse(store.keep(FIRST, FileKind.PNG, new byte[] {2}));
        assertTrue(store.keep(SECOND, FileKind.PNG, new byte[] {2}));

        assertArrayEquals(new byte[] {1}, kept(store, FIRST));
    }

    @Test
    void of_a_file_that_is_too_large_only_the_beginning_is_read() {
        var store = store();
        send(store, FIRST, new byte[EvidencePlace.LARGEST + 5]);

        assertEquals(EvidencePlace.LARGEST + 1, store.raw(FIRST).orElseThrow().bytes().length);
    }

    @Test
    void when_a_case_is_over_nothing_is_left_of_its_files_and_another_case_keeps_its_own() {
        var store = store();
        var other = EvidenceFolder.of(CaseNumber.of("48271930557"), new KnownSecrets());
        send(store, FIRST, new byte[] {1});
        store.keep(SECOND, FileKind.PDF, new byte[] {2});
        store.keep(new EvidencePlace(other, 2), FileKind.PDF, new byte[] {3});

        store.erase(FOLDER);

        assertTrue(store.raw(FIRST).isEmpty());
        assertEquals(0, kept(store, SECOND).length);
        assertArrayEquals(new byte[] {3}, kept(store, new EvidencePlace(other, 2)));
    }

    @Test
    void a_form_leads_to_one_place_and_then_to_our_page() {
        var form = store().form(SECOND, THEN);

        assertEquals(SECOND.rawKey(), form.fields().get("key"));
        assertEquals(THEN, form.fields().get("success_action_redirect"));
        assertFalse(form.toString().contains(FOLDER.mark()));
        assertFalse(Arrays.asList(form.fields().keySet().toArray()).contains(UploadForm.FILE));
    }
}
