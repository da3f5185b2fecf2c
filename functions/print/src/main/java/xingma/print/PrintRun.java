package xingma.print;

import java.util.List;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/**
 * An order to print many placards (打印任务), written once when it is given; how far it has come is told by the parts that
 * lie beside it, so that two people who call it on at once do no harm.
 *
 * @param id tells which placards in which version, so that the same order given twice is one
 * @param territory the region that was asked for
 */
record PrintRun(String id, RegionCode territory, String format, String by, List<PlacardCode> codes) {
    /** Placards to a part. Even, for two may share a sheet. */
    static final int PART = 100;

    static final String FOLDER = "sheets/";

    PrintRun {
        codes = List.copyOf(codes);
    }

    static String orderKey(String id) {
        return FOLDER + id + "/order.json";
    }

    static String fileKey(String id) {
        return FOLDER + id + "/placards.pdf";
    }

    String partKey(int part) {
        return FOLDER + id + "/part-%03d.pdf".formatted(part + 1);
    }

    int parts() {
        return Math.ceilDiv(codes.size(), PART);
    }

    List<PlacardCode> part(int part) {
        return codes.subList(part * PART, Math.min(codes.size(), (part + 1) * PART));
    }
}
