package xingma.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import software.amazon.awssdk.services.s3.S3Client;
import xingma.attachment.UploadForm;
import xingma.aws.s3.S3EvidenceStore;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.KnownSecrets;
import xingma.engines.Access;
import xingma.engines.LocalS3;
import xingma.engines.Reception;
import xingma.picture.Picture;

/** A real browser sends a file to a bucket, and shows what was cleaned the right way up. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class EvidenceBrowserTest {
    private static final EvidencePlace PLACE = new EvidencePlace(
            EvidenceFolder.of(CaseNumber.of("48271930556"), new KnownSecrets()), 1);

    private static final String SENDING =
            """
            document.forms[0].addEventListener('submit', event => {
              event.preventDefault();
              fetch(event.target.action, {method: 'POST', body: new FormData(event.target), redirect: 'manual'})
                .then(answer => { document.body.append('by script: ' + (answer.type === 'opaqueredirect')); });
            });""";

    private final AtomicReference<String> page = new AtomicReference<>("");

    @TempDir
    private Path folder;

    private Host host;
    private LocalS3 engine;
    private S3Client s3;
    private S3EvidenceStore store;
    private String origin;

    @BeforeEach
    void open() {
        host = Host.open(0, null, this::answer);
        origin = "http://127.0.0.1:" + host.port();
        var reception = new Reception("127.0.0.1", List.of(origin), List.of("POST"), (bucket, key, bytes) -> {});
        engine = LocalS3.inFolder(Access.fresh(), folder.resolve("s3"), 0, reception);
        s3 = engine.client();
        s3.createBucket(b -> b.bucket("evidence"));
        store = new S3EvidenceStore(s3, engine::presigner, "evidence", Clock.systemUTC());
    }

    @AfterEach
    void close() {
        s3.close();
        engine.close();
        host.close();
    }

    private Answer answer(Asked asked) throws IOException {
        return switch (asked.path()) {
            case "/" -> Answer.of(200, "text/html; charset=utf-8", page.get().getBytes(UTF_8));
            case "/sent" -> Answer.of(200, "text/plain; charset=utf-8", "by form: true".getBytes(UTF_8));
            case "/original/lossy.webp" -> Answer.of(200, "image/webp", file("lossy.webp"));
            default -> {
                var clean = Picture.clean(file(asked.path().substring(1)));
                yield Answer.of(200, "application/octet-stream", clean.bytes());
            }
        };
    }

    private static byte[] file(String name) throws IOException {
        try (var in = Picture.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static String page(UploadForm form, String script) {
        var fields = form.fields().entrySet().stream()
                .map(f -> "<input type=hidden name=\"" + f.getKey() + "\" value=\"" + f.getValue() + "\">")
                .collect(Collectors.joining());
        return "<!doctype html><title>x</title><form method=post enctype=multipart/form-data action=\"" + form.action()
                + "\">" + fields + "<input type=file name=" + UploadForm.FILE + " accept=\"" + UploadForm.ACCEPTED
                + "\"><button>上传</button></form><script>" + script + "</script>";
    }

    @Test
    void a_photo_is_sent_by_a_plain_form() throws IOException {
        sends("", "by form: true");
    }

    @Test
    void a_photo_is_sent_by_a_script() throws IOException {
        sends(SENDING, "by script: true");
    }

    private void sends(String script, String seen) throws IOException {
        var photo = Files.write(folder.resolve("我的照片.jpg"), file("turned-6.jpg"));
        page.set(page(store.form(PLACE, origin + "/sent"), script));
        try (var phone = Browser.phone(360, Browser.Scripts.ON)) {
            phone.opens(origin + "/");
            phone.gives(By.name(UploadForm.FILE), photo);
            phone.presses("上传");

            phone.sees(seen);
        }
        assertArrayEquals(file("turned-6.jpg"), store.raw(PLACE).orElseThrow().bytes());
    }

    /** Stored they have 24 by 16 points. Chromium turns no WebP, be it as it was sent. */
    @Test
    void a_cleaned_picture_is_shown_the_right_way_up() {
        page.set("<!doctype html><title>x</title>"
                + "<img src=/turned-6.jpg><img src=/turned-1.jpg><img src=/progressive.jpg><img src=/see-through.png>"
                + "<img src=/lossy.webp><img src=/original/lossy.webp>");
        try (var desk = Browser.desk()) {
            desk.opens(origin + "/");

            var sizes = desk.runs(
                    "return [...document.images].map(i => i.naturalWidth + 'x' + i.naturalHeight).join(' ')");
            assertEquals("16x24 24x16 24x16 16x24 24x16 24x16", sizes);
        }
    }
}
