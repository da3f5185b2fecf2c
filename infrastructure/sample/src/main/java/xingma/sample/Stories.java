package xingma.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the pilot shows on purpose: a few known houses, and one institution or person of each state of a page. */
final class Stories {
    /** Places in the list, from 1; their rows in the sheet are one further down, under the headings. */
    private static final Map<Integer, Settled> SETTLED = Map.of(
            12, new Settled("知秋", "D216", 0, "听雨路66号", List.of("美容皮肤科"), LocalDate.of(2027, 4, 30)),
            13, new Settled("溪山", "D216", 0, "松影街9号", List.of("美容牙科"), LocalDate.of(2028, 1, 15)),
            14, new Settled("素颜", "D216", 0, "平桥路21号", List.of("美容皮肤科"), LocalDate.of(2027, 10, 1)),
            15, new Settled("青禾", "D154", 0, "听雨路18号2层", List.of("美容皮肤科"), LocalDate.of(2028, 5, 31)),
            16, new Settled("月白", "D216", 0, "星河里3号", List.of("美容皮肤科"), LocalDate.of(2027, 9, 9)),
            17, new Settled("明眸", "D216", 1, "望亭路5号", List.of("美容外科"), LocalDate.of(2027, 12, 1)),
            30, new Settled("宁静", "D154", 2, "古渡街40号", List.of("美容外科", "美容皮肤科"), LocalDate.of(2026, 12, 1)),
            41, new Settled("安澜", "D154", 0, "柳岸街7号", List.of("美容外科", "美容皮肤科"), LocalDate.of(2029, 3, 31)));
    /** Seven organisations changed places with those who came first. */
    private static final Map<Integer, Integer> ORGANISATIONS = Map.ofEntries(
            Map.entry(12, 3), Map.entry(13, 4), Map.entry(14, 5), Map.entry(15, 1), Map.entry(16, 6), Map.entry(17, 7),
            Map.entry(1, 15), Map.entry(3, 12), Map.entry(4, 13), Map.entry(5, 14), Map.entry(6, 16), Map.entry(7, 17));
    private static final int QINGHE = 15;

    private final List<Row> institutions;
    private final List<Row> people;
    private final LocalDate day;

    Stories(List<Row> institutions, List<Row> people, LocalDate day) {
        this.institutions = institutions;
        this.people = people;
        this.day = day;
    }

    /** A house whose name, address and departments are known. */
    record Settled(
            String house, String category, int place, String address, List<String> departments, LocalDate until) {
        Wording.District district() {
            return Wording.DISTRICTS.get(place);
        }
    }

    static Optional<Settled> settled(int n) {
        return Optional.ofNullable(SETTLED.get(n));
    }

    static int organisation(int n) {
        return ORGANISATIONS.getOrDefault(n, n);
    }

    /** What is particular about the n-th institution; an empty value takes a fact away. */
    static Map<String, String> changes(int n, LocalDate day) {
        var licensed = "医疗机构执业许可证";
        return switch (n) {
            case QINGHE -> Map.of(
                    "surgeryLevel", "1", "validFrom", "2023-06-01", "issuedOn", "2023-06-01",
                    "nextVerification", "2027-05-31", "postedAt", "一层前台");
            // Lapsed three weeks ago, lapsed last night, and good for one day more.
            case 5 -> Map.of("credentialType", licensed, "validUntil", day.minusDays(21).toString());
            case 8 -> Map.of("credentialType", licensed, "validUntil", day.minusDays(1).toString());
            case 20 -> Map.of("credentialType", licensed, "validUntil", day.toString());
            case 21 -> Map.of("departments", "内科", "aestheticDepartments", "");
            case 25 -> Map.of("surgeryLevel", "2");
            case 27 -> Map.of("verification", "暂缓校验");
            case 32 -> Map.of("verification", "逾期未校验", "nextVerification", day.minusDays(40).toString());
            // As different hands write.
            case 36 -> Map.of("issuedOn", "2024/8/1");
            case 37 -> Map.of("issuedOn", "2024年8月1日");
            case 38 -> Map.of("phone", "０９９０－２２１４４５５");
            default -> Map.of();
        };
    }

    static Row changed(Row row, Map<String, String> changes) {
        var result = row;
        for (var change : changes.entrySet()) {
            result = change.getValue().isEmpty()
                    ? result.without(change.getKey())
                    : result.with(change.getKey(), change.getValue());
        }
        return result;
    }

    void tellOfPeople() {
        staffOfQinghe();
        edit(12, "主诊医师", Map.of("leadFiling", "", "role", "医师", "specialties", ""));
        edit(13, "主诊医师", Map.of("scope", "内科专业"));
        edit(16, "主诊医师", Map.of("qualification", ""));
        edit(17, "护士", Map.of("validUntil", day.minusDays(12).toString()));
        edit(30, "医师", Map.of("leftOn", day.minusDays(60).toString()));
        edit(41, "麻醉医师", Map.of("name", "魏堃"));
        // A whole qualification code, as files from elsewhere have it: the register keeps its first nine digits.
        edit(41, "主诊医师", Map.of("qualification", "201533110330102199001010012"));
    }

    private void staffOfQinghe() {
        var number = institutions.get(QINGHE - 1).get("number");
        people.removeIf(person -> person.get("institution").equals(number));
        person(number, "110990102000417", "周砚宁", "主诊医师", "临床", "皮肤病与性病专业",
                Map.of("specialties", "美容皮肤科", "leadFiling", "云美主备2022第0417号", "qualification", "201299110"));
        person(number, "110990102002290", "陆知远", "主诊医师", "临床", "外科专业",
                Map.of("specialties", "美容外科", "leadFiling", "云美主备2023第2290号", "qualification", "201099110"));
        person(number, "110990102001036", "沈禾", "医师", "临床", "皮肤病与性病专业", Map.of("qualification", "201899110"));
        person(number, "202199001207", "何喆", "护士", "护理", "",
                Map.of("validUntil", "2029-03-14", "training", "医美护理培训2022年"));
        // Registered, but nobody has recorded her training.
        person(number, "202299001208", "范垚", "护士", "护理", "", Map.of("validUntil", "2027-06-30"));
    }

    private void edit(int n, String role, Map<String, String> changes) {
        var number = institutions.get(n - 1).get("number");
        for (var i = 0; i < people.size(); i++) {
            if (people.get(i).get("institution").equals(number) && people.get(i).get("role").equals(role)) {
                people.set(i, changed(people.get(i), changes));
                return;
            }
        }
        throw new IllegalStateException("institution " + n + " has no " + role);
    }

    private void person(
            String institution,
            String code,
            String name,
            String role,
            String category,
            String scope,
            Map<String, String> more) {
        var values = new HashMap<>(more);
        values.putAll(Map.of(
                "institution", institution, "code", code, "name", name, "role", role,
                "level", role.equals("护士") ? "护师" : "执业医师", "category", category));
        if (!scope.isEmpty()) {
            values.put("scope", scope);
        }
        people.add(new Row(values));
    }
}
