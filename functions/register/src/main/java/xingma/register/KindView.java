package xingma.register;

import java.util.LinkedHashMap;
import java.util.Map;
import xingma.fact.Field;
import xingma.institution.PremisesKind;

/** A kind of premises and its fields as the console reads them. */
final class KindView {
    private KindView() {}

    static Map<String, Object> of(PremisesKind kind) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", kind.id());
        told.put("chinese", kind.chinese());
        told.put("english", kind.english());
        told.put("identifiedBy", kind.identifiedBy());
        told.put("fields", kind.fields().stream().map(KindView::field).toList());
        return told;
    }

    private static Map<String, Object> field(Field field) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", field.id());
        told.put("section", field.section().word());
        told.put("heading", field.heading());
        told.put("english", field.english());
        told.put("type", field.type().name());
        told.put("required", field.required());
        told.put("longest", field.longest());
        told.put("choices", field.choices());
        told.put("shown", field.shown());
        return told;
    }
}
