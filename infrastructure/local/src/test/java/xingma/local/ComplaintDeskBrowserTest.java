package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Officers work on complaints in a browser: with keys, with reasons, and with nothing of other districts. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ComplaintDeskBrowserTest {
    private static final By WORDS = By.cssSelector(".move-form textarea[name=words]");
    private static final By SEND = By.cssSelector(".move-form button[type=submit]");

    private LocalCity city;
    private Desk handler;

    @BeforeEach
    void sit_down(LocalCity running) {
        city = running;
        handler = new Register(city).of("luo-qing");
    }

    @Test
    void a_case_is_accepted_with_the_keyboard_and_pressing_twice_is_one_act() {
        var number = filed("云汀青禾");
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints?q=" + number);
            desk.sees(By.cssSelector(".queue a.row"));
            assertEquals(List.of(), desk.barriers());
            desk.strikes("j");
            desk.strikes(Keys.ENTER);
            desk.sees(By.cssSelector(".case h2"));
            assertEquals(List.of(), desk.barriers());
            desk.strikes("a");
            desk.writes(WORDS, "已受理，由青岚区办理。");
            assertEquals(List.of(), desk.barriers());
            desk.pressesTwice(SEND);
            desk.sees("受理已记入");
            desk.sees("办理期限最迟");
            assertEquals(1, acts(number, "accepted").size());
            assertEquals(1, acts(number, "told").size());
        }
    }

    @Test
    void a_refusal_needs_a_lawful_ground_and_everything_that_a_text_leaves_open() {
        var number = filed("云汀素颜");
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees(By.cssSelector(".case h2"));
            desk.strikes("r");
            desk.sees(SEND).click();
            desk.sees("请填写“法定理由”");
            assertEquals(List.of(), acts(number, "refused"));
            desk.chooses(By.cssSelector("select[name=ground]"), "not-our-duty");
            desk.chooses(By.cssSelector(".template-choice select"), "refuse-elsewhere");
            desk.sees(SEND).click();
            desk.sees("换成实际内容");
            desk.writes(WORDS, "没有受理：这件事由市场监管部门管。不同意可以申请复核。");
            desk.sees(SEND).click();
            desk.sees("不予受理已记入");
            assertEquals("not-our-duty", acts(number, "refused").getFirst().path("facts").path("ground").asText());
        }
    }

    @Test
    void a_question_waits_for_its_answer() {
        var receipt = receipt("云汀知秋");
        var number = receipt.path("number").asText();
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees(By.cssSelector(".case h2"));
            desk.strikes("q");
            desk.writes(WORDS, "请补充：什么时间做的？");
            desk.sees(SEND).click();
            desk.sees("询问已记入");
            desk.sees("等回复");
            desk.opens(city.consoleBaseUrl() + "/#/complaints?group=awaiting");
            desk.sees("云汀知秋");
            new Consumer(city).takes("reply", Map.of(
                    "number", number,
                    "secret", receipt.path("secret").asText(),
                    "id", UUID.randomUUID().toString(),
                    "message", "十一月十八日下午做的。"));
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees("举报人回复");
            desk.sees("十一月十八日下午做的。");
            assertFalse(desk.text().contains("等回复"));
        }
    }

    @Test
    void a_contact_opens_for_a_reason_that_stays_in_the_history() {
        var number = filed("云汀溪山");
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees("联系方式已封存");
            assertFalse(desk.text().contains("13800001111"));
            desk.strikes("h");
            desk.presses("写入记录并查看");
            desk.sees("请填写“为什么要看”");
            desk.writes(By.cssSelector(".sealed textarea"), "核对当时情况");
            desk.presses("写入记录并查看");
            desk.sees("13800001111");
            desk.sees("您查看了联系方式，理由：核对当时情况");
            assertEquals(List.of(), desk.barriers());
        }
    }

    @Test
    void a_case_of_another_district_is_not_there() {
        var number = filed("云汀安澜");
        try (var desk = signedIn("shi-lan", "石澜")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees("没有这件案件");
            assertFalse(desk.text().contains("云汀安澜"));
        }
    }

    @Test
    void a_case_that_two_districts_send_to_each_other_is_designated_by_the_city() {
        var number = filed("云汀澄桐");
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees(By.cssSelector(".case h2"));
            desk.strikes("t");
            desk.chooses(By.cssSelector(".move-form select[name=to]"), "990103");
            desk.sees(SEND).click();
            desk.sees("现由滨澜区办理");
        }
        new Register(city).of("shi-lan").post("/api/complaints/" + number + "/dispute", Map.of(
                "id", UUID.randomUUID().toString(), "words", "机构在青岚区，不在滨澜区。"));
        try (var desk = signedIn("yan-shu", "闫述")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/oversight");
            desk.sees("等市局指定管辖");
            assertEquals(List.of(), desk.barriers());
            desk.sees(By.cssSelector("a[href*='" + number + "']")).click();
            desk.sees("管辖确定期限");
            desk.strikes("g");
            desk.chooses(By.cssSelector(".move-form select[name=to]"), "990102");
            desk.writes(WORDS, "机构登记地址在青岚区，由青岚区办理。");
            desk.sees(SEND).click();
            desk.sees("指定管辖已记入");
        }
        assertEquals(1, acts(number, "designated").size());
    }

    @Test
    void who_was_slower_is_told_and_keeps_the_words() {
        var number = filed("云汀月白");
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/" + number);
            desk.sees(By.cssSelector(".case h2"));
            desk.strikes("r");
            desk.chooses(By.cssSelector("select[name=ground]"), "not-our-duty");
            desk.writes(WORDS, "这是刚写好的理由。");
            handler.post("/api/complaints/" + number + "/accept", Map.of("id", UUID.randomUUID().toString()));
            desk.sees(SEND).click();
            desk.sees("刚才有人先办了这件");
            desk.sees("这是刚写好的理由。");
            desk.sees("核查中");
        }
    }

    @Test
    void an_institution_reads_the_summary_and_nothing_of_who_complained() {
        var number = filed("云汀青禾");
        handler.post("/api/complaints/" + number + "/summarise", Map.of(
                "id", UUID.randomUUID().toString(), "words", "有人反映执业人员没有佩戴胸牌，请说明。"));
        try (var premises = signedIn("qiao-heguang", "规范化星级评价")) {
            premises.presses("监管告知");
            premises.sees("没有佩戴胸牌");
            assertEquals(List.of(), premises.barriers());
            premises.writes(By.cssSelector("textarea"), "已核对当日排班，附说明。");
            premises.presses("提交说明");
            premises.sees("您已于");
            assertFalse(premises.text().contains("13800001111"));
            assertFalse(premises.text().contains(number));
            assertFalse(premises.text().contains("墙上那位医生"));
        }
        assertEquals(1, acts(number, "countered").size());
    }

    @Test
    void an_auditor_reads_a_cases_lines_and_this_browser_verifies_them() {
        var number = filed("云汀静语");
        try (var auditor = signedIn("qin-jian", "审计")) {
            auditor.writes(By.cssSelector("input[name=subject]"), number);
            auditor.presses("查阅并核验");
            auditor.sees("核验无误");
            auditor.sees("提交");
            assertEquals(List.of(), auditor.barriers());
            assertFalse(auditor.text().contains("13800001111"));
        }
    }

    @Test
    void a_caller_is_given_a_receipt() {
        try (var desk = signedIn("luo-qing", "罗青")) {
            desk.opens(city.consoleBaseUrl() + "/#/complaints/intake");
            desk.writes(By.cssSelector("input[name=place]"), "云汀嘉光");
            desk.presses("云汀嘉光医疗美容诊所");
            desk.writes(By.cssSelector("textarea[name=words]"), "做完没有给收据。");
            desk.writes(By.cssSelector("input[name='contact.phone']"), "13800002222");
            assertEquals(List.of(), desk.barriers());
            desk.presses("登记并出回执");
            desk.sees("查询码");
            desk.sees("最迟");
            assertEquals(List.of(), desk.barriers());
        }
    }

    private Browser signedIn(String person, String seen) {
        var desk = Browser.desk();
        desk.opens(city.consoleBaseUrl() + "/");
        desk.presses("登录");
        desk.sees(By.id(person)).click();
        desk.sees(seen);
        return desk;
    }

    private String filed(String place) {
        return receipt(place).path("number").asText();
    }

    /** A report about an institution of 青岚区, taken down for a caller. */
    private JsonNode receipt(String place) {
        var institution = Register.institution(handler, place);
        return handler.post("/api/complaints", Map.of(
                        "id", UUID.randomUUID().toString(),
                        "kind", "report",
                        "category", "not-this-person",
                        "institution", institution.path("id").asText(),
                        "words", "做项目的不是墙上那位医生。",
                        "identity", "confidential",
                        "contact", Map.of("phone", "13800001111")))
                .path("receipt");
    }

    private List<JsonNode> acts(String number, String what) {
        var acts = new ArrayList<JsonNode>();
        handler.get("/api/complaints/" + number).path("acts").forEach(act -> {
            if (act.path("what").asText().equals(what)) {
                acts.add(act);
            }
        });
        return acts;
    }
}
