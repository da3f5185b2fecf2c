package xingma.rulebook;

/** A file of the rulebook that cannot be used: where, what is wrong, what would be right; for whoever edited it. */
public final class BadRule extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    BadRule(String file, int line, String chinese, String english) {
        super(file + " 第" + line + "行：" + chinese + "。(line " + line + ": " + english + ")");
    }
}
