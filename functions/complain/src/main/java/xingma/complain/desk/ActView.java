package xingma.complain.desk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Acts;

/** One step of a case as its history lists it. */
final class ActView {
    /** Facts that are one word of a fixed set; the others are told as they are. */
    private static final Set<String> WORDS =
            Set.of("result", "ruling", "part", "identity", "satisfaction", "solved", "clock", "mark", "kind");

    private final Office office;
    private final Map<String, String> names;
    private final Map<String, String> opened;

    /**
     * @param names of officers, by id
     * @param opened words, by the ids of their acts
     */
    ActView(Office office, Map<String, String> names, Map<String, String> opened) {
        this.office = office;
        this.names = names;
        this.opened = opened;
    }

    Map<String, Object> of(Act act) {
        var line = Acts.write(act);
        var told = new LinkedHashMap<String, Object>();
        told.put("id", act.id());
        told.put("at", act.at());
        told.put("what", what(line.what()));
        told.put("by", by(act.by()));
        told.put("words", opened.get(act.id()));
        told.put("facts", act instanceof Act.Filed ? Map.of() : facts(act, line));
        return told;
    }

    /** {@code JoinOffered} is told as {@code joinOffered}. */
    private static String what(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    private Map<String, Object> facts(Act act, Acts.Line line) {
        var facts = new TreeMap<String, Object>();
        line.facts().forEach((name, value) -> facts.put(
                name, WORDS.contains(name) || act instanceof Act.EvidenceRefused ? value.toLowerCase(Locale.ROOT) : value));
        switch (act) {
            case Act.Transferred t -> facts.put("unit", office.named(t.to()));
            case Act.Designated d -> facts.put("unit", office.named(d.to()));
            case Act.Assigned a -> facts.put("name", names.getOrDefault(a.to(), a.to()));
            default -> {}
        }
        return facts;
    }

    private Map<String, Object> by(Actor actor) {
        var told = new LinkedHashMap<String, Object>();
        switch (actor) {
            case Actor.Complainant c -> told.put("kind", "complainant");
            case Actor.Sweep s -> told.put("kind", "sweep");
            case Actor.Premises p -> {
                told.put("kind", "premises");
                told.put("institution", p.institution());
            }
            case Actor.Bureau b -> {
                told.put("kind", "bureau");
                told.put("unit", office.named(b.territory()));
                told.put("officer", b.officer());
                told.put("name", names.getOrDefault(b.officer(), b.officer()));
            }
        }
        return told;
    }
}
