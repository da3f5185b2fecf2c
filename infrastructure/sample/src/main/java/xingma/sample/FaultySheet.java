package xingma.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The pilot handed in once more with four faults and five changes, as the mock of the import screen shows it. */
final class FaultySheet {
    private FaultySheet() {}

    static WriteSample.Sheet of(List<Row> pilot) {
        var rows = new ArrayList<Row>();
        for (var n = 1; n <= pilot.size(); n++) {
            rows.add(pilot.get(n - 1).with("order", String.valueOf(n)));
        }
        var short21 = at(rows, 14).get("number").substring(0, 21);
        change(rows, 14, "number", short21);
        change(rows, 15, "validUntil", "2026-13-01");
        change(rows, 17, "aestheticDepartments", "生活美容");
        change(rows, 18, "number", at(rows, 16).get("number"));
        change(rows, 16, "aestheticDepartments", "美容外科、美容皮肤科");
        change(rows, 31, "validUntil", "2031-12-01");
        change(rows, 42, "address", "柳岸街7号3层");
        change(rows, 45, "phone", "0990-2200045");
        change(rows, 52, "principal", "顾怀瑾");
        return new WriteSample.Sheet("机构", headings(), rows);
    }

    /** Officers' own order of columns, with one that the register does not know. */
    private static Map<String, String> headings() {
        var headings = new LinkedHashMap<String, String>();
        headings.put("order", "序号");
        headings.put("name", "机构名称");
        headings.put("number", "登记号");
        headings.put("validUntil", "有效期至");
        headings.put("aestheticDepartments", "医疗美容科");
        headings.put("address", "地址");
        headings.put("creditCode", "统一社会信用代码");
        headings.put("district", "区县");
        headings.put("phone", "联系电话");
        headings.put("principal", "主要负责人");
        headings.put("institutionType", "机构类别");
        headings.put("departments", "诊疗科目");
        headings.put("credentialType", "证件类型");
        return headings;
    }

    private static Row at(List<Row> rows, int row) {
        return rows.get(row - 2);
    }

    private static void change(List<Row> rows, int row, String field, String value) {
        rows.set(row - 2, at(rows, row).with(field, value));
    }
}
