package xingma.print;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.json.StrictJson;
import xingma.aws.s3.Bucket;
import xingma.aws.s3.Bucket.Stored;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.placard.Posting;
import xingma.registry.Dossier;
import xingma.registry.Register;
import xingma.rulebook.Rulebook;
import xingma.territory.RegionCode;

/**
 * Prints a district's placards into one file (批量打印), part by part within what one call may take. Every part is written
 * once; a call that dies loses at most the part it was at.
 */
final class PrintShop {
    /** Raised when the drawing changes, so that finished sheets are printed anew. */
    static final int LAYOUT = 1;

    private static final int MOST = 3_000;
    private static final int ID_BYTES = 16;
    private static final int LARGEST_ORDER = 1 << 20;
    private static final int LARGEST_PART = 64 << 20;

    private final Register register;
    private final Placards placards;
    private final Rulebook rulebook;
    private final PlacardText text;
    private final Bureau bureau;
    private final Bucket bucket;
    private final Duration budget;

    /** @param budget after which a call begins no further part */
    PrintShop(
            Register register,
            Placards placards,
            Rulebook rulebook,
            PlacardText text,
            Bureau bureau,
            Bucket bucket,
            Duration budget) {
        this.register = register;
        this.placards = placards;
        this.rulebook = rulebook;
        this.text = text;
        this.bureau = bureau;
        this.bucket = bucket;
        this.budget = budget;
    }

    /** What a placard says now. */
    PlacardFace face(Placard.Live placard, Dossier dossier) {
        var kind = rulebook.kind(dossier.kind())
                .orElseThrow(() -> new IllegalStateException("no such kind: " + dossier.kind()));
        return text.face(placard.issue(), kind, dossier.entry());
    }

    /**
     * One placard's sheet, printed once for each version of what it says.
     *
     * @return the file
     */
    byte[] sheet(Placard.Live placard, Dossier dossier, SheetFormat format) {
        var version = dossier.published().orElseThrow().version();
        var key = PrintRun.FOLDER + placard.code() + '/' + digest(bureau.toString() + LAYOUT) + "-v" + version + '-' + format.word() + ".pdf";
        return bucket.get(key, LARGEST_PART).map(Stored::bytes).orElseGet(() -> {
            var pdf = PlacardBook.print(format, List.of(face(placard, dossier)));
            bucket.put(key, Stored.of(pdf, PlacardBook.CONTENT_TYPE));
            return pdf;
        });
    }

    /** Takes an order for the live placards of these districts; the same order given twice is one. */
    PrintRun order(RegionCode territory, List<RegionCode> districts, SheetFormat format, boolean unprintedOnly, String by) {
        var codes = new ArrayList<PlacardCode>();
        var told = new StringBuilder().append(LAYOUT).append(' ').append(format).append(' ').append(bureau);
        for (var district : districts) {
            var versions = versions(district);
            var after = Optional.<String>empty();
            do {
                var page = placards.placardsIn(district, after);
                for (var placard : page.items()) {
                    if (placard instanceof Placard.Live live
                            && (!unprintedOnly || live.posting().step() == Posting.Step.ISSUED)) {
                        codes.add(live.code());
                        told.append(' ').append(live.code()).append(versions.get(live.issue().institution()));
                    }
                }
                after = page.next();
            } while (after.isPresent());
        }
        if (codes.isEmpty()) {
            throw new Refused(Problem.of(
                    409, "sheets.nothing", "没有要打印的标牌。请先签发。", "There is no placard to print. Issue them first."));
        }
        if (codes.size() > MOST) {
            throw new Refused(Problem.field(
                    "district",
                    "sheets.tooMany",
                    "一次最多打印 " + MOST + " 块。请按区县分别打印。",
                    "At most " + MOST + " at a time. Print district by district."));
        }
        var run = new PrintRun(digest(told.toString()), territory, format.word(), by, codes);
        bucket.putIfAbsent(
                PrintRun.orderKey(run.id()), Stored.of(StrictJson.LARGE.write(run), "application/json"));
        return run;
    }

