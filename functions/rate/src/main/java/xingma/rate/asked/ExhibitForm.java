package xingma.rate.asked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.aws.http.Given;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Exhibits;
import xingma.evaluation.Finding;
import xingma.evaluation.Finding.Exhibit;

/**
 * A file that was sent before, named by its digest; kind and size are what was kept, whatever the asker thinks.
 *
 * @param taken when the device says that it was taken
 */
public record ExhibitForm(String sha256, Optional<Instant> taken) {
    /** @param at where the list stands in the body, such as {@code exhibits} */
    public static List<Exhibit> read(
            String at, Exhibits kept, EvaluationId evaluation, Optional<List<ExhibitForm>> forms) {
        var exhibits = new ArrayList<Exhibit>();
        var asked = forms.orElse(List.of());
        if (asked.size() > Finding.MOST_EXHIBITS) {
            throw Given.malformed(
                    at,
                    "exhibits.many",
                    "每条最多" + Finding.MOST_EXHIBITS + "件证据。",
                    "A clause has " + Finding.MOST_EXHIBITS + " exhibits at most.");
        }
        for (var i = 0; i < asked.size(); i++) {
            var form = asked.get(i);
            var field = at + "[" + i + "].sha256";
            var found = Optional.of(form.sha256())
                    .filter(s -> s.matches("[0-9a-f]{64}"))
                    .flatMap(s -> kept.find(evaluation, s))
                    .orElseThrow(() -> Given.malformed(
                            field,
                            "exhibit.unknown",
                            "没有收到这件证据。请先上传文件。",
                            "This exhibit was not received. Send the file first."));
            exhibits.add(new Exhibit(found.sha256(), found.kind(), found.bytes(), form.taken()));
        }
        return exhibits;
    }
}
