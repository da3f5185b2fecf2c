package xingma.complaint;

import java.util.List;
import java.util.Optional;
import xingma.audit.Entry;
import xingma.complaint.number.CaseNumber;

/**
 * One step of a case, kept whole or not at all: the act, the case after it, and its line in the audit trail.
 *
 * @param before absent for the first step
 */
public record Step(Optional<Complaint> before, Act act, Complaint after, Entry entry) {
    /** What the trail calls a case. */
    public static String subject(CaseNumber number) {
        return "CASE " + number.value();
    }

    /** The first step of a case. */
    public static Step first(Act.Filed filed) {
        var entry = entry(filed.filing().number(), 1, filed, Entry.FIRST);
        var after = new Complaint.Received(new Docket(List.of(filed), entry.hash()));
        return new Step(Optional.empty(), filed, after, entry);
    }

    static Step of(Complaint before, Act act) {
        var docket = before.docket();
        var entry = entry(docket.number(), docket.revision() + 1, act, docket.head());
        return new Step(Optional.of(before), act, before.after(act, docket.with(act, entry.hash())), entry);
    }

    private static Entry entry(CaseNumber number, int position, Act act, String before) {
        var line = Acts.write(act);
        return new Entry(subject(number), position, act.at(), act.by().word(), line.what(), line.lasting(), before);
    }
}
