package xingma.scan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.Scores;
import xingma.fact.Facts;
import xingma.fact.Section;
import xingma.fact.Wording;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.pages.Language;
import xingma.pages.ScanPages;
import xingma.pages.View;
import xingma.placard.Placard;
import xingma.placard.Posting;
import xingma.placard.Scan;
import xingma.placard.Scans;
import xingma.registry.Entry;
import xingma.registry.Provenance;
import xingma.territory.RegionCode;

/** A scan of an institution that does not exist, played through before a snapshot is taken. */
final class Rehearsal implements Scans {
    private static final PlacardCode CODE = PlacardCode.of("AAAAAAAAAAA");
    private static final String KIND = "medical-institution";
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    void render(ScanPages pages, ScanData data, Language language) {
        for (var star : List.of(rated(), suspended())) {
            var scan = scan(star);
            pages.page(scan, new View(language, false, DAY, "/q/" + CODE, Optional.of("双眼皮")));
            data.json(scan, DAY);
            data.links(scan);
        }
    }

    /** It stands behind every code. */
    @Override
    public Optional<Scan> scan(PlacardCode code) {
        return Optional.of(scan(rated()));
    }

    /** The gateway's event for a code that nobody was ever given. */
    String event() {
        return """
                {"version":"2.0","routeKey":"GET /q/{code}","rawPath":"/q/%1$s","rawQueryString":"",\
                "headers":{"accept":"text/html","accept-language":"zh-Hans"},"pathParameters":{"code":"%1$s"},\
                "requestContext":{"requestId":"rehearsal"},"isBase64Encoded":false}""".formatted(CODE);
    }

    private static Scan.Standing scan(StarCard.Brief star) {
        var at = DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        var id = InstitutionId.firstRegisteredAs(KIND, "rehearsal");
        var premises = new Facts(Map.of(
                "name", "甲", "district", "990102", "address", "乙", "departments", "医疗美容科", "aestheticDepartments",
                "美容外科", "surgeryLevel", "1"));
        var keyed = new TreeMap<Section, SortedMap<String, Facts>>();
        keyed.put(Section.CREDENTIAL, new TreeMap<>(
                Map.of("1", new Facts(Map.of("validFrom", "2025-01-01", "validUntil", "2027-01-01")))));
        keyed.put(Section.PERSON, new TreeMap<>(
                Map.of("110000000000000", new Facts(Map.of("name", "丙", "role", "医师")))));
        return new Scan.Standing(
                new Placard.Live(
                        new Placard.Issue(CODE, id, new RegionCode("990102"), "甲", 1, DAY, "nobody"),
                        List.of(new Posting(Posting.Step.ISSUED, "nobody", at, "", Optional.empty()))),
                new Entry(id, KIND, premises, keyed),
                1,
                new Provenance("rehearsal", "one", Instant.EPOCH, "two", at),
                List.of(),
                Optional.of(star));
    }

    private static StarCard.Brief rated() {
        var scores = new Scores(910, List.of(new Scores.Part("丁", "D", 900)));
        return star(StarCard.State.RATED, Optional.of(4), Optional.of(scores), Optional.empty());
    }

    private static StarCard.Brief suspended() {
        return star(StarCard.State.SUSPENDED, Optional.empty(), Optional.empty(), Optional.of("LICENCE_LAPSED"));
    }

    private static StarCard.Brief star(
            StarCard.State state, Optional<Integer> stars, Optional<Scores> scores, Optional<String> reason) {
        return new StarCard.Brief(
                1, state, stars, scores, reason, "rehearsal", Optional.of(new Wording("戊", "E")), DAY, Optional.of(DAY),
                Optional.empty());
    }
}
