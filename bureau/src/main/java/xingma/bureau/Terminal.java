package xingma.bureau;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/** Where the command line writes: results to out, the way there to err. */
final class Terminal {
    private static final int BAR = 24;
    private static final int WIDEST = 100;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean watched;

    /**
     * @param watched whether a person sees err, so that a line may be drawn over
     */
    Terminal(PrintWriter out, PrintWriter err, boolean watched) {
        this.out = out;
        this.err = err;
        this.watched = watched;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void tell(String line) {
        err.println(line);
        err.flush();
    }

    /** A table with a line of headings; a Chinese character takes two columns. Wide cells are cut. */
    void table(List<String> headings, List<List<String>> rows) {
        var lines = new ArrayList<List<String>>();
        lines.add(headings);
        rows.forEach(row -> lines.add(row.stream().map(Terminal::cut).toList()));
        for (var line : lines) {
            var text = new StringBuilder();
            for (var c = 0; c < line.size(); c++) {
                var column = c;
                var wide = lines.stream().mapToInt(l -> width(l.get(column))).max().orElse(0);
                text.append(line.get(c));
                if (c < line.size() - 1) {
                    text.append(" ".repeat(wide - width(line.get(c)) + 2));
                }
            }
            out.println(text.toString().stripTrailing());
        }
        out.flush();
    }

    /** Shows how far a work of batches is: a counted bar for a person, a line for each batch in a log. */
    Progress progress(String task) {
        return watched ? new Bar(task) : (done, total) -> tell(task + " " + done + "/" + total);
    }

    @FunctionalInterface
    interface Progress extends AutoCloseable {
        void at(long done, long total);

        @Override
        default void close() {}
    }

    /** Columns a text takes in a terminal. */
    static int width(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private static boolean isWide(int c) {
        return c >= 0x1100 && c <= 0x115F || c >= 0x2E80 && c <= 0xA4CF || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6 || c >= 0x20000 && c <= 0x3FFFD;
    }

    /** Nothing that a file or a server says may steer the terminal. */
    private static String cut(String cell) {
        var kept = new StringBuilder();
        var columns = 0;
        for (var c : cell.codePoints().filter(Terminal::isPlain).toArray()) {
            columns += isWide(c) ? 2 : 1;
            if (columns > WIDEST) {
                return kept.append('…').toString();
            }
            kept.appendCodePoint(c);
        }
        return kept.toString();
    }

    private static boolean isPlain(int c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }

    private final class Bar implements Progress {
        private final ProgressBar bar;

        Bar(String task) {
            bar = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(0)
                    .setUpdateIntervalMillis(200)
                    .setRenderer(Terminal::drawn)
                    .build();
        }

        @Override
        public void at(long done, long total) {
            bar.maxHint(total);
            bar.stepTo(done);
            bar.refresh();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    /** Counted, never in percent. */
    private static String drawn(ProgressState state, int widest) {
        var max = Math.max(state.getMax(), 1);
        var full = (int) (BAR * Math.min(state.getCurrent(), max) / max);
        return state.getTaskName() + " " + "█".repeat(full) + "░".repeat(BAR - full) + " " + state.getCurrent() + "/"
                + state.getMax();
    }
}
