package xingma.registry.sheet;

import java.util.List;
import java.util.Optional;
import xingma.registry.sheet.Finding.Severity;

/** What a cell says: its value in canonical form, or nothing, and what there is to remark. */
record Reading(Optional<String> value, List<Remark> remarks) {
    static final Reading BLANK = new Reading(Optional.empty(), List.of());

    Reading {
        remarks = List.copyOf(remarks);
    }

    static Reading of(String value, Remark... remarks) {
        return new Reading(Optional.of(value), List.of(remarks));
    }

    static Reading wrong(Remark remark) {
        return new Reading(Optional.empty(), List.of(remark));
    }

    boolean isWrong() {
        return remarks.stream().anyMatch(r -> r.severity() == Severity.ERROR);
    }
}
