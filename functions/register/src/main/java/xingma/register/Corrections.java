package xingma.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.s3.Bucket;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.institution.PremisesKind;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;
import xingma.registry.Register;
import xingma.registry.RegisterDesk;
import xingma.registry.RegisterDesk.Outcome;
import xingma.registry.sheet.Correction;
import xingma.registry.sheet.RegisterView;
import xingma.territory.Officer;

/** Corrections by hand, decisions of the bureau and photos on their way to the register's desk. */
final class Corrections {
    private static final Pattern CHANGE_ID = Pattern.compile("[A-Za-z0-9._-]{8,80}");
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_EDITS = 200;
    private static final String PHOTO_SOURCE = "人员照片";

    private final Bureau bureau;
    private final Register register;
    private final RegisterDesk desk;
    private final Bucket files;
    private final Clock clock;

    Corrections(Bureau bureau, Register register, RegisterDesk desk, Bucket files, Clock clock) {
        this.bureau = bureau;
        this.register = register;
        this.desk = desk;
        this.files = files;
        this.clock = clock;
    }

    /** A correction as it comes in. */
    record Asked(String id, long revision, String source, List<AskedEdit> edits) {}

    record AskedEdit(Path path, Optional<String> value) {}

    PremisesKind kind(Dossier dossier) {
        return bureau.kind(dossier.kind())
                .orElseThrow(() -> new IllegalStateException("no kind " + dossier.kind() + " in the rulebook"));
    }

    Dossier propose(Officer officer, Dossier dossier, Asked asked) {
        refuse(asked);
        var written = asked.edits().stream().map(e -> new Correction.Written(e.path(), e.value())).toList();
        var correction = Correction.of(kind(dossier), bureau.city(), officer.territory(), dossier.entry(), written);
        correction.faults().stream().findFirst().ifPresent(fault -> {
            throw new Refused(new Problem(
                    422,
                    fault.code(),
                    Optional.of(fault.index().map(i -> "edits[" + i + "].value").orElse("edits")),
                    fault.chinese(),
                    fault.english()));
        });
        if (correction.edits().isEmpty()) {
            return again(officer, dossier, asked.id());
        }
        refuseTaken(officer, dossier, correction.edits());
        return done(desk.propose(
                officer,
                dossier.id(),
                asked.revision(),
                new Change.Proposal(
                        asked.id(), correction.edits(), asked.source().strip(), "", officer.id(), clock.instant())));
    }

    /** By one number the next import must find one institution. */
    private void refuseTaken(Officer officer, Dossier dossier, List<Edit> edits) {
        var kind = kind(dossier);
        var view = new RegisterView(register, bureau.city(), officer.territory());
        edits.stream()
                .filter(e -> e.path().field().equals(kind.identifiedBy()))
                .flatMap(e -> e.after().stream())
                .filter(number -> view.bears(kind.id(), number, dossier.id()))
                .findFirst()
                .ifPresent(number -> {
                    throw new Refused(new Problem(
                            422,
                            "number.taken",
                            Optional.of("edits"),
                            "登记簿里另一家机构已有这个号码。请照证照核对。",
                            "Another institution in the register has this number. Compare it with the licence."));
                });
    }

    /** Asked again after it was published, the same words change nothing any more. */
    private Dossier again(Officer officer, Dossier dossier, String id) {
        var published = register.history(dossier.id()).stream()
                .map(Change::proposal)
                .anyMatch(p -> p.id().equals(id) && p.by().equals(officer.id()));
        if (published) {
            return dossier;
        }
        throw Telling.refused(422, "change.nothing", "和登记簿里一样，没有要改的。", "The register says this already.");
    }

    private static void refuse(Asked asked) {
        if (!CHANGE_ID.matcher(asked.id()).matches() || Correction.holdsIdentityNumber(asked.id())) {
            throw Telling.malformed("id", "id.shape", "编号由8至80个字母、数字组成。", "The id has 8 to 80 letters and digits.");
        }
        var source = asked.source().strip();
        if (source.isEmpty() || source.codePointCount(0, source.length()) > LONGEST_SOURCE) {
            throw Telling.malformed("source", "source.length", "请写更正依据，最多200个字。",
                    "Say what it rests on, in at most 200 characters.");
        }
        if (Correction.holdsIdentityNumber(source)) {
            throw Telling.malformed("source", "cell.identityNumber", "更正依据里有身份证号，请删去。",
                    "The source holds an identity number.");
        }
        if (asked.edits().isEmpty() || asked.edits().size() > MOST_EDITS) {
            throw Telling.malformed("edits", "edits.size", "一次更正1至200项。", "A correction has 1 to 200 edits.");
        }
    }

