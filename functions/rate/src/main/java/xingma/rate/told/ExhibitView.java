package xingma.rate.told;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xingma.attachment.UploadForm;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.exhibit.ExhibitFolder;
import xingma.evaluation.exhibit.ExhibitFolder.Entry;
import xingma.evaluation.exhibit.ExhibitRoom.Shown;
import xingma.evaluation.rules.ExhibitRules;

/** Exhibits as JSON tells them: what the asker sent, and what others show. */
public final class ExhibitView {
    private ExhibitView() {}

    /** The asker's own files, and how many more may come. */
    public static Map<String, Object> of(ExhibitFolder folder, List<Shown> shown, ExhibitRules rules) {
        var files = new ArrayList<Map<String, Object>>();
        folder.entries().forEach((file, entry) -> files.add(of(file, entry)));
        var told = new LinkedHashMap<String, Object>();
        told.put("files", files);
        told.put("shown", shown(shown));
        told.put("perClause", rules.perClause());
        told.put("perWriter", rules.perWriter());
        told.put("largest", rules.largest());
        told.put("accepted", UploadForm.ACCEPTED);
        return told;
    }

    /** What became of a file: {@code awaited}, {@code kept} with its digest, or {@code refused} with why. */
    public static Map<String, Object> of(String file, Entry entry) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", file);
        told.put("clause", entry.clause());
        told.put("at", entry.at());
        switch (entry) {
            case Entry.Awaited awaited -> told.put("state", "awaited");
            case Entry.Kept(var clause, var at, var exhibit) -> {
                told.put("state", "kept");
                told.put("sha256", exhibit.sha256());
                told.put("kind", Telling.word(exhibit.kind()));
                told.put("bytes", exhibit.bytes());
            }
            case Entry.Refused(var clause, var at, var reason) -> {
                told.put("state", "refused");
                told.put("code", "file." + Telling.word(reason));
                told.put("chinese", reason.wording().chinese());
                told.put("english", reason.wording().english());
            }
        }
        return told;
    }

    /** Of an expert is told that it was one, not who. */
    public static List<Map<String, Object>> shown(List<Shown> shown) {
        return shown.stream().map(each -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("clause", each.clause());
            told.put("from", each.writer() instanceof Writer.Institution ? "institution" : "expert");
            told.putAll(Views.exhibit(each.exhibit()));
            return (Map<String, Object>) told;
        }).toList();
    }
}
