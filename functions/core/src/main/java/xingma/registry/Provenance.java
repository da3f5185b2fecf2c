package xingma.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Where a published fact comes from (来源): nothing is in the register without a source, a date and two people.
 *
 * @param source the file or the occasion, such as 导入 医美机构2026-11.xlsx or 更正
 */
public record Provenance(String source, String proposedBy, Instant proposedAt, String checkedBy, Instant checkedAt) {
    public Provenance {
        requireNonNull(source, "source");
        requireNonNull(proposedAt, "proposedAt");
        requireNonNull(checkedAt, "checkedAt");
        if (proposedBy.equals(checkedBy)) {
            throw new IllegalArgumentException("nobody checks their own work");
        }
    }
}
