package xingma.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.InMemoryTrail;
import xingma.audit.Verification;
import xingma.evaluation.Premises;
import xingma.evaluation.Stage;
import xingma.evaluation.caseload.InMemoryEvaluations;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.report.RoundReport;
import xingma.evaluation.round.InMemoryExperts;
import xingma.evaluation.round.InMemoryRounds;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.rules.Tracks;
import xingma.evaluation.star.StarCard;
import xingma.institution.InstitutionId;
import xingma.rating.Editions;
import xingma.rating.Standards;
import xingma.rulebook.EvaluationBook;
import xingma.rulebook.Rulebook;
import xingma.rulebook.StandardBook;
import xingma.territory.RegionCode;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class SampleRoundTest {
    private static final RegionCode QINGLAN = new RegionCode("990102");
    private static final Instant TODAY = Instant.parse("2026-11-22T04:00:00Z");

    private final InMemoryTrail trail = new InMemoryTrail();
    private final InMemoryEvaluations evaluations = new InMemoryEvaluations(trail);
    private final List<Clerk> clerks = new ArrayList<>();

    private SampleRound round() {
        var standard = StandardBook.shipped().getFirst();
        Standards standards = id -> id.equals(standard.id()) ? new Editions(List.of(standard)) : Editions.NONE;
        var rules = EvaluationBook.standard().rules();
        var premises = new ArrayList<Premises>();
        for (var i = 0; i < 50; i++) {
            premises.add(new Premises(
                    InstitutionId.firstRegisteredAs("medical-institution", "PDY" + i), "medical-institution", "医疗美容诊所",
                    QINGLAN, "第" + i + "诊所"));
        }
        return new SampleRound(
                new SampleRound.Setting(
                        Rulebook.standard().city(new RegionCode("990100")),
                        clock -> {
                            var clerk = new Clerk(
                                    evaluations, evaluations, standards, id -> Tracks.Known.NOTHING,
                                    () -> new Deadlines(rules, ZoneId.of("Asia/Shanghai")), clock, attempt -> {});
                            clerks.add(clerk);
                            return clerk;
                        },
                        new InMemoryRounds(trail),
                        new InMemoryExperts(trail),
                        standards,
                        standard,
                        premises,
                        SampleRound.invented(),
                        rules.declaration()),
                TODAY);
    }

    @Test
    void fifty_institutions_go_through_a_round_and_every_stage_and_star_has_something_to_show() {
        var reached = round().play(played -> {});
        assertEquals(50, reached.values().stream().mapToInt(Integer::intValue).sum());
        var missing = new HashSet<>(Set.of(Stage.values()));
        missing.removeAll(reached.keySet());
        assertEquals(Set.of(Stage.EXPIRED, Stage.SUPERSEDED), missing, "which only time brings");
        var stars = new HashSet<Integer>();
        evaluations.in(QINGLAN, Optional.empty(), Optional.empty()).items().forEach(c -> c.stars().ifPresent(stars::add));
        assertTrue(stars.containsAll(Set.of(2, 3, 4, 5)), stars.toString());
        assertTrue(evaluations.in(QINGLAN, Optional.empty(), Optional.empty()).items().stream().map(StarCard::state).distinct().count() >= 5);
        assertEquals(List.of(), new Verification(trail).run(TODAY).faults());
    }

    @Test
    void the_same_seed_makes_the_same_round_to_the_last_byte_of_its_report() {
        round().play(played -> {});
        var first = new RoundReport(clerks.getLast()).of(SampleRound.ROUND, List.of(QINGLAN)).getFirst().report();
        var again = new SampleRoundTest();
        again.round().play(played -> {});
        assertEquals(
                first,
                new RoundReport(again.clerks.getLast())
                        .of(SampleRound.ROUND, List.of(QINGLAN)).getFirst().report());
    }
}
