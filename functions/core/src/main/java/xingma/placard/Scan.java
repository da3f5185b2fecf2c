package xingma.placard;

import java.util.List;
import xingma.registry.Entry;
import xingma.registry.Provenance;
import xingma.warning.Warning;

/** What stands behind a code when a phone asks (扫码结果), as the store holds it; the verdict is made for the day. */
public sealed interface Scan {
    /** A placard that stands, with the institution as published. */
    record Standing(Placard.Live placard, Entry entry, int version, Provenance newest, List<Warning> warnings)
            implements Scan {
        public Standing {
            warnings = List.copyOf(warnings);
        }
    }

    record Withdrawn(Placard.Withdrawn placard) implements Scan {}

    record Replaced(Placard.Replaced placard) implements Scan {}
}
