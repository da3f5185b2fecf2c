package xingma.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.s3.S3Client;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.s3.FormPost;
import xingma.aws.s3.S3EvidenceStore;
import xingma.complain.House;
import xingma.complaint.Act;
import xingma.complaint.Some;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.KnownSecrets;
import xingma.picture.Picture;

/** A file goes its way through the running city: from a form to the bucket, from its report to the function. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Isolated
class EvidenceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static EvidencePlace place(int i) {
        var number = CaseNumber.of(Long.toString(58_271_930_000L + i));
        return new EvidencePlace(EvidenceFolder.of(number, new KnownSecrets()), 1);
    }

    private static byte[] file(String name) throws IOException {
        try (var in = Picture.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static String bucket(LocalCity city) {
        return city.functions().environment().get("EVIDENCE_BUCKET");
    }

    private static S3EvidenceStore store(LocalCity city, S3Client s3) {
        return new S3EvidenceStore(s3, Clients::presigner, bucket(city), Clock.systemUTC());
    }

    /** Until the function has dealt with what was sent. */
    private static void await(S3EvidenceStore store, EvidencePlace place) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (store.raw(place).isPresent()) {
            assertTrue(Instant.now().isBefore(end), "nobody cleaned the file");
            Thread.sleep(Duration.ofMillis(50));
        }
    }

    @Test
    void a_photo_sent_without_a_script_lies_clean_a_moment_later(LocalCity city) throws Exception {
        try (var s3 = Clients.s3(); var http = HttpClient.newHttpClient()) {
            var store = store(city, s3);
            var form = store.form(place(1), city.publicBaseUrl() + "/status");

            var answer = FormPost.send(form, "IMG_20261120.jpg", "image/jpeg", file("turned-6.jpg"));
            await(store, place(1));

            assertEquals(303, answer.statusCode(), answer.body());
            var then = answer.headers().firstValue("location").orElseThrow();
            assertTrue(then.startsWith(city.publicBaseUrl() + "/status?"), then);
            var link = URI.create(store.link(place(1), FileKind.JPEG));
            var shown = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
            assertEquals(200, shown.statusCode());
            assertEquals("image/jpeg", shown.headers().firstValue("content-type").orElseThrow());
            assertFalse(new String(shown.body(), ISO_8859_1).contains("TRACE"));
            assertEquals(24, Picture.clean(shown.body()).width());
        }
    }

    @Test
    void the_case_learns_what_became_of_each_file(LocalCity city) throws Exception {
        try (var s3 = Clients.s3(); var dynamo = Clients.dynamo()) {
            var settings = city.functions().environment();
            var complaints = new House(Settings.of(settings::get), dynamo).complaints();
            var complaint = Some.kept(complaints, 770_001);
            var folder = EvidenceFolder.of(complaint.number(), new KnownSecrets());
            var store = store(city, s3);

            for (var place : List.of(new EvidencePlace(folder, 1), new EvidencePlace(folder, 2))) {
                var name = place.slot() == 1 ? "see-through.png" : "moving.webp";
                FormPost.send(store.form(place, city.publicBaseUrl() + "/status"), name, "image/png", file(name));
                await(store, place);
            }

            var docket = complaints.find(complaint.unit(), complaint.number()).orElseThrow().docket();
            var added = docket.last(Act.EvidenceAdded.class).orElseThrow();
            assertEquals(FileKind.PNG, added.kind());
            assertEquals(Picture.clean(file("see-through.png")).bytes().length, added.bytes());
            var refused = docket.last(Act.EvidenceRefused.class).orElseThrow();
            assertEquals(2, refused.slot());
            assertEquals(Refusal.BROKEN, refused.reason());
        }
    }

    @Test
    void a_file_that_is_no_photo_is_gone_a_moment_later(LocalCity city) throws Exception {
        try (var s3 = Clients.s3()) {
            var store = store(city, s3);

            var form = store.form(place(2), city.publicBaseUrl() + "/status");
            FormPost.send(form, "photo.jpg", "image/jpeg", "MZ".getBytes(ISO_8859_1));
            await(store, place(2));

            var left = s3.listObjectsV2(l -> l.bucket(bucket(city)).prefix("clean/" + place(2).folder().id()));
            assertEquals(0, left.keyCount());
        }
    }

    @Test
    void a_script_of_our_pages_may_send_and_no_other(LocalCity city) throws Exception {
        try (var s3 = Clients.s3(); var http = HttpClient.newHttpClient()) {
            var form = store(city, s3).form(place(3), city.publicBaseUrl() + "/status");
            for (var origin : Map.of(city.publicBaseUrl(), true, "https://elsewhere.example", false).entrySet()) {
                var asked = HttpRequest.newBuilder(URI.create(form.action()))
                        .header("origin", origin.getKey())
                        .header("access-control-request-method", "POST")
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .build();
                var headers = http.send(asked, BodyHandlers.discarding()).headers();
                var allowed = headers.firstValue("access-control-allow-origin").isPresent();
                assertEquals(origin.getValue(), allowed, origin.getKey());
            }
        }
    }

    @Test
    void the_console_may_show_what_lies_in_the_buckets_of_this_machine(LocalCity city) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(city.consoleBaseUrl() + "/")).build();
            var page = http.send(asked, BodyHandlers.discarding());
            var policy = page.headers().firstValue("content-security-policy").orElseThrow();

            var buckets = System.getProperty("aws.endpointUrlS3");
            assertTrue(policy.contains("img-src 'self' data: blob: " + buckets), policy);
        }
    }
}
