package xingma.rate.asked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xingma.aws.http.Given;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.exhibit.ExhibitRoom;

/**
 * A file that was sent before, named by its digest; kind and size are what was kept, whatever the asker thinks.
 *
 * @param taken when the device says that it was taken
 */
public record ExhibitForm(String sha256, Optional<Instant> taken) {
    /**
     * @param at where the list stands in the body, such as {@code exhibits}
     * @param naming what the writer sent for this evaluation
     */
    public static List<Exhibit> read(String at, ExhibitRoom.Naming naming, Optional<List<ExhibitForm>> forms) {
        var exhibits = new ArrayList<Exhibit>();
        var asked = forms.orElse(List.of());
        if (asked.size() > naming.most()) {
            throw Given.malformed(
                    at,
                    "exhibits.many",
                    "每条最多" + naming.most() + "件材料。",
                    "A clause has " + naming.most() + " exhibits at most.");
        }
        for (var i = 0; i < asked.size(); i++) {
            var form = asked.get(i);
            var field = at + "[" + i + "].sha256";
            var found = Optional.of(form.sha256())
                    .filter(s -> s.matches("[0-9a-f]{64}"))
                    .flatMap(naming::find)
                    .orElseThrow(() -> Given.malformed(
                            field,
                            "exhibit.unknown",
                            "没有收到这件材料。请先上传文件。",
                            "This exhibit was not received. Send the file first."));
            if (exhibits.stream().anyMatch(e -> e.sha256().equals(found.sha256()))) {
                throw Given.malformed(
                        field, "exhibit.twice", "这件材料已在这一条里。", "This exhibit is named at the clause already.");
            }
            exhibits.add(new Exhibit(found.sha256(), found.kind(), found.bytes(), form.taken()));
        }
        return exhibits;
    }
}
