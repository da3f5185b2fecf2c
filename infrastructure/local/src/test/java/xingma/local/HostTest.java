package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HostTest {
    private final List<Asked> asked = new ArrayList<>();
    private final Host host = Host.open(0, null, request -> {
        asked.add(request);
        var text = request.path().equals("/bare") ? "" : "站点 the site";
        return Answer.of(200, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8))
                .with("x-site", "yes");
    });

    @AfterEach
    void close() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/q/<script>", "/q/\"x\"", "/q/^`{|}\\", "/q/..%2F..%2Fetc", "//q//x", "/q/x;y=<", "/q/é", "/q?code=<x>"
    })
    void the_strangest_address_reaches_the_site_as_it_was_sent(String address) throws IOException {
        var answer = sent("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.endsWith("站点 the site"), answer);
        var query = asked.getFirst().query();
        assertEquals(address, asked.getFirst().path() + (query.isEmpty() ? "" : "?" + query));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /a\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET <x> HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: <>\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        "GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nno colon\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: many\r\n\r\n"
    })
    void what_is_no_request_is_refused_in_plain_words(String request) throws IOException {
        assertRefused(sent(request));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /%s HTTP/1.1\r\nHost: localhost\r\n\r\n", "GET / HTTP/1.1\r\nHost: localhost\r\nx: %s\r\n\r\n"})
    void what_is_longer_than_the_gateway_takes_is_refused_in_plain_words(String request) throws IOException {
        assertRefused(sent(request.formatted("x".repeat(11_000))));
    }

    private void assertRefused(String answer) {
        assertTrue(answer.matches("(?s)HTTP/1\\.[01] (4|505).*"), answer);
        assertTrue(answer.contains("json"), answer);
        for (var leak : List.of("Exception", "jetty", "java", "sun.", "<html")) {
            assertFalse(answer.toLowerCase().contains(leak.toLowerCase()), answer);
        }
        assertEquals(List.of(), asked);
    }

    @Test
    void a_head_is_told_without_a_body_and_never_that_the_body_is_empty() throws IOException {
        var answer = sent("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("\r\n\r\n"), answer);
        assertTrue(answer.contains("x-site: yes"), answer);
        assertTrue(answer.contains("Content-Length: 15\r\n"), answer);
        var unknown = sent("HEAD /bare HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(unknown.startsWith("HTTP/1.1 200 ") && unknown.endsWith("\r\n\r\n"), unknown);
        assertFalse(unknown.contains("Content-Length"), unknown);
    }

    @Test
    void a_port_that_is_taken_is_told_as_such() {
        var taken = assertThrows(Host.PortTaken.class, () -> Host.open(host.port(), null, a -> Answer.message(200, "")));
        assertEquals(host.port(), taken.port());
    }

    private String sent(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), host.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
