package xingma.complaint.rules;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.filing.Kind;

/** Which limit each clock of a case runs on, by kind; a clock that is not named does not run. */
public record ClockRules(Map<Kind, Map<Which, String>> codes) {
    /** A clock of a case (时钟). */
    public enum Which {
        /** 受理: accept or refuse, and tell. */
        ACCEPT,
        /** 办理: look into it and answer. */
        HANDLE,
        /** 管辖争议: two units settle who is in charge. */
        DISPUTE,
        /** 复核: the city decides an objection. */
        REVIEW,
        /** 异议: how long the complainant may object. */
        OBJECT
    }

    public ClockRules {
        var copy = new EnumMap<Kind, Map<Which, String>>(Kind.class);
        for (var kind : codes.entrySet()) {
            copy.put(kind.getKey(), Map.copyOf(kind.getValue()));
        }
        codes = Map.copyOf(copy);
    }

    /** The code of the limit. */
    public Optional<String> code(Kind kind, Which which) {
        return Optional.ofNullable(codes.getOrDefault(kind, Map.of()).get(which));
    }
}
