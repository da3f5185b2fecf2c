package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.Map;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.evaluation.desk.SheetDesk.Saved;

/** What came of saving one clause, among others of a device's queue. */
public final class SavedView {
    private SavedView() {}

    /**
     * Each save answers for itself: {@code saved}, {@code overtaken} with what stands, {@code refused} with why, or
     * {@code busy}, which asks to be sent again.
     */
    public static Map<String, Object> of(String clause, String change, Saved saved) {
        var told = new LinkedHashMap<String, Object>();
        told.put("clause", clause);
        told.put("change", change);
        switch (saved) {
            case Saved.Done(var now, var sheet) -> {
                told.put("result", "saved");
                told.put("now", Views.saved(now));
            }
            case Saved.Overtaken(var now) -> {
                told.put("result", "overtaken");
                told.put("now", Views.saved(now));
            }
            case Saved.Barred(var bar) -> {
                var why = Why.of(bar);
                told.put("result", "refused");
                told.put("code", why.code());
                told.put("field", why.field());
                told.put("chinese", why.chinese());
                told.put("english", why.english());
            }
            case Saved.NoSuchEvaluation none -> throw Telling.noSuchEvaluation();
            case Saved.Busy busy -> told.put("result", "busy");
        }
        return told;
    }

    public static Refused overtaken() {
        return new Refused(Problem.of(
                409,
                "sheet.overtaken",
                "另一台设备已改过这一条，没有覆盖。请刷新后核对。",
                "Another device saved this clause meanwhile; nothing was written over. Look again."));
    }
}
