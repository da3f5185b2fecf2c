package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openqa.selenium.By;

/** The officers' desk in a browser: a faulty sheet, a mended one, and the second person. */
@ExtendWith(RunningCity.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
@Execution(ExecutionMode.CONCURRENT)
class ConsoleBrowserTest {
    @Test
    void a_sheet_goes_from_its_faults_to_the_second_person(LocalCity city, @TempDir Path folder) throws Exception {
        var faulty = Files.write(folder.resolve("名册.xlsx"), Sample.file("faulty.xlsx"));
        var lines = new String(Sample.file("faulty-utf8-bom.csv"), StandardCharsets.UTF_8).lines().toList();
        var mended = Files.writeString(folder.resolve("改好.csv"), lines.getFirst() + "\r\n" + lines.get(51) + "\r\n");
        try (var desk = Browser.desk()) {
            signsIn(desk, city, "gao-min", "高敏");
            assertEquals(List.of(), desk.barriers());

            desk.opens(city.consoleBaseUrl() + "/#/imports/new");
            desk.sees(By.cssSelector("label.button"));
            desk.gives(By.cssSelector("input[type=file]"), faulty);
            desk.sees("C14");
            desk.sees("D15");
            assertEquals(List.of(), desk.barriers());

            desk.opens(city.consoleBaseUrl() + "/#/imports/new");
            desk.sees(By.cssSelector("label.button"));
            desk.gives(By.cssSelector("input[type=file]"), mended);
            desk.sees("顾怀瑾");
            desk.presses("提交1行去复核");
            desk.sees("1家等第二人复核");

            desk.presses("撤回提交");
            desk.sees(By.cssSelector("dialog"));
            desk.presses("撤回提交");
            desk.sees("提交人已撤回");
            assertEquals(List.of(), desk.barriers());
            desk.opens(city.consoleBaseUrl() + "/#/imports/new");
            desk.sees(By.cssSelector("label.button"));
            desk.gives(By.cssSelector("input[type=file]"), mended);
            desk.presses("提交1行去复核");
            desk.sees("1家等第二人复核");
        }
        try (var desk = Browser.desk()) {
            signsIn(desk, city, "shen-duo", "沈铎");
            desk.opens(city.consoleBaseUrl() + "/#/imports");
            desk.presses("改好.csv");
            desk.presses("同意并公布1家");
            desk.sees(By.cssSelector("dialog"));
            desk.presses("同意并公布");
            desk.sees("1家已公布");
        }
    }

    @Test
    void placards_are_issued_from_the_desk(LocalCity city) {
        try (var desk = Browser.desk()) {
            signsIn(desk, city, "pan-lan", "潘澜");
            desk.opens(city.consoleBaseUrl() + "/#/placards/issue");
            desk.sees("签发标牌");
            assertEquals(List.of(), desk.barriers());
            desk.presses("签发");
            desk.sees("没有要签发的");
        }
    }

    private static void signsIn(Browser desk, LocalCity city, String person, String name) {
        desk.opens(city.consoleBaseUrl() + "/");
        desk.presses("登录");
        desk.sees(By.id(person)).click();
        desk.sees(name);
    }
}
