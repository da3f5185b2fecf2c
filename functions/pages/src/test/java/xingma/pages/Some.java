package xingma.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.evaluation.star.StarCard;
import xingma.fact.Facts;
import xingma.fact.Section;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Posting;
import xingma.placard.Scan;
import xingma.registry.Entry;
import xingma.registry.Provenance;
import xingma.rulebook.Rulebook;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;
import xingma.territory.Span;
import xingma.warning.Warning;

/** Ready values of the invented city; a test changes only what it is about. */
public final class Some {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final PlacardCode CODE = PlacardCode.of("7K3M9QX2T4A".replace('2', '7'));
    public static final Region QINGLAN = new Region(new RegionCode("990102"), "青岚区", "Qinglan");
    public static final City CITY = new City(
            new Region(new RegionCode("990100"), "云汀市", "Yunting"),
            List.of(
                    QINGLAN,
                    new Region(new RegionCode("990103"), "滨澜区", "Binlan"),
                    new Region(new RegionCode("990104"), "听溪区", "Tingxi"),
                    new Region(new RegionCode("990121"), "松屿县", "Songyu")),
            ZONE);
    public static final Publisher PUBLISHER = new Publisher(
            CITY,
            "云汀市卫生健康局",
            "Yunting Health Bureau",
            "https://xm.yunting.example",
            Optional.of("https://console.xm.yunting.example"),
            List.of("12345", "010-68227123"),
            Optional.of("示例页面，机构与人员均为虚构"),
            filed -> Rulebook.standard().calendar().due(filed, Span.workingDays(7)));
    public static final ScanPages PAGES = new ScanPages(
            PUBLISHER, Rulebook.standard()::kind, Rulebook.standard().procedures());
    public static final CodePages CODES = new CodePages(PUBLISHER);

    private Some() {}

    public static View view(Language language) {
        return new View(language, false, DAY, "/q/" + CODE, Optional.empty());
    }

    public static View view(Language language, String procedure) {
        return new View(language, false, DAY, "/q/" + CODE, Optional.of(procedure));
    }

    public static String html(Clinic clinic) {
        return PAGES.page(clinic.scan(), view(Language.SIMPLIFIED)).html();
    }

    public static String html(Clinic clinic, Language language) {
        return PAGES.page(clinic.scan(), view(language)).html();
    }

    public static Placard.Live placard() {
        return new Placard.Live(issue(), List.of(
                new Posting(Posting.Step.ISSUED, "o1", Instant.parse("2026-10-01T01:00:00Z"), "", Optional.empty()),
                new Posting(Posting.Step.CHECKED, "o2", Instant.parse("2026-10-15T02:00:00Z"), "一层前台",
                        Optional.empty())));
    }

    public static Placard.Issue issue() {
        return new Placard.Issue(
                CODE, Clinic.ID, QINGLAN.code(), "云汀青禾医疗美容门诊部", 2, LocalDate.of(2026, 10, 1), "o1");
    }

    /** A medical institution in good order, with four people, and what may be changed about it. */
    public static Clinic clinic() {
        return new Clinic("medical-institution")
                .with("name", "云汀青禾医疗美容门诊部")
                .with("creditCode", "91990102MA1ABCDE06")
                .with("district", "990102")
                .with("address", "云汀市青岚区听雨路18号2层")
                .with("principal", "周砚宁")
                .with("institutionType", "医疗美容门诊部")
                .with("departments", "医疗美容科、麻醉科、医学检验科")
                .with("aestheticDepartments", "美容外科、美容皮肤科")
                .with("surgeryLevel", "1")
                .with("postedAt", "一层前台")
                .credential("XXXX0001999010217D1542", Map.of(
                        "credentialType", "医疗机构执业许可证",
                        "validFrom", "2023-06-01",
                        "validUntil", "2028-05-31",
                        "issuer", "青岚区卫生健康局",
                        "verification", "合格",
                        "nextVerification", "2027-05-31"))
                .person("110990102000417", lead("周砚宁", "美容皮肤科"))
                .person("110990102002290", lead("陆知远", "美容外科"))
                .person("110990102001036", Map.of(
                        "name", "沈禾", "role", "医师", "scope", "皮肤病与性病", "qualification", "202133110******************"))
                .person("201833000123", Map.of(
                        "name", "何喆", "role", "护士", "training", "2021云汀医美护理", "validUntil", "2029-03-14"));
    }

