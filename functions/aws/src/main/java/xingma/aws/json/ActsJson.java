package xingma.aws.json;

import java.util.List;
import xingma.complaint.Act;
import xingma.complaint.Acts;

/** The acts of a case as lines, what may be erased one day apart from the rest. */
public final class ActsJson {
    private static final LinesJson<Act> LINES = new LinesJson<>("personal", ActsJson::line, ActsJson::act);

    private ActsJson() {}

    public static byte[] pack(List<Act> acts) {
        return LINES.pack(acts);
    }

    public static List<Act> unpack(byte[] packed) {
        return LINES.unpack(packed);
    }

    static String write(Act act) {
        return LINES.write(act);
    }

    static Act read(String line) {
        return LINES.read(line);
    }

    private static LinesJson.Line line(Act act) {
        var line = Acts.write(act);
        return new LinesJson.Line(line.id(), line.what(), line.at(), line.by(), line.facts(), line.personal());
    }

    private static Act act(LinesJson.Line line) {
        return Acts.read(new Acts.Line(line.id(), line.what(), line.at(), line.by(), line.facts(), line.apart()));
    }
}
