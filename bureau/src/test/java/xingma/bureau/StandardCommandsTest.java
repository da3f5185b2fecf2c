package xingma.bureau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xingma.rating.Points;
import xingma.rulebook.StandardBook;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class StandardCommandsTest {
    @TempDir
    private Path folder;

    private Desk desk;
    private Path draft;

    @BeforeEach
    void open() throws IOException {
        desk = new Desk(folder.resolve("home"), "http://127.0.0.1:1");
        draft = folder.resolve("draft.json");
        try (var in = StandardBook.class.getResourceAsStream("standards/illustrative-2026-1.json")) {
            Files.write(draft, in.readAllBytes());
        }
    }

    @Test
    void a_sound_standard_is_summed_up_with_its_notice() {
        assertEquals(0, desk.run("standard", "check", draft.toString()));
        assertTrue(desk.out().startsWith("示例草案，非正式标准"), desk.out());
        assertTrue(desk.out().contains("共56条、1000分，红线8条"), desk.out());
        assertTrue(desk.out().lines().anyMatch(l -> l.startsWith("A ") && l.contains("依法执业") && l.endsWith("450")));
    }

    @Test
    void every_flaw_is_told_and_the_exit_code_says_so() throws IOException {
        replace("\"points\": 25", "\"points\": \"25\"");
        assertEquals(1, desk.run("standard", "check", draft.toString()));
        assertTrue(desk.out().contains("clauses[A2.01].points 要写成整数"), desk.out());
        assertTrue(desk.err().contains("处问题"), desk.err());
        assertEquals(2, desk.run("standard", "check", folder.resolve("none.json").toString()));
    }

    @Test
    void a_draft_tells_whose_stars_it_would_change() throws IOException {
        var first = sheet("青禾", 19_99);
        var second = sheet("云裳", 20_00);
        replace("\"code\": \"B8.02\"", "\"code\": \"B8.03\"");
        replace("\"total\": 95", "\"total\": 100");
        assertEquals(0, desk.run("standard", "simulate", draft.toString(), first.toString(), second.toString(), "--day", "2026-11-20"));
        assertTrue(desk.out().lines().anyMatch(l -> l.startsWith("青禾") && l.contains("没有评过：B8.03")), desk.out());
        assertTrue(desk.out().contains("没有评过不算零分"));
        replace("\"code\": \"B8.03\"", "\"code\": \"B8.02\"");
        assertEquals(0, desk.run("standard", "simulate", draft.toString(), first.toString(), second.toString(), "--lang", "en"));
        assertTrue(desk.out().lines().anyMatch(l -> l.startsWith("青禾") && l.contains("five stars") && l.contains("four stars")
                && l.contains("0.01 points missing of all")), desk.out());
        assertTrue(desk.out().lines().anyMatch(l -> l.startsWith("云裳") && l.contains("the same")), desk.out());
    }

    private Path sheet(String institution, int followUp) throws IOException {
        var marks = new StringBuilder();
        for (var clause : StandardBook.shipped().getFirst().clauses()) {
            var points = clause.code().equals("B2.05") ? new Points(followUp) : clause.most();
            marks.append(marks.isEmpty() ? "" : ",")
                    .append("{\"clause\": \"%s\", \"hundredths\": %d}".formatted(clause.code(), points.hundredths()));
        }
        return Files.writeString(
                folder.resolve(institution + ".json"),
                "{\"institution\": \"%s\", \"type\": \"医疗美容门诊部\", \"standard\": \"ILLUSTRATIVE-2026/1\", \"marks\": [%s]}"
                        .formatted(institution, marks));
    }

    private void replace(String one, String other) throws IOException {
        var text = Files.readString(draft, StandardCharsets.UTF_8);
        assertTrue(text.contains(one), one);
        Files.writeString(draft, text.replace(one, other));
    }
}