    public static Map<String, String> lead(String name, String specialty) {
        return Map.of(
                "name", name,
                "role", "主诊医师",
                "scope", "外科",
                "specialties", specialty,
                "qualification", "202133110******************",
                "leadFiling", "备2021-0417");
    }

    public static Clinic lapsed() {
        return clinic()
                .with("name", "云汀澜悦医疗美容诊所")
                .credential("XXXX0001999010217D1542", Map.of(
                        "credentialType", "医疗机构执业许可证", "validFrom", "2023-11-01", "validUntil", "2026-10-31", "issuer",
                        "滨澜区卫生健康局"))
                .decision("云卫停〔2026〕12号", Map.of(
                        "status", "suspended", "since", "2026-11-16", "authority", "滨澜区卫生健康局", "reason", "许可证过期后仍在接诊",
                        "basis", "医疗机构管理条例第四十三条"))
                .decision("云卫改〔2025〕3号", Map.of(
                        "status", "rectifying", "since", "2025-03-02", "until", "2025-04-01", "reason", "病历书写不规范"))
                .warning(Warning.Severity.SEVERE, "许可证过期后仍在接诊，已立案调查。");
    }

    /** An institution being written down. */
    public static final class Clinic {
        static final InstitutionId ID = InstitutionId.firstRegisteredAs(
                "medical-institution", "XXXX0001999010217D1542");
        private final String kind;
        private final TreeMap<String, String> premises = new TreeMap<>();
        private final Map<Section, SortedMap<String, Facts>> keyed = new TreeMap<>();
        private final List<Warning> warnings = new ArrayList<>();
        private Placard.Live placard = placard();
        private Optional<StarCard.Brief> star = Optional.empty();

        public Clinic(String kind) {
            this.kind = kind;
        }

        public Clinic with(String field, String value) {
            premises.put(field, value);
            return this;
        }

        public Clinic without(String field) {
            premises.remove(field);
            return this;
        }

        public Clinic credential(String number, Map<String, String> facts) {
            return keyed(Section.CREDENTIAL, number, facts);
        }

        public Clinic person(String code, Map<String, String> facts) {
            return keyed(Section.PERSON, code, facts);
        }

        public Clinic decision(String number, Map<String, String> facts) {
            return keyed(Section.PRACTICE, number, facts);
        }

        public Clinic warning(Warning.Severity severity, String headline) {
            warnings.add(new Warning("w" + warnings.size(), severity, headline, "请不要在这里注射、手术或付款。", "滨澜区卫生健康局",
                    LocalDate.of(2026, 11, 16), Optional.empty()));
            return this;
        }

        public Clinic at(Posting.Step step) {
            var steps = new ArrayList<>(placard.steps());
            steps.add(new Posting(step, "o2", Instant.parse("2026-11-02T02:00:00Z"), "", Optional.empty()));
            placard = new Placard.Live(placard.issue(), steps);
            return this;
        }

        public Entry entry() {
            return new Entry(ID, kind, new Facts(premises), keyed);
        }

        public Scan.Standing scan() {
            return new Scan.Standing(
                    placard,
                    entry(),
                    3,
                    new Provenance("导入", "o1", Instant.parse("2026-10-14T01:00:00Z"), "o2", Instant.parse(
                            "2026-10-15T01:00:00Z")),
                    warnings,
                    star);
        }

        public Clinic rated(StarCard.Brief brief) {
            star = Optional.of(brief);
            return this;
        }

        private Clinic keyed(Section section, String key, Map<String, String> facts) {
            keyed.computeIfAbsent(section, s -> new TreeMap<>()).put(key, new Facts(facts));
            return this;
        }
    }
}
