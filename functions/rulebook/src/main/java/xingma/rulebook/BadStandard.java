package xingma.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A standard's file that cannot be used, with everything that is wrong with it. */
public final class BadStandard extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Flaw> flaws;

    BadStandard(String file, List<Flaw> flaws) {
        super(file + "\n" + flaws.stream().map(Flaw::toString).collect(Collectors.joining("\n")));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }
}
