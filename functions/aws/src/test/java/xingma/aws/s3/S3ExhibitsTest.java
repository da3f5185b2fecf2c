package xingma.aws.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import xingma.attachment.FileKind;
import xingma.attachment.Inspection;
import xingma.attachment.UploadForm;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.exhibit.ExhibitFolder;
import xingma.evaluation.exhibit.ExhibitPlace;

/** The engine reads a form's policy for itself: what it refuses, a bucket of the cloud refuses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class S3ExhibitsTest {
    private static final byte[] SMALL = {1, 2, 3};
    private static final int LARGEST = 1_000;
    private static final String DIGEST = "0a".repeat(32);
    private static final ExhibitFolder.Id FOLDER =
            ExhibitFolder.Id.of(EvaluationId.of("0123456789abcdef0123-1"), new Writer.Institution());
    private static final ExhibitPlace FIRST = new ExhibitPlace(FOLDER, "0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11");
    private static final ExhibitPlace SECOND = new ExhibitPlace(FOLDER, "0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d12");

    @RegisterExtension
    static final EmbeddedS3 S3 = new EmbeddedS3();

    private String bucket;

    private S3Exhibits exhibits() {
        return exhibits(Clock.systemUTC());
    }

    private S3Exhibits exhibits(Clock clock) {
        bucket = S3.versioned();
        return new S3Exhibits(S3.client(), S3::presigner, bucket, clock);
    }

    private static Exhibit exhibit(FileKind kind) {
        return new Exhibit(DIGEST, kind, SMALL.length, Optional.empty());
    }

    private static int post(UploadForm form, byte[] file) {
        return FormPost.send(form, "IMG_0001.jpg", "image/jpeg", file).statusCode();
    }

    @Test
    void a_file_of_the_largest_size_is_taken_and_one_byte_more_or_none_is_not() {
        var exhibits = exhibits();
        assertEquals(204, post(exhibits.form(FIRST, LARGEST), new byte[LARGEST]));
        assertEquals(LARGEST, exhibits.sent(FIRST).orElseThrow().bytes().length);
        assertEquals(400, post(exhibits.form(SECOND, LARGEST), new byte[LARGEST + 1]));
        assertEquals(400, post(exhibits.form(SECOND, LARGEST), new byte[0]));
        assertTrue(exhibits.sent(SECOND).isEmpty());
        var type = S3.client().headObject(h -> h.bucket(bucket).key(FIRST.rawKey())).contentType();
        assertEquals("application/octet-stream", type);
    }

    @ParameterizedTest
    @CsvSource({
        "key, raw/elsewhere/1",
        "key, clean/0123456789abcdef0123-1/0/1",
        "Content-Type, text/html",
        "x-amz-date, 20990101T000000Z",
        "x-amz-meta-extra, something",
        "acl, public-read"
    })
    void a_form_that_was_altered_is_refused_by_the_bucket(String field, String value) {
        var exhibits = exhibits();
        assertEquals(403, post(FormPost.altered(exhibits.form(FIRST, LARGEST), field, value), SMALL));
        assertEquals(0, S3.client().listObjectVersions(l -> l.bucket(bucket)).versions().size());
    }

    @Test
    void a_form_is_good_for_a_quarter_of_an_hour() {
        var tooLate = exhibits(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-16)));
        assertEquals(403, post(tooLate.form(FIRST, LARGEST), SMALL));
        var late = new S3Exhibits(
                S3.client(), S3::presigner, bucket, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-14)));
        assertEquals(204, post(late.form(FIRST, LARGEST), SMALL));
    }

    @Test
    void of_a_file_that_is_too_large_only_the_beginning_is_read_and_nothing_is_left_once_it_is_dropped() {
        var exhibits = exhibits();
        S3.client().putObject(
                p -> p.bucket(bucket).key(FIRST.rawKey()), RequestBody.fromBytes(new byte[Inspection.LARGEST + 5]));
        var sent = exhibits.sent(FIRST).orElseThrow();
        assertEquals(Inspection.LARGEST + 1, sent.bytes().length);
        exhibits.drop(FIRST, sent);
        exhibits.drop(FIRST, sent);
        assertTrue(exhibits.sent(FIRST).isEmpty());
    }

    @Test
    void what_was_sent_since_stays_when_the_one_before_is_dropped() {
        var exhibits = exhibits();
        post(exhibits.form(FIRST, LARGEST), SMALL);
        var first = exhibits.sent(FIRST).orElseThrow();
        post(exhibits.form(FIRST, LARGEST), new byte[] {2});
        exhibits.drop(FIRST, first);
        assertArrayEquals(new byte[] {2}, exhibits.sent(FIRST).orElseThrow().bytes());
    }

    @Test
    void the_same_is_kept_twice_and_another_never_takes_its_place() {
        var exhibits = exhibits();
        exhibits.keep(FOLDER, exhibit(FileKind.PNG), SMALL);
        exhibits.keep(FOLDER, exhibit(FileKind.PNG), SMALL);
        assertThrows(IllegalStateException.class, () -> exhibits.keep(FOLDER, exhibit(FileKind.PNG), new byte[] {9}));
    }

    @ParameterizedTest
    @CsvSource({"WEBP, image/webp, inline, webp", "PDF, application/pdf, attachment, pdf"})
    void a_link_shows_a_picture_hands_a_document_over_and_opens_nothing_else(
            FileKind kind, String type, String how, String ending) throws Exception {
        var exhibits = exhibits();
        exhibits.keep(FOLDER, exhibit(kind), SMALL);
        var link = new SignedLink(exhibits.link(FOLDER, exhibit(kind)));
        link.shows(SMALL, type, how + "; filename=\"0123456789abcdef0123-1-0a0a0a0a." + ending + '"');
        exhibits.erase(FOLDER, DIGEST);
        exhibits.erase(FOLDER, DIGEST);
        assertEquals(404, link.followed().statusCode());
    }

    @Test
    void a_form_tells_nobody_of_itself() {
        assertFalse(exhibits().form(FIRST, LARGEST).toString().contains(FOLDER.mark()));
    }
}
