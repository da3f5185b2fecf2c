package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Proceeding.Ruling;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingOffice;
import xingma.picture.Picture;
import xingma.rate.RatingWiring;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** An institution at its portal, on the owner's phone: from the first clause to the star, and what she may say to it. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class PortalBrowserTest {
    private static final String OWNER = "fang-yuan-suqiu";
    private static final By FULL = By.cssSelector("details[open] .points label:first-child");
    private static final By NOTHING = By.cssSelector("details[open] .points label:last-child");
    private static final By WORDS = By.cssSelector("details[open] .why textarea");
    private static final By SAVE = By.cssSelector("details[open] .clause-body .acts button:last-child");
    private static final By FILE = By.cssSelector("details[open] fieldset.exhibits .pick-file:last-child input");
    private static final By SEND = By.cssSelector("details[open] form button[type=submit]");

    private static final Officer ORGANISER = officer("ou-yang", "欧阳澄", Duty.ORGANISER);
    private static final Officer CHECKER = officer("shen-duo", "沈铎", Duty.CHECKER);
    private static final Officer ADJUDICATOR = officer("ai-lan", "艾岚", Duty.ADJUDICATOR);

    @TempDir
    private Path folder;

    private LocalCity city;
    private Desk owner;

    @BeforeEach
    void a_round_is_open(LocalCity running) {
        city = running;
        owner = new Register(city).of(OWNER);
    }

    @Test
    void an_institution_goes_from_its_self_check_to_a_star_and_answers_to_it() throws IOException {
        var round = new RatingRound(city, "portal");
        try (var line = new BadLine(city.consoleBaseUrl()); var phone = Browser.phone(390, Browser.Scripts.ON)) {
            signsIn(phone, line.address());
            phone.sees("试评 portal");
            phone.presses(By.xpath("//article[contains(., '试评 portal')]//button"));
            phone.sees("查完才能测算");
            var evaluation = evaluation();
            phone.sees("还有" + clauses(own(evaluation)).size() + "条没查");
            checks_itself(phone, line, evaluation);

            // Files go straight to the store, which takes none from a page of another address.
            signsIn(phone, city.consoleBaseUrl());
            shows(phone, evaluation);
            plans(phone, evaluation);
            applies(phone, evaluation);

            round.draws(city.people().named(OWNER), evaluation);
            assertEquals("scoring", own(evaluation).path("stage").asText());
            phone.reloads();
            phone.sees("互不知道分数");
            assertFalse(phone.text().contains("评价结果"));
            scored(round, evaluation);
            questions(phone, round, evaluation);

            published(evaluation);
            answers(phone, evaluation);
            withdrawn(evaluation);
            appeals(phone, evaluation);
        }
    }

    /** Most of it is written from another device; the last ones here, over a line that loses answers and breaks. */
    private void checks_itself(Browser phone, BadLine line, String evaluation) {
        var clauses = clauses(own(evaluation));
        clauses.stream().skip(2).forEach(c -> saves(evaluation, c.path("code").asText(), 0, c.path("most"), ""));
        phone.reloads();
        phone.sees("还有2条没查");
        opens(phone, "A1.01");
        phone.sees("红线：没做到就不得星");
        assertEquals(List.of(), phone.barriers());
        phone.presses(FULL);
        line.loses(1, "PUT /api/own/");
        phone.presses("保存，看下一条");
        phone.sees("还有1条没查");
        assertEquals(1, line.lost());
        assertEquals(1, saved(evaluation, "A1.01").path("edition").asInt());

        phone.presses(NOTHING);
        phone.presses(SAVE);
        phone.sees("没得满分的，请选或写明原因");
        phone.types(WORDS, "负责人变更还没有办");
        line.cuts();
        phone.presses(SAVE);
        phone.sees("1条还没送到");
        assertTrue(saved(evaluation, "A1.02").isMissingNode());
        line.mends();
        phone.presses("现在再送");
        phone.sees("都已存好");
        assertEquals(1, saved(evaluation, "A1.02").path("edition").asInt());
        var before = total(evaluation);
        phone.sees("总分" + before + "%");
        phone.sees("自查测算，不是评定结果");

        saves(evaluation, "A1.02", own(evaluation).path("standard").path("parts").path(0).path("chapters").path(0)
                .path("clauses").path(1).path("choices").path(1), "另一台设备写的");
        phone.presses(By.cssSelector("details[open] .points label:nth-child(3)"));
        phone.presses(SAVE);
        phone.sees("另一台设备先存了这一条");
        phone.sees("另一台设备写的");
        assertEquals(List.of(), phone.barriers());
        phone.presses("用我写的");
        phone.sees("都已存好");
        assertEquals(3, saved(evaluation, "A1.02").path("edition").asInt());
        assertNotEquals(before, total(evaluation));
        phone.sees("总分" + total(evaluation) + "%");
    }

    /** A photo goes with the clause that it shows; what is no photo is refused with the reason. */
    private void shows(Browser phone, String evaluation) throws IOException {
        phone.opens(city.consoleBaseUrl() + "/#/stars/" + evaluation + "/check");
        opens(phone, "A1.02");
        phone.sees("每件最多8 MB");
        phone.gives(FILE, Files.writeString(folder.resolve("假.jpg"), "MZ program"));
        phone.sees("没有收下。文件不是");
        phone.gives(FILE, photo("登记证.jpg"));
        phone.sees("材料1");
        phone.sees("写了，还没存");
        assertEquals(List.of(), phone.barriers());
        phone.presses(SAVE);
        phone.sees("材料1件");
        assertEquals("jpeg", saved(evaluation, "A1.02").at("/exhibits/0/kind").asText());
    }

    private Path photo(String name) throws IOException {
        try (var in = Picture.class.getResourceAsStream("turned-6.jpg")) {
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    /** A failed red line leads down, and the nearest way up begins with it. */
    private void plans(Browser phone, String evaluation) throws IOException {
        opens(phone, "A1.01");
        phone.presses(By.cssSelector("[id='clause-A1.01'] .points label:last-child"));
        phone.types(By.cssSelector("[id='clause-A1.01'] .why textarea"), "许可证没有挂出");
        phone.presses(By.cssSelector("[id='clause-A1.01'] .acts button:last-child"));
        phone.sees("不够一星");
        phone.sees("改好这1条，就够一星线");
        phone.presses("列入整改");
        phone.sees("新的整改计划");
        assertEquals("A1.01", phone.value(By.name("clause")));
        phone.types(By.cssSelector("form textarea[name=words]"), "把许可证挂到前台。");
        phone.runs("document.querySelector('input[name=due]').value = '2030-01-31'");
        phone.presses("提交计划");
        phone.sees("整改中");
        phone.presses("交佐证");
        phone.types(By.cssSelector("details[open] textarea[name=words]"), "已挂在前台。");
        phone.sees("每件最多8 MB");
        phone.gives(FILE, photo("前台.jpg"));
        phone.sees("材料1");
        assertEquals(List.of(), phone.barriers());
        phone.presses(SEND);
        phone.sees("待核实，佐证1份");
        var plan = own(evaluation).path("plans").path(0);
        assertEquals("A1.01", plan.path("clause").asText());
        assertEquals("jpeg", plan.at("/proofs/0/exhibits/0/kind").asText());
        saves(evaluation, "A1.01", own(evaluation).path("standard").path("parts").path(0).path("chapters").path(0)
                .path("clauses").path(0).path("most"), "");
    }

    private void applies(Browser phone, String evaluation) {
        phone.presses("概况");
        phone.presses("申请评价");
        phone.sees("真实性声明");
        phone.presses("签署并申请");
        phone.sees("请填写“负责人签名”");
        phone.types(By.name("signatory"), "方予安");
        phone.presses("签署并申请");
        phone.sees("正在受理");
        assertEquals("awaiting-panel", own(evaluation).path("stage").asText());
    }

    private void scored(RatingRound round, String evaluation) {
        for (var expert : round.experts(evaluation)) {
            round.declares(expert, evaluation);
            round.fillsFull(expert, evaluation, clauses(own(evaluation)).size() - 1);
            round.handsIn(expert, evaluation);
        }
        round.settles(evaluation);
    }

    private void questions(Browser phone, RatingRound round, String evaluation) {
        phone.reloads();
        phone.sees("轮到您：核对评定的事实");
        phone.presses("核对事实");
        phone.sees("请核对事实");
        assertEquals(List.of(), phone.barriers());
        var last = clauses(own(evaluation)).getLast().path("code").asText();
        opens(phone, last);
        phone.types(By.cssSelector("[id='clause-" + last + "'] textarea"), "质控记录在二楼档案室。");
        phone.presses(SEND);
        phone.sees("等组长答复");
        var question = own(evaluation).path("questions").path(0);
        assertEquals(last, question.path("clause").asText());
        round.explains(evaluation, question.path("id").asText(), "已补看，记录不全，分数不变。");
        phone.reloads();
        phone.sees("已答复");
        opens(phone, last);
        phone.sees("记录不全，分数不变");
        phone.presses("事实无误");
        phone.sees("您已确认事实");
    }

    /** The notice stands for its whole time, so the last moves are made when it is over. */
    private void published(String evaluation) {
        var id = EvaluationId.of(evaluation);
        done(office(Duration.ZERO).move(ORGANISER, id, new OfficeMove.Notice(newId())));
        var later = office(Duration.ofDays(20));
        done(later.move(ORGANISER, id, new OfficeMove.Propose(newId())));
        done(later.move(CHECKER, id, new OfficeMove.Publish(newId())));
    }

    /** The appeal against the star is in vain, and the star is taken away for another reason. */
    private void withdrawn(String evaluation) {
        var id = EvaluationId.of(evaluation);
        var later = office(Duration.ofDays(21));
        done(later.move(ADJUDICATOR, id, new OfficeMove.DecideAppeal(newId(), Ruling.STANDS, "查档属实，维持。", Map.of())));
        done(later.move(ORGANISER, id, new OfficeMove.ProposeWithdrawal(newId(), Ground.FALSE_DATA, "台账有涂改。")));
        done(later.move(CHECKER, id, new OfficeMove.Withdraw(newId(), "台账有涂改。")));
    }

    private static Officer officer(String id, String name, Duty duty) {
        return new Officer(id, name, RatingRound.CITY, Set.of(duty));
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    private static RatingOffice office(Duration ahead) {
        var wiring = new RatingWiring(InstantSource.fixed(Instant.now().plus(ahead)));
        return new RatingOffice(wiring.city(), wiring.clerk(), wiring.experts(), () -> new byte[32]);
    }

    private static void done(Outcome outcome) {
        assertTrue(outcome instanceof Outcome.Done, outcome.toString());
    }

    private void answers(Browser phone, String evaluation) {
        phone.opens(city.consoleBaseUrl() + "/#/stars/" + evaluation);
        phone.sees(By.cssSelector(".stars [aria-label='5星，满分5星']"));
        phone.sees("免于日常检查");
        phone.sees("没有逾期的整改");
        assertEquals(List.of(), phone.barriers());
        phone.presses("星级标识");
        var badge = URI.create(phone.sees(By.linkText("下载SVG")).getDomProperty("href"));
        var file = new Consumer(city).asks(badge.getPath() + "?" + badge.getQuery());
        assertTrue(file.header("content-disposition").startsWith("attachment"), file.header("content-disposition"));
        assertTrue(file.text().contains("<svg"));
        phone.looks("portal-star");
        phone.presses("在星级旁回应");
        phone.types(By.xpath("//details[@open and contains(., '提交回应')]//textarea"), "我们已补齐质控记录。");
        phone.presses("提交回应");
        phone.sees("您的回应等人审核");
        phone.presses("对星级申诉");
        phone.types(By.xpath("//details[@open and contains(., '提交申诉')]//textarea"), "最后一条请复核。");
        phone.presses("提交申诉");
        phone.sees("公众现在看不到星级");
        assertEquals("under-appeal", own(evaluation).path("stage").asText());
        assertEquals(0, phone.overflow());
    }

    private void appeals(Browser phone, String evaluation) {
        phone.reloads();
        phone.sees("星级已撤销");
        phone.sees("台账有涂改。");
        phone.presses("对撤销申诉");
        phone.types(By.xpath("//details[@open and contains(., '提交申诉')]//textarea"), "台账是原件，没有涂改。");
        phone.looks("portal-withdrawn");
        phone.presses("提交申诉");
        phone.sees("由没有参与过这次评价的人决定。决定之前，公众看到的仍是“已撤销”");
        assertEquals("under-appeal", own(evaluation).path("stage").asText());
        assertEquals(List.of(), phone.barriers());
    }

    private static void signsIn(Browser phone, String console) {
        phone.opens(console + "/");
        phone.presses("登录");
        phone.sees(By.id(OWNER)).click();
        phone.sees("规范化星级评价");
    }

    /** Brings a clause into sight, as a thumb does, and opens it. */
    private static void opens(Browser phone, String clause) {
        var summary = By.cssSelector("[id='clause-" + clause + "'] summary");
        phone.sees(summary);
        phone.runs("document.getElementById('clause-" + clause + "').scrollIntoView()");
        phone.presses(summary);
    }

    private String evaluation() {
        return owner.get("/api/own/evaluations").path("items").path(0).path("evaluation").asText();
    }

    private JsonNode own(String evaluation) {
        return owner.get("/api/own/evaluations/" + evaluation);
    }

    /** What the self-check would be worth, in percent. */
    private String total(String evaluation) {
        return own(evaluation).path("projection").path("total").path("percent").asText();
    }

    private JsonNode saved(String evaluation, String clause) {
        return own(evaluation).path("sheet").path("clauses").path(clause);
    }

    /** As another device would, on top of what stands. */
    private void saves(String evaluation, String clause, JsonNode points, String reason) {
        saves(evaluation, clause, saved(evaluation, clause).path("edition").asInt(), points, reason);
    }

    private void saves(String evaluation, String clause, int seen, JsonNode points, String reason) {
        var save = "{\"change\":\"" + UUID.randomUUID() + "\",\"seen\":" + seen + ",\"points\":" + points
                + ",\"reason\":\"" + reason + "\"}";
        owner.put("/api/own/evaluations/" + evaluation + "/sheet/" + clause, "application/json",
                save.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static List<JsonNode> clauses(JsonNode told) {
        return RatingRound.clauses(told);
    }
}
