package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;

/** From the scan to the status page on a phone. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ComplaintBrowserTest {
    private String page;

    @BeforeEach
    void find_a_placard(LocalCity city) {
        var desk = new Register(city).of("gao-min");
        page = city.publicBaseUrl() + "/q/" + Register.institution(desk, "青禾").path("placard").asText();
    }

    @ParameterizedTest
    @EnumSource(value = Browser.Scripts.class, names = {"ON", "OFF"})
    void not_this_person_becomes_a_receipt_and_a_case_to_follow(Browser.Scripts scripts) {
        try (var phone = Browser.phone(360, scripts)) {
            phone.opens(page);
            // The bar at the foot of a small phone may cover the link just now; a thumb would scroll.
            phone.opens(phone.sees(By.cssSelector("a.r")).getDomProperty("href"));
            phone.sees("做项目的不是本人");
            phone.sees(By.id("words")).sendKeys("不是她");
            phone.presses("提交");
            phone.sees("您写的内容都还在");
            assertTrue(phone.text().contains("还差两处"), phone.text());

            phone.sees(By.id("words")).sendKeys("，是另一位姓白的女士，没有出示证件。");
            phone.sees(By.id("phone")).sendKeys("13800005678");
            phone.presses("提交");
            phone.receives("已收到");
            phone.sees("138****5678");
            assertFalse(phone.address().contains("secret") || phone.address().contains("#"), phone.address());

            phone.presses("查看办理进度");
            phone.sees("等待决定是否受理");
            phone.sees(By.id("message")).sendKeys("收据还在我这里。");
            phone.presses("发送");
            phone.sees("已发送给经办人");
            phone.sees("收据还在我这里。");
            assertEquals("", phone.address().replaceFirst("^http://[0-9.:]+/status/message$", ""));
        }
    }

    @Test
    void nobody_is_kept_out_of_form_receipt_and_status() {
        try (var phone = Browser.phone(360, Browser.Scripts.ON)) {
            phone.opens(page.replace("/q/", "/complain?at="));
            assertEquals(List.of(), phone.barriers());
            phone.sees(By.id("words")).sendKeys("他们说能治百病，还让我当天付款。");
            assertTrue(phone.text().contains("手机号"));
            phone.presses(By.cssSelector("label[for=identity-anonymous]"));
            assertFalse(phone.text().contains("手机号"), "who stays anonymous is asked for none");
            phone.presses("提交");
            phone.receives("已收到");
            assertEquals(List.of(), phone.barriers());
            phone.presses("查看办理进度");
            phone.sees("等待决定是否受理");
            assertEquals(List.of(), phone.barriers());
        }
    }
}
