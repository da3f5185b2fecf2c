package xingma.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import xingma.aws.http.Refused;
import xingma.aws.s3.Bucket;
import xingma.keeping.Page;
import xingma.register.TrialView.ProgressView;
import xingma.register.file.KeptSheets;
import xingma.registry.sheet.ImportDesk;
import xingma.registry.sheet.ImportFile;
import xingma.registry.sheet.ImportRecord;
import xingma.registry.sheet.ImportRecord.Stage;
import xingma.registry.sheet.Imports;
import xingma.registry.sheet.Sheet;
import xingma.registry.sheet.Trial;
import xingma.territory.Officer;
import xingma.territory.Region;

/**
 * Keeps a file's cleaned sheets and how far it has come, and works through it batch by batch. The register says what is
 * done; the record only says what it amounts to.
 */
final class Intake {
    /** Every call reads the file anew: few long calls are quicker than many short ones. */
    private static final int MOST_PER_CALL = 1_000;
    private static final Duration PER_CALL = Duration.ofSeconds(8);
    private static final int PAGE = 100;
    private static final int ATTEMPTS = 4;

    private final Bureau bureau;
    private final ImportDesk desk;
    private final Imports imports;
    private final Bucket files;
    private final PhotoSheets photos;
    private final Clock clock;

    Intake(Bureau bureau, ImportDesk desk, Imports imports, Bucket files, PhotoSheets photos, Clock clock) {
        this.bureau = bureau;
        this.desk = desk;
        this.imports = imports;
        this.files = files;
        this.photos = photos;
        this.clock = clock;
    }

    /** An import with its trial against the register as it is now. */
    record Opened(ImportRecord record, List<Sheet> sheets, Trial trial, ProgressView progress) {}

    /** An import after a step. */
    record Moved(Stage stage, ProgressView progress) {}

