package xingma.scan;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a public scan must not carry: every one of these costs a cold start, or reads what strangers send. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class ClassPathTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "com.fasterxml.jackson.databind.ObjectMapper",
        "com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent",
        "software.amazon.awssdk.services.s3.S3Client",
        "software.amazon.awssdk.http.apache.ApacheHttpClient",
        "software.amazon.awssdk.http.apache5.Apache5HttpClient",
        "software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient",
        "software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient",
        "org.dhatim.fastexcel.reader.ReadableWorkbook",
        "org.apache.pdfbox.pdmodel.PDDocument",
        "com.google.zxing.qrcode.QRCodeWriter"
    })
    void the_scan_goes_without(String type) {
        assertNull(ClassPathTest.class.getResource('/' + type.replace('.', '/') + ".class"));
    }

    @Test
    void the_scan_has_what_it_needs() {
        assertNotNull(ClassPathTest.class.getResource("/com/fasterxml/jackson/core/JsonFactory.class"));
        assertNotNull(ClassPathTest.class.getResource("/xingma/rulebook/regions.csv"));
        assertNotNull(ClassPathTest.class.getResource("/xingma/scan/openapi.yaml"));
    }
}
