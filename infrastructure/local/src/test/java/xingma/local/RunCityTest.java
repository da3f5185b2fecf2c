package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class RunCityTest {
    @Test
    void the_city_stops_when_what_started_it_is_gone() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var parent = new ProcessBuilder(java, "-Xmx16m", "-XX:+UseSerialGC", "-version").start();
        var stopped = new CountDownLatch(1);
        RunCity.stopAfter(parent.toHandle(), stopped::countDown);
        parent.destroy();
        assertTrue(stopped.await(30, TimeUnit.SECONDS));
        assertFalse(parent.isAlive());
    }

    @Test
    void a_port_that_is_taken_ends_in_a_sentence_and_not_as_success(@TempDir Path folder) throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var ended = started(folder, "-Dcity.port=" + taken.getLocalPort());

            assertEquals(RunCity.NOT_STARTED, ended.status());
            assertEquals(
                    List.of("端口 " + taken.getLocalPort() + " 已被别的程序占用。换一个：-Dcity.port=9080",
                            "Port " + taken.getLocalPort()
                                    + " is taken by another program. Choose another: -Dcity.port=9080"),
                    Files.readAllLines(folder.resolve("refusal")));
            assertEquals(3, ended.said().size(), ended.said().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Dcity.port=x", "-Dcity.port=80", "-Dcity.size=7"})
    void an_option_that_cannot_be_followed_ends_in_a_sentence_and_not_as_success(String option, @TempDir Path folder)
            throws Exception {
        var ended = started(folder, option);

        assertEquals(RunCity.NOT_STARTED, ended.status());
        assertEquals(Files.readAllLines(folder.resolve("refusal")), ended.said());
        assertTrue(ended.said().getFirst().matches(option + "：.*\\p{IsHan}.*。 [A-Z].*\\."), ended.said().toString());
    }

    private record Ended(int status, List<String> said) {}

    private static Ended started(Path folder, String option) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var city = new ProcessBuilder(java, "-Xmx128m", "-XX:+UseSerialGC", "-Dcity.root=../..",
                "-Dcity.folder=" + folder, "-Dcity.refusal=" + folder.resolve("refusal"), option,
                "-cp", System.getProperty("java.class.path"), "xingma.local.RunCity")
                .redirectErrorStream(true)
                .start();
        var said = new String(city.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        return new Ended(city.waitFor(), said);
    }
}
