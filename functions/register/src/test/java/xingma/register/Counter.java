package xingma.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import xingma.aws.Settings;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.aws.s3.InMemoryBucket;
import xingma.registry.InMemoryBureau;
import xingma.registry.InMemoryImports;
import xingma.rulebook.Rulebook;
import xingma.territory.InMemoryRoster;

/** Both functions over stores in memory, in the sample city on the morning of 2026-11-21, and its officers. */
final class Counter {
    static final String CITY = "990100";
    static final String DISTRICT = "990102";
    static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    static final ObjectMapper JSON = new ObjectMapper();

    final InMemoryBureau register = new InMemoryBureau();
    final InMemoryImports imports = new InMemoryImports();
    final InMemoryRoster roster = new InMemoryRoster();
    final InMemoryBucket files = new InMemoryBucket();
    final InMemoryBucket site = new InMemoryBucket();
    final Bureau bureau = Bureau.of(
            Settings.of(Map.of(
                            "CITY_CODE", CITY,
                            "BUREAU_NAME", "云汀市卫生健康局",
                            "BUREAU_NAME_EN", "Yunting Health Bureau",
                            "PUBLIC_BASE_URL", "https://xm.yunting.example")
                    ::get),
            Rulebook.standard());
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final ImportRegister importing = new ImportRegister(bureau, register, imports, roster, files, site, clock);
    final CorrectRegister correcting = new CorrectRegister(bureau, register, roster, files, site, clock);

    Reply ask(Asked asked) {
        var importRoute = asked.route().contains("/api/imports") || asked.route().contains("/api/templates");
        return (importRoute ? importing.http() : correcting.http()).answer(asked);
    }

    static Asked registrar(String route) {
        return Asked.by("gao-min", CITY, "registrar", route);
    }

    static Asked checker(String route) {
        return Asked.by("li-he", CITY, "checker", route);
    }

    Reply upload(String name, byte[] bytes) {
        return ask(upload(registrar("POST /api/imports"), name, bytes));
    }

    static Asked upload(Asked asked, String name, byte[] bytes) {
        return asked.header("x-file-name", URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")).body(bytes);
    }

    JsonNode tried(String name, byte[] bytes) {
        var told = json(upload(name, bytes));
        if (!told.has("id")) {
            throw new AssertionError(told.toString());
        }
        return told;
    }

    JsonNode tried(String sample) {
        return tried(sample, sample(sample));
    }

    /** Tries, proposes and publishes a sample file by two people. */
    String published(String sample) {
        var id = tried(sample).get("id").asText();
        through(registrar("POST /api/imports/{id}/propose").parameter("id", id));
        through(checker("POST /api/imports/{id}/check").parameter("id", id));
        return id;
    }

    /** Calls a step until it is done. */
    JsonNode through(Asked step) {
        for (var call = 0; call < 20; call++) {
            var told = json(ask(step));
            if (told.at("/progress/done").asInt() == told.at("/progress/total").asInt()) {
                return told;
            }
        }
        throw new AssertionError("the step does not come to its end");
    }

    static byte[] sample(String name) {
        try (var in = Counter.class.getResourceAsStream("/xingma/sample/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
