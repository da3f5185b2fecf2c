package xingma.evaluation;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Sheet;

/**
 * Marks as text and back, for stores and digests: hundredths of a point, or {@code n/a} with the reason. A sheet is a
 * line for each clause.
 */
public final class Marks {
    private static final String NOT_APPLICABLE = "n/a ";

    private Marks() {}

    public static String write(Mark mark) {
        return switch (mark) {
            case Mark.Scored(var points) -> Integer.toString(points.hundredths());
            case Mark.NotApplicable(var reason) -> NOT_APPLICABLE + reason.replaceAll("\\s", " ");
        };
    }

    public static Mark read(String text) {
        return text.startsWith(NOT_APPLICABLE)
                ? new Mark.NotApplicable(text.substring(NOT_APPLICABLE.length()))
                : new Mark.Scored(new Points(Integer.parseInt(text)));
    }

    public static String write(SortedMap<String, Mark> marks) {
        return marks.entrySet().stream()
                .map(e -> e.getKey() + '=' + write(e.getValue()))
                .collect(Collectors.joining("\n"));
    }

    public static Sheet sheet(String text) {
        var marks = new TreeMap<String, Mark>();
        text.lines().forEach(line -> {
            var at = line.indexOf('=');
            marks.put(line.substring(0, at), read(line.substring(at + 1)));
        });
        return new Sheet(marks);
    }
}
