package xingma.register;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.aws.Settings;
import xingma.institution.PremisesKind;
import xingma.registry.sheet.SheetRules;
import xingma.rulebook.Rulebook;
import xingma.territory.City;

/** The bureau whose register this is: its city, its kinds of premises, its rules and its names. */
record Bureau(
        City city, List<PremisesKind> kinds, SheetRules rules, String chinese, String english, String publicBaseUrl) {
    Bureau {
        kinds = List.copyOf(kinds);
    }

    static Bureau of(Settings settings, Rulebook rulebook) {
        return new Bureau(
                rulebook.city(settings.cityCode()),
                rulebook.kinds(),
                rules(rulebook),
                settings.bureauName(),
                settings.bureauNameInEnglish(),
                settings.publicBaseUrl());
    }

    static SheetRules rules(Rulebook rulebook) {
        return new SheetRules(rulebook.specialtyScopes(), rulebook.surgeryLevels(), rulebook.categories());
    }

    Optional<PremisesKind> kind(String id) {
        return kinds.stream().filter(k -> k.id().equals(id)).findFirst();
    }

    /** The legal day in the city's zone. */
    LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), city.zone());
    }
}
