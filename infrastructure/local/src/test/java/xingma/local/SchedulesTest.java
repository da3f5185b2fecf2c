package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchedulesTest {
    @ParameterizedTest
    @CsvSource({"rate(1 hour),PT1H", "rate(5 minutes),PT5M", "rate(1 day),PT24H"})
    void a_rate_is_read_as_the_cloud_reads_it(String text, Duration every) {
        assertEquals(
                new Schedules.Schedule("SweepClocks", every),
                Schedules.Schedule.of("SweepClocks", Map.of("Schedule", text)));
    }

    @Test
    void a_schedule_that_the_local_run_does_not_know_is_said_at_once() {
        assertThrows(
                IllegalStateException.class,
                () -> Schedules.Schedule.of("SweepClocks", Map.of("Schedule", "cron(0 2 * * ? *)")));
    }
}
