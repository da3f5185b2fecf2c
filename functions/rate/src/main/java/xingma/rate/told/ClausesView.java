package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import xingma.evaluation.Evaluation;
import xingma.evaluation.ScoreSheet;
import xingma.rating.Clause;
import xingma.rating.Mark;
import xingma.rating.Median;
import xingma.rating.Sheet;
import xingma.rating.Standard;

/** The settled sheet, clause by clause, with what each expert had given and where they were too far apart. */
final class ClausesView {
    private final Standard standard;
    private final Map<String, String> names;

    /** @param names of experts, by id */
    ClausesView(Standard standard, Map<String, String> names) {
        this.standard = standard;
        this.names = names;
    }

    /** @param sheets of the experts, by id; open to the office */
    List<Map<String, Object>> of(Evaluation evaluation, Sheet settled, SortedMap<String, ScoreSheet> sheets) {
        var type = evaluation.beginning().type();
        var marks = new TreeMap<String, Sheet>();
        sheets.forEach((expert, sheet) -> marks.put(expert, sheet.marks()));
        var apart = marks.size() < standard.rules().leastSheets()
                ? Map.of()
                : Median.of(standard, type, marks).open();
        BiFunction<Standard.Part, Clause, Map<String, Object>> line = (part, clause) -> {
            var told = clause(part, clause);
            told.put("settled", settled.at(clause.code()).map(Views::mark));
            told.put("apart", apart.containsKey(clause.code()));
            told.put("marks", sheets.entrySet().stream()
                    .map(e -> mark(e.getKey(), e.getValue(), clause.code()))
                    .toList());
            return told;
        };
        return standard.parts().stream()
                .flatMap(part -> part.clauses().stream().filter(c -> c.isAskedOf(type)).map(c -> line.apply(part, c)))
                .toList();
    }

    private static Map<String, Object> clause(Standard.Part part, Clause clause) {
        var told = new LinkedHashMap<String, Object>();
        told.put("clause", clause.code());
        told.put("part", part.code());
        told.put("title", Views.words(clause.title()));
        told.put("most", clause.most());
        told.put("choices", clause.method().choices(clause.most()));
        told.put("mayNotApply", clause.mayNotApply());
        told.put("redLine", clause.redLine().isPresent());
        return told;
    }

    private Map<String, Object> mark(String expert, ScoreSheet sheet, String clause) {
        var finding = Optional.ofNullable(sheet.clauses().get(clause)).map(ScoreSheet.Saved::finding);
        var told = new LinkedHashMap<String, Object>();
        told.put("expert", expert);
        told.put("name", names.getOrDefault(expert, expert));
        told.put("points", finding.map(f -> f.mark() instanceof Mark.Scored(var points) ? points : null));
        told.put("notApplicable", finding.map(f -> f.mark() instanceof Mark.NotApplicable(var why) ? why : null));
        told.put("reason", finding.map(f -> f.reason()));
        return told;
    }
}
