package xingma.aws.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A link to a file that somebody sent, as a browser follows it. */
record SignedLink(String address) {
    /** For a minute, as what it was found to be, and that file alone. */
    void shows(byte[] file, String type, String disposition) throws IOException, InterruptedException {
        assertTrue(address.contains("X-Amz-Expires=60"));
        var found = followed();
        assertArrayEquals(file, found.body());
        var headers = found.headers();
        assertEquals(type, headers.firstValue("content-type").orElseThrow());
        assertEquals("private, no-store", headers.firstValue("cache-control").orElseThrow());
        assertEquals(disposition, headers.firstValue("content-disposition").orElseThrow());
        assertEquals(403, new SignedLink(address.replace("/clean/", "/raw/")).followed().statusCode());
    }

    HttpResponse<byte[]> followed() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofByteArray());
        }
    }
}
