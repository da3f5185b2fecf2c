package xingma.institution;

import java.time.LocalDate;
import java.util.Optional;
import xingma.fact.Facts;

/** One decision of the bureau about an institution's practice (警告, 责令改正, 停业, 吊销 …), with its basis. */
public record PracticeDecision(String number, Facts facts) {
    public PracticeStatus status() {
        return PracticeStatus.of(facts.textOrEmpty("status"));
    }

    public LocalDate since() {
        return facts.date("since").orElseThrow();
    }

    /** The last day on which it holds; open when absent. */
    public Optional<LocalDate> until() {
        return facts.date("until");
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(since()) && until().filter(day::isAfter).isEmpty();
    }
}
