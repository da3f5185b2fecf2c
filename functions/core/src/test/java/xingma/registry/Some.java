package xingma.registry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/** Ready values of the invented city; a test states only what it is about. */
public final class Some {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** 2026-11-20 12:00 in the city. */
    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOON, ZONE);

    public static final RegionCode CITY = new RegionCode("990100");
    public static final RegionCode QINGLAN = new RegionCode("990102");
    public static final RegionCode BINLAN = new RegionCode("990103");

    public static final Officer REGISTRAR = officer("gao", CITY, Duty.REGISTRAR);
    public static final Officer CHECKER = officer("fang", CITY, Duty.CHECKER);
    public static final Officer INSPECTOR = officer("lu", CITY, Duty.INSPECTOR);
    public static final Officer REGISTRAR_OF_QINGLAN = officer("chen", QINGLAN, Duty.REGISTRAR);
    public static final Officer REGISTRAR_OF_BINLAN = officer("qi", BINLAN, Duty.REGISTRAR);

    public static final String NUMBER = "XXXX0001999010217D1542";
    public static final InstitutionId QINGHE = InstitutionId.firstRegisteredAs("medical-institution", NUMBER);
    public static final PlacardCode CODE = PlacardCode.of("7K3M9QX4T4A");
    public static final PlacardCode NEXT_CODE = PlacardCode.of("3H9PK4WDW7C");

    private Some() {}

    public static Officer officer(String id, RegionCode territory, Duty... duties) {
        return new Officer(id, id, territory, Set.copyOf(Arrays.asList(duties)));
    }

    public static Edit sets(String path, String value) {
        return new Edit(Path.parse(path), Optional.empty(), Optional.of(value));
    }

    public static Edit changes(String path, String before, String after) {
        return new Edit(Path.parse(path), Optional.of(before), Optional.of(after));
    }

    /** The facts of 云汀青禾医疗美容门诊部 as first imported. */
    public static List<Edit> qinghe() {
        return List.of(
                sets("premises//name", "云汀青禾医疗美容门诊部"),
                sets("premises//district", QINGLAN.value()),
                sets("premises//address", "听雨路18号2层"),
                sets("premises//departments", "医疗美容科、医学检验科"),
                sets("credential/" + NUMBER + "/number", NUMBER),
                sets("credential/" + NUMBER + "/credentialType", "医疗机构执业许可证"),
                sets("credential/" + NUMBER + "/validFrom", "2023-06-01"),
                sets("credential/" + NUMBER + "/validUntil", "2028-05-31"),
                sets("person/110990102000417/name", "周砚宁"),
                sets("person/110990102000417/role", "主诊医师"),
                sets("person/110990102000417/qualification", "201533110******************"),
                sets("person/110990102000417/leadFiling", "美容皮肤科"));
    }

    public static Change.Proposal proposal(String id, Officer by, List<Edit> edits) {
        return new Change.Proposal(id, edits, "导入 医美机构2026-11.xlsx", "import-1", by.id(), NOON);
    }

    public static Change.Proposal correction(String id, Officer by, Edit... edits) {
        return new Change.Proposal(id, List.of(edits), "更正：现场核对", "", by.id(), NOON);
    }

    /** 青禾 proposed by the registrar and published by the checker. */
    public static Dossier publishedQinghe(Register register) {
        var proposed = Dossier.open(QINGHE, "medical-institution", QINGLAN)
                .propose(proposal("p1", REGISTRAR, qinghe()));
        register.keep(proposed);
        register.keep(proposed.after().check(CHECKER.id(), NOON));
        return register.find(QINGHE).orElseThrow();
    }

    public static Path person(String code, String field) {
        return new Path(Section.PERSON, code, field);
    }
}
