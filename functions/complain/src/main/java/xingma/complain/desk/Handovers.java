package xingma.complain.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.complain.desk.HandoverList.Column;
import xingma.complain.desk.HandoverList.Line;
import xingma.complaint.Actor;
import xingma.complaint.desk.Bar;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Secrets.Purpose;
import xingma.complaint.window.ComplaintWindow.Filed;
import xingma.sheets.Upload;
import xingma.territory.Duty;
import xingma.territory.Officer;

/**
 * Takes over what the hotline hands over (12345转办导入): tried first, then filed in batches. A number of the hotline's
 * is filed once, whoever sends it and however often.
 */
public final class Handovers {
    private static final int MOST_PER_CALL = 100;
    private static final Duration PER_CALL = Duration.ofSeconds(8);
    private static final int MOST_FAULTS = 500;
    private static final int LONGEST_FILE_NAME = 600;

    /** The marks of what was handed over must not move when the key changes. */
    private static final int KEY = 1;

    private static final List<String> EXAMPLE = List.of(
            "YT20261122000001", "投诉", "退费纠纷", "青岚区", "", "听雨路18号某美容院", "来电人反映办卡后要求退费，商家一直拖延。",
            "李女士", "13800000000", "保密");

    private final Office office;
    private final List<String> premisesKinds;

    /** @param premisesKinds ids of the kinds under whose numbers institutions are registered */
    public Handovers(Office office, List<String> premisesKinds) {
        this.office = office;
        this.premisesKinds = List.copyOf(premisesKinds);
    }

    /** An empty list to fill in, with one row that shows how. */
    public Reply template() {
        var headings = Arrays.stream(Column.values()).map(Column::heading).toList();
        return Reply.of(200, "text/csv; charset=utf-8", "\uFEFF" + csv(headings) + csv(EXAMPLE))
                .with("content-disposition", "attachment; filename*=UTF-8''12345%E8%BD%AC%E5%8A%9E%E6%B8%85%E5%8D%95.csv");
    }

    private static String csv(List<String> cells) {
        return String.join(",", cells) + "\r\n";
    }

    public Map<String, Object> take(Request request, Officer officer) {
        if (!officer.has(Duty.HANDLER)) {
            throw Telling.refused(Bar.NOT_HANDLER);
        }
        var read = new HandoverList(office, premisesKinds, officer).read(Upload.read(fileName(request), request.body()));
        var applying = request.query("apply").filter("true"::equals).isPresent();
        var items = applying ? apply(read.lines(), officer) : read.lines().stream().map(l -> line(l, known(l))).toList();
        var known = (int) items.stream().filter(i -> !i.get("number").equals(Optional.empty())).count();
        var told = new LinkedHashMap<String, Object>();
        told.put("rows", read.rows());
        told.put(
                "counts",
                Map.of(
                        "new", read.lines().size() - known,
                        "known", known,
                        "wrong", read.rows() - read.lines().size()));
        told.put("findings", read.faults().stream().limit(MOST_FAULTS).toList());
        told.put("more", Math.max(0, read.faults().size() - MOST_FAULTS));
        told.put("items", items);
        told.put("progress", Map.of("done", applying ? known : 0, "total", read.lines().size()));
        return told;
    }

    /** Files what is new, up to a number and a time; what was filed before is only looked up. The rest has no number yet. */
    private List<Map<String, Object>> apply(List<Line> lines, Officer officer) {
        var until = office.clock().instant().plus(PER_CALL);
        var items = new ArrayList<Map<String, Object>>();
        var filed = 0;
        for (var line : lines) {
            var number = known(line);
            if (number.isEmpty() && (filed == 0 || filed < MOST_PER_CALL && office.clock().instant().isBefore(until))) {
                number = Optional.of(file(line, officer));
                filed++;
            }
            items.add(line(line, number));
        }
        return items;
    }

    private CaseNumber file(Line line, Officer officer) {
        var by = new Actor.Bureau(officer.id(), officer.territory());
        return number(office.window().file(key(line), sent(line), line.statement(), by, office.clock().instant()));
    }

    private Optional<CaseNumber> known(Line line) {
        return office.window().before(key(line), sent(line)).map(Handovers::number);
    }

    private static CaseNumber number(Filed filed) {
        return switch (filed) {
            case Filed.Receipted(var receipt, var complaint) -> receipt.number();
            case Filed.KeyUsed used -> throw new IllegalStateException("a hand-over's key was used for something else");
        };
    }

    /** Only we can make it: nobody else files anything under a number of the hotline's. */
    private String key(Line line) {
        var mac = office.secrets().at(KEY).mac(Purpose.TICKET, ("handover:" + line.reference()).getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    /** The hotline's number alone: a list that is sent again with better words is the same hand-over. */
    private static List<String> sent(Line line) {
        return List.of("handover", line.reference());
    }

    private Map<String, Object> line(Line line, Optional<CaseNumber> number) {
        var told = new LinkedHashMap<String, Object>();
        told.put("row", line.row());
        told.put("reference", line.reference());
        told.put("kind", line.statement().kind().word());
        told.put("category", line.statement().category());
        told.put("unit", office.named(line.statement().unit()));
        told.put("number", number.map(CaseNumber::value));
        return told;
    }

    private static String fileName(Request request) {
        try {
            return request.header("x-file-name")
                    .filter(h -> !h.isBlank() && h.length() <= LONGEST_FILE_NAME)
                    .map(h -> URLDecoder.decode(h.replace("+", "%2B"), UTF_8))
                    .orElse("list.csv");
        } catch (IllegalArgumentException malformed) {
            throw new Refused(Problem.field(
                    "x-file-name", "file.name", "文件名的写法不对，应为百分号编码。", "The file's name is not percent-encoded."));
        }
    }
}
