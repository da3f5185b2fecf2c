package xingma.rate.told;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import xingma.evaluation.Party;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.ProceedingLines;

/** One proceeding as a history lists it: no mark, no rate and no star, which stand elsewhere if they may be read at all. */
final class ActView {
    private static final Set<String> TOLD = Set.of(
            "round", "standard", "edition", "type", "name", "again", "clause", "question", "objection", "until",
            "reply", "shown", "ground", "record", "with", "due", "plan", "mended", "ruling", "byTheChair");

    /** Who sits on a panel: for the office alone. */
    private static final Set<String> PEOPLE = Set.of("expert", "chair");

    /** Facts that are one word of a fixed set; the others are told as they are. */
    private static final Set<String> CHOICES = Set.of("ground", "ruling");

    private ActView() {}

    static Map<String, Object> of(Proceeding proceeding) {
        return of(proceeding, Set.of());
    }

    static Map<String, Object> withPeople(Proceeding proceeding) {
        return of(proceeding, PEOPLE);
    }

    private static Map<String, Object> of(Proceeding proceeding, Set<String> more) {
        var line = ProceedingLines.write(proceeding);
        var facts = new TreeMap<String, Object>();
        line.facts().forEach((name, value) -> {
            if (TOLD.contains(name) || more.contains(name)) {
                facts.put(name, CHOICES.contains(name) ? value.toLowerCase(Locale.ROOT).replace('_', '-') : value);
            }
        });
        if (proceeding instanceof Proceeding.Suspended s && s.ground() == Ground.VETO_COMPLAINT_OPEN) {
            facts.remove("record");
        }
        var told = new LinkedHashMap<String, Object>();
        told.put("id", proceeding.id());
        told.put("at", proceeding.at());
        told.put("what", what(line.what()));
        told.put("by", by(proceeding.by()));
        told.put("words", proceeding instanceof Proceeding.Spoken s && !s.words().isEmpty() ? s.words() : null);
        told.put("facts", facts);
        return told;
    }

    /** {@code SentBack} is told as {@code sentBack}. */
    static String what(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    /** The side from which it came; who it was is for those to know who may. */
    private static String by(Party party) {
        return switch (party) {
            case Party.Applicant a -> "institution";
            case Party.Assessor a -> "panel";
            case Party.Bureau b -> "bureau";
            case Party.Sweep s -> "sweep";
        };
    }
}
