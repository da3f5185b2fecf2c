package xingma.registry;

import java.util.List;
import java.util.Optional;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/**
 * One line of the register's list.
 *
 * @param name as published, or as first proposed
 * @param numbers credit code and credential numbers, for search and for finding duplicates
 * @param version 0 while nothing is published
 * @param occasion the import that a pending change belongs to; empty text for a correction by hand
 */
public record Summary(
        InstitutionId id,
        String kind,
        RegionCode district,
        String name,
        String address,
        List<String> numbers,
        int version,
        Optional<String> occasion,
        Optional<PlacardCode> placard) {
    public Summary {
        numbers = List.copyOf(numbers);
    }

    public boolean isPending() {
        return occasion.isPresent();
    }
}
