package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.Map;
import xingma.evaluation.rules.Exemption;

/** Whether routine inspections spare an institution today, condition by condition, for whoever may read its star. */
public final class ExemptionView {
    private ExemptionView() {}

    public static Map<String, Object> of(Exemption exemption) {
        var told = new LinkedHashMap<String, Object>();
        told.put("holds", exemption.holds());
        told.put("until", exemption.until());
        told.put("conditions", exemption.conditions().stream().map(c -> condition(c, exemption.rules())).toList());
        told.put("suspended", Views.words(Exemption.SUSPENDED_BY));
        told.put("never", Views.words(Exemption.NEVER_COVERED));
        told.put("basis", exemption.rules().basis());
        return told;
    }

    private static Map<String, Object> condition(Exemption.Condition condition, Exemption.Rules rules) {
        var told = new LinkedHashMap<String, Object>();
        told.put("what", Telling.word(condition.what()));
        told.put("met", condition.met());
        told.put("until", condition.holdsUntil());
        told.putAll(Views.words(condition.what().words(rules)));
        return told;
    }
}
