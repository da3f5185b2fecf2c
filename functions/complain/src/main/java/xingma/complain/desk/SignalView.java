package xingma.complain.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import xingma.complaint.desk.Signals.Kin;
import xingma.complaint.desk.Signals.Signal;

/** A signal with the cases that say so; newest first, and of many the first. */
final class SignalView {
    private static final int MOST_CASES = 20;

    private SignalView() {}

    static Map<String, Object> of(Signal signal, Office office) {
        var told = new LinkedHashMap<String, Object>();
        var cases = signal.cases().size();
        switch (signal) {
            case Signal.Duplicate d -> put(
                    told,
                    "duplicate",
                    "可能重复：另有" + cases + "件电话相同或文字相近",
                    "Possibly the same: " + cases + " other with the same telephone or nearly the same text");
            case Signal.SamePerson p -> put(
                    told,
                    "person",
                    p.days() + "日内另有" + cases + "件涉及同一人员",
                    cases + " other within " + p.days() + " days about the same person");
            case Signal.SameCategory c -> put(
                    told,
                    "category",
                    c.days() + "日内同一机构、同一类别另有" + cases + "件",
                    cases + " other within " + c.days() + " days about the same institution and matter");
            case Signal.Flood f -> put(
                    told,
                    "flood",
                    "前后" + f.within().toMinutes() + "分钟内另有" + cases + "件，其中" + f.alike() + "件文字相近",
                    cases + " other within " + f.within().toMinutes() + " minutes, " + f.alike() + " of them nearly the same text");
        }
        told.put("cases", signal.cases().stream().limit(MOST_CASES).map(k -> kin(k, office)).toList());
        told.put("more", Math.max(0, cases - MOST_CASES));
        return told;
    }

    private static void put(Map<String, Object> told, String kind, String chinese, String english) {
        told.put("kind", kind);
        told.put("chinese", chinese);
        told.put("english", english);
    }

    private static Map<String, Object> kin(Kin kin, Office office) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", kin.number().value());
        told.put("spoken", kin.number().spoken());
        told.put("unit", office.named(kin.unit()));
        told.put("received", kin.received());
        told.put("stage", ClockView.word(kin.stage()));
        told.put("samePhone", kin.samePhone());
        told.put("alike", kin.alike());
        return told;
    }

    static List<Map<String, Object>> of(List<Signal> signals, Office office) {
        return signals.stream().map(s -> of(s, office)).toList();
    }
}
