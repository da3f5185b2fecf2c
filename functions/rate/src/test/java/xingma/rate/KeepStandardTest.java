package xingma.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.rate.RatingCounter.by;
import static xingma.rate.RatingCounter.code;
import static xingma.rate.RatingCounter.id;
import static xingma.rate.RatingCounter.json;
import static xingma.rate.RatingCounter.text;
import static xingma.rate.RatingCounter.texts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.audit.Entry;
import xingma.audit.InMemoryTrail;
import xingma.aws.http.Reply;
import xingma.evaluation.RatedTown;
import xingma.evaluation.report.PastSheets;
import xingma.rating.InMemoryStandards;
import xingma.rulebook.StandardBook;
import xingma.territory.Duty;
import xingma.territory.Officer;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class KeepStandardTest {
    private static final Officer CITY = new Officer("yun", "云", RatedTown.CITY, Set.of(Duty.ORGANISER));
    private static final Officer SECOND = new Officer("cheng", "程", RatedTown.CITY, Set.of(Duty.CHECKER));
    private static final Officer BOTH = new Officer("yun", "云", RatedTown.CITY, Set.of(Duty.ORGANISER, Duty.CHECKER));
    private static final Officer DISTRICT =
            new Officer("ou", "欧阳", RatedTown.QINGLAN, Set.of(Duty.ORGANISER, Duty.CHECKER));
    private static final Officer HANDLER = new Officer("he", "何", RatedTown.CITY, Set.of(Duty.HANDLER));

    private static final String CLAUSE =
            """
            {"code": "%s", "title": {"chinese": "条款%s", "english": "Clause %s"}, "requirement": {"chinese": "做到", "english": "Do it"},
             "points": %d, "method": {"kind": "ratio"}, %s "mayNotApply": false, "side": "ENFORCEMENT", "evidence": ["照片"],
             "basis": {"text": "规定", "verified": true}, "interpretation": {"chinese": "看", "english": "Look"}, "effort": 2,
             "crosswalk": {"CAPA": "1.1"}}""";

    private final RatingCounter counter = new RatingCounter();
    private final RatedTown town = counter.town;
    private final InMemoryTrail trail = new InMemoryTrail();
    private final InMemoryStandards shelf = new InMemoryStandards(trail, StandardBook.shipped());
    private final KeepStandard office = new KeepStandard(
            RatedTown.city(),
            counter.house.names(),
            shelf,
            new PastSheets(RatedTown.city(), town.evaluations, town::editions, town.rounds),
            () -> town.now);

    /** The town's standard as a file, with a cap where the second clause is not full. */
    private static String file(int edition, int points) {
        return """
                {"id": "TEST", "edition": %d, "status": "DRAFT", "title": {"chinese": "标准", "english": "Standard"},
                 "date": "2026-11-20", "source": "test", "types": [], "scales": [],
                 "parts": [
                  {"code": "A", "title": {"chinese": "甲", "english": "A"}, "chapters": [
                   {"code": "A-1", "title": {"chinese": "一", "english": "One"}, "clauses": [%s]}]},
                  {"code": "B", "title": {"chinese": "乙", "english": "B"}, "chapters": [
                   {"code": "B-1", "title": {"chinese": "二", "english": "Two"}, "clauses": [%s]}]}],
                 "stars": [{"stars": 5, "total": 95, "eachPart": 90}, {"stars": 4, "total": 90, "eachPart": 85},
                  {"stars": 3, "total": 80, "eachPart": 75}],
                 "rules": {"mostNotApplicable": 30, "leastSheets": 3, "spread": 30, "validMonths": 24, "warnings": [],
                  "demerits": [], "fading": [], "demeritCaps": []}}"""
                .formatted(
                        edition,
                        CLAUSE.formatted("A1", "A1", "A1", points, ""),
                        CLAUSE.formatted(
                                "B1", "B1", "B1", 100 - points,
                                "\"redLine\": {\"effect\": \"cap\", \"stars\": 3, \"failsBelow\": 100},"));
    }

    private Reply lay(Officer officer, String file, String id) {
        return office.http().answer(by(officer, "POST /api/standards").query("id", id).body(file));
    }

    private Reply check(Officer officer, String file) {
        return office.http().answer(by(officer, "POST /api/standards/check").body(file));
    }

    private Reply get(Officer officer, String route, String standard, String edition) {
        return office.http().answer(by(officer, "GET /api/standards/{standard}/{edition}" + route)
                .parameter("standard", standard)
                .parameter("edition", edition));
    }

    private Reply step(Officer officer, String step, Object... more) {
        var body = new HashMap<String, Object>(Map.of("id", id()));
        for (var i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return step(officer, step, body);
    }

    private Reply step(Officer officer, String step, Map<String, Object> body) {
        return office.http().answer(by(officer, "POST /api/standards/{standard}/{edition}/{step}")
                .parameter("standard", "TEST")
                .parameter("edition", "2")
                .parameter("step", step)
                .body(text(body)));
    }

    private void inTrial() {
        assertEquals(200, lay(CITY, file(2, 60), id()).status());
        assertEquals(200, step(CITY, "consult", "from", "2026-10-01", "until", "2026-10-31").status());
        assertEquals(200, step(CITY, "try").status());
    }

    private static Map<String, Object> said(String clause, String on) {
        return Map.of("id", id(), "on", on, "from", "institution", "name", "青禾门诊部", "clause", clause, "words", "分值偏高");
    }

    @Test
    void an_edition_goes_from_its_file_to_being_in_force_by_a_second_person() {
        town.scored(town.applied(60, 40), 60, 39);
        town.settled(town.evaluations.of(RatedTown.QINGHE).getFirst().id());
        assertEquals("draft", json(lay(CITY, file(2, 60), id())).get("status").asText());
        assertEquals("comment", json(step(CITY, "consult", "from", "2026-10-01", "until", "2026-10-31")).get("status").asText());
        var opinion = said("B1", "2026-10-09");
        assertEquals(1, json(step(CITY, "hear", "opinions", List.of(opinion))).get("opinions").size());
        assertEquals("409 opinions.open", code(step(CITY, "try")));
        var answered = step(CITY, "answer", "opinion", opinion.get("id"), "taken", "partly", "words", "下一版降低");
        assertEquals("partly", json(answered).at("/opinions/0/answer/taken").asText());
        assertEquals("trial", json(step(CITY, "try")).get("status").asText());

        var seen = json(get(CITY, "/simulation", "TEST", "2"));
        assertEquals(1, seen.get("changed").asInt());
        assertEquals(5, seen.at("/items/0/before").asInt());
        assertEquals(3, seen.at("/items/0/most").asInt());
        assertEquals("触碰红线B1 条款B1：最多三星", seen.at("/items/0/why/0/chinese").asText());
        var csv = get(CITY, "/simulation.csv", "TEST", "2").text();
        assertTrue(csv.contains("\"青禾门诊部\",990102,\"2026-1\",changed,5,3,3,,\"触碰红线B1 条款B1：最多三星\""), csv);
        assertEquals(csv, get(CITY, "/simulation.csv", "TEST", "2").text());

        var stale = step(CITY, "propose", "day", seen.get("day").asText(), "digest", "0".repeat(64), "words", "试行满意");
        assertEquals("409 simulation.changed", code(stale));
        var proposed = json(step(
                CITY, "propose", "day", seen.get("day").asText(), "digest", seen.get("digest").asText(), "words", "试行满意"));
        assertEquals(1, proposed.at("/proposal/seen/changed").asInt());
        assertEquals("403 officer.duty", code(step(CITY, "decide")));
        assertEquals("403 officer.samePerson", code(step(BOTH, "decide")));
        assertEquals("in-force", json(step(SECOND, "decide")).get("status").asText());
        assertEquals(
                List.of("Drafted", "Consulted", "OpinionsHeard", "OpinionAnswered", "Tried", "Proposed", "Decided"),
                trail.of("STANDARD TEST", 0).stream().map(Entry::what).toList());
        assertTrue(trail.of("STANDARD TEST", 0).stream().noneMatch(line -> line.facts().toString().contains("分值偏高")));
    }

    @Test
    void what_was_settled_after_the_proposal_makes_it_a_new_simulation() {
        inTrial();
        var seen = json(get(CITY, "/simulation", "TEST", "2"));
        assertEquals(
                200,
                step(CITY, "propose", "day", seen.get("day").asText(), "digest", seen.get("digest").asText(), "words", "试行满意")
                        .status());
        town.scored(town.applied(60, 40), 60, 39);
        town.settled(town.evaluations.of(RatedTown.QINGHE).getFirst().id());
        assertEquals("409 simulation.changed", code(step(SECOND, "decide")));
        assertEquals("trial", json(step(SECOND, "refuse", "words", "又有新的评分")).get("status").asText());
    }

    @Test
    void a_clerk_is_told_everything_that_is_wrong_by_line_and_field_and_nothing_is_kept() {
        var wrong = file(2, 60).replace("\"points\": 60", "\"points\": 60.5").replace("\"effort\": 2", "\"efort\": 2");
        var told = json(check(CITY, wrong));
        assertTrue(told.get("edition").isNull());
        var paths = texts(told.get("findings").findValues("path").stream()
                .collect(RatingCounter.JSON::createArrayNode, (all, one) -> all.add(one), (a, b) -> {}));
        assertTrue(paths.contains("parts[A].chapters[A-1].clauses[A1].points"), paths.toString());
        assertTrue(told.at("/findings/0/line").asInt() > 1);
        var refused = lay(CITY, wrong, id());
        assertEquals("422 standard.flawed", code(refused));
        assertEquals(List.of(), trail.of("STANDARD TEST", 0));
        assertEquals("SMALL".length(), json(check(CITY, file(2, 60).replace("TEST", "SMALL"))).at("/edition/standard").asText().length());
        assertEquals(List.of(), trail.of("STANDARD SMALL", 0));
    }

    @ParameterizedTest
    @CsvSource({
        "4.9, points", "\"4\", points", "null, points", "1e400, points", "0, points"
    })
    void numbers_are_read_strictly(String number, String field) {
        var told = json(check(CITY, file(2, 60).replace("\"points\": 60", "\"points\": " + number)));
        assertTrue(told.at("/findings/0/path").asText().endsWith(field), told.toString());
        assertTrue(told.at("/findings/0/chinese").asText().length() > 3);
    }

    @Test
    void a_name_given_twice_signs_that_are_unseen_and_files_that_are_no_text_are_refused() {
        var twice = file(2, 60).replace("\"effort\": 2", "\"effort\": 2, \"effort\": 3");
        assertTrue(json(check(CITY, twice)).at("/findings/0/chinese").asText().contains("两次"));
        var turned = file(2, 60).replace("条款A1", "条款\\u202eA1");
        assertTrue(json(check(CITY, turned)).at("/findings/0/chinese").asText().contains("颠倒"));
        assertEquals("400 body.missing", code(check(CITY, "")));
        var bytes = by(CITY, "POST /api/standards/check").body(new byte[] {'{', (byte) 0xFF, '}'});
        assertEquals("400 body.encoding", code(office.http().answer(bytes)));
    }

    @Test
    void a_draft_is_written_anew_until_it_is_out_and_a_step_sent_twice_is_one() {
        var ask = id();
        assertEquals(200, lay(CITY, file(2, 60), ask).status());
        assertEquals(200, lay(CITY, file(2, 60), ask).status());
        assertEquals(200, lay(CITY, file(2, 55), id()).status());
        var consult = Map.<String, Object>of("id", id(), "from", "2026-11-01", "until", "2026-12-31");
        assertEquals(200, step(CITY, "consult", consult).status());
        assertEquals(200, step(CITY, "consult", consult).status());
        assertEquals("409 edition.stage", code(step(CITY, "consult", "from", "2026-11-01", "until", "2026-12-31")));
        assertEquals("409 opinions.awaited", code(step(CITY, "try")));
        assertEquals("409 edition.fixed", code(lay(CITY, file(2, 50), id())));
        assertEquals(200, lay(CITY, file(3, 50), id()).status());
        assertEquals(4, trail.of("STANDARD TEST", 0).size());
        assertEquals(file(2, 55), get(DISTRICT, "/file", "TEST", "2").text());
    }

    @Test
    void another_citys_standard_is_laid_beside_ours_and_ours_is_given_out() {
        var ours = get(DISTRICT, "/file", "ILLUSTRATIVE-2026", "1");
        assertEquals(200, ours.status());
        var theirs = ours.text().replace("\"id\": \"ILLUSTRATIVE-2026\"", "\"id\": \"OTHER-CITY\"");
        assertEquals("409 edition.fixed", code(lay(CITY, ours.text(), id())));
        assertEquals(200, lay(CITY, theirs, id()).status());
        var list = json(office.http().answer(by(DISTRICT, "GET /api/standards")));
        assertEquals(List.of("ILLUSTRATIVE-2026", "OTHER-CITY"), list.get("items").findValuesAsText("standard").stream().distinct().toList());
        var shown = json(get(DISTRICT, "", "OTHER-CITY", "1"));
        assertEquals(56, shown.get("clauses").asInt());
        assertEquals(List.of(), texts(shown.get("crosswalks")));
    }

    @Test
    void opinions_are_entered_by_name_of_their_field() {
        inTrialBut();
        assertEquals("400 opinions[0].from.unknown", code(step(CITY, "hear", "opinions", List.of(with("from", "nobody")))));
        assertEquals("400 on.later", code(step(CITY, "hear", "opinions", List.of(with("on", "2099-01-01")))));
        assertEquals("422 clause.unknown", code(step(CITY, "hear", "opinions", List.of(with("clause", "Z9")))));
        assertEquals("400 opinions.many", code(step(CITY, "hear", "opinions", List.of())));
        var one = said("A1", "2026-10-02");
        assertEquals("400 opinions.twice", code(step(CITY, "hear", "opinions", List.of(one, one))));
        assertEquals("422 opinion.unknown", code(step(CITY, "answer", "opinion", id(), "taken", "not", "words", "无依据")));
        assertEquals("400 field.malformed", code(step(CITY, "consult", "from", 20261101, "until", "2026-12-31")));
    }

    private void inTrialBut() {
        assertEquals(200, lay(CITY, file(2, 60), id()).status());
        assertEquals(200, step(CITY, "consult", "from", "2026-10-01", "until", "2026-10-31").status());
    }

    private static Map<String, Object> with(String field, String value) {
        var opinion = new HashMap<>(said("A1", "2026-10-02"));
        opinion.put(field, value);
        return opinion;
    }

    @Test
    void districts_read_and_the_city_keeps() {
        inTrialBut();
        assertEquals("403 officer.elsewhere", code(lay(DISTRICT, file(3, 60), id())));
        assertEquals("403 officer.elsewhere", code(check(DISTRICT, file(3, 60))));
        assertEquals("403 officer.elsewhere", code(step(DISTRICT, "try")));
        assertEquals("403 officer.elsewhere", code(get(DISTRICT, "/simulation", "TEST", "2")));
        assertEquals("403 officer.duty", code(lay(SECOND, file(3, 60), id())));
        assertEquals("403 officer.duty", code(get(HANDLER, "", "TEST", "2")));
        assertEquals(200, get(DISTRICT, "", "TEST", "2").status());
        assertEquals("404 step.unknown", code(step(CITY, "hurry")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEST 9", "NONE 1", "test 2", "TEST x", "TEST 0", "TEST 1000"})
    void what_is_no_edition_is_answered_alike(String asked) {
        inTrialBut();
        var parts = asked.split(" ");
        assertEquals("404 standard.unknown", code(get(CITY, "", parts[0], parts[1])));
        assertEquals("404 standard.unknown", code(get(CITY, "/file", parts[0], parts[1])));
    }
}
