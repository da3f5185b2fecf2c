package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;
import xingma.rulebook.StandardBook;

/** A standard in a browser: from a file with faults, through opinions, trial and simulation, into force by a second person. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class StandardsBrowserTest {
    /** A standard of its own: the city's other tests rate by the one that ships. */
    private static final String ID = "BROWSED-2026";

    @Test
    void a_draft_goes_through_opinions_and_a_trial_into_force_by_the_second_person(LocalCity city, @TempDir Path folder)
            throws Exception {
        var sound = StandardBook.shippedFile("ILLUSTRATIVE-2026", 1).orElseThrow().replace("ILLUSTRATIVE-2026", ID);
        var faulty = Files.writeString(folder.resolve("坏.json"), sound.replaceFirst("\"points\": 20", "\"points\": 20.5"));
        var mended = Files.writeString(folder.resolve("好.json"), sound);
        try (var desk = Browser.desk()) {
            signsIn(desk, city, "ou-yang", "欧阳澄");
            desk.opens(city.consoleBaseUrl() + "/#/standards/new");
            desk.sees(By.cssSelector("label.button"));
            desk.gives(By.cssSelector("input[type=file]"), faulty);
            desk.sees("parts[A].chapters[A1].clauses[A1.01].points");
            assertEquals(List.of(), desk.barriers());
            desk.gives(By.cssSelector("input[type=file]"), mended);
            desk.presses("登记为草案");
            desk.sees("下一步：征求意见");

            desk.runs("document.querySelector('[name=from]').value = '2026-10-01'");
            desk.runs("document.querySelector('[name=until]').value = '2026-10-31'");
            desk.presses(By.cssSelector("section.next button[type=submit]"));
            desk.sees("下一步：试行");
            desk.presses("登记一条意见");
            desk.types(By.name("opinions[0].words"), "分值偏高。");
            desk.presses("保存");
            desk.sees("1条还没有答复");
            assertEquals(List.of(), desk.barriers());
            desk.presses("答复意见");
            desk.types(By.cssSelector("dialog textarea"), "下一版降低。");
            desk.presses(By.cssSelector("dialog button.filled"));
            desk.sees("都已答复");
            desk.presses("开始试行");
            desk.sees("请先在下面试算");

            desk.presses("试算");
            desk.presses("提请施行");
            desk.types(By.cssSelector("dialog textarea"), "试行满意。");
            desk.presses(By.cssSelector("dialog button.filled"));
            desk.sees("等第二人同意施行");
            assertEquals(List.of(), desk.barriers());
        }
        try (var desk = Browser.desk()) {
            signsIn(desk, city, "shen-duo", "沈铎");
            desk.opens(city.consoleBaseUrl() + "/#/standards/" + ID + "/1");
            desk.presses("同意施行");
            desk.sees(By.cssSelector("dialog"));
            desk.presses("同意施行");
            desk.sees("正在施行");
            assertEquals(List.of(), desk.barriers());
        }
        var page = page(city);
        assertTrue(page.contains("施行") && page.contains("采纳1条") && page.contains("下一版降低"), page);
        retired(city);
    }

    private static String page(LocalCity city) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(city.publicBaseUrl() + "/method?s=" + ID + "/1"))
                .header("accept", "text/html")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    /** Other tests look at the method page of a city that has no standard in force. */
    private static void retired(LocalCity city) {
        var register = new Register(city);
        var path = "/api/standards/" + ID + "/1/";
        register.of("ou-yang").post(path + "retire", Map.of("id", UUID.randomUUID().toString(), "words", "试完了。"));
        register.of("shen-duo").post(path + "decide", Map.of("id", UUID.randomUUID().toString()));
    }

    private static void signsIn(Browser desk, LocalCity city, String person, String name) {
        desk.opens(city.consoleBaseUrl() + "/");
        desk.presses("登录");
        desk.sees(By.id(person)).click();
        desk.sees(name);
    }
}
