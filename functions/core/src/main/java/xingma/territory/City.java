package xingma.territory;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The city whose bureau runs this system, and its districts (设区的市). Every legal day is counted in its zone. */
public record City(Region region, List<Region> districts, ZoneId zone) {
    public City {
        if (!region.code().isCity()) {
            throw new IllegalArgumentException("a city's code ends in 00");
        }
        districts = List.copyOf(districts);
    }

    public RegionCode code() {
        return region.code();
    }

    public Optional<Region> district(RegionCode code) {
        return districts.stream().filter(d -> d.code().value().equals(code.value())).findFirst();
    }

    /** The name of the city or of one of its districts. */
    public Optional<Region> named(RegionCode code) {
        return code.value().equals(code().value()) ? Optional.of(region) : district(code);
    }

    /** The districts that lie inside a territory: all for the city itself, one for a district. */
    public List<Region> districtsWithin(RegionCode territory) {
        return districts.stream().filter(d -> territory.contains(d.code())).toList();
    }
}
