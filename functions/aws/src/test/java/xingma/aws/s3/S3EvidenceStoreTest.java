package xingma.aws.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import xingma.attachment.FileKind;
import xingma.attachment.UploadForm;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.evidence.EvidenceStore;
import xingma.complaint.evidence.EvidenceStoreContract;

/** The engine reads a form's policy for itself: what it refuses, a bucket of the cloud refuses. */
class S3EvidenceStoreTest extends EvidenceStoreContract {
    private static final byte[] SMALL = {1, 2, 3};

    @RegisterExtension
    static final EmbeddedS3 S3 = new EmbeddedS3();

    private String bucket;

    @Override
    protected EvidenceStore store() {
        return store(Clock.systemUTC());
    }

    private EvidenceStore store(Clock clock) {
        bucket = S3.versioned();
        return new S3EvidenceStore(S3.client(), S3::presigner, bucket, clock);
    }

    /** As a browser does; the engine's client now and then puts an object twice, which makes two versions. */
    @Override
    protected void send(EvidenceStore store, EvidencePlace place, byte[] bytes) {
        if (bytes.length <= EvidencePlace.LARGEST) {
            assertEquals(303, post(store.form(place, THEN), bytes).statusCode());
        } else {
            S3.client().putObject(p -> p.bucket(bucket).key(place.rawKey()), RequestBody.fromBytes(bytes));
        }
    }

    @Override
    protected byte[] kept(EvidenceStore store, EvidencePlace place) {
        try {
            return S3.client().getObjectAsBytes(g -> g.bucket(bucket).key(place.cleanKey())).asByteArray();
        } catch (NoSuchKeyException none) {
            return new byte[0];
        }
    }

    private static HttpResponse<String> post(UploadForm form, byte[] file) {
        return FormPost.send(form, "IMG_0001.jpg", "image/jpeg", file);
    }

    @Test
    void a_browser_sends_a_file_and_is_led_back() {
        var store = store();

        var answer = post(store.form(FIRST, THEN + "?sent=1"), SMALL);

        assertEquals(303, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("location").orElseThrow().startsWith(THEN + "?sent=1&bucket="));
        assertArrayEquals(SMALL, store.raw(FIRST).orElseThrow().bytes());
        var type = S3.client().headObject(h -> h.bucket(bucket).key(FIRST.rawKey())).contentType();
        assertEquals("application/octet-stream", type);
    }

    @Test
    void a_file_of_the_largest_size_is_taken_and_one_byte_more_or_none_is_not() {
        var store = store();

        assertEquals(303, post(store.form(FIRST, THEN), new byte[EvidencePlace.LARGEST]).statusCode());
        refused(store, 400, store.form(SECOND, THEN), new byte[EvidencePlace.LARGEST + 1]);
        refused(store, 400, store.form(SECOND, THEN), new byte[0]);
    }

    @ParameterizedTest
    @CsvSource({
        "key, raw/elsewhere/1",
        "Content-Type, text/html",
        "Content-Type,",
        "success_action_redirect, https://elsewhere.example/",
        "success_action_redirect,",
        "x-amz-date, 20990101T000000Z",
        "x-amz-signature, 8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e",
        "x-amz-meta-extra, something",
        "acl, public-read"
    })
    void a_form_that_was_altered_is_refused_by_the_bucket(String field, String value) {
        var store = store();

        refused(store, 403, FormPost.altered(store.form(SECOND, THEN), field, value), SMALL);
    }

    @Test
    void a_form_is_good_for_a_quarter_of_an_hour() {
        var late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-14));
        var tooLate = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-16));

        assertEquals(303, post(store(late).form(FIRST, THEN), SMALL).statusCode());
        var store = store(tooLate);
        refused(store, 403, store.form(SECOND, THEN), SMALL);
    }

    private static void refused(EvidenceStore store, int status, UploadForm form, byte[] file) {
        var answer = post(form, file);
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(store.raw(SECOND).isEmpty());
    }

    @Test
    void what_was_sent_since_stays_when_the_one_before_is_dropped() {
        var store = store();
        send(store, FIRST, SMALL);
        var first = store.raw(FIRST).orElseThrow();
        send(store, FIRST, new byte[] {2});

        store.drop(FIRST, first);

        assertArrayEquals(new byte[] {2}, store.raw(FIRST).orElseThrow().bytes());
    }

    @Test
    void nothing_of_a_file_as_it_was_sent_is_left_once_it_is_dropped() {
        var store = store();
        send(store, FIRST, SMALL);

        store.drop(FIRST, store.raw(FIRST).orElseThrow());

        assertEquals(0, S3.client().listObjectVersions(l -> l.bucket(bucket)).versions().size());
    }

    @ParameterizedTest
    @CsvSource({"JPEG, image/jpeg, inline, jpg", "PDF, application/pdf, attachment, pdf"})
    void a_link_shows_a_picture_and_hands_a_document_over(FileKind kind, String type, String how, String ending)
            throws Exception {
        var store = store();
        store.keep(FIRST, kind, SMALL);

        var link = new SignedLink(store.link(FIRST, kind));

        link.shows(SMALL, type, how + "; filename=\"" + FOLDER.number() + "-1." + ending + '"');
    }

    @ParameterizedTest
    @CsvSource({
        "ap-east-1, https://evidence-1.s3.ap-east-1.amazonaws.com/",
        "cn-northwest-1, https://evidence-1.s3.cn-northwest-1.amazonaws.com.cn/"
    })
    void a_form_goes_to_the_buckets_own_host_in_either_partition(String region, String address) {
        var key = StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret"));
        try (var s3 = S3Client.builder().region(Region.of(region)).credentialsProvider(key).build()) {
            var form = new S3EvidenceStore(s3, () -> null, "evidence-1", Clock.systemUTC()).form(FIRST, THEN);

            assertEquals(address, form.action());
            assertEquals(address.substring(0, address.length() - 1), form.origin());
            assertTrue(form.fields().get("x-amz-credential").contains('/' + region + "/s3/"));
        }
    }
}