    Optional<PrintRun> find(String id) {
        return bucket.get(PrintRun.orderKey(id), LARGEST_ORDER)
                .map(order -> StrictJson.LARGE.read(order.bytes(), PrintRun.class));
    }

    /** Goes on with a run for as long as a call may. */
    Progress goOn(PrintRun run) {
        var total = run.codes().size();
        if (bucket.has(PrintRun.fileKey(run.id()))) {
            return new Progress(total, total, List.of());
        }
        var began = System.nanoTime();
        var lacking = new ArrayList<Lacking>();
        var done = 0;
        for (var part = 0; part < run.parts(); part++) {
            if (!bucket.has(run.partKey(part))) {
                if (System.nanoTime() - began > budget.toNanos()) {
                    return new Progress(Math.min(done, total - 1), total, lacking);
                }
                print(run, part, lacking);
            }
            done += run.part(part).size();
        }
        if (System.nanoTime() - began > budget.toNanos()) {
            return new Progress(total - 1, total, lacking);
        }
        bind(run);
        return new Progress(total, total, lacking);
    }

    private void print(PrintRun run, int part, List<Lacking> lacking) {
        var faces = faces(run.part(part));
        for (var face : faces) {
            var characters = face.lacking(Typeface.shared());
            if (!characters.isEmpty()) {
                lacking.add(new Lacking(face.code(), face.name(), characters));
            }
        }
        var format = SheetFormat.of(run.format()).orElseThrow();
        // Every placard of the part may have been withdrawn since the order: then it has no sheet.
        var pdf = faces.isEmpty() ? new byte[0] : PlacardBook.print(format, faces);
        bucket.put(run.partKey(part), Stored.of(pdf, PlacardBook.CONTENT_TYPE));
    }

    private void bind(PrintRun run) {
        var parts = new ArrayList<byte[]>();
        for (var part = 0; part < run.parts(); part++) {
            var pdf = bucket.get(run.partKey(part), LARGEST_PART).orElseThrow().bytes();
            if (pdf.length > 0) {
                parts.add(pdf);
            }
        }
        if (parts.isEmpty()) {
            throw new Refused(Problem.of(
                    409, "sheets.nothing", "这些标牌都已收回或换新，没有要打印的。", "All of these placards were withdrawn or replaced."));
        }
        var whole = parts.size() == 1 ? parts.getFirst() : PlacardBook.bind(parts);
        bucket.put(PrintRun.fileKey(run.id()), Stored.of(whole, PlacardBook.CONTENT_TYPE));
    }

    /** What still stands of these, in their order. */
    private List<PlacardFace> faces(List<PlacardCode> codes) {
        var live = new ArrayList<Placard.Live>();
        for (var code : codes) {
            if (placards.find(code).orElse(null) instanceof Placard.Live placard) {
                live.add(placard);
            }
        }
        var dossiers = register.findAll(live.stream().map(p -> p.issue().institution()).toList());
        return live.stream()
                .filter(p -> dossiers.containsKey(p.issue().institution()))
                .map(p -> face(p, dossiers.get(p.issue().institution())))
                .toList();
    }

    private Map<InstitutionId, Integer> versions(RegionCode district) {
        var versions = new HashMap<InstitutionId, Integer>();
        var after = Optional.<String>empty();
        do {
            var page = register.in(district, after);
            page.items().forEach(summary -> versions.put(summary.id(), summary.version()));
            after = page.next();
        } while (after.isPresent());
        return versions;
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param lacking what this call printed with a sign in the place of a character */
    record Progress(int done, int total, List<Lacking> lacking) {
        Progress {
            lacking = List.copyOf(lacking);
        }

        boolean finished() {
            return done == total;
        }
    }

    /** A placard with characters that the typeface does not have, by their numbers in Unicode. */
    record Lacking(String code, String name, List<String> characters) {}
}
