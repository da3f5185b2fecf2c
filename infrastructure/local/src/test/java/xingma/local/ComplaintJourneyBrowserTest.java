package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import xingma.local.Browser.Scripts;

/**
 * One complaint from the wall to the city's last word, seen by everybody whom it concerns: she stands in the clinic with
 * her phone, an officer of the district sits at the desk, an officer of the city decides what she objects to. Her half is
 * done without scripts too, by the inspector's switch: what a filter or a bad network takes away is then really gone.
 */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ComplaintJourneyBrowserTest {
    private static final By WORDS = By.cssSelector(".move-form textarea[name=words]");
    private static final By DO = By.cssSelector(".move-form button[type=submit]");
    private static final By CASE = By.cssSelector(".case h2");

    private LocalCity city;
    private String placard;

    @TempDir
    private Path folder;

    /** What she and the officers say and are told. */
    private enum Tongue {
        CHINESE(
                "zh-Hans", "做项目的不是本人", "举报·人证不符", "给我打针的不是周医生，是一位姓白的女士。", "提交", "已收到", "上传",
                "文件已送到", "办理进度", "经办人问您", "她没有戴胸牌，自称姓白。", "发送", "已发送给经办人", "属实，已处理", "提交评价",
                "已收到您的评价", "申请复核", "已申请复核", "市局决定维持", "复核已办结"),
        ENGLISH(
                "en", "Not the one who treated me", "Report · Not the person shown",
                "The woman who gave me the injection was not Dr Zhou; she said her name was Bai.", "Send", "Received", "Upload",
                "The file has arrived", "Status", "The officer asks you", "She wore no badge and called herself Bai.", "Send",
                "Sent to the officer", "confirmed and dealt with", "Send rating", "your rating was received",
                "Ask for a review", "Review asked for", "The city let the decision stand", "Settled after review");

        final String tag;
        final String notHim;
        final String chosen;
        final String words;
        final String send;
        final String received;
        final String upload;
        final String arrived;
        final String status;
        final String asks;
        final String reply;
        final String say;
        final String said;
        final String result;
        final String rate;
        final String rated;
        final String object;
        final String objected;
        final String stands;
        final String settled;

        Tongue(String... all) {
            tag = all[0];
            notHim = all[1];
            chosen = all[2];
            words = all[3];
            send = all[4];
            received = all[5];
            upload = all[6];
            arrived = all[7];
            status = all[8];
            asks = all[9];
            reply = all[10];
            say = all[11];
            said = all[12];
            result = all[13];
            rate = all[14];
            rated = all[15];
            object = all[16];
            objected = all[17];
            stands = all[18];
            settled = all[19];
        }
    }

    @BeforeEach
    void find_a_placard(LocalCity running) {
        city = running;
        placard = Register.institution(new Register(city).of("gao-min"), "青禾").path("placard").asText();
    }

    @ParameterizedTest
    @CsvSource({"CHINESE, ON", "CHINESE, OFF", "ENGLISH, ON", "ENGLISH, OFF"})
    void from_the_wall_to_the_citys_last_word(Tongue tongue, Scripts scripts) throws Exception {
        try (var phone = Browser.phone(360, scripts)) {
            var her = new Her(phone, tongue, scripts);
            var receipt = her.files();
            her.addsPhoto();
            try (var desk = signedIn("luo-qing", "罗青", tongue)) {
                accepts(desk, receipt.number(), tongue);
                var photo = opensPhoto(desk);
                assertFalse(Photo.tells(photo), "where and with what it was taken");
                asks(desk, tongue);
                her.replies(receipt);
                answers(desk, receipt.number(), tongue);
            }
            her.ratesAndObjects();
            try (var desk = signedIn("yan-shu", "闫述", tongue)) {
                decides(desk, receipt.number(), tongue);
            }
            her.reads();
        }
    }

    private record Held(String address, String number, String secret) {}

    /** She, with her phone. */
    private final class Her {
        private final Browser phone;
        private final Tongue tongue;
        private final Scripts scripts;
        private int pictures;
        private Held held;

        Her(Browser phone, Tongue tongue, Scripts scripts) {
            this.phone = phone;
            this.tongue = tongue;
            this.scripts = scripts;
        }

        private Screen looks(String what) {
            if (scripts == Scripts.ON) {
                assertEquals(List.of(), phone.barriers(), what);
                assertEquals(0, phone.overflow(), what);
            }
            pictures++;
            return phone.looks("%s-%s-%d-%s".formatted(tongue.tag, scripts, pictures, what).toLowerCase());
        }

        Held files() {
            phone.opens(city.publicBaseUrl() + "/q/" + placard + "?l=" + tongue.tag);
            looks("scan");
            phone.presses(By.cssSelector("a.r"));
            phone.sees(tongue.notHim);
            assertTrue(phone.text().contains("周砚宁") && phone.text().contains("云汀青禾医疗美容门诊部"), phone.text());
            assertTrue(phone.text().contains(tongue.chosen), phone.text());
            phone.types(By.id("words"), tongue.words);
            phone.types(By.id("phone"), "13800005678");
            looks("form");
            phone.presses(By.id("send"));
            phone.receives(tongue.received);
            var address = looks("receipt").code();
            assertTrue(address.startsWith(city.publicBaseUrl() + "/status#"), address);
            var parts = address.substring(address.indexOf('#') + 1).split("\\.");
            held = new Held(address, parts[0], parts[1]);
            var shown = phone.text().replaceAll("[ -]", "");
            assertTrue(shown.contains(held.number()) && shown.contains(held.secret()), shown);
            return held;
        }

        void addsPhoto() throws IOException {
            var photo = Photo.taken(phone.photographs());
            assertTrue(Photo.tells(photo));
            phone.gives(By.id("file1"), Files.write(folder.resolve("IMG_20261120_101500.jpg"), photo));
            phone.presses(tongue.upload);
            assertEquals(1, phone.tabs(), "nothing is sent before she agreed");
            phone.presses(By.cssSelector("label[for=agree1]"));
            phone.presses(tongue.upload);
            phone.inNewTab(() -> {
                phone.sees(tongue.arrived);
                return looks("sent");
            });
        }

        void replies(Held receipt) {
            comes(receipt);
            phone.sees(tongue.asks);
            phone.types(By.id("message"), tongue.reply);
            looks("asked");
            phone.presses(tongue.say);
            phone.sees(tongue.said);
            phone.sees(tongue.reply);
        }

        /** Without a script nobody reads the part after the #: she types both numbers from her receipt. */
        private void comes(Held receipt) {
            phone.opens("about:blank");
            phone.opens(receipt.address().replace("/status#", "/status?l=" + tongue.tag + "#"));
            if (scripts == Scripts.OFF) {
                phone.types(By.id("number"), receipt.number());
                phone.types(By.id("secret"), receipt.secret());
                phone.presses(By.cssSelector("#s button"));
            }
        }

        void ratesAndObjects() {
            comes(held);
            phone.sees(tongue.result);
            looks("answered");
            phone.presses(By.cssSelector("label[for=satisfaction-poor]"));
            phone.presses(By.cssSelector("label[for=solved-no]"));
            phone.presses(tongue.rate);
            phone.sees(tongue.rated);
            phone.types(By.id("reason"), tongue.reply);
            phone.presses(tongue.object);
            phone.sees(tongue.objected);
            looks("objected");
        }

        void reads() {
            comes(held);
            phone.sees(tongue.settled);
            phone.sees(tongue.stands);
            looks("settled");
        }
    }

    private Browser signedIn(String person, String name, Tongue tongue) {
        var desk = Browser.desk();
        desk.opens(city.consoleBaseUrl() + "/");
        desk.presses("登录");
        desk.presses(By.id(person));
        desk.sees(name);
        if (tongue == Tongue.ENGLISH) {
            desk.presses("English");
            desk.sees("Sign out");
        }
        return desk;
    }

    private static void takes(Browser desk, String key, Runnable fillsIn) {
        desk.sees(CASE);
        desk.strikes(key);
        desk.sees(WORDS);
        fillsIn.run();
        desk.presses(DO);
        desk.sees(By.cssSelector(".moves"));
    }

    private void accepts(Browser desk, String number, Tongue tongue) {
        desk.opens(city.consoleBaseUrl() + "/#/complaints?q=" + number);
        desk.presses(By.cssSelector(".queue a.row"));
        desk.sees(tongue.words);
        desk.sees("周砚宁");
        assertEquals(List.of(), desk.barriers());
        desk.looks(tongue.tag + "-desk-1-received");
        takes(desk, "a", () -> {});
        assertFalse(desk.text().contains("13800005678"));
    }

    /** As the officer's browser gets it: by a link of one minute. */
    private static byte[] opensPhoto(Browser desk) throws Exception {
        desk.presses(By.cssSelector(".evidence button"));
        var link = desk.inNewTab(() -> {
            desk.sees(By.tagName("img"));
            desk.looks("desk-photo");
            return desk.address();
        });
        try (var http = HttpClient.newHttpClient()) {
            var file = http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofByteArray());
            assertEquals("image/jpeg", file.headers().firstValue("content-type").orElseThrow());
            return file.body();
        }
    }

    private static void asks(Browser desk, Tongue tongue) {
        takes(desk, "q", () -> desk.writes(WORDS, tongue.asks));
        desk.looks(tongue.tag + "-desk-2-asked");
    }

    private void answers(Browser desk, String number, Tongue tongue) {
        desk.opens("about:blank");
        desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
        desk.sees(tongue.reply);
        takes(desk, "w", () -> {
            desk.chooses(By.cssSelector("select[name=result]"), "upheld");
            desk.writes(WORDS, tongue.result);
            desk.looks(tongue.tag + "-desk-3-answering");
        });
        desk.looks(tongue.tag + "-desk-4-answered");
    }

    private void decides(Browser desk, String number, Tongue tongue) {
        desk.opens(city.consoleBaseUrl() + "/#/complaints/oversight");
        desk.sees(By.cssSelector("a[href*='" + number + "']"));
        desk.looks(tongue.tag + "-city-1-oversight");
        desk.presses(By.cssSelector("a[href*='" + number + "']"));
        takes(desk, "v", () -> {
            desk.chooses(By.cssSelector("select[name=ruling]"), "stands");
            desk.writes(WORDS, tongue.stands);
            assertEquals(List.of(), desk.barriers());
            desk.looks(tongue.tag + "-city-2-deciding");
        });
    }
}
