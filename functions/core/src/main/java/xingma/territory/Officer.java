package xingma.territory;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/** A person of the bureau, acting within a territory (执法人员, 属地管理). The id is the sign-in's subject. */
public record Officer(String id, String name, RegionCode territory, Set<Duty> duties) {
    public Officer {
        requireNonNull(name, "name");
        requireNonNull(territory, "territory");
        duties = Set.copyOf(duties);
        if (id.isBlank()) {
            throw new IllegalArgumentException("an officer has an id");
        }
    }

    public boolean mayActIn(RegionCode district) {
        return territory.contains(district);
    }

    public boolean has(Duty duty) {
        return duties.contains(duty);
    }
}
