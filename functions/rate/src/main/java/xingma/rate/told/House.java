package xingma.rate.told;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Supplier;
import xingma.aws.http.Names;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.desk.RatingOffice;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.exhibit.ExhibitRoom;
import xingma.evaluation.report.RoundReport;
import xingma.evaluation.round.RatingRolls;
import xingma.evaluation.rules.Deadlines;
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
