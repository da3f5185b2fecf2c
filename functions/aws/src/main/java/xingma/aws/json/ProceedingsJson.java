package xingma.aws.json;

import java.util.List;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ProceedingLine;
import xingma.evaluation.ProceedingLines;

/** The proceedings of an evaluation as lines, what was told apart from the rest. */
public final class ProceedingsJson {
    private static final LinesJson<Proceeding> LINES =
            new LinesJson<>("told", ProceedingsJson::line, ProceedingsJson::proceeding);

    private ProceedingsJson() {}

    public static byte[] pack(List<Proceeding> all) {
        return LINES.pack(all);
    }

    public static List<Proceeding> unpack(byte[] packed) {
        return LINES.unpack(packed);
    }

    private static LinesJson.Line line(Proceeding proceeding) {
        var line = ProceedingLines.write(proceeding);
        return new LinesJson.Line(line.id(), line.what(), line.at(), line.by(), line.facts(), line.told());
    }

    private static Proceeding proceeding(LinesJson.Line line) {
        return ProceedingLines.read(
                new ProceedingLine(line.id(), line.what(), line.at(), line.by(), line.facts(), line.apart()));
    }
}
