package xingma.aws.dynamo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.aws.json.ChangeJson;
import xingma.aws.json.PublishedJson;
import xingma.fact.Section;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Published;
import xingma.registry.Summary;
import xingma.territory.RegionCode;

/** Dossiers and their history as items: see {@link DynamoRegister}. */
final class Dossiers {
    private static final String INSTITUTION = "INSTITUTION#";
    private static final String NUMBERS_BETWEEN = " ";
    private static final int MOST_NUMBERS = 60;

    private Dossiers() {}

    static String pk(InstitutionId id) {
        return INSTITUTION + id;
    }

    static Attributes key(InstitutionId id) {
        return Attributes.key(pk(id), "DOSSIER");
    }

    static String list(RegionCode district) {
        return "DOSSIER#" + district;
    }

    static Attributes item(Dossier dossier) {
        var shown = dossier.published().isPresent() ? dossier.entry() : dossier.entryAhead();
        var name = shown.premises().textOrEmpty("name");
        var published = dossier.published().map(PublishedJson::write);
        var pending = dossier.pending().map(ChangeJson::write);
        var listed = dossier.isVacant() ? Optional.<String>empty() : Optional.of(list(dossier.district()));
        return key(dossier.id())
                .put("kind", dossier.kind())
                .put("district", dossier.district().value())
                .put("revision", dossier.revision())
                .put("stamp", stamp(dossier, published, pending))
                .put("published", published)
                .put("pending", pending)
                .put("placard", dossier.placard().map(PlacardCode::value))
                .put("editions", dossier.editions())
                .put("list", listed)
                .put("sort", Table.sort(name, dossier.id()))
                .put("name", name)
                .put("address", shown.premises().textOrEmpty("address"))
                .put("numbers", numbers(dossier))
                .put("version", dossier.published().map(Published::version).orElse(0))
                .put("occasion", dossier.pending().map(p -> p.proposal().occasion()));
    }

    private static String numbers(Dossier dossier) {
        var shown = dossier.published().isPresent() ? dossier.entry() : dossier.entryAhead();
        return Stream.concat(
                        shown.premises().text("creditCode").stream(),
                        shown.all(Section.CREDENTIAL).keySet().stream())
                .filter(n -> !n.contains(NUMBERS_BETWEEN))
                .limit(MOST_NUMBERS)
                .reduce((a, b) -> a + NUMBERS_BETWEEN + b)
                .orElse("");
    }

    static Dossier read(Attributes item) {
        return new Dossier(
                new InstitutionId(item.text("pk").substring(INSTITUTION.length())),
                item.text("kind"),
                new RegionCode(item.text("district")),
                item.number("revision"),
                item.optional("published").map(PublishedJson::read),
                item.optional("pending").map(ChangeJson::readProposed),
                item.optional("placard").map(PlacardCode::new),
                (int) item.number("editions"));
    }

    static Summary summary(Attributes item) {
        return new Summary(
                new InstitutionId(item.text("pk").substring(INSTITUTION.length())),
                item.text("kind"),
                new RegionCode(item.text("district")),
                item.text("name"),
                item.text("address"),
                item.optional("numbers")
                        .filter(n -> !n.isEmpty())
                        .map(n -> Arrays.asList(n.split(NUMBERS_BETWEEN)))
                        .orElse(List.of()),
                (int) item.number("version"),
                item.optional("occasion"),
                item.optional("placard").map(PlacardCode::new));
    }

    /** A decided change, under the revision to which it led. */
    static Attributes change(Dossier after, Change.Decided decided) {
        return Attributes.key(pk(after.id()), "CHANGE#%012d".formatted(after.revision()))
                .put("change", ChangeJson.write(decided));
    }

    static Change.Decided readChange(Attributes item) {
        return ChangeJson.readDecided(item.text("change"));
    }

    static Table.Condition stands(Dossier before) {
        return before.revision() == 0 ? Table.Condition.absent() : Table.Condition.revision(before.revision());
    }

    /** Whether an item is what a step made: then the step was kept before, and its answer was lost. */
    static boolean isEcho(Attributes standing, Attributes made) {
        return standing.has("stamp")
                && standing.number("revision") == made.number("revision")
                && standing.text("stamp").equals(made.text("stamp"));
    }

    /** Marks what a step made: the same step makes the same mark, any other step another one. */
    static String stamp(Dossier dossier, Optional<String> published, Optional<String> pending) {
        return digest(
                dossier.id().value(),
                Long.toString(dossier.revision()),
                published.orElse(""),
                pending.orElse(""),
                dossier.placard().map(PlacardCode::value).orElse(""),
                Integer.toString(dossier.editions()));
    }

    private static String digest(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
