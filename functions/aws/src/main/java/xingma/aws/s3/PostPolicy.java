package xingma.aws.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * What a bucket is told to accept from a browser's form: these very fields, a file of so many bytes, until then. Signed
 * by Signature Version 4 as Amazon S3's API reference says under "Browser-based uploads using POST"; the SDK for Java
 * has no signer for it (aws/aws-sdk-java-v2#1493).
 *
 * @param fields what the form sends beside the file, each of them bound exactly
 */
record PostPolicy(String bucket, Map<String, String> fields, long mostBytes, Duration validFor) {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The form's hidden fields: those that were given, and what proves that we gave them. */
    Map<String, String> signed(AwsCredentialsIdentity key, String region, Instant now) {
        var day = DAY.format(now);
        var signed = new LinkedHashMap<>(fields);
        signed.put("x-amz-algorithm", ALGORITHM);
        signed.put("x-amz-credential", key.accessKeyId() + '/' + day + '/' + region + "/s3/aws4_request");
        signed.put("x-amz-date", TIME.format(now));
        if (key instanceof AwsSessionCredentialsIdentity session) {
            signed.put("x-amz-security-token", session.sessionToken());
        }
        var policy = Base64.getEncoder().encodeToString(document(signed, now).getBytes(UTF_8));
        signed.put("policy", policy);
        signed.put("x-amz-signature", signature(key.secretAccessKey(), day, region, policy));
        return signed;
    }

    private String document(Map<String, String> exactly, Instant now) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            // In whole seconds, as everything else in it.
            json.writeStringField("expiration", Instant.ofEpochSecond(now.plus(validFor).getEpochSecond()).toString());
            json.writeArrayFieldStart("conditions");
            json.writeStartObject();
            json.writeStringField("bucket", bucket);
            json.writeEndObject();
            for (var field : exactly.entrySet()) {
                json.writeStartObject();
                json.writeStringField(field.getKey(), field.getValue());
                json.writeEndObject();
            }
            json.writeStartArray();
            json.writeString("content-length-range");
            json.writeNumber(1);
            json.writeNumber(mostBytes);
            json.writeEndArray();
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    static String signature(String secretKey, String day, String region, String policy) {
        var key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (var part : new String[] {day, region, "s3", "aws4_request"}) {
            key = mac(key, part);
        }
        return HexFormat.of().formatHex(mac(key, policy));
    }

    private static byte[] mac(byte[] key, String message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
