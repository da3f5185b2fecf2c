package xingma.evaluation.exhibit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.attachment.UploadForm;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.exhibit.ExhibitFolder.Asking;
import xingma.evaluation.exhibit.ExhibitFolder.Entry;
import xingma.evaluation.rules.ExhibitRules;
import xingma.keeping.Patience;

/**
 * Where exhibits are taken in and shown (佐证材料室). Whoever writes on a sheet sends files to a folder of one's own and names
 * them on the sheet; others see what was named and no other file, and of experts nothing before their sheets are open.
 */
public final class ExhibitRoom {
    private final Clerk clerk;
    private final Exhibits exhibits;
    private final ExhibitFolders folders;
    private final Patience patience;

    public ExhibitRoom(Clerk clerk, Exhibits exhibits, ExhibitFolders folders, Patience patience) {
        this.clerk = requireNonNull(clerk, "clerk");
        this.exhibits = requireNonNull(exhibits, "exhibits");
        this.folders = requireNonNull(folders, "folders");
        this.patience = requireNonNull(patience, "patience");
    }

    /** Who looks; the caller has made sure that the evaluation is open to that person. */
    public sealed interface Reader {
        record Owner() implements Reader {}

        record Assessor(String expert) implements Reader {}

        record Office() implements Reader {}

        /** Whose folder is the reader's own. */
        default Optional<Writer> own() {
            return switch (this) {
                case Owner o -> Optional.of(new Writer.Institution());
                case Assessor(var expert) -> Optional.of(new Writer.Assessor(expert));
                case Office o -> Optional.empty();
            };
        }
    }

    public ExhibitRules rules() {
        return clerk.deadlines().rules().exhibits();
    }

    // ---- sending -----------------------------------------------------------------------------------------------------

    /** What came of asking to send a file. */
    public sealed interface Asked {
        /** It is awaited; the form sends it. */
        record Awaited(Entry.Awaited entry, UploadForm form) implements Asked {}

        /** It was sent before. */
        record Settled(Entry entry) implements Asked {}

        record Barred(Bar bar) implements Asked {}

        record Busy() implements Asked {}
    }

