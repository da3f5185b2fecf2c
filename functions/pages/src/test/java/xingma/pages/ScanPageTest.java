package xingma.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.placard.Posting;
import xingma.warning.Warning;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class ScanPageTest {
    @Test
    void a_place_in_good_order_reads_yes_with_three_reasons_and_the_day() {
        var verdict = Read.of(Some.html(Some.clinic())).verdict();
        assertTrue(verdict.startsWith("云汀青禾医疗美容门诊部 可以做医疗美容"), verdict);
        assertTrue(verdict.contains("许可证 符合： 有效，至2028-05-31"), verdict);
        assertTrue(verdict.contains("诊疗科目 符合： 含医疗美容科"), verdict);
        assertTrue(verdict.contains("执业状态 符合： 正常，未被停业"), verdict);
        assertTrue(verdict.endsWith("2026-11-21（周六）按登记信息判定"), verdict);
    }

    @Test
    void a_lapsed_and_suspended_place_reads_no_and_still_tells_the_reason_that_holds() {
        var page = Some.html(Some.lapsed());
        var verdict = Read.of(page).verdict();
        assertTrue(verdict.contains("现在不能做医疗美容"), verdict);
        assertTrue(verdict.contains("不符合： 2026-10-31已到期"), verdict);
        assertTrue(verdict.contains("诊疗科目 符合： 含医疗美容科"), verdict);
        assertTrue(verdict.contains("不符合： 责令停业，未恢复"), verdict);
        assertTrue(page.contains("class=\"v n\"") && !page.contains("class=\"v y\""));
    }

    @Test
    void a_no_says_what_to_do_now() {
        var text = Read.of(Some.html(Some.lapsed())).text();
        for (var step : List.of("还没做 先不要做", "已付款 保留收据", "做完不适 先去综合医院", "请不要在这里注射、手术或付款")) {
            assertTrue(text.contains(step), step);
        }
        assertFalse(Read.of(Some.html(Some.clinic())).text().contains("还没做"));
    }

    @ParameterizedTest
    @CsvSource({
        "2028-05-30, true, 有效，至2028-05-31",
        "2028-05-31, true, 有效，今天到期",
        "2028-06-01, false, 2028-05-31已到期",
        "2023-05-31, false, 2023-06-01起才有效"
    })
    void the_verdict_is_made_for_the_day_of_the_scan(LocalDate day, boolean yes, String told) {
        var view = new View(Language.SIMPLIFIED, false, day, "/q/" + Some.CODE, Optional.empty());
        var verdict = Read.of(Some.PAGES.page(Some.clinic().scan(), view).html()).verdict();
        assertEquals(yes, verdict.contains("可以做医疗美容"), verdict);
        assertTrue(verdict.contains(told), verdict);
    }

    @Test
    void a_place_without_the_department_reads_no() {
        var verdict = Read.of(Some.html(Some.clinic().with("departments", "皮肤科"))).verdict();
        assertTrue(verdict.contains("现在不能做医疗美容") && verdict.contains("没有医疗美容科"), verdict);
    }

    @Test
    void name_and_street_stand_large_before_anything_else_with_a_way_out() {
        var page = Read.of(Some.html(Some.clinic()));
        assertTrue(page.text().indexOf("云汀市青岚区听雨路18号2层") < page.text().indexOf("给您做项目的是这位吗"));
        assertTrue(page.text().contains("这不是我所在的地方 标牌可能是从别处挪来的"));
    }

    @Test
    void everybody_has_three_conditions_and_an_unmet_one_says_what_it_means() {
        var people = Read.of(Some.html(Some.clinic())).section("people");
        assertTrue(people.contains("周砚宁 主诊医师 美容皮肤科 证号尾数0417 不是本人 周砚宁 医师资格 在此注册 主诊备案"), people);
        assertTrue(people.contains("沈禾 医师 皮肤病与性病 证号尾数1036 不是本人 沈禾 医师资格 在此注册 非主诊 须在主诊医师指导下操作"), people);
        assertTrue(people.contains("何喆 护士 执业注册至2029-03-14 证号尾数0123 不是本人 何喆 护士资格 在此注册 医美培训"), people);
    }

    @Test
    void lead_doctors_come_first_and_nurses_last() {
        var people = Read.of(Some.html(Some.clinic())).section("people");
        assertTrue(people.indexOf("陆知远") < people.indexOf("沈禾") && people.indexOf("沈禾") < people.indexOf("何喆"));
    }

    @Test
    void whoever_left_is_not_shown_from_that_day() {
        var left = with(Some.lead("周砚宁", "美容皮肤科"), "leftOn", "2026-11-21");
        assertFalse(Some.html(Some.clinic().with("principal", "甲").person("110990102000417", left)).contains("周砚宁"));
        var leaving = with(Some.lead("周砚宁", "美容皮肤科"), "leftOn", "2026-11-22");
        assertTrue(Some.html(Some.clinic().person("110990102000417", leaving)).contains("周砚宁"));
    }

    @Test
    void a_lapsed_registration_and_a_missing_qualification_are_told() {
        var people = Read.of(Some.html(Some.clinic()
                        .person("110990102000417", with(Some.lead("周砚宁", "美容皮肤科"), "validUntil", "2026-11-20"))
                        .person("110990102009999", Map.of("name", "无证", "role", "医师"))))
                .section("people");
        assertTrue(people.contains("注册过期") && people.contains("在这里的执业注册2026-11-20已到期，还没有续上。"), people);
        assertTrue(people.contains("无资格") && people.contains("登记簿里没有查到资格证书。不能给您做医疗美容。"), people);
    }

    @Test
    void while_the_place_is_shut_nobody_counts_as_registered_here() {
        var people = Read.of(Some.html(Some.lapsed())).section("people");
        assertTrue(people.contains("医生本人有资格也不行"));
        assertTrue(people.contains("医师资格 此处停业 主诊备案"), people);
        assertFalse(people.contains("在此注册"));
    }

    @Test
    void a_place_without_aesthetics_may_be_open_and_is_not_called_shut() {
        var page = Read.of(Some.html(Some.clinic().with("departments", "内科")));
        assertTrue(page.section("people").contains("医师资格 此处不可 主诊备案"), page.section("people"));
        assertFalse(page.text().contains("举报仍在营业") || page.text().contains("此处停业"), page.text());
    }

    @Test
    void a_place_without_registered_people_says_so() {
        assertTrue(Some.html(new Some.Clinic("medical-institution").with("name", "甲").with("district", "990102"))
                .contains("没有登记的人不能给您做"));
    }

    @Test
    void nothing_that_is_never_shown_is_on_the_page() {
        var page = Some.html(Some.clinic().person("110990102000417", with(
                Some.lead("周砚宁", "美容皮肤科"), "photoConsentOn", "2026-01-01", "photo", "photos/abc")));
        for (var secret : List.of("202133110", "110990102000417", "photos/abc", "备2021-0417", "2026-01-01")) {
            assertFalse(page.contains(secret), secret);
        }
    }

    @Test
    void photos_come_from_one_sheet_and_only_with_consent() {
        var consented = with(Some.lead("周砚宁", "美容皮肤科"), "photo", "a", "photoConsentOn", "2026-01-01");
        var silent = with(Some.lead("陆知远", "美容外科"), "photo", "b");
        var page = Some.html(Some.clinic().person("110990102000417", consented).person("110990102002290", silent));
        assertEquals(1, page.split("<img ", -1).length - 1);
        assertTrue(page.contains("alt=\"周砚宁的照片\"") && page.contains(".q0{object-position:0 0%}"));
    }

    @Test
    void the_licence_tells_number_validity_days_left_and_verification() {
        var licence = Read.of(Some.html(Some.clinic())).section("licence");
        assertTrue(licence.contains("登记号 XXXX0001999010217D1542"), licence);
        assertTrue(licence.contains("有效期 2023-06-01至2028-05-31 还有557天"), licence);
        assertTrue(licence.contains("校验 合格 下次2027-05-31"), licence);
        assertTrue(licence.contains("地址 云汀市青岚区听雨路18号2层 请与门口的门牌核对"), licence);
    }

    @Test
    void a_filed_clinic_has_no_last_day_and_the_page_says_why() {
        var page = Some.html(
                Some.clinic()
                        .credential("XXXX0001999010217D1542", Map.of(
                                "credentialType", "诊所备案凭证", "validFrom", "2023-06-01")));
        assertTrue(Read.of(page).verdict().contains("有效，没有截止日期"));
        assertTrue(page.contains("诊所实行备案，备案凭证没有截止日期。"));
    }

    @Test
    void an_overdue_verification_is_told() {
        var page = Some.html(
                Some.clinic()
                        .credential("XXXX0001999010217D1542", Map.of(
                                "validUntil", "2028-05-31", "nextVerification", "2026-05-31")));
        assertTrue(page.contains("应于2026-05-31校验，登记簿里还没有结果"));
    }

    @ParameterizedTest
    @CsvSource({
        "双眼皮, 重睑成形术, 可以在这里做, 陆知远",
        "重睑, 重睑成形术, 可以在这里做, 陆知远",
        "隆胸, 隆乳术, 不能在这里做, 这是2级项目，这里最高登记到1级",
        "磨骨头的削骨, 颧骨降低术, 不能在这里做, 这是4级项目"
    })
    void a_treatment_is_looked_up_by_what_people_call_it(String sought, String listed, String answer, String why) {
        var found = Read.of(Some.PAGES.page(Some.clinic().scan(), Some.view(Language.SIMPLIFIED, sought)).html())
                .section("procedure");
        assertTrue(found.contains(listed) && found.contains(answer) && found.contains(why), found);
    }

    @Test
    void a_treatment_that_nobody_here_may_lead_is_not_to_be_done_yet() {
        var clinic = Some.clinic()
                .person("110990102002290", with(Some.lead("陆知远", "美容外科"), "validUntil", "2026-01-01"));
        var found = Read.of(Some.PAGES.page(clinic.scan(), Some.view(Language.SIMPLIFIED, "双眼皮")).html())
                .section("procedure");
        assertTrue(found.contains("先不要做 机构登记了这个级别，但现在没有条件齐全的美容外科主诊医师"), found);
    }

    @Test
    void nothing_may_be_done_where_the_verdict_is_no() {
        var found = Read.of(Some.PAGES.page(Some.lapsed().scan(), Some.view(Language.SIMPLIFIED, "双眼皮")).html())
                .section("procedure");
        assertTrue(found.contains("不能在这里做") && !found.contains("可以在这里做"), found);
    }

    @Test
    void an_unknown_treatment_is_answered_without_a_guess() {
        var found = Read.of(Some.PAGES.page(Some.clinic().scan(), Some.view(Language.SIMPLIFIED, "<b>光子嫩肤")).html())
                .section("procedure");
        assertTrue(found.contains("分级目录里没有“") && found.contains("&lt;b&gt;光子嫩肤"), found);
    }

    @Test
    void decisions_are_told_newest_first_and_an_ended_one_as_ended() {
        var practice = Read.of(Some.html(Some.lapsed())).section("practice");
        assertTrue(practice.contains("责令停业 2026-11-16起，现在仍有效 事由： 许可证过期后仍在接诊"), practice);
        assertTrue(practice.contains("责令改正 2025-03-02至2025-04-01，已结束"), practice);
        assertTrue(practice.indexOf("责令停业") < practice.indexOf("责令改正"));
        assertTrue(Some.html(Some.clinic()).contains("登记簿里没有警告、整改、停业或吊销的记录"));
    }

    @Test
    void a_decision_of_tomorrow_is_not_told_today() {
        var page = Some.html(Some.clinic().decision("1", Map.of("status", "suspended", "since", "2026-11-22")));
        assertTrue(Read.of(page).verdict().contains("可以做医疗美容"));
        assertFalse(Read.of(page).section("practice").contains("责令停业"));
    }

    @Test
    void a_severe_warning_stands_under_the_verdict_and_advice_after_the_people() {
        var text = Read.of(Some.html(Some.clinic().warning(Warning.Severity.SEVERE, "有人冒充上门注射"))).text();
        assertTrue(text.indexOf("有人冒充上门注射") < text.indexOf("给您做项目"));
        var quiet = Read.of(Some.html(Some.clinic().warning(Warning.Severity.ADVICE, "有人冒充上门注射"))).text();
        assertTrue(quiet.indexOf("有人冒充上门注射") > quiet.indexOf("给您做项目"));
    }

    @Test
    void the_placard_can_be_compared_with_the_wall() {
        var placard = Read.of(Some.html(Some.clinic())).section("placard");
        assertTrue(placard.contains(Some.CODE.spoken() + " 第2版，2026-10-01签发"), placard);
        assertTrue(placard.contains("登记张贴位置： 一层前台") && placard.contains("2026-10-15经执法人员现场核对"), placard);
        assertTrue(placard.contains("网址应以 xm.yunting.example 开头"), placard);
        assertTrue(Some.html(Some.clinic().at(Posting.Step.MISSING)).contains("2026-11-02现场没有见到这块标牌"));
    }

    @Test
    void source_and_date_of_the_entry_stand_at_its_foot() {
        assertTrue(Read.of(Some.html(Some.clinic())).text().contains("登记信息2026-10-15由 云汀市卫生健康局 核对公布（第3次）"));
    }

    @Test
    void another_kind_speaks_its_own_words_and_has_no_people() {
        var page = Some.html(Gallery.salon());
        var read = Read.of(page);
        assertTrue(read.verdict().contains("可以对外营业") && read.verdict().contains("卫生许可证 符合： 有效，至2028-01-31"),
                read.verdict());
        assertTrue(read.text().contains("这里是生活美容场所，不能做医疗美容"));
        assertTrue(read.text().contains("进店前，记住四件事"));
        assertFalse(page.contains("id=\"people\"") || page.contains("id=\"procedure\"") || read.text().contains(
                "诊疗科目"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-place", "disinfectant-maker", "drinking-water-maker"})
    void every_kind_has_a_page_of_its_own(String kind) {
        var verdict = Read.of(Some.html(new Some.Clinic(kind).with("name", "甲").with("district", "990102"))).verdict();
        assertTrue(verdict.contains("不能") && verdict.contains("没有登记"), verdict);
    }

    @ParameterizedTest
    @ValueSource(strings = {"public-place", "disinfectant-maker", "drinking-water-maker"})
    void where_nobody_is_treated_a_no_speaks_of_paying_and_not_of_treatment(String kind) {
        var text = Read.of(Some.html(new Some.Clinic(kind).with("name", "甲").with("district", "990102"))).text();
        assertTrue(text.contains("还没付款 先不要付款。"), text);
        assertFalse(text.contains("先不要做") || text.contains("举报仍在营业"), text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void names_and_numbers_stay_as_registered_in_every_language(Language language) {
        var page = Some.html(Some.clinic(), language);
        for (var fact : List.of("云汀青禾医疗美容门诊部", "周砚宁", "XXXX0001999010217D1542", "听雨路18号")) {
            assertTrue(page.contains(fact), fact);
        }
        assertTrue(page.startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">"));
        assertTrue(page.contains("href=\"tel:12345\"") && page.contains("href=\"tel:010-68227123\""));
        assertEquals(language != Language.SIMPLIFIED, page.contains("<bdi lang=\"zh-Hans\">周砚宁</bdi>"));
    }

    @Test
    void other_languages_write_their_own_dates() {
        assertTrue(Some.html(Some.clinic(), Language.ENGLISH).contains("Valid to 31 May 2028"));
        assertTrue(Some.html(Some.clinic(), Language.JAPANESE).contains("2028年5月31日まで有効"));
        assertTrue(Some.html(Some.clinic(), Language.KOREAN).contains("2028년 5월 31일까지 유효"));
        assertTrue(Some.html(Some.clinic(), Language.TRADITIONAL).contains("有效，至2028-05-31"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2026-11-21 | SIMPLIFIED | 最迟12月1日告诉您是否受理（7个工作日，消费者权益保护法第四十六条）。",
        "2026-12-25 | SIMPLIFIED | 最迟2027年1月6日告诉您是否受理（7个工作日，消费者权益保护法第四十六条）。次年的放假安排还没有公布，日期暂定。",
        "2026-11-21 | ENGLISH | you hear by the end of 1 December whether it is accepted",
        "2026-12-25 | ENGLISH | art. 46). Next year’s holidays are not announced yet, so the date is provisional.",
        "2026-11-21 | KOREAN | 늦어도 12월 1일까지"
    })
    void a_promise_carries_its_date_and_says_when_the_date_may_move(LocalDate day, Language language, String said) {
        var view = new View(language, false, day, "/q/" + Some.CODE, Optional.empty());
        var text = Read.of(Some.PAGES.page(Some.clinic().scan(), view).html()).text();
        assertTrue(text.contains(said), text);
    }

    static Some.Clinic forty() {
        var clinic = Some.clinic();
        for (var i = 0; i < 36; i++) {
            var name = "" + "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许".charAt(i % 20) + "知远禾宁砚若溪临川岚庭舟".charAt(i % 12)
                    + "清和明远书言行止安然".charAt(i % 10);
            clinic.person("1109901020" + (51_234 + i * 137), switch (i % 3) {
                case 0 -> with(Some.lead(name, i % 2 == 0 ? "美容外科" : "美容皮肤科、美容外科"),
                        "photo", "photos/" + i + '-' + name.hashCode(), "photoConsentOn", "2026-01-01");
                case 1 -> Map.of("name", name, "role", "医师", "scope", "皮肤病与性病专业", "qualification",
                        "202133110******************",
                        "validUntil", "2026-0" + (1 + i % 9) + "-28");
                default -> Map.of("name", name, "role", "护士", "validUntil", "2029-0" + (1 + i % 9) + "-14");
            });
        }
        return clinic;
    }

    private static Map<String, String> with(Map<String, String> facts, String... more) {
        var all = new HashMap<>(facts);
        for (var i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
