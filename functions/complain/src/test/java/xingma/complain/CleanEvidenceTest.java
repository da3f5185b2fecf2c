package xingma.complain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.aws.log.Log;
import xingma.complain.evidence.Cleaning;
import xingma.complaint.evidence.EvidenceFinding;
import xingma.complaint.evidence.EvidenceFinding.Kept;
import xingma.complaint.evidence.EvidenceFinding.Refused;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.evidence.InMemoryEvidenceStore;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.KnownSecrets;
import xingma.picture.Picture;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CleanEvidenceTest {
    private static final EvidencePlace FIRST = new EvidencePlace(
            EvidenceFolder.of(CaseNumber.of("48271930556"), new KnownSecrets()), 1);

    private final InMemoryEvidenceStore store = new InMemoryEvidenceStore();
    private final List<EvidenceFinding> told = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final CleanEvidence function = new CleanEvidence(
            "evidence", new Cleaning(store, told::add), new Log(lines::add, Clock.systemUTC()));

    private static byte[] file(String name) throws IOException {
        try (var in = Picture.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /** As Amazon S3 sends it. */
    static String event(String bucket, String key) {
        return """
                {"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Object Created",\
                "source":"aws.s3","account":"111122223333","time":"2026-11-20T01:46:00Z","region":"ap-east-1",\
                "resources":["arn:aws:s3:::%1$s"],"detail":{"version":"0","bucket":{"name":"%1$s"},\
                "object":{"key":"%2$s","size":5,"etag":"b1946ac92492d2347c6235b4d2611184",\
                "version-id":"IYV3p45BT0ac8hjHg1houSdS1a.Mro8e","sequencer":"617f08299329d189"},\
                "request-id":"N4N7GDK58NMKJ12R","requester":"123456789012","source-ip-address":"203.0.113.7",\
                "reason":"PostObject"}}"""
                .formatted(bucket, key);
    }

    private void report(String event) throws IOException {
        function.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), OutputStream.nullOutputStream(), null);
    }

    private void report() throws IOException {
        report(event("evidence", FIRST.rawKey()));
    }

    @Test
    void a_photo_is_kept_clean_the_case_is_told_and_nothing_is_left_of_what_was_sent() throws IOException {
        store.send(FIRST, file("turned-6.jpg"));

        report();

        assertEquals(Set.of(FIRST.cleanKey()), store.files().keySet());
        var clean = store.files().get(FIRST.cleanKey());
        assertArrayEquals(Picture.clean(file("turned-6.jpg")).bytes(), clean);
        var kept = (Kept) told.getFirst();
        assertEquals(FileKind.JPEG, kept.kind());
        assertEquals(clean.length, kept.bytes());
    }

    @Test
    void a_report_that_comes_twice_is_one() throws IOException {
        store.send(FIRST, file("grey.png"));

        report();
        report();

        assertEquals(1, told.size());
    }

    @Test
    void a_refused_file_is_gone_and_another_may_be_sent() throws IOException {
        store.send(FIRST, "MZ program".getBytes(UTF_8));
        report();
        store.send(FIRST, file("plain.webp"));
        report();

        assertEquals(Refusal.KIND, ((Refused) told.getFirst()).reason());
        assertEquals(FileKind.WEBP, ((Kept) told.getLast()).kind());
        assertEquals(Set.of(FIRST.cleanKey()), store.files().keySet());
    }

    @Test
    void the_first_file_keeps_its_place() throws IOException {
        store.send(FIRST, file("grey.png"));
        report();
        store.send(FIRST, file("plain.webp"));
        report();

        assertEquals(Refusal.TAKEN, ((Refused) told.getLast()).reason());
        assertArrayEquals(Picture.clean(file("grey.png")).bytes(), store.files().get(FIRST.cleanKey()));
    }

    @Test
    void a_file_sent_before_the_first_was_cleaned_takes_its_place() throws IOException {
        store.send(FIRST, file("grey.png"));
        store.send(FIRST, file("plain.webp"));

        report();
        report();

        assertEquals(List.of(FileKind.WEBP), told.stream().map(f -> ((Kept) f).kind()).toList());
    }

    /** The log fails, or the process dies, at any point; Lambda reports again. */
    @Test
    void a_cleaning_that_was_broken_off_ends_as_if_it_had_not_been() throws IOException {
        store.send(FIRST, file("grey.png"));
        var broken = new Cleaning(store, finding -> {
            told.add(finding);
            throw new IllegalStateException("cut off");
        });
        assertThrows(IllegalStateException.class, () -> broken.clean(FIRST));

        report();

        assertEquals(2, told.size());
        assertEquals(told.getFirst(), told.getLast());
        assertEquals(told.getFirst().id(), told.getLast().id());
        assertEquals(Set.of(FIRST.cleanKey()), store.files().keySet());
    }

    @Test
    void a_line_of_the_log_tells_what_was_found_and_no_address() throws IOException {
        store.send(FIRST, file("grey.png"));

        report();

        var line = String.join("", lines);
        assertTrue(line.contains("\"event\":\"evidencefound\"") && line.contains("\"found\":\"PNG\""), line);
        assertTrue(line.contains(FIRST.folder().number().value()));
        assertTrue(!line.contains("203.0.113.7") && !line.contains(FIRST.folder().mark()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "[]",
        "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"detail\":{}}",
        "{\"source\":\"own.source\",\"detail-type\":\"Object Created\"}"
    })
    void an_event_of_another_kind_wakes_somebody(String event) {
        assertThrows(IllegalArgumentException.class, () -> report(event));
    }

    @Test
    void a_strange_bucket_or_key_wakes_somebody() {
        assertThrows(IllegalArgumentException.class, () -> report(event("another", FIRST.rawKey())));
        assertThrows(IllegalArgumentException.class, () -> report(event("evidence", FIRST.cleanKey())));
        assertThrows(IllegalArgumentException.class, () -> report(event("evidence", "raw/anything")));
    }
}
