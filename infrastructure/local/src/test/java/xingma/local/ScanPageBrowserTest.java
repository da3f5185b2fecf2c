package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The scan page on a phone. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ScanPageBrowserTest {
    private String page;

    @BeforeEach
    void find_a_placard(LocalCity city) {
        var desk = new Register(city).of("gao-min");
        page = city.publicBaseUrl() + "/q/" + Register.institution(desk, "青禾").path("placard").asText();
    }

    @ParameterizedTest
    @EnumSource(value = Browser.Scripts.class, names = {"ON", "OFF"})
    void the_page_says_all_with_and_without_scripts(Browser.Scripts scripts) {
        try (var phone = Browser.phone(360, scripts)) {
            phone.opens(page);

            phone.sees("可以做医疗美容");
            phone.sees("周砚宁");
            phone.sees("12345");
        }
    }

    @Test
    void nobody_is_kept_out() {
        try (var phone = Browser.phone(360, Browser.Scripts.ON)) {
            phone.opens(page);
            assertEquals(List.of(), phone.barriers());
        }
    }

    @Test
    void the_page_needs_two_requests_at_most() {
        try (var phone = Browser.phone(360, Browser.Scripts.ON)) {
            phone.opens(page);

            var requests = (Number) phone.runs("return 1 + performance.getEntriesByType('resource').length");
            assertTrue(requests.intValue() <= 2, requests + " requests");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360})
    void nothing_runs_over_the_edge(int width) {
        try (var phone = Browser.phone(width, Browser.Scripts.ON)) {
            phone.opens(page);

            var overflow = (Number) phone.runs("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertEquals(0, overflow.intValue());
        }
    }
}
