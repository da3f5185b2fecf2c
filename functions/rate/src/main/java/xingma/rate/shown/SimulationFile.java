package xingma.rate.shown;

import static xingma.rate.shown.StarFiles.quoted;

import java.util.List;
import java.util.stream.Collectors;
import xingma.evaluation.report.PastSheets;
import xingma.fact.Wording;
import xingma.rating.Reckoning;
import xingma.rating.ReckoningWords;
import xingma.rating.Simulation.Finding;

/** What a draft would make of every earlier sheet, as CSV: the same to the last byte while no sheet is added. */
public final class SimulationFile {
    private static final String HEADINGS = "evaluation,name,district,round,finding,before,after_least,after_most,unmarked,why";

    private SimulationFile() {}

    public static String csv(PastSheets.Tried tried) {
        var words = new ReckoningWords(tried.simulation().draft());
        return StarFiles.MARK
                + HEADINGS
                + "\r\n"
                + tried.simulation().findings().stream()
                        .map(finding -> line(tried, finding, words) + "\r\n")
                        .collect(Collectors.joining());
    }

    private static String line(PastSheets.Tried tried, Finding finding, ReckoningWords words) {
        var row = tried.rows().get(finding.institution());
        var about = String.join(
                ",", finding.institution(), quoted(row.name()), row.district().value(), quoted(row.round()));
        return about + "," + switch (finding) {
            case Finding.Same(var who, var stars) -> "same," + stars + "," + stars + "," + stars + ",,";
            case Finding.Changed(var who, var before, var after, var because) -> "changed," + before + "," + after + "," + after
                    + ",," + said(because, words);
            case Finding.Open(var who, var before, var unmarked, var least, var most, var because) ->
                "open," + before + "," + least + "," + most + "," + quoted(String.join("、", unmarked)) + "," + said(because, words);
            case Finding.Unrated(var who, var why) -> "unrated,,,,,";
        };
    }

    private static String said(List<Reckoning> because, ReckoningWords words) {
        return quoted(words.all(because).stream().map(Wording::chinese).collect(Collectors.joining("；")));
    }
}
