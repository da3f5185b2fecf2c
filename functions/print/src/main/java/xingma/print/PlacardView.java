package xingma.print;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Posting;
import xingma.territory.RegionCode;

/** A placard as officers see it in JSON. */
record PlacardView(
        PlacardCode code,
        String spoken,
        String url,
        InstitutionId institution,
        String name,
        RegionCode district,
        int edition,
        LocalDate issuedOn,
        String stage,
        Step posting,
        List<Step> steps,
        Optional<String> reason,
        Optional<End> ended) {
    static PlacardView of(Placard placard, Bureau bureau) {
        var issue = placard.issue();
        var steps = placard.steps().stream().map(step -> Step.of(placard.code(), step)).toList();
        return new PlacardView(
                issue.code(),
                issue.code().spoken(),
                bureau.address(issue.code()),
                issue.institution(),
                issue.name(),
                issue.district(),
                issue.edition(),
                issue.on(),
                stage(placard),
                steps.getLast(),
                steps,
                switch (placard) {
                    case Placard.Live live -> Optional.empty();
                    case Placard.Withdrawn gone -> Optional.of(gone.reason());
                    case Placard.Replaced gone -> Optional.of(gone.reason());
                },
                End.of(placard));
    }

    static String stage(Placard placard) {
        return switch (placard) {
            case Placard.Live live -> "live";
            case Placard.Withdrawn gone -> "withdrawn";
            case Placard.Replaced gone -> "replaced";
        };
    }

    /** Who withdrew or replaced it, and when. */
    record End(String by, Instant at) {
        static Optional<End> of(Placard placard) {
            return switch (placard) {
                case Placard.Live live -> Optional.empty();
                case Placard.Withdrawn gone -> Optional.of(new End(gone.by(), gone.at()));
                case Placard.Replaced gone -> Optional.of(new End(gone.by(), gone.at()));
            };
        }
    }

    /**
     * One step to the wall.
     *
     * @param photo where an officer may see it
     */
    record Step(String step, String by, Instant at, String note, Optional<String> photo) {
        static Step of(PlacardCode code, Posting posting) {
            return new Step(
                    posting.step().word(),
                    posting.by(),
                    posting.at(),
                    posting.note(),
                    posting.photo().map(key -> "/api/placards/" + code + "/photo"));
        }
    }
}
