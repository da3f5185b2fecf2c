package xingma.rulebook;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a file (问题), for whoever wrote it: where, what is wrong, and what would be right.
 *
 * @param path the names that lead there, such as {@code parts[A].chapters[A1].clauses[A1.04].points}; empty for the whole file
 */
public record Flaw(String path, int line, String chinese, String english) {
    public Flaw {
        requireNonNull(path, "path");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
    }

    @Override
    public String toString() {
        return "第" + line + "行 " + (path.isEmpty() ? "" : path + " ") + chinese + "。(line " + line + ": " + english + ")";
    }
}
