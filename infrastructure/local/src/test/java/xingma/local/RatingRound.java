package xingma.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import xingma.institution.InstitutionId;
import xingma.local.People.Person;
import xingma.territory.RegionCode;

/** A round of star ratings of a test's own in a running city, by the routes of institutions, experts and the office. */
final class RatingRound {
    private static final String ORGANISER = "ou-yang";
    static final RegionCode CITY = new RegionCode("990100");
    private static final String DISTRICT = "990103";
    private static final Map<String, String> SIDES = Map.of(
            "li-wei", "enforcement",
            "hao-zheng", "enforcement",
            "kang-su", "enforcement",
            "su-mian", "association",
            "gu-yan", "association",
            "xia-zhi", "association");

    private final LocalCity city;
    private final Register register;
    private final String round;

    /** @param round its id; whoever asks first calls it */
    RatingRound(LocalCity city, String round) {
        this.city = city;
        this.round = round;
        register = new Register(city);
        calls();
    }

    private Desk of(String person) {
        return register.of(person);
    }

    private Desk of(Person person) {
        return new Desk(city.consoleBaseUrl(), city.token(person));
    }

    private void calls() {
        var organiser = of(ORGANISER);
        for (var called : organiser.get("/api/rounds").path("items")) {
            if (called.path("round").asText().equals(round)) {
                return;
            }
        }
        var today = LocalDate.parse(organiser.get("/api/me").path("today").asText());
        organiser.post("/api/rounds", Map.of(
                "id", id(),
                "round", round,
                "name", "试评 " + round,
                "territory", "990100",
                "standard", "ILLUSTRATIVE-2026",
                "edition", 1,
                "kinds", List.of("medical-institution"),
                "from", today.toString(),
                "until", today.plusDays(60).toString(),
                "revision", 0));
    }

    /** Only people of the sample can sign in: whoever else is on the list has to do with this institution. */
    void lists(Person person) {
        var institution = person.premises().orElseThrow().id().value();
        var listed = new HashMap<String, JsonNode>();
        of(ORGANISER).get("/api/experts").path("items").forEach(e -> listed.put(e.path("expert").asText(), e));
        SIDES.forEach((expert, side) -> {
            if (!listed.containsKey(expert)) {
                lists(expert, city.people().named(expert).name(), side, List.of(), 0);
            }
        });
        listed.forEach((expert, told) -> {
            if (!SIDES.containsKey(expert)) {
                var ties = new TreeSet<>(Set.of(institution));
                told.path("ties").forEach(tie -> ties.add(tie.asText()));
                lists(expert, told.path("name").asText(), told.path("side").asText(), List.copyOf(ties),
                        told.path("revision").asInt());
            }
        });
    }

    private void lists(String expert, String name, String side, List<String> ties, int revision) {
        of(ORGANISER).post("/api/experts", Map.of(
                "id", id(),
                "expert", expert,
                "name", name,
                "side", side,
                "ties", ties,
                "available", true,
                "revision", revision));
    }

    /** Somebody who speaks for an institution, which begins its self-check, because nothing of it is under way. */
    Person begins() {
        var registrar = of(city.people().with("registrar", "990100", List.of()));
        var items = registrar.get("/api/institutions?kind=medical-institution&district=" + DISTRICT).path("items");
        for (var item : items) {
            var premises = new People.Premises(new InstitutionId(item.path("id").asText()), item.path("name").asText());
            var person = new Person("of-" + premises.id().value(), "路遥", "Lu Yao", "", "", Optional.of(premises));
            try {
                begins(person);
                return person;
            } catch (Desk.Refusal refusal) {
                if (refusal.status() != 409) {
                    throw refusal;
                }
            }
        }
        throw new AssertionError("every institution is being evaluated: " + items.size());
    }

    private JsonNode begins(Person person) {
        return of(person).post("/api/own/evaluations", Map.of("id", id(), "round", round));
    }

    /** An evaluation that somebody's institution began, applied for with a whole sheet. */
    String applied(Person person) {
        return applied(person, Map.of());
    }

    /** @param shows the digest of a file that it sent, by the clause at which it shows it */
    String applied(Person person, Map<String, String> shows) {
        var own = of(person);
        var evaluation = own.get("/api/own/evaluations").path("items").path(0).path("evaluation").asText();
        var path = "/api/own/evaluations/" + Register.encoded(evaluation);
        var begun = own.get(path);
        for (var clause : clauses(begun)) {
            var code = clause.path("code").asText();
            var shown = shows.containsKey(code) ? "[{\"sha256\":\"" + shows.get(code) + "\"}]" : "[]";
            var save = "{\"change\":\"" + id() + "\",\"seen\":0,\"points\":" + clause.path("most")
                    + ",\"exhibits\":" + shown + "}";
            own.put(path + "/sheet/" + code, "application/json",
                    save.getBytes(StandardCharsets.UTF_8), Map.of());
        }
        own.post(path + "/apply", Map.of(
                "id", id(), "declaration", begun.path("declaration").asText(), "signatory", person.name()));
        return evaluation;
    }

    /** Its panel is drawn, too. */
    String drawn(Person person) {
        var evaluation = applied(person);
        draws(person, evaluation);
        return evaluation;
    }

