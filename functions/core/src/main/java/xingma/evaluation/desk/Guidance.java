package xingma.evaluation.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.evaluation.Evaluation;
import xingma.evaluation.ScoreSheet.Writer;

/**
 * What the experts had to say to the institution beside the score (指导意见), once the settled sheet is open to it: by
 * clause, without anybody's mark or name, in an order that tells neither.
 */
public final class Guidance {
    /** @param reason why somebody held back points; may be blank */
    public record Said(String reason, String advice) {}

    private Guidance() {}

    static SortedMap<String, List<Said>> of(Clerk clerk, Evaluation evaluation) {
        var said = new TreeMap<String, List<Said>>();
        if (!ApplicantsSeat.isOpen(evaluation)) {
            return said;
        }
        var district = evaluation.beginning().district();
        for (var expert : evaluation.proceedings().handedIn().keySet()) {
            clerk.evaluations().sheet(district, evaluation.id(), new Writer.Assessor(expert)).ifPresent(sheet -> sheet
                    .clauses()
                    .forEach((clause, saved) -> {
                        var words = new Said(saved.finding().reason(), saved.finding().advice());
                        if (!words.reason().isBlank() || !words.advice().isBlank()) {
                            said.computeIfAbsent(clause, c -> new ArrayList<>()).add(words);
                        }
                    }));
        }
        said.replaceAll((clause, all) -> all.stream()
                .distinct()
                .sorted(Comparator.comparing(Said::reason).thenComparing(Said::advice))
                .toList());
        return Collections.unmodifiableSortedMap(said);
    }
}