    /** @param file the id that the sender gave to the file: asked again it is the same file */
    public Asked ask(Evaluation evaluation, Writer writer, String file, String clause) {
        var bar = writingBar(evaluation, writer).or(() -> clerk.standard(evaluation).clause(clause).isEmpty()
                ? Optional.of(Bar.NO_SUCH_REFERENCE)
                : Optional.empty());
        if (bar.isPresent()) {
            return new Asked.Barred(bar.get());
        }
        var id = ExhibitFolder.Id.of(evaluation.id(), writer);
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            switch (folders.find(id).ask(file, clause, clerk.now(), rules())) {
                case Asking.ClauseFull full -> {
                    return new Asked.Barred(Bar.CLAUSE_SHOWS_ENOUGH);
                }
                case Asking.FolderFull full -> {
                    return new Asked.Barred(Bar.SHEET_SHOWS_ENOUGH);
                }
                case Asking.Before(var entry) -> {
                    return entry instanceof Entry.Awaited awaited ? awaited(id, file, awaited) : new Asked.Settled(entry);
                }
                case Asking.New(var folder) -> {
                    if (folders.keep(folder)) {
                        return awaited(id, file, folder.awaited(file).orElseThrow());
                    }
                }
            }
            patience.rest(attempt);
        }
        return new Asked.Busy();
    }

    private Asked awaited(ExhibitFolder.Id id, String file, Entry.Awaited entry) {
        return new Asked.Awaited(entry, exhibits.form(new ExhibitPlace(id, file), rules().largest()));
    }

    private static Optional<Bar> writingBar(Evaluation evaluation, Writer writer) {
        return switch (writer) {
            case Writer.Institution i -> evaluation instanceof Evaluation.Over ? Optional.of(Bar.NOT_NOW) : Optional.empty();
            case Writer.Assessor(var expert) -> RatingPanel.writingBar(evaluation, expert)
                    .or(() -> evaluation.proceedings().handedIn().containsKey(expert)
                            ? Optional.of(Bar.HANDED_IN_ALREADY)
                            : Optional.empty());
        };
    }

    /** What the writer sent, and what became of it. */
    public ExhibitFolder folder(Evaluation evaluation, Writer writer) {
        return folders.find(ExhibitFolder.Id.of(evaluation.id(), writer));
    }

    private Optional<Exhibit> find(ExhibitFolder folder, String sha256) {
        return folder.kept(sha256, rules(), clerk.now());
    }

    /** The files that a writer may name on the sheet of an evaluation; looked for when the first is named. */
    public Naming naming(Evaluation evaluation, Writer writer) {
        return new Naming(evaluation, writer);
    }

    public final class Naming {
        private final Evaluation evaluation;
        private final Writer writer;
        private Optional<ExhibitFolder> folder = Optional.empty();

        private Naming(Evaluation evaluation, Writer writer) {
            this.evaluation = evaluation;
            this.writer = writer;
        }

        /** At one clause. */
        public int most() {
            return rules().perClause();
        }

        public Optional<Exhibit> find(String sha256) {
            if (folder.isEmpty()) {
                folder = Optional.of(folder(evaluation, writer));
            }
            return ExhibitRoom.this.find(folder.get(), sha256);
        }
    }

    /** What came of taking a file out. */
    public sealed interface Removed {
        /** It is gone, if it ever was there. */
        record Done() implements Removed {}

        record Barred(Bar bar) implements Removed {}

        record Busy() implements Removed {}
    }

    /** Takes a file out of the writer's folder that is named nowhere. */
    public Removed remove(Evaluation evaluation, Writer writer, String sha256) {
        var bar = writingBar(evaluation, writer).or(() -> isNamed(evaluation, writer, sha256)
                ? Optional.of(Bar.STILL_NAMED)
                : Optional.empty());
        if (bar.isPresent()) {
            return new Removed.Barred(bar.get());
        }
        var id = ExhibitFolder.Id.of(evaluation.id(), writer);
        for (var attempt = 0; attempt < Patience.ATTEMPTS; attempt++) {
            var folder = folders.find(id);
            if (!folder.holds(sha256)) {
                return new Removed.Done();
            }
            if (folders.keep(folder.without(sha256))) {
                exhibits.erase(id, sha256);
                return new Removed.Done();
            }
            patience.rest(attempt);
        }
        return new Removed.Busy();
    }

    private boolean isNamed(Evaluation evaluation, Writer writer, String sha256) {
        return submitted(evaluation, writer).stream().anyMatch(s -> s.exhibit().sha256().equals(sha256));
    }

    // ---- showing -----------------------------------------------------------------------------------------------------

    /** A file that is named at a clause of a sheet, or as proof that a clause was mended. */
    public record Shown(Writer writer, String clause, Exhibit exhibit) {}

    /** What others named and this reader may see. */
    public List<Shown> shown(Evaluation evaluation, Reader reader) {
        return switch (reader) {
            case Reader.Owner o -> List.of();
            case Reader.Assessor(var expert) -> {
                if (!evaluation.proceedings().declared().contains(expert)) {
                    yield List.of();
                }
                var shown = new ArrayList<>(submitted(evaluation, new Writer.Institution()));
                if (evaluation instanceof Evaluation.Settling) {
                    shown.addAll(ofExperts(evaluation));
                }
                yield shown;
            }
            case Reader.Office o -> {
                if (!ApplicantsSeat.isOpen(evaluation)) {
                    yield proofs(evaluation);
                }
                var shown = new ArrayList<>(submitted(evaluation, new Writer.Institution()));
                shown.addAll(ofExperts(evaluation));
                yield shown;
            }
        };
    }

    /**
     * An address under which the reader's browser may fetch a file for a minute.
     *
     * @return empty where the reader may see no such file, and where its time is over
     */
    public Optional<String> link(Evaluation evaluation, Reader reader, String sha256) {
        return reader.own()
                .flatMap(own -> link(evaluation, own, sha256))
                .or(() -> shown(evaluation, reader).stream()
                        .filter(s -> s.exhibit().sha256().equals(sha256))
                        .findFirst()
                        .flatMap(s -> link(evaluation, s.writer(), sha256)));
    }

    private Optional<String> link(Evaluation evaluation, Writer writer, String sha256) {
        var folder = folder(evaluation, writer);
        return find(folder, sha256).map(exhibit -> exhibits.link(folder.id(), exhibit));
    }

    private List<Shown> ofExperts(Evaluation evaluation) {
        return evaluation.proceedings().handedIn().keySet().stream()
                .flatMap(expert -> submitted(evaluation, new Writer.Assessor(expert)).stream())
                .toList();
    }

    private List<Shown> submitted(Evaluation evaluation, Writer writer) {
        var shown = new ArrayList<Shown>();
        clerk.evaluations()
                .sheet(evaluation.beginning().district(), evaluation.id(), writer)
                .ifPresent(sheet -> sheet.clauses().forEach((clause, saved) ->
                        saved.finding().exhibits().forEach(e -> shown.add(new Shown(writer, clause, e)))));
        if (writer instanceof Writer.Institution) {
            shown.addAll(proofs(evaluation));
        }
        return shown;
    }

    private static List<Shown> proofs(Evaluation evaluation) {
        var file = evaluation.proceedings();
        return file.all(Proceeding.Proved.class)
                .flatMap(proved -> file.all(Proceeding.Planned.class)
                        .filter(p -> p.id().equals(proved.plan()))
                        .flatMap(plan -> proved.exhibits().stream()
                                .map(e -> new Shown(new Writer.Institution(), plan.clause(), e))))
                .toList();
    }
}
