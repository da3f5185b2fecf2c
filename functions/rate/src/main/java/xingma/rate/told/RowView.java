package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.Map;
import xingma.evaluation.Stage;
import xingma.evaluation.caseload.Row;
import xingma.territory.RegionCode;

/** One line of a list of evaluations. */
public final class RowView {
    private RowView() {}

    public static Map<String, Object> of(Row row, House house) {
        var told = stage(row.id().toString(), row.round(), row.name(), row.district(), row.stage(), house);
        told.put("due", DueView.of(row, house.deadlines().get(), house.today()));
        told.put("seats", row.panel().size());
        told.put("handedIn", row.handedIn());
        told.put("recommended", row.recommended());
        told.put("moved", row.moved());
        return told;
    }

    static Map<String, Object> stage(
            String evaluation, String round, String name, RegionCode district, Stage stage, House house) {
        var told = new LinkedHashMap<String, Object>();
        told.put("evaluation", evaluation);
        told.put("round", round);
        told.put("name", name);
        told.put("district", house.named(district));
        told.put("stage", Telling.word(stage));
        told.put("stageChinese", stage.chinese());
        told.put("stageEnglish", stage.english());
        return told;
    }
}