    /** Photos of several people of one institution gather in one change, so that one check publishes them all. */
    Dossier photo(Officer officer, Dossier dossier, String code, Photo photo, Optional<String> consentOn) {
        if (!dossier.entry().all(Section.PERSON).containsKey(code)) {
            throw Telling.refused(404, "person.unknown", "这家机构没有登记此人。", "This person is not registered here.");
        }
        var consent = consent(consentOn);
        var mine = dossier.pending()
                .map(Change.Proposed::proposal)
                .filter(p -> p.by().equals(officer.id()) && p.source().equals(PHOTO_SOURCE));
        var edits = new ArrayList<Edit>(mine.map(Change.Proposal::edits).orElse(List.of()));
        put(edits, dossier, new Path(Section.PERSON, code, "photo"), photo.key());
        put(edits, dossier, new Path(Section.PERSON, code, "photoConsentOn"), consent.toString());
        if (edits.isEmpty() || mine.filter(p -> Set.copyOf(p.edits()).equals(Set.copyOf(edits))).isPresent()) {
            return dossier;
        }
        files.putIfAbsent(PhotoSheets.shelf(photo.key()), Bucket.Stored.of(photo.jpeg(), "image/jpeg"));
        return done(desk.propose(
                officer,
                dossier.id(),
                dossier.revision(),
                new Change.Proposal(
                        "photo-" + digest(dossier.revision(), edits), edits, PHOTO_SOURCE, "", officer.id(), clock.instant())));
    }

    private static void put(List<Edit> edits, Dossier dossier, Path path, String value) {
        edits.removeIf(e -> e.path().equals(path));
        var now = dossier.entry().at(path);
        if (now.filter(value::equals).isEmpty()) {
            edits.add(new Edit(path, now, Optional.of(value)));
        }
    }

    private LocalDate consent(Optional<String> header) {
        try {
            var day = header.map(LocalDate::parse).orElseThrow(() -> consentMissing());
            if (day.isAfter(bureau.today(clock))) {
                throw Telling.malformed("x-consent-on", "consent.future", "同意日期还没到。", "The day of consent lies ahead.");
            }
            return day;
        } catch (DateTimeParseException malformed) {
            throw consentMissing();
        }
    }

    private static Refused consentMissing() {
        return Telling.malformed(
                "x-consent-on",
                "consent.missing",
                "要有本人同意公示照片的日期，如 2026-11-01。",
                "Give the day on which the person consented, such as 2026-11-01.");
    }

    private static String digest(long revision, List<Edit> edits) {
        try {
            var text = edits.stream()
                    .map(e -> e.path() + "=" + e.after().orElse(""))
                    .sorted()
                    .collect(Collectors.joining("\n", revision + "\n", ""));
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The dossier after the step, or the refusal. */
    Dossier done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var dossier) -> dossier;
            case Outcome.NoSuchInstitution(var id) -> throw unknownInstitution();
            case Outcome.NoSuchChange(var change) -> throw Telling.refused(
                    404, "change.unknown", "没有这项待复核的改动，可能已经处理。请刷新。",
                    "No such change waits; it may be decided. Reload.");
            case Outcome.AlreadyDecided(var change) -> throw Telling.refused(
                    409, "change.decided", "这项改动已经有复核结果。请刷新查看。", "This change is decided already. Reload to see how.");
            case Outcome.IdTaken(var change) -> throw Telling.refused(
                    422, "change.idTaken", "这个编号已用于另一项改动。请重新填写后提交。",
                    "Another change has this id. Write the change anew and send it.");
            case Outcome.MovedOn(var dossier) -> throw Telling.refused(
                    409, "change.movedOn", "这家机构的登记刚刚变了。请刷新后再改。", "The dossier has moved on. Reload and try again.");
            case Outcome.StillPending(var dossier) -> throw Telling.refused(
                    409, "change.waits", "这家机构有别人提交的改动等待复核。请先复核那一项。",
                    "Somebody else's change to it waits for its second person first.");
            case Outcome.TooMuch(var heaviest) -> throw Telling.refused(
                    422, "institution.tooMuch", "这家机构的登记内容超过上限。请联系管理员。",
                    "This is more than one institution's file holds.");
            case Outcome.OwnWork(var change) -> throw Telling.ownWork();
            case Outcome.NotYourDuty(var duty) -> throw Telling.notYourDuty(duty);
            case Outcome.NotYourTerritory(var district) -> throw Telling.refused(
                    422, "region.elsewhere", "改后的区不在您的辖区。", "The new district is not in your territory.");
        };
    }

    static Refused unknownInstitution() {
        return Telling.refused(
                404, "institution.unknown", "没有这家机构，或不在您的辖区。", "There is no such institution in your territory.");
    }
}
