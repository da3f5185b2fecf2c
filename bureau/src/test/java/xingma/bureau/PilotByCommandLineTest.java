package xingma.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import xingma.local.LocalCity;
import xingma.local.Options;

/** The pilot's way from file to wall by command line, in the city on this machine; each step needs the one before. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PilotByCommandLineTest {
    @TempDir
    private static Path folder;

    private static LocalCity city;
    private static Desk registrar;
    private static Desk checker;
    private static String imported;

    @BeforeAll
    static void open() {
        city = LocalCity.start(Options.anywhere(Path.of("..").toAbsolutePath().normalize(), folder.resolve("city")));
        registrar = new Desk(folder.resolve("gao-min"), city.consoleBaseUrl());
        checker = new Desk(folder.resolve("shen-duo"), city.consoleBaseUrl());
    }

    @AfterAll
    static void close() {
        city.close();
    }

    @Test
    @Order(1)
    void two_officers_sign_in() {
        assertEquals(3, registrar.run("imports"));
        assertEquals(0, registrar.run("sign-in", "--as", "gao-min"), registrar.err());
        assertEquals(0, checker.run("sign-in", "--as", "shen-duo"), checker.err());
    }

    @Test
    @Order(2)
    void the_pilot_is_tried_and_then_proposed() throws IOException {
        assertEquals(0, registrar.run("import", file("pilot-66.xlsx")), registrar.err() + registrar.out());
        assertEquals(0, registrar.run("institutions"));
        assertTrue(registrar.err().contains("没有找到机构"), "a trial writes nothing");
        assertEquals(0, registrar.run("import", file("pilot-66.xlsx"), "--propose"), registrar.err() + registrar.out());
        assertTrue(registrar.out().contains("已提交66家"), registrar.out());
        imported = registrar.out().lines().filter(l -> l.contains("bureau check")).findFirst().orElseThrow().replaceAll(".* ", "");
    }

    @Test
    @Order(3)
    void only_a_second_person_publishes_it() {
        assertEquals(1, registrar.run("check", imported));
        assertEquals(0, checker.run("check", imported), checker.err());
        assertTrue(checker.out().contains("已发布66家"));
    }

    @Test
    @Order(5)
    void the_same_file_again_changes_nothing_and_a_faulty_one_is_told() throws IOException {
        assertEquals(0, registrar.run("import", file("pilot-66.xlsx")));
        assertTrue(registrar.out().contains("新增0，改动0"), registrar.out());
        assertEquals(1, registrar.run("import", file("faulty.xlsx")));
        for (var told : new String[] {"改动5，无变化57，有错4", "C14", "D15", "E17", "C18", "要重印标牌"}) {
            assertTrue(registrar.out().contains(told), told + "\n" + registrar.out());
        }
        assertEquals(0, registrar.run("import", file("pilot-66-institutions-gb18030.csv")), registrar.out());
        assertTrue(registrar.out().contains("新增0，改动0"), registrar.out());
    }

    @Test
    @Order(4)
    void a_district_is_posted_and_printed_and_a_lost_placard_ends() throws Exception {
        assertEquals(0, registrar.run("placards", "issue", "--district", "990102"), registrar.err());
        var sheets = folder.resolve("青岚区.pdf");
        assertEquals(0, registrar.run("placards", "sheets", "--district", "990102", "--out", sheets.toString()), registrar.err());
        assertEquals("%PDF", Files.readString(sheets, StandardCharsets.ISO_8859_1).substring(0, 4));
        assertEquals(0, registrar.run("placards", "list", "--district", "990102", "--limit", "1"));
        var code = registrar.out().lines().toList().getLast().substring(0, 14);
        assertEquals(200, scanned(code));
        assertEquals(0, registrar.run("placards", "withdraw", code, "--reason", "遗失"), registrar.err());
        assertEquals(410, scanned(code));
    }

    private static int scanned(String code) throws IOException, InterruptedException {
        try (var phone = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {
            var asked = HttpRequest.newBuilder(URI.create(city.publicBaseUrl() + "/q/" + code.replace("-", "")))
                    .header("accept", "text/html")
                    .build();
            return phone.send(asked, BodyHandlers.discarding()).statusCode();
        }
    }

    private static String file(String name) throws IOException {
        try (var in = PilotByCommandLineTest.class.getResourceAsStream("/xingma/sample/" + name)) {
            return Files.write(folder.resolve(name), in.readAllBytes()).toString();
        }
    }
}
