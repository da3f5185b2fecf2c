package xingma.institution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xingma.fact.Facts;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** A place that the bureau supervises (机构): one licensed establishment at one address. */
public record Institution(
        InstitutionId id, String kind, Facts facts, List<Credential> credentials, List<PracticeDecision> decisions) {
    /** What the names of provinces, prefectures and cities end in. */
    private static final String LARGER = "省市州盟区";

    public Institution {
        credentials = List.copyOf(credentials);
        decisions = decisions.stream()
                .sorted(Comparator.comparing(PracticeDecision::since).reversed())
                .toList();
    }

    public String name() {
        return facts.textOrEmpty("name");
    }

    public String address() {
        return facts.textOrEmpty("address");
    }

    /**
     * The address with its district before it, unless it begins with it, alone or after the province or city: further
     * on a district's name is another place, as in 原青岚区医院旧址.
     */
    public String addressIn(City city) {
        var district = city.named(district()).map(Region::chinese).orElse("");
        var named = address().indexOf(district);
        var begins = named == 0 || named > 0 && LARGER.indexOf(address().charAt(named - 1)) >= 0;
        return begins ? address() : district + address();
    }

    public RegionCode district() {
        return new RegionCode(facts.textOrEmpty("district"));
    }

    /** The gravest decision that holds on a day. */
    public Optional<PracticeDecision> decisionOn(LocalDate day) {
        return decisions.stream().filter(d -> d.holdsOn(day)).max(Comparator.comparing(PracticeDecision::status));
    }

    public PracticeStatus statusOn(LocalDate day) {
        return decisionOn(day).map(PracticeDecision::status).orElse(PracticeStatus.NORMAL);
    }
}
