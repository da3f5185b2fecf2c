package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingOffice;
import xingma.local.People.Person;
import xingma.rate.RatingWiring;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/** The office runs evaluations in a browser: draws a panel, waits blindly, publishes by two, decides an appeal. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class RoundBrowserTest {
    private static final String ROUND = "office";
    /** Whoever has all three duties, so that nothing but a part that was taken stands in the way. */
    private static final String ALL_DUTIES = "xun-he";
    private static final By WORDS = By.cssSelector(".move-form textarea[name=words]");
    private static final By RULING = By.cssSelector(".move-form select[name=ruling]");
    private static final By GROUND = By.cssSelector(".move-form select[name=ground]");
    private static final By SEND = By.cssSelector(".move-form button[type=submit]");

    private LocalCity city;
    private RatingRound round;
    private Person person;

    @BeforeEach
    void somebody_takes_part(LocalCity running) {
        city = running;
        round = new RatingRound(city, ROUND);
        person = round.begins();
    }

    @Test
    void a_panel_is_drawn_that_anybody_can_draw_again_and_no_score_is_seen_before_it_is_settled() {
        var evaluation = round.applied(person);
        round.lists(person);
        try (var desk = signedIn("ou-yang", "欧阳澄")) {
            desk.opens(city.consoleBaseUrl() + "/#/rounds/" + ROUND + "?district=990103");
            desk.sees("抽取专家组");
            assertEquals(List.of(), desk.barriers());
            desk.sees(By.cssSelector("a.row[href$='" + evaluation + "']")).click();
            desk.sees("下一步由评价组织岗抽取专家组");
            desk.strikes("d");
            desk.sees("种子留在案卷里");
            desk.presses("现在抽取");
            desk.sees("盲评：这里只有份数，没有分数");
            assertEquals(List.of(), desk.barriers());
            desk.presses(By.cssSelector(".draw summary"));
            desk.presses("照样重抽一次");
            desk.sees("重抽结果相同，每一签都对得上。");
            round.scores(evaluation, 0);
            again(desk, evaluation);
            desk.sees("1条分歧等组长定分");
            assertFalse(desk.text().contains("没有做到"));
            round.settles(evaluation);
            var clause = told(evaluation).at("/clauses/0/clause").asText();
            round.questions(person, evaluation, clause, "当天的台账放在另一间办公室。");
            again(desk, evaluation);
            desk.sees("合议认定没有做到。");
            desk.sees("1条异议等组长答复");
            desk.sees("现在还不能办：开始公示");
            round.explains(evaluation, told(evaluation).at("/questions/0/id").asText(), "补看了台账，定分不变。");
            round.confirms(person, evaluation);
            again(desk, evaluation);
            desk.sees("补看了台账，定分不变。");
            desk.strikes("n");
            desk.sees(SEND).click();
            desk.sees("公示期最迟");
            desk.sees("公示期还没有结束");
            assertEquals(List.of(), desk.barriers());
            desk.strikes("o");
            desk.writes(WORDS, "公示的地址不是现在的地址。");
            desk.sees(SEND).click();
            desk.sees("1条异议还没有处理");
            desk.strikes("q");
            desk.presses(By.cssSelector(".move-form select[name=objection] option:not([value=''])"));
            desk.writes(WORDS, "地址已经核对，与登记一致。");
            desk.sees(SEND).click();
            desk.sees("结果正在公示，没有异议");
            desk.sees("地址已经核对，与登记一致。");
            desk.opens(city.consoleBaseUrl() + "/#/rounds/" + ROUND + "/fairness");
            desk.sees("自查与定分的差距");
            assertEquals(List.of(), desk.barriers());
        }
    }

    @Test
    void one_person_proposes_and_another_publishes_and_whoever_had_a_part_is_told_why_not() {
        var evaluation = noticed();
        try (var desk = signedIn(ALL_DUTIES, "荀禾")) {
            desk.opens(file(evaluation));
            desk.sees("公布期限");
            desk.strikes("p");
            desk.sees(SEND).click();
            desk.sees("荀禾已提请公布");
            desk.sees("现在还不能办：公布星级");
            desk.sees("提请人不能自己复核");
        }
        assertEquals("public-notice", told(evaluation).path("stage").asText());
        try (var desk = signedIn("shen-duo", "沈铎")) {
            desk.opens(file(evaluation));
            desk.sees("荀禾已提请公布");
            desk.strikes("u");
            desk.sees(SEND).click();
            desk.sees("公布星级已记入");
            desk.sees("星级已公布，有效至");
            assertEquals(List.of(), desk.barriers());
            var institution = told(evaluation).path("institution").asText();
            desk.opens(city.publicBaseUrl() + "/stars/" + institution);
            desk.sees(told(evaluation).at("/star/words/chinese").asText());
        }
        appeals(evaluation, "当天的记录可以补看。");
        try (var desk = signedIn(ALL_DUTIES, "荀禾")) {
            desk.opens(file(evaluation));
            desk.sees("申诉决定期限最迟");
            desk.sees("您参与过这次评价，应当回避");
            desk.sees("荀禾");
            assertTrue(desk.sees(By.cssSelector(".file-main")).getText().contains("应当回避的"));
        }
        try (var desk = signedIn("ai-lan", "艾岚")) {
            desk.opens(file(evaluation));
            desk.sees("申诉决定期限最迟");
            desk.strikes("a");
            desk.sees(WORDS);
            desk.sees(SEND).click();
            desk.sees("请填写“决定”");
            desk.chooses(RULING, "stands");
            desk.writes(WORDS, "查看了原始记录，评分无误，维持。");
            assertEquals(List.of(), desk.barriers());
            desk.sees(SEND).click();
            desk.sees("裁决申诉：维持");
        }
        assertEquals("in-force", told(evaluation).path("stage").asText());
    }

    @Test
    void a_star_is_suspended_and_shown_again_withdrawn_by_two_and_restored_where_that_was_wrong() {
        var evaluation = noticed();
        moves(ALL_DUTIES, evaluation, "propose");
        moves("shen-duo", evaluation, "publish");
        try (var desk = signedIn(ALL_DUTIES, "荀禾")) {
            desk.opens(file(evaluation));
            desk.sees("星级已公布，有效至");
            desk.strikes("t");
            desk.chooses(GROUND, "verification-overdue");
            desk.writes(By.cssSelector(".move-form input[name=record]"), "校验记录");
            desk.sees(SEND).click();
            desk.sees("星级已暂停显示：逾期未校验");
            desk.strikes("r");
            desk.writes(WORDS, "已经补办校验。");
            desk.sees(SEND).click();
            desk.sees("星级已公布，有效至");
            desk.strikes("l");
            desk.chooses(GROUND, "false-data");
            desk.writes(WORDS, "培训记录经查为补造。");
            desk.sees(SEND).click();
            desk.sees("荀禾已提请撤销，事由：弄虚作假");
            desk.sees("现在还不能办：撤销星级");
            desk.sees("提请人不能自己复核");
            assertEquals(List.of(), desk.barriers());
        }
        try (var desk = signedIn("shen-duo", "沈铎")) {
            desk.opens(file(evaluation));
            desk.sees("培训记录经查为补造。");
            desk.strikes("w");
            desk.writes(WORDS, "事实清楚，同意撤销。");
            desk.sees(SEND).click();
            desk.sees("星级已撤销，事由：弄虚作假。");
            desk.sees("机构可以申诉，最迟");
        }
        appeals(evaluation, "记录是当天写的，有监控为证。");
        try (var desk = signedIn(ALL_DUTIES, "荀禾")) {
            desk.opens(file(evaluation));
            desk.sees("机构对撤销提出申诉，决定之前仍为已撤销");
            desk.sees("您参与过这次评价，应当回避");
            assertEquals(List.of(), desk.barriers());
        }
        try (var desk = signedIn("ai-lan", "艾岚")) {
            desk.opens(file(evaluation));
            desk.sees("申诉决定期限最迟");
            desk.strikes("a");
            desk.sees("记录是当天写的，有监控为证。");
            desk.sees("培训记录经查为补造。");
            desk.chooses(RULING, "restored");
            desk.writes(WORDS, "监控属实，撤销没有根据。");
            desk.sees(SEND).click();
            desk.sees("裁决申诉：恢复星级");
            desk.sees("星级已公布，有效至");
        }
        assertEquals("in-force", told(evaluation).path("stage").asText());
    }

    /** An evaluation that was put on notice so long ago that its days are over. */
    private String noticed() {
        var evaluation = round.drawn(person);
        round.scores(evaluation, 0);
        round.settles(evaluation);
        round.confirms(person, evaluation);
        var then = new RatingWiring(InstantSource.fixed(Instant.now().minus(Duration.ofDays(20))));
        var office = new RatingOffice(then.city(), then.clerk(), then.experts(), () -> new byte[32]);
        var organiser = new Officer("ou-yang", "欧阳澄", new RegionCode("990100"), Set.of(Duty.ORGANISER));
        var done = office.move(organiser, EvaluationId.of(evaluation), new OfficeMove.Notice(id()));
        assertTrue(done instanceof Outcome.Done, done.toString());
        return evaluation;
    }

    private String file(String evaluation) {
        return city.consoleBaseUrl() + "/#/rounds/" + ROUND + "/" + evaluation;
    }

    private JsonNode told(String evaluation) {
        return new Register(city).of("ou-yang").get("/api/evaluations/" + Register.encoded(evaluation));
    }

    /** Reads the file anew. */
    private void again(Browser desk, String evaluation) {
        desk.opens(city.consoleBaseUrl() + "/#/rounds");
        desk.opens(file(evaluation));
    }

    private void moves(String officer, String evaluation, String move) {
        new Register(city).of(officer).post("/api/evaluations/" + Register.encoded(evaluation) + "/moves",
                Map.of("move", move, "id", id()));
    }

    private void appeals(String evaluation, String words) {
        new Desk(city.consoleBaseUrl(), city.token(person)).post(
                "/api/own/evaluations/" + Register.encoded(evaluation) + "/appeal", Map.of("id", id(), "words", words));
    }

    private Browser signedIn(String someone, String seen) {
        var desk = Browser.desk();
        desk.opens(city.consoleBaseUrl() + "/");
        desk.presses("登录");
        desk.sees(By.id(someone)).click();
        desk.sees(seen);
        return desk;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
