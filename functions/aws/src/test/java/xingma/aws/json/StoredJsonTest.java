package xingma.aws.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.registry.Some.CHECKER;
import static xingma.registry.Some.CODE;
import static xingma.registry.Some.NOON;
import static xingma.registry.Some.QINGHE;
import static xingma.registry.Some.QINGLAN;
import static xingma.registry.Some.REGISTRAR;
import static xingma.registry.Some.changes;
import static xingma.registry.Some.correction;
import static xingma.registry.Some.sets;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.placard.Placard;
import xingma.placard.Posting;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Entry;
import xingma.registry.Published;
import xingma.registry.Some;
import xingma.registry.Stores;

/** What is written into the store is what is read from it, for every stage of every thing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredJsonTest {
    private static final Placard.Live LIVE = new Placard.Live(
            new Placard.Issue(CODE, QINGHE, QINGLAN, "云汀青禾", 1, LocalDate.of(2026, 11, 20), "gao"),
            List.of(
                    new Posting(Posting.Step.ISSUED, "gao", NOON, "", Optional.empty()),
                    new Posting(
                            Posting.Step.POSTED, "gao", NOON.plusNanos(123_456), "前台\n左侧", Optional.of("p/1"))));

    private static final List<String> PERSON = List.of(
            "name", "role", "level", "category", "scope", "specialties", "validUntil", "leadFiling", "training",
            "qualification");

    static Stream<Placard> everyPlacard() {
        return Stream.of(LIVE, LIVE.withdraw("gao", "机构已注销", NOON), LIVE.replace("gao", "破损 \"\\", NOON));
    }

    static Stream<Change.Decided> everyDecision() {
        var proposed = new Change.Proposed(correction(
                "c1",
                REGISTRAR,
                sets("premises//phone", "010-1"),
                changes("credential/备/案 1/number", "备/案 1", "备/案 2")));
        return Stream.of(
                proposed.check("fang", NOON, 7),
                proposed.refuse("fang", "与原件不符", NOON),
                proposed.supersede("gao", NOON),
                proposed.withdraw(NOON));
    }

    private static Published published() {
        var dossier = Some.publishedQinghe(Stores.inMemory().register());
        var proposed = dossier.propose(correction(
                "c1",
                REGISTRAR,
                changes("premises//address", "听雨路18号2层", "听雨路20号"),
                sets("person/110990102000418/name", "𠮷田"),
                sets("practice/2026-11-01/status", "warned"),
                sets("practice/2026-11-01/since", "2026-11-01")));
        return proposed.after().check(CHECKER.id(), NOON).after().published().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("everyPlacard")
    void a_placard_at_any_stage(Placard placard) {
        assertEquals(placard, PlacardJson.read(PlacardJson.write(placard)));
    }

    @Test
    void every_stage_of_a_placard_is_tested() {
        assertEquals(
                Placard.class.getPermittedSubclasses().length,
                everyPlacard().map(Object::getClass).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("everyDecision")
    void a_decided_change(Change.Decided change) {
        assertEquals(change, ChangeJson.readDecided(ChangeJson.write(change)));
    }

    @Test
    void every_stage_of_a_decided_change_is_tested() {
        assertEquals(
                Change.Decided.class.getPermittedSubclasses().length,
                everyDecision().map(Object::getClass).distinct().count());
    }

    @Test
    void a_pending_change() {
        var pending = new Change.Proposed(Some.proposal("p1", REGISTRAR, Some.qinghe()));

        assertEquals(pending, ChangeJson.readProposed(ChangeJson.write(pending)));
    }

    @Test
    void a_published_entry_with_facts_of_two_versions() {
        var published = published();

        var read = PublishedJson.read(PublishedJson.write(published));

        assertEquals(published, read);
        assertEquals(2, read.since().get(Some.person("110990102000418", "name")));
        assertEquals(1, read.since().get(Some.person("110990102000417", "name")));
    }

    @Test
    void an_entry_and_its_newest_origin() {
        var published = published();

        assertEquals(published.entry(), EntryJson.read(EntryJson.write(published.entry())));
        assertEquals(published.newest(), ProvenanceJson.read(ProvenanceJson.write(published.newest())));
    }

    @Test
    void an_entry_without_any_fact() {
        var blank = Entry.blank(QINGHE, "public-place");

        assertEquals(blank, EntryJson.read(EntryJson.write(blank)));
    }

    @Test
    void what_a_later_version_added_is_passed_over() {
        var json = EntryJson.write(published().entry());

        var newer = json.replaceFirst("\\{", "{\"rating\":{\"stars\":[5,{\"a\":1}]},\"newer\":null,");

        assertEquals(published().entry(), EntryJson.read(newer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "{", "[]", "7", "{\"id\":\"周砚宁\"", "{\"stage\":\"sold\",\"issue\":{}}", "{\"stage\":\"live\"}"
            })
    void what_cannot_be_read_is_our_fault_and_is_not_repeated(String json) {
        var thrown = assertThrows(RuntimeException.class, () -> PlacardJson.read(json));

        assertFalse(String.valueOf(thrown.getMessage()).contains("周砚宁"));
    }

    @Test
    void the_facts_of_forty_people_take_less_than_a_tenth_of_what_the_store_takes() {
        var entry = Stores.inMemory().register();
        var dossier = Dossier.open(QINGHE, "medical-institution", QINGLAN);
        var edits = Stream.concat(
                        Some.qinghe().stream(),
                        Stream.iterate(0, i -> i < 40, i -> i + 1)
                                .flatMap(i -> PERSON.stream()
                                        .map(f -> sets("person/1109901020005%02d/%s".formatted(i, f), "云汀青禾医疗美容"))))
                .toList();
        var proposed = dossier.propose(Some.proposal("p1", REGISTRAR, edits));
        entry.keep(proposed);
        var published = proposed.after().check(CHECKER.id(), NOON).after().published().orElseThrow();

        assertTrue(PublishedJson.write(published).length() < 38_000);
    }
}
