package xingma.bureau;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A door on this machine's loopback to which the browser comes back after signing in, once. */
final class Loopback implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final HttpServer server;
    private final Words words;
    private final CompletableFuture<URI> answer = new CompletableFuture<>();

    private Loopback(HttpServer server, Words words) {
        this.server = server;
        this.words = words;
    }

    /**
     * Opens the door.
     *
     * @param port that the provider knows as a callback, or 0 for any
     */
    static Loopback open(int port, Words words) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            var door = new Loopback(server, words);
            server.createContext("/", exchange -> {
                var asked = exchange.getRequestURI();
                var isAnswer = asked.getPath().equals("/") && String.valueOf(asked.getQuery()).contains("state=");
                var page = isAnswer ? door.page(asked) : new byte[0];
                exchange.getResponseHeaders().add("content-type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(isAnswer ? 200 : 404, page.length == 0 ? -1 : page.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(page);
                }
                if (isAnswer) {
                    door.answer.complete(door.address().resolve(asked));
                }
            });
            server.start();
            return door;
        } catch (IOException taken) {
            throw new Failure(Failure.USAGE, words.say("signIn.refused", "127.0.0.1:" + port));
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    URI await() {
        try {
            return answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(Failure.NOT_SIGNED_IN, words.say("signIn.refused", "interrupted"));
        } catch (ExecutionException | TimeoutException late) {
            throw new Failure(Failure.NOT_SIGNED_IN, words.say("signIn.refused", "timeout"));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private byte[] page(URI asked) {
        var key = asked.getQuery().contains("error=") ? "signIn.pageRefused" : "signIn.page";
        return ("<!doctype html><html lang=\"" + words.language() + "\"><meta charset=\"utf-8\">"
                + "<title>Xingma</title><p>" + words.say(key)).getBytes(StandardCharsets.UTF_8);
    }
}
