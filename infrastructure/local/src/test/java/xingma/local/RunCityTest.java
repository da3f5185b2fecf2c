package xingma.local;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

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
}