    /** The panel of an evaluation that somebody's institution applied for. */
    void draws(Person person, String evaluation) {
        lists(person);
        of(ORGANISER).post(
                "/api/evaluations/" + Register.encoded(evaluation) + "/moves", Map.of("move", "draw", "id", id()));
    }

    String drawn() {
        return drawn(begins());
    }

    List<String> experts(String evaluation) {
        var experts = new ArrayList<String>();
        of(ORGANISER).get("/api/evaluations/" + Register.encoded(evaluation)).path("panel").path("seats")
                .forEach(seat -> experts.add(seat.path("expert").asText()));
        return experts;
    }

    JsonNode panel(String expert, String evaluation) {
        return of(expert).get("/api/panels/" + Register.encoded(evaluation));
    }

    /** In the order in which the form shows them to this expert. */
    List<JsonNode> clauses(String expert, String evaluation) {
        var told = panel(expert, evaluation);
        var side = told.path("side").asText();
        var clauses = clauses(told);
        return clauses.getFirst().path("side").asText().equals(side) ? clauses : clauses.stream()
                .sorted(Comparator.comparing(clause -> !clause.path("side").asText().equals(side)))
                .toList();
    }

    static List<JsonNode> clauses(JsonNode told) {
        var clauses = new ArrayList<JsonNode>();
        told.path("standard").path("parts").forEach(part -> part.path("chapters")
                .forEach(chapter -> chapter.path("clauses").forEach(clauses::add)));
        return clauses;
    }

    JsonNode saved(String expert, String evaluation, String clause) {
        return panel(expert, evaluation).path("sheet").path("clauses").path(clause);
    }

    /** As another device of the expert would, on top of what stands. */
    void saves(String expert, String evaluation, String clause, int points, String reason) {
        var seen = saved(expert, evaluation, clause).path("edition").asInt();
        sends(expert, evaluation, List.of(save(clause, seen, points, reason)));
    }

    void fillsFull(String expert, String evaluation) {
        fillsFull(expert, evaluation, -1);
    }

    /** Everything that has no mark yet is met in full; but for one, of which nothing is. */
    void fillsFull(String expert, String evaluation, int failed) {
        var saves = new ArrayList<Map<String, Object>>();
        var told = panel(expert, evaluation);
        var i = 0;
        for (var clause : clauses(told)) {
            var code = clause.path("code").asText();
            if (told.path("sheet").path("clauses").path(code).isMissingNode()) {
                var nothing = i == failed;
                saves.add(nothing
                        ? save(code, 0, 0, "没有做到")
                        : save(code, 0, clause.path("most").numberValue(), ""));
            }
            i++;
        }
        sends(expert, evaluation, saves);
    }

    private void sends(String expert, String evaluation, List<Map<String, Object>> saves) {
        of(expert).post("/api/panels/" + Register.encoded(evaluation) + "/sheet", Map.of("id", id(), "saves", saves));
    }

    private static Map<String, Object> save(String clause, int seen, Number points, String reason) {
        return Map.of("clause", clause, "change", id(), "seen", seen, "points", points, "reason", reason);
    }

    void declares(String expert, String evaluation) {
        of(expert).post("/api/panels/" + Register.encoded(evaluation) + "/declare", Map.of("id", id()));
    }

    void handsIn(String expert, String evaluation) {
        of(expert).post("/api/panels/" + Register.encoded(evaluation) + "/hand-in", Map.of("id", id()));
    }

    /** Every sheet is full and handed in, but for one clause of one of them. */
    void scores(String evaluation, int failed) {
        var experts = experts(evaluation);
        for (var expert : experts) {
            declares(expert, evaluation);
            fillsFull(expert, evaluation, expert.equals(experts.getFirst()) ? failed : -1);
            handsIn(expert, evaluation);
        }
    }

    /** The chair takes the medians where everybody agrees, and gives nothing where they are apart. */
    void settles(String evaluation) {
        var chair = chair(evaluation);
        var rulings = new HashMap<String, Object>();
        panel(chair, evaluation).path("settling").path("spreads").forEach(spread ->
                rulings.put(spread.path("clause").asText(), Map.of("points", 0, "reason", "合议认定没有做到。")));
        of(chair).post("/api/panels/" + Register.encoded(evaluation) + "/settle", Map.of("id", id(), "rulings", rulings));
    }

    /** The institution asks about the facts behind a clause. */
    void questions(Person person, String evaluation, String clause, String words) {
        of(person).post("/api/own/evaluations/" + Register.encoded(evaluation) + "/question",
                Map.of("id", id(), "clause", clause, "words", words));
    }

    /** The institution has no question, or no more. */
    void confirms(Person person, String evaluation) {
        of(person).post("/api/own/evaluations/" + Register.encoded(evaluation) + "/confirm", Map.of("id", id()));
    }

    /** The chair answers a question of fact and changes no mark. */
    void explains(String evaluation, String question, String words) {
        of(chair(evaluation)).post(
                "/api/panels/" + Register.encoded(evaluation) + "/explain",
                Map.of("id", id(), "question", question, "words", words));
    }

    private String chair(String evaluation) {
        return experts(evaluation).stream()
                .filter(expert -> panel(expert, evaluation).path("chair").asBoolean())
                .findFirst()
                .orElseThrow();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }
}
