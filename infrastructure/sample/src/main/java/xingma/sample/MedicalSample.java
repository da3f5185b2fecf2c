package xingma.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invented medical institutions in the mix of a real city (15 hospitals, 154 门诊部, 450 诊所) with their people. */
final class MedicalSample {
    private static final long SEED = 990_100_0000L;
    static final int PILOT = 66;
    static final int WHOLE = 619;
    private static final Map<String, String> TYPES = Map.of(
            "A528", "整形外科医院", "A529", "美容医院", "D154", "医疗美容门诊部", "D216", "医疗美容诊所", "D215", "口腔诊所");
    private static final List<String> SPECIALTIES = List.of("美容外科", "美容皮肤科", "美容牙科", "美容中医科");
    private static final List<String> SCOPES = List.of("外科专业", "皮肤病与性病专业", "口腔专业", "中医专业");

    private final LocalDate day;
    private final List<Row> institutions = new ArrayList<>();
    private final List<Row> people = new ArrayList<>();
    private int serial = 3_000;

    MedicalSample(LocalDate day) {
        this.day = day;
        for (var n = 1; n <= WHOLE; n++) {
            add(n, new Random(SEED + n));
        }
        new Stories(institutions, people, day).tellOfPeople();
    }

    List<Row> institutions(int most) {
        return List.copyOf(institutions.subList(0, most));
    }

    /** The people of the first institutions. */
    List<Row> people(int most) {
        var numbers = institutions(most).stream().map(row -> row.get("number")).toList();
        return people.stream().filter(person -> numbers.contains(person.get("institution"))).toList();
    }

    /** Of the 66, two are hospitals and sixteen outpatient departments. */
    private static String category(int n) {
        var place = n % 41;
        return place == 7 ? (n % 2 == 0 ? "A528" : "A529") : place == 0 || place % 4 == 3 ? "D154" : "D216";
    }

    private void add(int n, Random random) {
        var settled = Stories.settled(n);
        var category = settled.map(Stories.Settled::category).orElseGet(() -> category(n));
        var type = TYPES.get(category);
        var district = settled.map(Stories.Settled::district).orElseGet(() -> Wording.district(random));
        var isClinic = category.equals("D216");
        var isFiled = isClinic && settled.isEmpty() && random.nextInt(3) == 0;
        var has = settled.map(Stories.Settled::departments).orElseGet(() -> departments(category, random));
        var organisation = Stories.organisation(n);
        var values = new LinkedHashMap<String, String>();
        values.put("name", "云汀" + settled.map(Stories.Settled::house).orElseGet(() -> Wording.house(n)) + type);
        values.put("creditCode", Numbers.creditCode(isClinic ? "92" : "91", district.code(), organisation));
        values.put("district", district.name());
        values.put("address", settled.map(Stories.Settled::address).orElseGet(() -> Wording.address(district, random)));
        values.put("phone", "0990-%07d".formatted(2_000_000 + random.nextInt(7_000_000)));
        values.put("principal", Wording.person(random));
        values.put("institutionType", type);
        if (category.equals("A528")) {
            values.put("hospitalGrade", "二级");
        }
        values.put("departments", isClinic ? "医疗美容科" : "医疗美容科、麻醉科、医学检验科");
        values.put("aestheticDepartments", String.join("、", has));
        values.put("hasAnaesthesia", isClinic ? "否" : "是");
        values.put("surgeryLevel", isClinic ? "1" : category.equals("D154") ? "2" : "3");
        values.put("postedAt", isClinic ? "前台" : "一层大厅");
        values.put("number", Numbers.registration(organisation, district.code(), category));
        values.put("credentialType", isFiled ? "诊所备案凭证" : "医疗机构执业许可证");
        credential(values, isFiled, random);
        settled.ifPresent(s -> values.put("validUntil", s.until().toString()));
        values.put("issuer", district.name() + "卫生健康局");
        var institution = Stories.changed(new Row(values), Stories.changes(n, day));
        institutions.add(institution);
        staff(institution, has, category, random);
    }

    private void credential(Map<String, String> values, boolean isFiled, Random random) {
        var issued = day.minusDays(200 + random.nextInt(1_000));
        values.put("validFrom", issued.toString());
        values.put("issuedOn", issued.toString());
        if (!isFiled) {
            values.put("validUntil", issued.plusYears(5).minusDays(1).toString());
            values.put("nextVerification", day.plusDays(30 + random.nextInt(320)).toString());
            values.put("verification", "合格");
        }
    }

    private static List<String> departments(String category, Random random) {
        if (category.startsWith("A")) {
            return SPECIALTIES;
        }
        var first = SPECIALTIES.get(random.nextInt(3));
        if (category.equals("D216") && random.nextInt(3) > 0) {
            return List.of(first);
        }
        var second = SPECIALTIES.get((SPECIALTIES.indexOf(first) + 1) % 3);
        return SPECIALTIES.stream().filter(s -> s.equals(first) || s.equals(second)).toList();
    }

    private void staff(Row institution, List<String> departments, String category, Random random) {
        var each = category.startsWith("A") ? 3 : 1;
        for (var department : departments) {
            for (var i = 0; i < each; i++) {
                people.add(doctor(institution, department, true, random));
            }
        }
        if (!category.equals("D216")) {
            people.add(doctor(institution, departments.getFirst(), false, random));
            people.add(anaesthetist(institution, random));
        }
        for (var i = 0; i < departments.size() * each; i++) {
            people.add(nurse(institution, random));
        }
    }

    private Row doctor(Row institution, String department, boolean leads, Random random) {
        var at = SPECIALTIES.indexOf(department);
        var group = List.of("10", "10", "20", "41").get(at);
        var values = person(institution, "1" + group + code(institution), random);
        values.put("role", leads ? "主诊医师" : "医师");
        values.put("level", "执业医师");
        values.put("category", List.of("临床", "临床", "口腔", "中医").get(at));
        values.put("scope", SCOPES.get(at));
        values.put("qualification", (2005 + random.nextInt(16)) + "991" + group);
        if (leads) {
            values.put("specialties", department);
            values.put("leadFiling", "云美主备%d第%04d号".formatted(2020 + random.nextInt(6), serial % 10_000));
        }
        return new Row(values);
    }

    private Row anaesthetist(Row institution, Random random) {
        var values = person(institution, "110" + code(institution), random);
        values.put("role", "麻醉医师");
        values.put("level", "执业医师");
        values.put("category", "临床");
        values.put("scope", "麻醉专业");
        values.put("qualification", (2005 + random.nextInt(16)) + "99110");
        return new Row(values);
    }

    private Row nurse(Row institution, Random random) {
        serial++;
        var registered = day.minusDays(random.nextInt(1_500));
        var values = person(institution, "%d99%06d".formatted(registered.getYear(), serial), random);
        values.put("role", "护士");
        values.put("level", "护师");
        values.put("category", "护理");
        values.put("validUntil", registered.plusYears(5).toString());
        values.put("training", "医美护理培训" + registered.getYear() + "年");
        return new Row(values);
    }

    private Map<String, String> person(Row institution, String code, Random random) {
        var values = new LinkedHashMap<String, String>();
        values.put("institution", institution.get("number"));
        values.put("code", code);
        values.put("name", Wording.person(random));
        return values;
    }

    /** District of first registration and serial number. */
    private String code(Row institution) {
        serial++;
        return institution.get("number").substring(9, 15) + "%06d".formatted(serial);
    }
}
