package xingma.rate.told;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.rules.Tracks;
import xingma.rating.Standard;
import xingma.rating.Track;

/** What the bureau knows of an institution beside its sheets (既往记录), and what each event still weighs today. */
final class RecordView {
    private RecordView() {}

    static Map<String, Object> of(Tracks.Known known, Standard.Rules rules, LocalDate today) {
        var track = known.track();
        var told = new LinkedHashMap<String, Object>();
        told.put("warnings", track.openWarnings().stream().map(Telling::word).toList());
        told.put("events", track.events().stream().map(e -> event(e, rules, today)).toList());
        told.put("demerits", track.demerits(rules, today));
        told.put("against", against(known.against()));
        return told;
    }

    /** @return with the weight in hundredths of a demerit */
    private static Map<String, Object> event(Track.Event event, Standard.Rules rules, LocalDate today) {
        var told = new LinkedHashMap<String, Object>();
        told.put("kind", Telling.word(event.kind()));
        told.put("on", event.on());
        told.put("record", event.record());
        told.put("weight", Track.weight(rules, event, today));
        return told;
    }

    /** A complaint that is still open stays with its handlers. */
    private static List<Map<String, Object>> against(List<Tracks.Reason> reasons) {
        return reasons.stream().map(reason -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("ground", Telling.word(reason.ground()));
            told.put("record", reason.ground() == Ground.VETO_COMPLAINT_OPEN ? null : reason.record());
            return (Map<String, Object>) told;
        }).toList();
    }
}
