package xingma.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import xingma.aws.http.Asked;
import xingma.aws.http.Reply;
import xingma.aws.log.Log;
import xingma.aws.s3.InMemoryBucket;
import xingma.institution.InstitutionId;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.InMemoryBureau;
import xingma.registry.Some;
import xingma.territory.InMemoryRoster;
import xingma.territory.RegionCode;

/** The two functions over a bureau in memory, and the officers who ask them. */
final class PrintRoom {
    static final String KIND = "medical-institution";

    final InMemoryBureau bureau = new InMemoryBureau();
    final InMemoryRoster roster = new InMemoryRoster();
    final InMemoryBucket files = new InMemoryBucket();
    final InMemoryBucket site = new InMemoryBucket();
    final InMemoryBucket sheets = new InMemoryBucket();
    final IssuePlacards issuing = new IssuePlacards(
            bureau, bureau, roster, files, site, Printed.BUREAU, Printed.CITY, Some.CLOCK, Log.nowhere());
    final PrintPlacards printing = printing(Duration.ofMinutes(1));

    PrintPlacards printing(Duration budget) {
        return new PrintPlacards(bureau, bureau, site, sheets, Printed.BUREAU, Printed.CITY, budget, Log.nowhere());
    }

    /** A checked institution. */
    InstitutionId checked(String name, RegionCode district) {
        var proposed = proposed(name, district);
        bureau.keep(proposed.check(Some.CHECKER.id(), Some.NOON));
        return proposed.id();
    }

    /** An institution that waits for its second person. */
    Dossier proposed(String name, RegionCode district) {
        var id = InstitutionId.firstRegisteredAs(KIND, name);
        var step = Dossier.open(id, KIND, district)
                .propose(new Change.Proposal(
                        "p-" + name,
                        List.of(
                                Some.sets("premises//name", name),
                                Some.sets("premises//district", district.value()),
                                Some.sets("premises//address", Printed.ADDRESS),
                                Some.sets("credential/N-" + id + "/number", "N-" + id)),
                        "导入",
                        "",
                        Some.REGISTRAR.id(),
                        Some.NOON));
        bureau.keep(step);
        return step.after();
    }

    /** Issues a placard and answers with its code. */
    String issued(String name, RegionCode district) {
        var reply = issuing.answer(city("POST /api/placards")
                .body("{\"institutions\":[\"" + checked(name, district) + "\"]}"));
        return json(reply).at("/items/0/code").asText();
    }

    static Asked city(String route) {
        return Asked.by("gao", "990100", "registrar", route);
    }

    static Asked inspector(String route) {
        return Asked.by("lu", "990100", "inspector", route);
    }

    static Asked qinglan(String route) {
        return Asked.by("chen", "990102", "registrar", route);
    }

    static Asked binlan(String route) {
        return Asked.by("qi", "990103", "registrar inspector", route);
    }

    Reply post(Asked officer, String code, String body) {
        return issuing.answer(officer.parameter("code", code).body(body));
    }

    static JsonNode json(Reply reply) {
        try {
            return new ObjectMapper().readTree(reply.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static String posting(String step, String note, byte[] photo) {
        var image = photo.length == 0 ? "null" : '"' + Base64.getEncoder().encodeToString(photo) + '"';
        return "{\"step\":\"" + step + "\",\"note\":\"" + note + "\",\"photo\":" + image + "}";
    }
}
