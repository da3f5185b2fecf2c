package xingma.complain.desk;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import xingma.aws.http.Names;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Request;
import xingma.complaint.caseload.Complaints;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.ComplaintDesk;
import xingma.complaint.evidence.EvidenceStore;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;
import xingma.complaint.sweep.OnTimeRates;
import xingma.complaint.window.ComplaintWindow;
import xingma.registry.Register;
import xingma.territory.City;
import xingma.territory.Officer;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** All that the officers' functions work with (办公室). */
public record Office(
        City city,
        Complaints complaints,
        ComplaintDesk desk,
        ComplaintWindow window,
        Register register,
        Seals seals,
        Secrets secrets,
        EvidenceStore evidence,
        OnTimeRates rates,
        Names names,
        Supplier<Clocks> clocks,
        InstantSource clock,
        String publicBaseUrl) {
    public Office {
        requireNonNull(city, "city");
        requireNonNull(complaints, "complaints");
        requireNonNull(desk, "desk");
        requireNonNull(window, "window");
        requireNonNull(register, "register");
        requireNonNull(seals, "seals");
        requireNonNull(secrets, "secrets");
        requireNonNull(evidence, "evidence");
        requireNonNull(rates, "rates");
        requireNonNull(names, "names");
        requireNonNull(clocks, "clocks");
        requireNonNull(clock, "clock");
        requireNonNull(publicBaseUrl, "publicBaseUrl");
    }

    public LocalDate today() {
        return clocks.get().day(clock.instant());
    }

    public Region named(RegionCode code) {
        return city.named(code).orElseGet(() -> new Region(code, code.value(), code.value()));
    }

    /** The unit that is asked for, or the officer's own: her district, or the city. */
    public RegionCode unit(Officer officer, Optional<String> asked) {
        var own = desk.units(officer);
        var code = asked.filter(a -> !a.isEmpty()).orElse(officer.territory().value());
        return own.stream()
                .filter(u -> u.value().equals(code))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        Problem.notFound("unit.unknown", "这个单位不在您的辖区。", "This unit is not in your territory.")));
    }

    public static CaseNumber number(Request request) {
        return request.pathParameter("number")
                .filter(n -> n.length() == CaseNumber.LENGTH)
                .flatMap(CaseNumber::read)
                .orElseThrow(Telling::noSuchCase);
    }
}
