package xingma.bench;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import xingma.complain.FileComplaint;
import xingma.complain.FollowComplaint;
import xingma.complain.HandleComplaints;

/**
 * Filing, status and desk through the functions that ship, one after another in this process: from the gateway's event to
 * its reply, with seals by a key in a file. Behind the desk lies the queue that {@link CaseRun} has filled.
 */
final class CounterRun {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TIMES = 1_000;
    private static final int WARMING = 200;
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final RequestStreamHandler files = new FileComplaint();
    private final RequestStreamHandler follows = new FollowComplaint();
    private final HandleComplaints desk = new HandleComplaints();

    void run(PrintStream out, Filings filings) {
        out.println("| through the function | n | p50 ms | p99 ms |");
        out.println("|---|---|---|---|");
        row(out, "file a complaint", i -> answered(files, filings.next(), CREATED));
        var sent = filings.next();
        row(out, "send it again", i -> answered(files, sent, CREATED));
        var receipts = new JsonNode[TIMES + WARMING];
        for (var i = 0; i < receipts.length; i++) {
            receipts[i] = answered(files, filings.next(), CREATED);
        }
        row(out, "look at its status", i -> answered(follows, Filings.event("POST /status", """
                {"number":"%s","secret":"%s"}"""
                .formatted(receipts[i].path("number").asText(), receipts[i].path("secret").asText())), OK));
        row(out, "the desk's first page of 22000 open cases", i -> Call.read(desk.handleRequest(
                Call.by("he", "handler", SampleCases.UNIT.value(), "GET /api/complaints", Map.of(), new byte[0]), null)));
        out.println();
    }

    private static JsonNode answered(RequestStreamHandler function, byte[] event, int expected) {
        try {
            var out = new ByteArrayOutputStream();
            function.handleRequest(new ByteArrayInputStream(event), out, null);
            var reply = JSON.readTree(out.toByteArray());
            if (reply.path("statusCode").asInt() != expected) {
                throw new IllegalStateException("answered " + reply);
            }
            return JSON.readTree(reply.path("body").asText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(PrintStream out, String what, IntConsumer time) {
        var spread = new Spread();
        for (var i = 0; i < WARMING + TIMES; i++) {
            var before = System.nanoTime();
            time.accept(i);
            if (i >= WARMING) {
                spread.add((System.nanoTime() - before) / 1e6);
            }
        }
        out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f |%n",
                what,
                spread.count(),
                spread.median(),
                spread.quantile(0.99));
    }
}
