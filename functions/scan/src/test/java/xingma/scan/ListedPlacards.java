package xingma.scan;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import xingma.institution.PlacardCode;
import xingma.keeping.Page;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.registry.Dossier;
import xingma.territory.RegionCode;

/** The front door lists placards; it can do nothing else with them. */
record ListedPlacards(
        List<String> asked, BiFunction<RegionCode, Optional<String>, Page<Placard>> list) implements Placards {
    @Override
    public Page<Placard> placardsIn(RegionCode district, Optional<String> after) {
        asked.add(district.value());
        return list.apply(district, after);
    }

    @Override
    public Optional<Placard> find(PlacardCode code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean issue(Dossier dossier, Placard.Live placard, Optional<Placard.Replaced> before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean withdraw(Dossier dossier, Placard.Withdrawn placard) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean post(Placard.Live before, Placard.Live after) {
        throw new UnsupportedOperationException();
    }
}
