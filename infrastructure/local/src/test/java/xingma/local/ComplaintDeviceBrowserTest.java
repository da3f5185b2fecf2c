package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import xingma.complaint.window.Puzzle;
import xingma.local.Browser.Scripts;

/** What her device and her paper keep, and what a bad line or an impatient thumb cannot double. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ComplaintDeviceBrowserTest {
    private static final By SEND = By.id("send");
    private static final String WORDS = "他们说能治百病，还让我当天付款。";

    private LocalCity city;
    private Desk handler;
    private int before;

    @BeforeEach
    void arrive(LocalCity running) {
        city = running;
        handler = new Register(city).of("luo-qing");
        before = open();
    }

    @Test
    void a_draft_is_there_again_after_the_browser_was_closed_and_holds_no_telephone() {
        var profile = Browser.profile();
        var form = about("云汀知秋");
        try (var phone = Browser.phone(360, Scripts.ON, profile)) {
            phone.opens(form);
            phone.types(By.id("words"), WORDS);
            phone.types(By.id("phone"), "13800005678");
            phone.sees("已存在本机");
        }
        try (var phone = Browser.phone(360, Scripts.ON, profile)) {
            phone.opens(form);
            phone.sees("已从本机取回您上次写的内容");
            assertEquals(WORDS, phone.value(By.id("words")));
            assertEquals("", phone.value(By.id("phone")));
            phone.opens(about("云汀嘉光"));
            assertEquals("", phone.value(By.id("words")), "a draft belongs to its place");

            phone.opens(form);
            phone.presses(By.cssSelector("label[for=identity-anonymous]"));
            phone.presses(SEND);
            phone.receives("已收到");
            phone.opens(form);
            assertEquals("", phone.value(By.id("words")), "what was filed is kept no more");
        }
    }

    @Test
    void what_is_sent_without_a_network_waits_on_the_device_and_goes_by_itself() {
        try (var phone = Browser.phone(360, Scripts.ON)) {
            writes(phone, city.publicBaseUrl(), "断网路1号");
            phone.reaches(false);
            phone.presses(SEND);
            phone.sees("现在没有网络。已存在本机");
            phone.looks("offline");
            assertEquals(0, filed());
            phone.reaches(true);
            phone.receives("已收到");
            assertEquals(1, filed());
        }
    }

    @Test
    void a_lost_answer_leads_to_the_receipt_of_what_arrived() {
        try (var line = new BadLine(city); var phone = Browser.phone(360, Scripts.ON)) {
            writes(phone, line.address(), "断线路2号");
            line.loses(BadLine.ALL);
            phone.presses(SEND);
            phone.despairs();
            assertEquals(1, filed(), "it arrived, and nobody told her");
            // She opens the form again: what was on its way goes once more, with its key.
            line.loses(0);
            phone.opens(line.address() + "/complain");
            phone.receives("已收到");
            assertTrue(line.lost() > 1, "the browser sent it again by itself");
            assertEquals(1, filed());
        }
    }

    @Test
    void without_scripts_sending_the_page_again_gives_the_same_receipt() {
        try (var line = new BadLine(city); var phone = Browser.phone(360, Scripts.OFF)) {
            writes(phone, line.address(), "断线路3号");
            line.loses(BadLine.ALL);
            phone.presses(SEND);
            phone.despairs();
            line.loses(0);
            phone.reloads();
            phone.receives("已收到");
            assertEquals(1, filed());
        }
    }

    @ParameterizedTest
    @EnumSource(Scripts.class)
    void a_double_tap_files_once(Scripts scripts) {
        try (var phone = Browser.phone(360, scripts)) {
            writes(phone, city.publicBaseUrl(), "双击路4号");
            phone.pressesTwice(SEND);
            phone.receives("已收到");
            assertEquals(1, filed());
        }
    }

    @Test
    void while_much_is_filed_about_a_place_the_page_does_the_work_for_her() {
        var placard = Register.institution(new Register(city).of("gao-min"), "云汀月白").path("placard").asText();
        crowds(placard);
        try (var phone = Browser.phone(360, Scripts.ON)) {
            phone.opens(city.publicBaseUrl() + "/complain?at=" + placard);
            phone.sees("现在提交的人很多");
            assertEquals(List.of(), phone.barriers());
            phone.types(By.id("words"), WORDS);
            phone.presses(By.cssSelector("label[for=identity-anonymous]"));
            phone.presses(SEND);
            phone.receives("已收到");
        }
    }

    @Test
    void while_much_is_filed_about_a_place_she_without_scripts_waits_and_presses_again() {
        var placard = Register.institution(new Register(city).of("gao-min"), "云汀星园").path("placard").asText();
        try (var phone = Browser.phone(360, Scripts.OFF)) {
            phone.opens(city.publicBaseUrl() + "/complain?at=" + placard);
            phone.types(By.id("words"), WORDS);
            phone.presses(By.cssSelector("label[for=identity-anonymous]"));
            crowds(placard);
            phone.presses(SEND);
            phone.sees("按一次提交");
            assertEquals(WORDS, phone.value(By.id("words")));
            phone.receives("已收到");
        }
    }

    /** As many complaints about one place as are nothing special in a minute. */
    private void crowds(String placard) {
        var crowd = new Consumer(city);
        for (var i = 0; i < Puzzle.CALM_AT_PLACARD; i++) {
            var told = crowd.files(Map.of(
                    "key", UUID.randomUUID().toString(), "placard", placard, "kind", "report", "category", "other",
                    "identity", "anonymous", "words", WORDS + i, "urgent", "no"));
            assertTrue(told.has("number"), told.toString());
        }
    }

    @Test
    void a_receipt_on_paper_leads_back_to_the_case() {
        try (var phone = Browser.phone(360, Scripts.ON)) {
            writes(phone, city.publicBaseUrl(), "纸上路4号");
            phone.presses(SEND);
            phone.receives("已收到");
            var paper = new Paper(phone.prints("receipt-on-paper"));
            var sheets = paper.sheets();
            assertEquals(1, sheets.size());
            var address = sheets.getFirst().code();
            assertTrue(address.startsWith(city.publicBaseUrl() + "/status#"), address);
            assertTrue(paper.text().contains("回执卡") && paper.text().contains("12345"), paper.text());
            assertFalse(paper.text().contains("上传"), "what can only be pressed is not printed");

            phone.opens("about:blank");
            phone.opens(address);
            phone.sees("等待决定是否受理");
        }
    }

    @Test
    void a_photo_may_follow_later_and_a_case_may_be_withdrawn(@TempDir Path folder) throws IOException {
        try (var phone = Browser.phone(360, Scripts.OFF)) {
            writes(phone, city.publicBaseUrl(), "撤回路5号");
            phone.presses(SEND);
            phone.receives("已收到");
            phone.presses("查看办理进度");
            phone.sees("等待决定是否受理");
            phone.gives(By.id("file1"), Files.write(folder.resolve("later.jpg"), Photo.taken(phone.photographs())));
            phone.presses(By.cssSelector("label[for=agree1]"));
            phone.presses("上传");
            phone.inNewTab(() -> phone.sees(By.cssSelector(".v.y")));

            phone.presses(By.xpath("//summary[.='撤回']"));
            phone.types(By.id("why"), "已经退款了。");
            phone.presses(By.cssSelector("form[action='/status/withdraw'] button"));
            phone.sees("已撤回");
            phone.sees("您已撤回");
            phone.sees("已经退款了。");
            phone.sees("第1份文件已收到");
            phone.looks("withdrawn");
        }
    }

    @Test
    void a_case_file_on_paper_holds_the_case_and_no_contact() {
        var receipt = handler.post("/api/complaints", Map.of(
                "id", UUID.randomUUID().toString(), "kind", "complaint", "category", "price", "place", "案卷路6号",
                "words", WORDS, "identity", "confidential", "contact", Map.of("phone", "13800007777")));
        var number = receipt.path("number").asText();
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees(By.cssSelector(".case h2"));
            desk.strikes("h");
            desk.writes(By.cssSelector(".sealed textarea"), "核对当时情况");
            desk.presses("写入记录并查看");
            desk.sees("13800007777");
            var paper = new Paper(desk.prints("case-on-paper"));
            assertEquals(1, paper.sheets().size());
            var text = paper.text();
            assertTrue(text.contains("案卷路6号") && text.contains("当天付款") && text.contains("罗青于"), text);
            assertFalse(text.contains("13800007777"), text);
        }
    }

    @Test
    void a_caller_is_handed_a_card_whose_code_leads_to_the_case() {
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/intake");
            desk.writes(By.cssSelector("input[name=place]"), "来电路7号");
            desk.writes(By.cssSelector("textarea[name=words]"), WORDS);
            desk.writes(By.cssSelector("input[name='contact.phone']"), "13800002222");
            desk.presses("登记并出回执");
            desk.sees("回执卡");
            assertEquals(List.of(), desk.barriers());
            var shown = desk.looks("caller-card").code();
            var paper = new Paper(desk.prints("caller-card-on-paper"));
            assertEquals(1, paper.sheets().size());
            assertEquals(shown, paper.sheets().getFirst().code());
            assertFalse(paper.text().contains("再登记一件"), paper.text());
            try (var phone = Browser.phone(360, Scripts.ON)) {
                phone.opens(shown);
                phone.sees("等待决定是否受理");
            }
        }
    }

    @Test
    void a_supervisor_assigns_to_a_handler_who_never_had_a_case() {
        var receipt = handler.post("/api/complaints", Map.of(
                "id", UUID.randomUUID().toString(), "kind", "complaint", "category", "price", "place", "分派路8号",
                "words", WORDS, "identity", "anonymous"));
        try (var desk = signedIn("tan-ke", "谭珂")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + receipt.path("number").asText());
            desk.sees(By.cssSelector(".case h2"));
            desk.strikes("s");
            desk.chooses(By.cssSelector(".move-form select[name=to]"), subject("mo-chen"));
            assertEquals(List.of(), desk.barriers());
            desk.presses(By.cssSelector(".move-form button[type=submit]"));
            desk.sees("经办：莫晨");
        }
    }

    @Test
    void an_institution_reads_its_own_name_in_the_bar() {
        try (var premises = signedIn("qiao-heguang", "规范化星级评价")) {
            premises.presses("监管告知");
            premises.sees("监管部门的告知");
            premises.sees(By.xpath("//header[contains(., '云汀青禾医疗美容门诊部')]"));
            assertEquals(List.of(), premises.barriers());
        }
    }

    /** An anonymous report about a place in her own words, for the city to send where it belongs. */
    private static void writes(Browser phone, String host, String place) {
        phone.opens(host + "/complain");
        phone.types(By.id("place"), place);
        phone.types(By.id("words"), WORDS);
        phone.presses(By.cssSelector("label[for=identity-anonymous]"));
    }

    /** How many cases the city has taken up since this test began. */
    private int filed() {
        return open() - before;
    }

    private int open() {
        var counts = new Register(city).of("yan-shu").get("/api/complaints/counts");
        return counts.path("all").path("count").asInt();
    }

    private String about(String institution) {
        var found = Register.institution(new Register(city).of("gao-min"), institution);
        assertNotEquals("", found.path("placard").asText());
        return city.publicBaseUrl() + "/complain?at=" + found.path("placard").asText();
    }

    private String subject(String person) {
        return new Register(city).of(person).get("/api/me").path("id").asText();
    }

    private Browser signedIn(String person, String seen) {
        var desk = Browser.desk();
        desk.opens(city.consoleBaseUrl() + "/");
        desk.presses("登录");
        desk.presses(By.id(person));
        desk.sees(seen);
        return desk;
    }
}
