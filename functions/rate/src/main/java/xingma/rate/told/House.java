package xingma.rate.told;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Supplier;
import xingma.aws.http.Names;
import xingma.evaluation.ApplicantsSeat;
import xingma.evaluation.Deadlines;
import xingma.evaluation.ExhibitRoom;
import xingma.evaluation.RatingOffice;
import xingma.evaluation.RatingPanel;
import xingma.evaluation.RatingRolls;
import xingma.evaluation.RoundReport;
import xingma.rating.Standards;
import xingma.territory.City;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** All that the rating's functions work with (评价办公室). */
public record House(
        City city,
        ApplicantsSeat seat,
        RatingPanel panel,
        RatingOffice office,
        RatingRolls rolls,
        ExhibitRoom room,
        RoundReport reports,
        Standards standards,
        Names names,
        Supplier<Deadlines> deadlines,
        InstantSource clock) {
    public House {
        requireNonNull(city, "city");
        requireNonNull(seat, "seat");
        requireNonNull(panel, "panel");
        requireNonNull(office, "office");
        requireNonNull(rolls, "rolls");
        requireNonNull(room, "room");
        requireNonNull(reports, "reports");
        requireNonNull(standards, "standards");
        requireNonNull(names, "names");
        requireNonNull(deadlines, "deadlines");
        requireNonNull(clock, "clock");
    }

    public LocalDate today() {
        return deadlines.get().day(clock.instant());
    }

    public Region named(RegionCode code) {
        return city.named(code).orElseGet(() -> new Region(code, code.value(), code.value()));
    }
}
