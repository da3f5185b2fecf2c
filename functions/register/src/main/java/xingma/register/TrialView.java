package xingma.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xingma.registry.sheet.Finding;
import xingma.registry.sheet.ImportRecord;
import xingma.registry.sheet.Sheet;
import xingma.registry.sheet.Trial;
import xingma.registry.sheet.Words;

/** A trial as officers read it in JSON. */
final class TrialView {
    private static final int MOST_TOLD = 500;
    private static final int MOST_CONTEXT = 120;

    private TrialView() {}

    static Map<String, Object> of(
            ImportRecord record, Trial trial, List<Sheet> sheets, ProgressView progress, Words words) {
        var told = new LinkedHashMap<String, Object>();
        var file = record.file();
        told.put("id", file.id());
        told.put("fileName", file.name());
        told.put("uploadedBy", file.by());
        told.put("uploadedAt", file.at());
        told.put("stage", record.stage().word());
        told.put("reason", record.reason().isEmpty() ? null : record.reason());
        told.put("rows", trial.rows());
        told.put("counts", counts(trial.counts()));
        told.put("sheets", trial.forms().stream()
                .map(f -> Map.of("name", f.sheet(), "kind", f.kind(), "headings", f.headings()))
                .toList());
        told.put("findings", trial.findings().stream().limit(MOST_TOLD).map(TrialView::finding).toList());
        told.put("changes", trial.alterations().stream().limit(MOST_TOLD).map(a -> change(a, words)).toList());
        told.put("affecting", trial.alterations().stream().filter(a -> a.effect().isPublic()).count());
        told.put("context", context(trial, sheets));
        told.put("more", beyond(trial.findings()) + beyond(trial.alterations()));
        told.put("progress", progress);
        told.put("names", Map.of(file.by(), file.byName()));
        return told;
    }

    private static int beyond(List<?> all) {
        return Math.max(0, all.size() - MOST_TOLD);
    }

    private static Map<String, Integer> counts(Trial.Counts counts) {
        var told = new LinkedHashMap<String, Integer>();
        told.put("new", counts.fresh());
        told.put("unchanged", counts.unchanged());
        told.put("changed", counts.changed());
        told.put("wrong", counts.wrong());
        told.put("warned", counts.warned());
        return told;
    }

    private static FindingView finding(Finding finding) {
        var column = finding.column().map(Sheet::letters);
        return new FindingView(
                finding.sheet(),
                Math.max(1, finding.row()),
                column,
                column.map(c -> c + Math.max(1, finding.row())),
                Optional.of(finding.heading()).filter(h -> !h.isEmpty()),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.code(),
                finding.value(),
                finding.mark().map(m -> List.of(m.start(), m.end())),
                finding.what(),
                finding.mend(),
                finding.english());
    }

    private static ChangeView change(Trial.Alteration alteration, Words words) {
        return new ChangeView(
                alteration.cell(),
                alteration.sheet(),
                alteration.institution().value(),
                alteration.name(),
                alteration.path().toString(),
                alteration.heading(),
                alteration.before(),
                alteration.after(),
                alteration.effect().in(words));
    }

    /** The rows with errors and the row above each, as the officer's own table shows them. */
    private static List<ContextRow> context(Trial trial, List<Sheet> sheets) {
        var rows = new ArrayList<ContextRow>();
        for (var sheet : sheets) {
            var wanted = new HashSet<Integer>();
            trial.findings().stream()
                    .filter(f -> f.isError() && f.sheet().equals(sheet.name()) && f.row() > 0)
                    .forEach(f -> {
                        wanted.add(f.row());
                        wanted.add(f.row() - 1);
                    });
            var secret = new HashSet<String>();
            trial.findings().stream()
                    .filter(f -> f.isError() && f.value().isEmpty() && f.column().isPresent())
                    .forEach(f -> secret.add(f.sheet() + '/' + f.row() + '/' + f.column().get()));
            sheet.rows().stream()
                    .filter(r -> wanted.contains(r.number()))
                    .limit(MOST_CONTEXT - (long) rows.size())
                    .forEach(r -> rows.add(new ContextRow(sheet.name(), r.number(), cells(sheet, r, secret))));
        }
        return rows;
    }

    private static List<String> cells(Sheet sheet, Sheet.Row row, HashSet<String> secret) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < sheet.headings().size(); i++) {
            cells.add(secret.contains(sheet.name() + '/' + row.number() + '/' + i) ? "" : row.cell(i));
        }
        return cells;
    }

    record FindingView(
            String sheet,
            int row,
            Optional<String> column,
            Optional<String> cell,
            Optional<String> heading,
            String severity,
            String code,
            Optional<String> value,
            Optional<List<Integer>> mark,
            String what,
            String mend,
            String english) {}

    record ChangeView(
            String cell,
            String sheet,
            String institution,
            String name,
            String path,
            String heading,
            Optional<String> before,
            String after,
            String effect) {}

    record ContextRow(String sheet, int row, List<String> cells) {}

    record ProgressView(int done, int total) {}
}
