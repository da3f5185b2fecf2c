package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportsTest {
    private static final Map<String, Object> PATTERN = Map.of(
            "source", List.of("aws.s3"),
            "detail", Map.of(
                    "bucket", Map.of("name", List.of("evidence")),
                    "object", Map.of("key", List.of(Map.of("prefix", "raw/")))));

    private static boolean fits(Map<String, Object> pattern, String source, String bucket, String key)
            throws IOException {
        var event = "{\"source\":\"%s\",\"detail\":{\"bucket\":{\"name\":\"%s\"},\"object\":{\"key\":\"%s\"}}}";
        return Reports.fits(pattern, Event.JSON.readTree(event.formatted(source, bucket, key)));
    }

    @ParameterizedTest
    @CsvSource({
        "aws.s3, evidence, raw/a/1, true",
        "aws.s3, evidence, clean/a/1, false",
        "aws.s3, files, raw/a/1, false",
        "own, evidence, raw/a/1, false"
    })
    void a_rule_gets_what_it_asks_for(String source, String bucket, String key, boolean gets) throws IOException {
        assertEquals(gets, fits(PATTERN, source, bucket, key));
    }

    @Test
    void an_event_that_lacks_a_field_fits_no_rule_that_asks_for_it() throws IOException {
        assertEquals(false, Reports.fits(PATTERN, Event.JSON.readTree("{\"source\":\"aws.s3\"}")));
    }

    @Test
    void a_test_that_only_the_cloud_knows_is_not_passed_over() {
        var pattern = Map.<String, Object>of("source", List.of(Map.of("anything-but", "x")));

        assertThrows(IllegalStateException.class, () -> fits(pattern, "aws.s3", "evidence", "raw/a/1"));
    }
}
