package xingma.evaluation.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.evaluation.Beginning;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Stage;
import xingma.evaluation.Standing;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.round.Rounds;
import xingma.rating.Simulation;
import xingma.rating.Standard;
import xingma.rating.Standards;
import xingma.rating.Track;
import xingma.territory.City;
import xingma.territory.Region;

/**
 * Every sheet that was ever settled in the city (既往评分), for a draft to be put to. One whose panel was sent back to score
 * anew has none. Each is reckoned with the record that was known when its star was.
 */
public final class PastSheets {
    private final City city;
    private final Evaluations evaluations;
    private final Standards standards;
    private final Rounds rounds;

    public PastSheets(City city, Evaluations evaluations, Standards standards, Rounds rounds) {
        this.city = requireNonNull(city, "city");
        this.evaluations = requireNonNull(evaluations, "evaluations");
        this.standards = requireNonNull(standards, "standards");
        this.rounds = requireNonNull(rounds, "rounds");
    }

    /**
     * A draft put to all of them.
     *
     * @param rows whose evaluation each finding is about, by the finding's name
     */
    public record Tried(Simulation simulation, Map<String, Row> rows) {
        public Tried {
            requireNonNull(simulation, "simulation");
            rows = Map.copyOf(rows);
        }
    }

    public Tried put(Standard draft, LocalDate day) {
        var rows = new LinkedHashMap<String, Row>();
        rows().forEach(row -> rows.put(row.id().toString(), row));
        var past = new ArrayList<Simulation.Past>();
        var editions = new HashMap<String, Standard>();
        for (var evaluation : evaluations.found(List.copyOf(rows.values()))) {
            past(evaluation, editions).ifPresent(past::add);
        }
        return new Tried(Simulation.of(draft, past, day), rows);
    }

    private Optional<Simulation.Past> past(Evaluation evaluation, Map<String, Standard> editions) {
        var file = evaluation.proceedings();
        var beginning = evaluation.beginning();
        return file.settled().map(sheet -> new Simulation.Past(
                evaluation.id().toString(),
                beginning.type(),
                editions.computeIfAbsent(beginning.standard() + "/" + beginning.edition(), name -> edition(beginning)),
                sheet,
                file.standing().map(Standing::track).orElse(Track.CLEAN)));
    }

    private Standard edition(Beginning beginning) {
        return standards
                .find(beginning.standard(), beginning.edition())
                .orElseThrow(() -> new IllegalStateException("an edition of the standard is gone"));
    }

    /** What cannot have a settled sheet is not read at all. */
    private List<Row> rows() {
        var districts = Stream.concat(Stream.of(city.region()), city.districts().stream()).map(Region::code).toList();
        var rows = new ArrayList<Row>();
        for (var called : rounds.all()) {
            for (var district : districts) {
                var after = Optional.<String>empty();
                do {
                    var page = evaluations.inRound(called.round().id(), district, after);
                    page.items().stream().filter(row -> mayBeSettled(row.stage())).forEach(rows::add);
                    after = page.next();
                } while (after.isPresent());
            }
        }
        return rows;
    }

    private static boolean mayBeSettled(Stage stage) {
        return switch (stage) {
            case SELF_CHECKING, AWAITING_PANEL, SCORING, SETTLING, CANCELLED -> false;
            case FACT_CHECK, PUBLIC_NOTICE, IN_FORCE, UNDER_APPEAL, SUSPENDED -> true;
            case WITHDRAWN, EXPIRED, SUPERSEDED -> true;
        };
    }
}
