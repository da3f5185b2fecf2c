package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class CodePagesTest {
    private static final View VIEW = Some.view(Language.SIMPLIFIED);

    @Test
    void a_withdrawn_placard_opens_a_red_page_with_its_reason_and_what_to_do() {
        var page = Some.CODES.withdrawn(Gallery.withdrawn(), VIEW).html();
        var text = Read.of(page).text();
        assertTrue(page.contains("class=\"red\""));
        for (var told : List.of(
                "这块标牌已作废", "请不要相信它", Some.CODE.spoken(), "原因： 原机构已迁走并注销登记。", "第2版，2026-10-08由", "举报这块标牌", "先别付款")) {
            assertTrue(text.contains(told), told + " in " + text);
        }
    }

    @Test
    void no_person_of_the_bureau_is_named() {
        assertFalse(Read.of(Some.CODES.withdrawn(Gallery.withdrawn(), VIEW).html()).text().contains("o1"));
    }

    @Test
    void an_unknown_code_says_that_we_never_issued_it_and_lets_one_try_again() {
        var page = Some.CODES.unknown(Some.CODE, VIEW).html();
        assertTrue(Read.of(page).text().contains("本局没有发出过这个号码"));
        assertTrue(page.contains("<form action=\"/q\" method=\"get\">") && page.contains("name=\"code\""));
    }

    @Test
    void a_misread_code_is_shown_as_read_but_never_longer_than_forty_signs() {
        var page = Some.CODES.unreadable("<b>" + "x".repeat(500), VIEW).html();
        assertTrue(page.contains("<bdi>&lt;b&gt;" + "x".repeat(37) + "</bdi>"));
        assertTrue(Read.of(Some.CODES.unreadable("  ", VIEW).html()).text().contains("（空）"));
    }

    @Test
    void a_wrong_check_is_told_of_twelve_signs_only() {
        for (var twelve : List.of("7K3M9QX7TAAA", "7k3m-9qx7-taaa", " 7K3M 9QX7 TAAA ")) {
            assertTrue(Read.of(Some.CODES.unreadable(twelve, VIEW).html()).text().contains("校验不符"), twelve);
        }
        for (var other : List.of("", "AAAA", "7K3M9QX7TAAAA", "标牌")) {
            assertTrue(Read.of(Some.CODES.unreadable(other, VIEW).html()).text().contains("公示码由12位字母和数字组成"), other);
        }
    }

    @Test
    void our_own_failure_says_neither_yes_nor_no() {
        var page = Some.CODES.cannotCheck(VIEW).html();
        assertTrue(Read.of(page).text().contains("这不表示合格，也不表示不合格"));
        assertFalse(page.contains("class=\"v y\"") || page.contains("class=\"v n\"") || page.contains("class=\"red\""));
    }

    @Test
    void the_front_door_takes_a_code_lists_places_and_lets_officers_in() {
        var shelf = new CityPage.Shelf(Some.QINGLAN, List.of(Some.placard()), Optional.empty());
        var page = new CityPage(Some.PUBLISHER)
                .page(List.of(shelf), Optional.empty(), Optional.of("\"><b>"),
                        new View(Language.SIMPLIFIED, true, Some.DAY, "/", Optional.empty())).html();
        assertTrue(page.contains("href=\"/q/" + Some.CODE + "?l=zh-Hans&amp;v=big\""));
        for (var room : List.of("imports", "changes", "placards")) {
            assertTrue(page.contains("href=\"https://console.xm.yunting.example/#/" + room + "\""), room);
        }
        assertTrue(page.contains("value=\"&quot;&gt;&lt;b&gt;\""));
        assertTrue(page.contains("/?d=990121&amp;l=zh-Hans&amp;v=big"));
    }

    @Test
    void a_search_without_result_does_not_call_anybody_unlicensed() {
        var page = new CityPage(Some.PUBLISHER).page(List.of(), Optional.empty(), Optional.of("甲"), VIEW).html();
        assertTrue(Read.of(page).text().contains("没有公示不等于没有许可"));
    }
}
