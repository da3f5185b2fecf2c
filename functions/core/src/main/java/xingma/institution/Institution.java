package xingma.institution;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import xingma.fact.Facts;
import xingma.territory.RegionCode;

/** A place that the bureau supervises (机构): one licensed establishment at one address. */
public record Institution(
        InstitutionId id, String kind, Facts facts, List<Credential> credentials, List<PracticeDecision> decisions) {
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
