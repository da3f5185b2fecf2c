package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Fills an empty city as two officers would: one imports and proposes, the other checks, and placards are issued. */
final class SampleCity {
    /** No loop of batches goes on for ever, whatever the functions answer. */
    private static final int MOST_BATCHES = 200;

    private final LocalCity city;
    private final Desk registrar;
    private final Desk checker;
    private final Consumer<String> told;

    SampleCity(LocalCity city, Consumer<String> told) {
        this.city = city;
        this.told = told;
        var people = city.people();
        var first = people.with("registrar", "990100", List.of());
        registrar = new Desk(city.consoleBaseUrl(), city.token(first));
        checker = new Desk(city.consoleBaseUrl(), city.token(people.with("checker", "990100", List.of(first))));
    }

    /** Imports what the folder has not seen yet. */
    void furnish(Options options) {
        var mark = options.folder().resolve("imported");
        var files = Sample.sheets(options.size());
        try {
            var done = Files.exists(mark) ? Files.readAllLines(mark) : List.<String>of();
            if (done.containsAll(files)) {
                return;
            }
            for (var file : files) {
                if (!done.contains(file)) {
                    imported(file);
                }
            }
            Sample.decisions().forEach(this::decided);
            Sample.photos().forEach(this::photographed);
            issued();
            introduced();
            called();
            Files.write(mark, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void imported(String file) {
        var name = Path.of(file).getFileName().toString();
        var trial = registrar.upload(name, Sample.file(file));
        var id = trial.path("id").asText();
        batches("提出 proposing " + name, () -> registrar.post("/api/imports/" + id + "/propose", Map.of()));
        batches("复核 checking  " + name, () -> checker.post("/api/imports/" + id + "/check", Map.of()));
    }

    private void decided(Sample.Decision decision) {
        var institution = numbered(decision.institution());
        var path = "/api/institutions/" + institution.path("id").asText();
        checked(path, registrar.post(path + "/changes", decision.change(institution)));
        told.accept("决定 decisions    " + decision.source());
    }

    private void photographed(Sample.Photo photo) {
        var path = "/api/institutions/" + numbered(photo.institution()).path("id").asText();
        checked(path, registrar.put(path + "/people/" + photo.person() + "/photo", "image/jpeg",
                Sample.file(photo.file()), Map.of("x-consent-on", photo.consentOn())));
        told.accept("照片 photos       " + photo.person());
    }

    private JsonNode numbered(String number) {
        var found = registrar.get("/api/institutions?q=" + number).path("items").path(0).path("id").asText();
        return registrar.get("/api/institutions/" + found);
    }

    private void checked(String institution, JsonNode proposed) {
        checker.post(institution + "/changes/" + proposed.path("pending").path("id").asText() + "/check", Map.of());
    }

    private void issued() {
        for (var district : registrar.get("/api/me").path("districts")) {
            var code = district.path("code").asText();
            batches("发牌 issuing   " + district.path("chinese").asText(),
                    () -> registrar.post("/api/placards", Map.of("district", code)));
        }
    }

    /** Everybody was at the desk once, so that cases can be assigned to them. */
    private void introduced() {
        city.people().all().stream()
                .filter(person -> person.premises().isEmpty())
                .forEach(person -> new Desk(city.consoleBaseUrl(), city.token(person)).get("/api/me"));
    }

    /** A round to take part in, and the experts who may be drawn: the first half of the bureau, the others of the association. */
    private void called() {
        var organiser = new Desk(
                city.consoleBaseUrl(), city.token(city.people().with("organiser", "990100", List.of())));
        organiser.post("/api/rounds", Map.ofEntries(
                Map.entry("id", UUID.randomUUID().toString()),
                Map.entry("round", "2026-2"),
                Map.entry("name", "2026年第二轮规范化星级评价"),
                Map.entry("territory", "990100"),
                Map.entry("standard", "ILLUSTRATIVE-2026"),
                Map.entry("edition", 1),
                Map.entry("kinds", List.of("medical-institution")),
                Map.entry("from", "2026-11-01"),
                Map.entry("until", "2027-12-31"),
                Map.entry("revision", 0)));
        var experts = city.people().all().stream().filter(person -> person.has("expert")).toList();
        for (var expert : experts) {
            organiser.post("/api/experts", Map.of(
                    "id", UUID.randomUUID().toString(),
                    "expert", expert.id(),
                    "name", expert.name(),
                    "side", experts.indexOf(expert) < experts.size() / 2 ? "enforcement" : "association",
                    "ties", List.of(),
                    "available", true,
                    "revision", 0));
        }
        told.accept("评价 evaluations  " + experts.size());
    }

    private interface Batch {
        JsonNode run();
    }

    private void batches(String what, Batch batch) {
        for (var i = 0; i < MOST_BATCHES; i++) {
            var progress = batch.run().path("progress");
            var done = progress.path("done").asInt();
            var total = progress.path("total").asInt();
            told.accept(what + "  " + done + "/" + total);
            if (done >= total) {
                return;
            }
        }
        throw new IllegalStateException(what + " does not come to an end");
    }

    /** A placard to look at first: one that says yes, or any that is live. */
    Optional<String> firstPlacard() {
        for (var placard : registrar.get("/api/placards").path("items")) {
            if (placard.path("stage").asText().equals("live")) {
                return Optional.of(city.publicBaseUrl() + "/q/" + placard.path("code").asText());
            }
        }
        return Optional.empty();
    }
}
