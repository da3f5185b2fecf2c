package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer is told whose machine has not the JDK; the test asks for one that no machine has. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvnw is a shell script")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MissingJdkTest {
    @TempDir
    Path folder;

    @Test
    void the_first_lines_say_plainly_what_is_missing_in_chinese_then_in_english() throws Exception {
        var ended = validated("[99,100)");

        assertNotEquals(0, ended.status());
        assertTrue(ended.said().get(0).startsWith("这台机器上没有找到 JDK 25。请安装一个"), ended.said().toString());
        assertTrue(ended.said().get(1).startsWith("No JDK 25 was found on this machine. Install one"), ended.said().toString());
        assertTrue(ended.said().stream().noneMatch(l -> l.strip().startsWith("at ")), ended.said().toString());
    }

    @Test
    void whoever_has_it_is_told_nothing() throws Exception {
        assertEquals(new Ended(0, List.of()), validated("[25,26)"));
    }

    private record Ended(int status, List<String> said) {}

    private Ended validated(String range) throws IOException, InterruptedException {
        var toolchains = Files.writeString(folder.resolve("toolchains.xml"), "<toolchains/>").toString();
        var repository = System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
        var maven = new ProcessBuilder("./mvnw", "-q", "-N", "-t", toolchains, "-Dmaven.repo.local=" + repository,
                "-Djdk.range=" + range, "validate")
                .directory(House.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        return new Ended(maven.waitFor(), said);
    }
}
