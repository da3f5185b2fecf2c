package xingma.complaint;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;

/** What is written in a case (案内文字): sealed and opened as the part of the case that it is, by few keys. */
public final class Words {
    private Words() {}

    /** Seals a text under the key that the case has for this part; under a new one if it has none, or no longer. */
    public static Sealed sealed(Complaint complaint, Part part, String text, Seals seals) {
        var number = complaint.number();
        return newest(complaint, part)
                .map(there -> seals.closeBeside(number, part, there, text))
                .orElseGet(() -> seals.close(number, part, text));
    }

    private static Optional<Sealed> newest(Complaint complaint, Part part) {
        return switch (part) {
            case WORDS -> Optional.of(complaint.filing().words());
            case SUMMARY -> complaint.docket().all(Act.Spoken.class)
                    .filter(spoken -> spoken.part() == part)
                    .map(Act.Spoken::words)
                    .reduce((before, after) -> after);
            case CONTACT -> throw new IllegalArgumentException("a contact is not written in the case");
        };
    }

    /**
     * What was filed and what was said since, by the acts' ids, opened with one request for each key; what is over is
     * left out.
     *
     * @param read which of what was said is wanted
     */
    public static Map<String, String> opened(Complaint complaint, Predicate<Act.Spoken> read, Seals seals) {
        var sealed = new EnumMap<Part, Map<String, Sealed>>(Part.class);
        for (var act : complaint.docket().acts()) {
            switch (act) {
                case Act.Filed filed -> put(sealed, Part.WORDS, filed, filed.filing().words());
                case Act.Spoken spoken when read.test(spoken) -> put(sealed, spoken.part(), spoken, spoken.words());
                default -> {}
            }
        }
        var words = new HashMap<String, String>();
        sealed.forEach((part, texts) -> {
            var opened = seals.openAll(complaint.number(), part, List.copyOf(texts.values())).iterator();
            texts.keySet().forEach(id -> words.put(id, opened.next()));
        });
        return words;
    }

    private static void put(Map<Part, Map<String, Sealed>> sealed, Part part, Act act, Sealed words) {
        if (!words.isErased()) {
            sealed.computeIfAbsent(part, p -> new LinkedHashMap<>()).put(act.id(), words);
        }
    }
}
