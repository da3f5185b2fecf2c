package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xingma.evaluation.Premises;
import xingma.institution.InstitutionId;
import xingma.rate.RatingWiring;
import xingma.rating.Standard;
import xingma.rulebook.EvaluationBook;
import xingma.rulebook.StandardBook;

/**
 * The sample round in the running city: fifty of its institutions, those first whose people can sign in, then the largest
 * district's. Nothing that stands against a star today is among them, so that the round comes to its end.
 */
final class SampleStars {
    private static final int MOST = 50;
    private static final int MOST_PAGES = 100;
    private static final Duration AGO = Duration.ofDays(90);

    private final LocalCity city;
    private final Desk registrar;
    private final Consumer<String> told;
    private final Instant today;
    private final RatingWiring rating;

    SampleStars(LocalCity city, Consumer<String> told) {
        this.city = city;
        this.told = told;
        today = Instant.now();
        rating = new RatingWiring(InstantSource.fixed(today));
        registrar = new Desk(city.consoleBaseUrl(), city.token(city.people().with("registrar", "990100", List.of())));
    }

    /** Plays the round that the folder has not seen yet; one that was broken off goes on. */
    void play(Options options) {
        var mark = options.folder().resolve("imported");
        try {
            if (Files.exists(mark) && Files.readAllLines(mark).contains(SampleRound.ROUND)) {
                return;
            }
            var standard = StandardBook.shipped().getFirst();
            var premises = premises(standard);
            told.accept("星级评价样本正在生成，星级会陆续出现。 A sample round of " + premises.size()
                    + " institutions is being played; stars appear as it goes on.");
            new SampleRound(setting(standard, premises), today).play(played -> {
                if (played % 10 == 0 || played == premises.size()) {
                    told.accept("星级评价 stars       " + played + "/" + premises.size());
                }
            });
            Files.write(mark, List.of(SampleRound.ROUND), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            told.accept("样本已齐。 All of the sample is there.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SampleRound.Setting setting(Standard standard, List<Premises> premises) {
        return new SampleRound.Setting(
                rating.city(),
                clock -> new RatingWiring(clock).clerk(),
                rating.rounds(),
                rating.experts(),
                rating.standards(),
                standard,
                premises,
                SampleRound.invented(),
                EvaluationBook.standard().rules().declaration());
    }

    private List<Premises> premises(Standard standard) {
        var records = rating.records();
        var then = new RatingWiring(InstantSource.fixed(today.minus(AGO))).records();
        var ours = ours();
        var found = new ArrayList<Premises>();
        for (var id : listed()) {
            rating.premises(id)
                    .filter(p -> !standard.askedOf(p.type()).isEmpty())
                    .filter(p -> Stream.of(records, then).allMatch(r -> r.of(p.id()).against().isEmpty()))
                    .ifPresent(found::add);
        }
        var many = found.stream().collect(Collectors.groupingBy(Premises::district, Collectors.counting()));
        return found.stream()
                .sorted(Comparator.comparing((Premises p) -> !ours.contains(p.id()))
                        .thenComparing(p -> -many.get(p.district()))
                        .thenComparing(p -> p.id().value()))
                .limit(MOST)
                .toList();
    }

    private Set<InstitutionId> ours() {
        return city.people().all().stream()
                .flatMap(person -> person.premises().stream())
                .map(People.Premises::id)
                .collect(Collectors.toSet());
    }

    private List<InstitutionId> listed() {
        var ids = new ArrayList<InstitutionId>();
        var after = Optional.<String>empty();
        for (var page = 0; page < MOST_PAGES; page++) {
            var answer = registrar.get("/api/institutions?kind=medical-institution&state=all"
                    + after.map(a -> "&after=" + a).orElse(""));
            answer.path("items").forEach(item -> ids.add(new InstitutionId(item.path("id").asText())));
            after = Optional.of(answer.path("next")).filter(JsonNode::isTextual).map(JsonNode::asText);
            if (after.isEmpty()) {
                return ids;
            }
        }
        throw new IllegalStateException("the register's list does not come to an end");
    }
}
