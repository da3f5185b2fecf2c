package xingma.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PostPolicyTest {
    /** Of "Examples: Browser-Based Upload using HTTP POST" in Amazon S3's API reference. */
    private static final String EXAMPLE =
            """
            eyAiZXhwaXJhdGlvbiI6ICIyMDE1LTEyLTMwVDEyOjAwOjAwLjAwMFoiLA0KICAiY29uZGl0aW9ucyI6IFsNCiAgICB7ImJ1Y2tldCI6\
            ICJzaWd2NGV4YW1wbGVidWNrZXQifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRrZXkiLCAidXNlci91c2VyMS8iXSwNCiAgICB7ImFj\
            bCI6ICJwdWJsaWMtcmVhZCJ9LA0KICAgIHsic3VjY2Vzc19hY3Rpb25fcmVkaXJlY3QiOiAiaHR0cDovL3NpZ3Y0ZXhhbXBsZWJ1Y2tl\
            dC5zMy5hbWF6b25hd3MuY29tL3N1Y2Nlc3NmdWxfdXBsb2FkLmh0bWwifSwNCiAgICBbInN0YXJ0cy13aXRoIiwgIiRDb250ZW50LVR5\
            cGUiLCAiaW1hZ2UvIl0sDQogICAgeyJ4LWFtei1tZXRhLXV1aWQiOiAiMTQzNjUxMjM2NTEyNzQifSwNCiAgICB7IngtYW16LXNlcnZl\
            ci1zaWRlLWVuY3J5cHRpb24iOiAiQUVTMjU2In0sDQogICAgWyJzdGFydHMtd2l0aCIsICIkeC1hbXotbWV0YS10YWciLCAiIl0sDQoN\
            CiAgICB7IngtYW16LWNyZWRlbnRpYWwiOiAiQUtJQUlPU0ZPRE5ON0VYQU1QTEUvMjAxNTEyMjkvdXMtZWFzdC0xL3MzL2F3czRfcmVx\
            dWVzdCJ9LA0KICAgIHsieC1hbXotYWxnb3JpdGhtIjogIkFXUzQtSE1BQy1TSEEyNTYifSwNCiAgICB7IngtYW16LWRhdGUiOiAiMjAx\
            NTEyMjlUMDAwMDAwWiIgfQ0KICBdDQp9""";

    private static final String EXAMPLE_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private static final Instant NOW = Instant.parse("2026-11-20T01:46:30.5Z");
    private static final PostPolicy POLICY =
            new PostPolicy("evidence", Map.of("key", "raw/a/1"), 8, Duration.ofMinutes(15));

    @Test
    void the_example_of_the_reference_is_signed_as_there() {
        assertEquals(
                "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e",
                PostPolicy.signature(EXAMPLE_KEY, "20151229", "us-east-1", EXAMPLE));
    }

    @Test
    void everything_that_the_form_sends_is_bound() {
        var signed = POLICY.signed(AwsCredentialsIdentity.create("id", "secret"), "cn-north-1", NOW);

        assertEquals(
                List.of(
                        "key", "x-amz-algorithm", "x-amz-credential", "x-amz-date", "policy", "x-amz-signature"),
                List.copyOf(signed.keySet()));
        assertEquals("id/20261120/cn-north-1/s3/aws4_request", signed.get("x-amz-credential"));
        assertEquals("20261120T014630Z", signed.get("x-amz-date"));
        assertEquals(
                """
                {"expiration":"2026-11-20T02:01:30Z","conditions":[{"bucket":"evidence"},{"key":"raw/a/1"},\
                {"x-amz-algorithm":"AWS4-HMAC-SHA256"},{"x-amz-credential":"id/20261120/cn-north-1/s3/aws4_request"},\
                {"x-amz-date":"20261120T014630Z"},["content-length-range",1,8]]}""",
                new String(Base64.getDecoder().decode(signed.get("policy")), UTF_8));
    }

    @Test
    void the_token_of_a_role_goes_with_it() {
        var signed = POLICY.signed(AwsSessionCredentialsIdentity.create("id", "secret", "token"), "us-east-1", NOW);

        assertEquals("token", signed.get("x-amz-security-token"));
        assertTrue(new String(Base64.getDecoder().decode(signed.get("policy")), UTF_8)
                .contains("{\"x-amz-security-token\":\"token\"}"));
    }
}
