package xingma.rate.told;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.desk.ApplicantsSeat;

/**
 * An evaluation as one expert of its panel may see it: blind. Nothing of the institution's file before interest was
 * declared away, nobody else's marks before every sheet is in, then all of them under letters, and the star never.
 */
public final class PanelFileView {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final House house;

    public PanelFileView(House house) {
        this.house = house;
    }

    public Map<String, Object> of(String expert, Evaluation evaluation) {
        var view = new FileView(house, evaluation);
        var file = evaluation.proceedings();
        var panel = file.panel().orElseThrow();
        var declared = file.declared().contains(expert);
        var told = view.head();
        told.remove("revision");
        told.put("side", Telling.word(panel.seat(expert).orElseThrow().side()));
        told.put("chair", panel.chair().equals(expert));
        told.put("seats", panel.seats().size());
        told.put("handedInCount", file.handedIn().size());
        told.put("declared", declared);
        told.put("handedIn", file.handedIn().containsKey(expert));
        told.put("may", may(evaluation, expert));
        told.put("standard", StandardView.of(view.standard(), evaluation.beginning().type()));
        var own = house.panel().sheet(expert, evaluation.id());
        told.put("sheet", own.map(Views::sheet));
        told.put("faults", own.map(view::faults));
        told.put("selfCheck", declared ? selfCheck(evaluation) : null);
        told.put("settling", declared ? settling(expert, evaluation) : Optional.empty());
        told.put("questions", declared && ApplicantsSeat.isOpen(evaluation) ? view.questions() : List.of());
        told.put("settled", declared ? settled(evaluation) : Optional.empty());
        return told;
    }

    /** Marks, words and evidence of the institution; never what they would be worth. */
    private Map<String, Object> selfCheck(Evaluation evaluation) {
        var told = new LinkedHashMap<String, Object>();
        house.seat().sheet(evaluation).clauses().forEach((clause, saved) -> {
            var finding = saved.finding();
            var mark = Views.mark(finding.mark());
            mark.put("reason", finding.reason());
            mark.put("exhibits", finding.exhibits().stream().map(Views::exhibit).toList());
            told.put(clause, mark);
        });
        return told;
    }

    private static Optional<Map<String, Object>> settled(Evaluation evaluation) {
        return evaluation.proceedings().settled().filter(s -> ApplicantsSeat.isOpen(evaluation)).map(sheet -> {
            var marks = new LinkedHashMap<String, Object>();
            sheet.marks().forEach((clause, mark) -> marks.put(clause, Views.mark(mark)));
            return marks;
        });
    }

    /** Once every sheet is in: the medians that nobody need talk over, and the clauses that must be, under letters. */
    private Optional<Map<String, Object>> settling(String expert, Evaluation evaluation) {
        return house.panel().median(evaluation).map(median -> {
            var sheets = house.panel().sheets(evaluation);
            var letters = letters(evaluation, sheets);
            var agreed = new LinkedHashMap<String, Object>();
            median.agreed().forEach((clause, mark) -> agreed.put(clause, Views.mark(mark)));
            var told = new LinkedHashMap<String, Object>();
            told.put("you", letters.get(expert));
            told.put("agreed", agreed);
            told.put(
                    "spreads",
                    median.open().keySet().stream().map(clause -> spread(clause, sheets, letters)).toList());
            told.put("discussion", discussion(evaluation, letters));
            return told;
        });
    }

    private static Map<String, Object> spread(
            String clause, Map<String, ScoreSheet> sheets, Map<String, String> letters) {
        var marks = new ArrayList<Map<String, Object>>();
        sheets.forEach((expert, sheet) -> {
            var finding = sheet.clauses().get(clause).finding();
            var mark = Views.mark(finding.mark());
            mark.put("letter", letters.get(expert));
            mark.put("reason", finding.reason());
            mark.put("advice", finding.advice());
            mark.put("exhibits", finding.exhibits().stream().map(Views::exhibit).toList());
            marks.add(mark);
        });
        marks.sort(Comparator.comparing(m -> (String) m.get("letter")));
        var told = new LinkedHashMap<String, Object>();
        told.put("clause", clause);
        told.put("marks", marks);
        return told;
    }

    private static List<Map<String, Object>> discussion(Evaluation evaluation, Map<String, String> letters) {
        return evaluation.proceedings().all(Proceeding.Discussed.class).map(said -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("clause", said.clause());
            told.put("words", said.words());
            told.put("at", said.at());
            told.put("letter", letters.get(said.by().person()));
            return (Map<String, Object>) told;
        }).toList();
    }

    /** By lot: the draw's seed, which no expert reads, decides who is A. */
    private static Map<String, String> letters(Evaluation evaluation, Map<String, ScoreSheet> sheets) {
        var seed = evaluation.proceedings().last(Proceeding.Drawn.class).orElseThrow().draw().seed();
        var letters = new HashMap<String, String>();
        sheets.keySet().stream()
                .sorted(Comparator.comparing(expert -> lot(seed, expert)))
                .forEach(expert -> letters.put(expert, LETTERS.substring(letters.size(), letters.size() + 1)));
        return letters;
    }

    private static String lot(String seed, String expert) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((seed + " letter " + expert).getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static List<String> may(Evaluation evaluation, String expert) {
        var file = evaluation.proceedings();
        var may = new ArrayList<String>();
        var chair = file.panel().orElseThrow().chair().equals(expert);
        if (evaluation instanceof Evaluation.Scoring && !file.handedIn().containsKey(expert)) {
            may.add(file.declared().contains(expert) ? "hand-in" : "declare");
        }
        if (evaluation instanceof Evaluation.Seated) {
            may.add("step-down");
        }
        if (evaluation instanceof Evaluation.Settling) {
            may.add("discuss");
            if (chair) {
                may.add("settle");
            }
        }
        if (evaluation instanceof Evaluation.FactCheck && chair && !file.openQuestions().isEmpty()) {
            may.add("explain");
        }
        return may;
    }
}
