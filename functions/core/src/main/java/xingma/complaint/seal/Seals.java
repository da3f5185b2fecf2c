package xingma.complaint.seal;

import java.util.List;
import xingma.complaint.number.CaseNumber;

/**
 * The one place where texts of a case are sealed and opened. A seal holds for one case and one part: in another case,
 * as another part or altered by one sign, it does not open. Whoever opens contacts records it first.
 */
public interface Seals {
    /** Bytes of a text in UTF-8, at most: 8,000 Chinese characters. */
    int LONGEST = 24_000;

    /** Seals texts of one case and part under one key, fetched once; in their order. */
    List<Sealed> closeAll(CaseNumber number, Part part, List<String> texts);

    /**
     * Seals one more text under the key of an envelope that this case has already, so that all of them open with one
     * request; under a key of its own if that one is erased.
     */
    Sealed closeBeside(CaseNumber number, Part part, Sealed there, String text);

    /**
     * Opens texts of one case and part, in their order, with one request for each key among them.
     *
     * @throws Broken if one of them was altered, or belongs to another case or part
     * @throws IllegalArgumentException if one of them is erased
     */
    List<String> openAll(CaseNumber number, Part part, List<Sealed> sealed);

    default Sealed close(CaseNumber number, Part part, String text) {
        return closeAll(number, part, List.of(text)).getFirst();
    }

    default String open(CaseNumber number, Part part, Sealed sealed) {
        return openAll(number, part, List.of(sealed)).getFirst();
    }

    /** A seal that is not whole, or not this case's. */
    final class Broken extends RuntimeException {
        public Broken(String what) {
            super(what);
        }

        public Broken(String what, Throwable cause) {
            super(what, cause);
        }
    }
}
