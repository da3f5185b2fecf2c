package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import xingma.picture.Picture;

/** Experts at an institution with a tablet: blind, with or without network, and with nothing lost or written over. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ScoreTabletBrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final By FULL = By.cssSelector(".points label:first-of-type");
    private static final By NOTHING = By.cssSelector(".points label:last-of-type");
    private static final By WORDS = By.cssSelector(".why textarea[name=words]");
    private static final By NEXT = By.cssSelector(".sheet-foot button.filled");
    private static final By TAKEN = By.cssSelector(".exhibits img.taken");
    private static final By TAKE_OUT = By.cssSelector("fieldset.exhibits [aria-label^='去掉']");
    private static final By SURE = By.cssSelector("dialog button.filled");

    private LocalCity city;
    private RatingRound round;

    @BeforeEach
    void a_round_is_open(LocalCity running) {
        city = running;
        round = new RatingRound(city, "tablet");
    }

    @Test
    void a_day_without_network_loses_no_mark() {
        var evaluation = round.drawn();
        var expert = round.experts(evaluation).getFirst();
        try (var line = new BadLine(city.consoleBaseUrl()); var tablet = signedIn(line.address(), expert)) {
            tablet.sees("这台设备已备好");
            assertEquals(List.of(), tablet.barriers());
            tablet.presses(file(evaluation));
            tablet.sees("先申明没有利害关系");
            assertEquals(List.of(), tablet.barriers());
            assertFalse(tablet.text().contains("机构自查"));
            tablet.presses("没有以上情形");
            tablet.sees("机构自查");
            assertEquals(List.of(), tablet.barriers());
            var first = round.clauses(expert, evaluation).getFirst().path("code").asText();

            line.cuts();
            tablet.presses(NOTHING);
            tablet.presses(NEXT);
            tablet.sees("扣了分，请选或写一个原因");
            tablet.types(WORDS, "前台没有挂出收费标准");
            tablet.sees("1条联网后自动上传");
            tablet.runs("window.before = true");
            tablet.reloads();
            tablet.sees("1条联网后自动上传");
            assertNull(tablet.runs("return window.before || null"));
            tablet.presses(By.cssSelector("[data-to='" + first + "']"));
            assertEquals("前台没有挂出收费标准", tablet.value(WORDS));
            tablet.presses(NEXT);
            tablet.presses(FULL);
            tablet.sees("2条联网后自动上传");

            tablet.runs("window.put = IDBObjectStore.prototype.put;"
                    + "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }");
            tablet.presses(NEXT);
            tablet.presses(FULL);
            tablet.sees("这台设备存不下，1条只在这一页");
            tablet.runs("IDBObjectStore.prototype.put = window.put");
            tablet.presses(NEXT);
            tablet.presses(FULL);
            tablet.sees("4条联网后自动上传");
            assertTrue(round.saved(expert, evaluation, first).isMissingNode());
            assertEquals(List.of(), tablet.barriers());

            line.mends();
            tablet.sees("已上传");
            assertEquals("前台没有挂出收费标准", round.saved(expert, evaluation, first).path("reason").asText());
            assertEquals(1, round.saved(expert, evaluation, first).path("edition").asInt());
        }
    }

    @Test
    void what_the_institution_shows_is_looked_at_and_a_photo_waits_for_the_network(@TempDir Path folder) throws Exception {
        var person = round.begins();
        var own = new Desk(city.consoleBaseUrl(), city.token(person));
        var begun = own.get("/api/own/evaluations").path("items").path(0).path("evaluation").asText();
        var photo = photo();
        var sent = ExhibitsTest.sent(own, "/api/own/evaluations/" + begun + "/exhibits", "A1.01", photo);
        var evaluation = round.applied(person, Map.of("A1.01", sent.path("sha256").asText()));
        round.draws(person, evaluation);
        var expert = round.experts(evaluation).stream()
                .filter(e -> round.panel(e, evaluation).path("side").asText().equals("enforcement"))
                .findFirst()
                .orElseThrow();
        round.declares(expert, evaluation);
        try (var tablet = signedIn(city.consoleBaseUrl(), expert)) {
            tablet.sees("这台设备已备好");
            tablet.presses(file(evaluation));
            tablet.presses(By.cssSelector(".self .exhibits button"));
            tablet.sees(By.cssSelector(".exhibit-shown img"));
            tablet.presses("关上");

            tablet.reaches(false);
            tablet.presses(FULL);
            tablet.gives(By.cssSelector("fieldset.exhibits input[multiple]"), Files.write(folder.resolve("IMG_1.jpg"), photo));
            tablet.sees(TAKEN);
            tablet.reloads();
            tablet.sees("1条联网后自动上传");
            tablet.presses(By.cssSelector("[data-to='A1.01']"));
            tablet.sees(TAKEN);
            assertEquals(List.of(), tablet.barriers());
            tablet.reaches(true);
            tablet.sees(TAKE_OUT);
            tablet.sees("已上传");
            assertEquals(1, round.saved(expert, evaluation, "A1.01").path("exhibits").size());

            tablet.presses(TAKE_OUT);
            var desk = new Desk(city.consoleBaseUrl(), city.token(city.people().named(expert)));
            awaits(() -> desk.get("/api/panels/" + evaluation + "/exhibits").path("files").isEmpty());
            assertEquals(0, round.saved(expert, evaluation, "A1.01").path("exhibits").size());
        }
    }

    @Test
    void who_is_signed_out_while_away_goes_on_and_sends_after_signing_in_again() {
        var evaluation = round.drawn();
        var expert = round.experts(evaluation).getFirst();
        round.declares(expert, evaluation);
        try (var tablet = signedIn(city.consoleBaseUrl(), expert)) {
            tablet.presses(file(evaluation));
            tablet.sees("独立评分，互不可见");
            tablet.runs("""
                    const kept = JSON.parse(sessionStorage.getItem('xingma.session'));
                    sessionStorage.setItem('xingma.session', JSON.stringify({ ...kept, until: 0, refresh: null }));
                    """);
            tablet.reloads();
            tablet.presses("以后再登录");
            tablet.presses(FULL);
            tablet.sees("登录已过期，1条登录后上传");
            assertEquals(List.of(), tablet.barriers());

            tablet.presses("登录并上传");
            tablet.presses(SURE);
            var other = round.experts(evaluation).getLast();
            tablet.inNewWindow(() -> tablet.sees(By.id(other)).click());
            tablet.sees("登录的是另一个人");
            tablet.presses(SURE);
            tablet.inNewWindow(() -> tablet.sees(By.id(expert)).click());
            tablet.sees("已上传");
            var first = round.clauses(expert, evaluation).getFirst().path("code").asText();
            assertEquals(1, round.saved(expert, evaluation, first).path("edition").asInt());
        }
    }

    @Test
    void what_another_device_marked_is_not_written_over_and_only_a_whole_sheet_is_handed_in() {
        var evaluation = round.drawn();
        var expert = round.experts(evaluation).getFirst();
        round.declares(expert, evaluation);
        var first = round.clauses(expert, evaluation).getFirst().path("code").asText();
        try (var tablet = signedIn(city.consoleBaseUrl(), expert)) {
            tablet.presses(file(evaluation));
            tablet.sees("独立评分，互不可见");
            var other = round.experts(evaluation).getLast();
            round.declares(other, evaluation);
            round.saves(other, evaluation, first, 0, "别的专家的理由");
            round.saves(expert, evaluation, first, 0, "另一台平板");
            tablet.presses(FULL);
            tablet.sees("两台设备评得不一样");
            tablet.sees("另一台平板");
            assertFalse(tablet.text().contains("别的专家的理由"));
            assertFalse(round.panel(expert, evaluation).toString().contains("别的专家的理由"));
            assertEquals(List.of(), tablet.barriers());
            tablet.presses("用这台的");
            tablet.sees("已上传");
            assertEquals("", round.saved(expert, evaluation, first).path("reason").asText());

            tablet.presses("检查和提交");
            tablet.sees("没有评完");
            tablet.presses("提交评分表");
            tablet.sees("还不能提交");
            assertEquals(List.of(), tablet.barriers());
            round.fillsFull(expert, evaluation);
            tablet.reloads();
            tablet.presses("检查和提交");
            tablet.sees("都评完了");
            tablet.presses("提交评分表");
            tablet.presses(SURE);
            tablet.sees("您已提交");
            assertEquals(List.of(), tablet.barriers());
            assertTrue(round.panel(expert, evaluation).path("handedIn").asBoolean());
            assertFalse(kept(tablet).contains(evaluation));

            tablet.presses("退出");
            tablet.sees("登录");
            assertEquals("", kept(tablet));
        }
    }

    @Test
    void once_all_are_in_the_panel_reads_letters_and_its_chair_settles() {
        var evaluation = round.drawn();
        var experts = round.experts(evaluation);
        var chair = experts.stream()
                .filter(e -> round.panel(e, evaluation).path("chair").asBoolean())
                .findFirst()
                .orElseThrow();
        for (var expert : experts) {
            round.declares(expert, evaluation);
            round.fillsFull(expert, evaluation, expert.equals(chair) ? 0 : -1);
            round.handsIn(expert, evaluation);
        }
        try (var tablet = signedIn(city.consoleBaseUrl(), chair)) {
            tablet.presses(file(evaluation));
            tablet.sees("合议记录");
            experts.stream().filter(e -> !e.equals(chair)).forEach(e ->
                    assertFalse(tablet.text().contains(city.people().named(e).name()), e));
            assertEquals(List.of(), tablet.barriers());
            tablet.types(By.cssSelector(".spread textarea[name=words]"), "请各位再看现场照片。");
            tablet.presses("记入");
            tablet.sees("请各位再看现场照片。");
            tablet.presses(By.cssSelector("form > .acts button.filled"));
            tablet.sees("请填写");
            assertEquals(List.of(), tablet.barriers());
            tablet.runs("""
                    document.querySelectorAll('.ruling select').forEach(s => { s.selectedIndex = 1; });
                    document.querySelectorAll('.ruling textarea').forEach(a => { a.value = '合议补看现场'; });
                    """);
            tablet.presses(By.cssSelector("form > .acts button.filled"));
            tablet.sees("专家组定分");
            assertEquals("fact-check", round.panel(chair, evaluation).path("stage").asText());
        }
    }

    private static byte[] photo() throws IOException {
        try (var in = Picture.class.getResourceAsStream("turned-6.jpg")) {
            return in.readAllBytes();
        }
    }

    private static void awaits(BooleanSupplier so) {
        var end = Instant.now().plus(PATIENCE);
        while (!so.getAsBoolean()) {
            assertTrue(Instant.now().isBefore(end), "nothing came of it");
            LockSupport.parkNanos(250_000_000);
        }
    }

    private static By file(String evaluation) {
        return By.cssSelector("a[href='#/panels/" + evaluation + "']");
    }

    /** The keys of everything that this device keeps. */
    private static String kept(Browser tablet) {
        return (String) tablet.waits("""
                const open = indexedDB.open('xingma-scoring');
                open.onsuccess = () => {
                  const keys = open.result.transaction('things').objectStore('things').getAllKeys();
                  keys.onsuccess = () => { open.result.close(); done(keys.result.join()); };
                };
                """);
    }

    private static Browser signedIn(String console, String expert) {
        var tablet = Browser.tablet();
        tablet.opens(console + "/");
        tablet.presses("登录");
        tablet.sees(By.id(expert)).click();
        tablet.sees("我的评价");
        return tablet;
    }
}
