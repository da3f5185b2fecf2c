package xingma.print;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import xingma.fact.Facts;
import xingma.fact.Section;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.institution.PremisesKind;
import xingma.placard.Placard;
import xingma.registry.Entry;
import xingma.registry.Some;
import xingma.rulebook.Rulebook;
import xingma.territory.City;

/** Placards of the invented city, ready to print. */
final class Printed {
    static final String NAME = "云汀青禾医疗美容门诊部";
    static final String ADDRESS = "听雨路18号2层";
    static final Bureau BUREAU =
            new Bureau("云汀市卫生健康局", List.of("12345", "010-68227123"), "https://xm.yunting.example");
    static final City CITY = Rulebook.standard().city(Some.CITY);
    static final PlacardText TEXT = new PlacardText(BUREAU, CITY);

    private Printed() {}

    static PremisesKind kind(String id) {
        return Rulebook.standard().kind(id).orElseThrow();
    }

    static PlacardFace face() {
        return face(Some.CODE, NAME, ADDRESS);
    }

    static PlacardFace face(PlacardCode code, String name, String address) {
        return face(code, "medical-institution", name, address);
    }

    static PlacardFace face(PlacardCode code, String kind, String name, String address) {
        return TEXT.face(issue(code, name), kind(kind), entry(kind, name, address));
    }

    static Placard.Issue issue(PlacardCode code, String name) {
        return new Placard.Issue(code, Some.QINGHE, Some.QINGLAN, name, 2, LocalDate.of(2026, 10, 8), "gao");
    }

    private static Entry entry(String kind, String name, String address) {
        var premises = new HashMap<>(Map.of(
                "name", name, "district", Some.QINGLAN.value(), "address", address, "creditCode", "91990102XXXX00012J"));
        var number = kind.equals("medical-institution") ? Some.NUMBER : "云卫公证字〔2026〕第0012号";
        var credential = new Facts(Map.of("number", number, "validFrom", "2023-06-01", "validUntil", "2028-05-31"));
        var keyed = Map.of(Section.CREDENTIAL, new java.util.TreeMap<>(Map.of(number, credential)));
        return new Entry(InstitutionId.firstRegisteredAs(kind, number), kind, new Facts(premises), Map.copyOf(keyed));
    }
}
