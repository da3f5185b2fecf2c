package xingma.aws.dynamo;

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
import static xingma.registry.Some.sets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import xingma.placard.Placard;
import xingma.placard.Posting;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaviestDossierTest {
    private static Dossier.Step proposed(Dossier dossier, String id, List<Edit> edits) {
        return dossier.propose(new Change.Proposal(id, edits, "导入", "import-1", REGISTRAR.id(), NOON));
    }

    private static String value(int number) {
        return "美容皮肤科、\"" + number;
    }

    @Test
    void the_heaviest_dossier_that_the_desk_takes_fits_its_items() {
        var stores = DynamoStores.over(Embedded.client());
        var facts = new ArrayList<Edit>();
        facts.add(sets("premises//name", "云汀青禾"));
        facts.add(sets("premises//district", QINGLAN.value()));
        var empty = Dossier.open(QINGHE, "medical-institution", QINGLAN);
        for (var i = 0; empty.entry().hasRoomFor(facts) && facts.size() <= Change.Proposal.MOST_EDITS; i++) {
            facts.add(sets("person/%015d/specialties".formatted(i), value(i)));
        }
        facts.removeLast();
        assertTrue(facts.size() > 1_000);

        var first = proposed(empty, "p1", facts);
        var checked = first.after().check(CHECKER.id(), NOON);
        assertTrue(stores.register().keep(first));
        assertTrue(stores.register().keep(checked));
        var live = new Placard.Live(
                new Placard.Issue(CODE, QINGHE, QINGLAN, "云汀青禾", 1, LocalDate.of(2026, 11, 20), "gao"),
                List.of(new Posting(Posting.Step.ISSUED, "gao", NOON, "", Optional.empty())));
        assertTrue(stores.placards().issue(checked.after(), live, Optional.empty()));

        var changed = new ArrayList<Edit>();
        for (var i = 0; checked.after().entry().hasRoomFor(changed) && i < facts.size() - 2; i++) {
            changed.add(changes("person/%015d/specialties".formatted(i), value(i), "“" + value(i)));
        }
        changed.removeLast();
        var second = proposed(checked.after().issued(CODE), "p2", changed);
        assertTrue(stores.register().keep(second));
        assertEquals(Optional.of(second.after()), stores.register().find(QINGHE));
        assertTrue(stores.register().keep(second.after().check(CHECKER.id(), NOON)));
        assertTrue(stores.scans().scan(CODE).isPresent());
    }

    @Test
    void what_no_item_holds_never_reaches_the_engine() {
        var line = new BadLine(AwsCrtHttpClient.create(), 1);
        var step = proposed(
                Dossier.open(QINGHE, "medical-institution", QINGLAN),
                "p1",
                List.of(sets("premises//name", "星".repeat(130_000)), sets("premises//district", QINGLAN.value())));
        assertFalse(step.before().entry().hasRoomFor(step.after().pending().orElseThrow().proposal().edits()));
        try (var client = Embedded.clientOver(line)) {
            var register = DynamoStores.over(client, Map.of("RegisterTable", "register", "RatingTable", "ratings")).register();

            assertThrows(IllegalArgumentException.class, () -> register.keep(step));
            assertThrows(IllegalArgumentException.class, () -> register.keepAll(List.of(step)));
        }
        assertEquals(0, line.requests());
    }
}