    Opened take(String name, byte[] bytes, List<Sheet> cleaned, Officer officer) {
        var id = id(bytes, officer);
        var trial = desk.trial(id, cleaned, officer);
        files.put(shelf(id), Bucket.Stored.of(KeptSheets.write(cleaned), KeptSheets.CONTENT_TYPE));
        var file = new ImportFile(
                id, name, officer.territory(), officer.id(), officer.name(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var record = imports.find(id).orElseGet(() -> first(ImportRecord.tried(file, trial.rows())));
        if (mayBeBroughtAgain(record)) {
            record = moved(record, r -> mayBeBroughtAgain(r) ? Optional.of(r.at(Stage.TRIED, 0)) : Optional.empty());
        }
        return opened(record, cleaned, trial, officer);
    }

    private static boolean mayBeBroughtAgain(ImportRecord record) {
        return record.stage() == Stage.REFUSED || record.stage() == Stage.WITHDRAWN;
    }

    Opened open(String id, Officer officer) {
        var record = Optional.of(id)
                .filter(i -> i.matches("[0-9a-f]{24}"))
                .flatMap(imports::find)
                .filter(r -> officer.territory().contains(r.file().territory()))
                .orElseThrow(() -> Telling.refused(
                        404, "import.unknown", "没有这次导入，或不在您的辖区。", "There is no such import in your territory."));
        var kept = files.get(shelf(id), KeptSheets.LARGEST)
                .orElseThrow(() -> new IllegalStateException("the sheets of an import are not on their shelf"));
        var sheets = KeptSheets.read(kept.bytes());
        // Tried in the territory of whoever brought it, whoever looks at it.
        var bringer = new Officer(officer.id(), officer.name(), record.file().territory(), officer.duties());
        return opened(record, sheets, desk.trial(id, sheets, bringer), officer);
    }

    /** Newest first, of the officer's territory and every district within it. */
    Page<ImportRecord> list(Officer officer, Optional<String> after) {
        var territories = Stream.concat(
                        Stream.of(officer.territory()),
                        bureau.city().districtsWithin(officer.territory()).stream().map(Region::code))
                .distinct()
                .toList();
        var all = new ArrayList<ImportRecord>();
        var more = false;
        for (var territory : territories) {
            var page = imports.in(territory, after);
            all.addAll(page.items());
            more |= page.next().isPresent();
        }
        all.sort(Comparator.comparing(Imports::sort).reversed());
        var items = all.stream().limit(PAGE).toList();
        return new Page<>(items, more || all.size() > PAGE ? Optional.of(Imports.sort(items.getLast())) : Optional.empty());
    }

    Moved propose(Opened opened, Officer officer) {
        var record = opened.record();
        switch (record.stage()) {
            case REFUSED -> throw refusedBefore();
            case WITHDRAWN -> throw withdrawnBefore();
            case CHECKING, CHECKED -> {
                return new Moved(record.stage(), opened.progress());
            }
            case TRIED, PROPOSING, PROPOSED -> { }
        }
        var progress = desk.propose(record.file(), opened.trial(), officer, batch());
        if (progress.total() == 0) {
            return new Moved(record.stage(), new ProgressView(0, 0));
        }
        var stage = progress.isDone() ? Stage.PROPOSED : Stage.PROPOSING;
        var now = moved(record, r -> r.stage().compareTo(stage) < 0 || r.stage() == stage && r.total() != progress.total()
                ? Optional.of(r.at(stage, progress.total()))
                : Optional.empty());
        return new Moved(now.stage(), new ProgressView(progress.done(), progress.total()));
    }

    Moved check(Opened opened, Officer officer) {
        var record = opened.record();
        if (record.stage() == Stage.CHECKED) {
            return new Moved(record.stage(), opened.progress());
        }
        refuseUnlessProposed(record);
        return decided(record, desk.check(record.file(), opened.trial(), officer, batch(), photos), Stage.CHECKED, "");
    }

    Moved refuse(Opened opened, Officer officer, String reason) {
        var record = opened.record();
        if (record.stage() == Stage.REFUSED) {
            return new Moved(record.stage(), opened.progress());
        }
        refuseUnlessProposed(record);
        var progress = desk.refuse(record.file(), opened.trial(), officer, reason, batch());
        return decided(record, progress, Stage.REFUSED, reason);
    }

    private static void refuseUnlessProposed(ImportRecord record) {
        switch (record.stage()) {
            case TRIED, PROPOSING -> throw Telling.refused(
                    409, "import.notProposed", "还没有提交完，请等登记员提交后再复核。", "The registrar has not proposed all of it yet.");
            case CHECKED -> throw checkedBefore();
            case REFUSED -> throw refusedBefore();
            case WITHDRAWN -> throw withdrawnBefore();
            case PROPOSED, CHECKING -> { }
        }
    }

    /** The record steps back to "not all of it proposed" first, so that nobody checks what is being taken away. */
    Moved withdraw(Opened opened, Officer officer) {
        var before = opened.record();
        switch (before.stage()) {
            case TRIED -> throw Telling.refused(
                    409, "import.notProposed", "这次导入还没有提交，不用撤回。", "Nothing of this import was proposed yet.");
            case CHECKING -> throw beingChecked();
            case CHECKED -> throw checkedBefore();
            case REFUSED -> throw refusedBefore();
            case WITHDRAWN -> {
                return new Moved(before.stage(), opened.progress());
            }
            case PROPOSING, PROPOSED -> { }
        }
        var record = moved(before, r -> r.stage() == Stage.PROPOSED
                ? Optional.of(r.at(Stage.PROPOSING, r.total()))
                : Optional.empty());
        if (record.stage() != Stage.PROPOSING) {
            throw beingChecked();
        }
        var progress = desk.withdraw(record.file(), opened.trial(), officer, batch());
        var left = progress.total() - progress.done();
        if (progress.done() == 0 && left > 0 && progress.others().size() == left) {
            throw Telling.refused(
                    403, "import.notYours", "其余是另一位登记员提交的，请由提交人撤回。",
                    "Another registrar proposed the rest and may take it back.");
        }
        var now = moved(record, r -> left == 0 && r.stage() == Stage.PROPOSING
                ? Optional.of(r.at(Stage.WITHDRAWN, r.total()))
                : Optional.empty());
        var total = Math.max(now.total(), progress.total());
        return new Moved(now.stage(), new ProgressView(total - left, total));
    }

    private static Refused refusedBefore() {
        return Telling.refused(
                409, "import.refused", "这次导入没有通过复核。改好后请重新上传。",
                "This import was refused. Mend the file and upload it again.");
    }

    private static Refused withdrawnBefore() {
        return Telling.refused(
                409, "import.withdrawn", "这次导入已由提交人撤回。需要时请重新上传。",
                "This import was taken back by its proposer. Upload the file again if it is needed.");
    }

    private static Refused checkedBefore() {
        return Telling.refused(409, "import.checked", "这次导入已经复核发布。", "This import is published already.");
    }

    private static Refused beingChecked() {
        return Telling.refused(
                409, "import.checking", "复核已经开始，不能再撤回。请与复核员联系。",
                "The second person has begun to check. Speak to them.");
    }

    private Moved decided(ImportRecord record, ImportDesk.Progress progress, Stage end, String reason) {
        var left = progress.total() - progress.done();
        if (progress.done() == 0 && left > 0 && progress.others().size() == left) {
            throw Telling.ownWork();
        }
        var now = moved(record, r -> left == 0 && r.stage() != end
                ? Optional.of(end == Stage.REFUSED ? r.refused(reason) : r.at(end, r.total()))
                : r.stage() == Stage.PROPOSED ? Optional.of(r.at(Stage.CHECKING, r.total())) : Optional.empty());
        // Somebody else may have done the rest meanwhile.
        var waiting = now.stage() == end ? 0 : left;
        return new Moved(now.stage(), new ProgressView(Math.max(0, now.total() - waiting), now.total()));
    }

    private Opened opened(ImportRecord record, List<Sheet> sheets, Trial trial, Officer officer) {
        var waiting = switch (record.stage()) {
            case TRIED, CHECKED, REFUSED, WITHDRAWN -> 0;
            case PROPOSING, PROPOSED, CHECKING -> ImportDesk.waiting(record.file(), trial, officer);
        };
        var progress = switch (record.stage()) {
            case TRIED -> new ProgressView(0, trial.plans().size());
            case PROPOSING, PROPOSED -> new ProgressView(waiting, Math.max(waiting, record.total()));
            case CHECKING -> new ProgressView(Math.max(0, record.total() - waiting), record.total());
            case CHECKED -> new ProgressView(record.total(), record.total());
            case REFUSED, WITHDRAWN -> new ProgressView(0, record.total());
        };
        return new Opened(record, sheets, trial, progress);
    }

    private ImportDesk.Batch batch() {
        return ImportDesk.Batch.of(MOST_PER_CALL, PER_CALL, clock);
    }

    private ImportRecord first(ImportRecord record) {
        return imports.keep(record) ? record : imports.find(record.file().id()).orElseThrow();
    }

    /** Takes the record's next step, unless somebody took it already. */
    private ImportRecord moved(ImportRecord record, Function<ImportRecord, Optional<ImportRecord>> step) {
        var now = record;
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var next = step.apply(now);
            if (next.isEmpty()) {
                return now;
            }
            if (imports.keep(next.get())) {
                return next.get();
            }
            now = imports.find(record.file().id()).orElseThrow();
        }
        return now;
    }

    private static String shelf(String id) {
        return "imports/" + id + ".json.gz";
    }

    private static String id(byte[] bytes, Officer officer) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            digest.update(officer.territory().value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
