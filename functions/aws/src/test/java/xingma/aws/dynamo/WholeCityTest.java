package xingma.aws.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.registry.Some.CHECKER;
import static xingma.registry.Some.NOON;
import static xingma.registry.Some.QINGLAN;
import static xingma.registry.Some.REGISTRAR;
import static xingma.registry.Some.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import xingma.institution.InstitutionId;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeCityTest {
    private static final int INSTITUTIONS = 1_700;

    private static Dossier.Step proposed(int number) {
        var facts = new ArrayList<Edit>();
        facts.add(sets("premises//name", "云汀旅馆%04d".formatted(number)));
        facts.add(sets("premises//district", QINGLAN.value()));
        for (var field : List.of("address", "principal", "category", "postedAt", "phone", "creditCode")) {
            facts.add(sets("premises//" + field, "云汀市青岚区听雨路第" + number + "号之二"));
        }
        for (var field : List.of("number", "credentialType", "validFrom", "validUntil", "issuer", "issuedOn")) {
            facts.add(sets("credential/卫公证字2026第" + number + "号/" + field, "2026-11-20"));
        }
        return Dossier.open(InstitutionId.firstRegisteredAs("public-place", "n" + number), "public-place", QINGLAN)
                .propose(new Change.Proposal("p" + number, facts, "导入 公共场所.xlsx", "import-1", REGISTRAR.id(), NOON));
    }

    @Test
    void the_register_of_a_whole_city_takes_some_hundred_requests() {
        var line = new BadLine(AwsCrtHttpClient.create(), 1);
        var proposals = IntStream.range(0, INSTITUTIONS).mapToObj(WholeCityTest::proposed).toList();
        var checks = proposals.stream().map(s -> s.after().check(CHECKER.id(), NOON)).toList();
        try (var client = Embedded.patientClientOver(line)) {
            var register = DynamoStores.over(client, DynamoStores.freshTables(Embedded.client())).register();

            assertEquals(Set.of(), register.keepAll(proposals));
            assertEquals(Set.of(), register.keepAll(checks));

            assertTrue(line.requests() < 250, () -> line.requests() + " requests");
            var kept = register.findAll(proposals.stream().map(s -> s.before().id()).toList());
            assertEquals(INSTITUTIONS, kept.size());
            assertEquals(checks.getLast().after(), kept.get(checks.getLast().before().id()));
        }
    }
}
