package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xingma.institution.InstitutionId;
import xingma.rulebook.Rulebook;
import xingma.territory.Duty;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** The sample people who may sign in on this machine. There are no passwords: who sits here may be anybody. */
public final class People {
    private static final Map<String, String> WORK =
            Arrays.stream(Duty.values()).collect(Collectors.toMap(Duty::word, Duty::chinese));

    private final List<Person> people = new ArrayList<>();

    /**
     * An invented officer, in the words of the token's claims; or somebody of an institution.
     *
     * @param premises whose own person it is, if it is no officer
     */
    public record Person(
            String id, String name, String english, String territory, String duties, Optional<Premises> premises) {
        /** The claims that say what this officer may do, and where; or for which institution this person speaks. */
        public Map<String, Object> claims() {
            return premises.isPresent()
                    ? Map.of("name", name, "xingma_institution", premises.get().id().value())
                    : Map.of("name", name, "xingma_territory", territory, "xingma_duties", duties);
        }

        /** The city or district, or the institution. */
        String where() {
            return premises.map(Premises::name).orElseGet(() -> place().chinese());
        }

        /** The city or district by its names. */
        Region place() {
            var code = new RegionCode(territory);
            return Rulebook.standard().city(new RegionCode(territory.substring(0, 4) + "00")).named(code).orElseThrow();
        }

        /** Name, place and duties for a reader of English. */
        String inEnglish() {
            return premises.isPresent()
                    ? english + ", speaks for an institution"
                    : english + ", " + place().english() + ": " + duties.replace(" ", ", ");
        }

        /** The duties as the bureau calls them. */
        String work() {
            return premises.isPresent()
                    ? "机构负责人"
                    : Arrays.stream(duties.split(" ")).map(WORK::get).collect(Collectors.joining("、"));
        }

        boolean has(String duty) {
            return List.of(duties.split(" ")).contains(duty);
        }
    }

    /** A registered institution with the name by which people know it. */
    public record Premises(InstitutionId id, String name) {}

    /** Reads the sample's {@code people.json}. */
    public static People read(byte[] json) {
        try {
            var people = new People();
            var root = Event.JSON.readTree(json);
            for (var person : root.isArray() ? root : root.path("items")) {
                people.people.add(new Person(
                        person.path("id").asText(),
                        person.path("name").asText(),
                        person.path("english").asText(""),
                        person.path("territory").asText(),
                        words(person.path("duties")),
                        Optional.empty()));
            }
            return people;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets in those of the sample's {@code premises.json} too, who speak for institutions. */
    People and(byte[] json) {
        try {
            for (var person : Event.JSON.readTree(json)) {
                var id = InstitutionId.firstRegisteredAs(
                        person.path("kind").asText(), person.path("institution").asText());
                people.add(new Person(
                        person.path("id").asText(),
                        person.path("name").asText(),
                        person.path("english").asText(),
                        "",
                        "",
                        Optional.of(new Premises(id, person.path("premises").asText()))));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(JsonNode duties) {
        if (!duties.isArray()) {
            return duties.asText();
        }
        var words = new ArrayList<String>();
        duties.forEach(duty -> words.add(duty.asText()));
        return String.join(" ", words);
    }

    public List<Person> all() {
        return List.copyOf(people);
    }

    public Person named(String id) {
        return people.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the sample has no person " + id));
    }

    /** The first who has this duty in this territory, other than somebody. */
    public Person with(String duty, String territory, List<Person> otherThan) {
        return people.stream()
                .filter(person -> person.has(duty) && person.territory().equals(territory)
                        && !otherThan.contains(person))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the sample has no " + duty + " in " + territory));
    }
}
