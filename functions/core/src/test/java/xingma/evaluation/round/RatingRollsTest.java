package xingma.evaluation.round;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static xingma.evaluation.RatedTown.CITY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.audit.InMemoryTrail;
import xingma.evaluation.RatedTown;
import xingma.evaluation.round.RatingRolls.Kept;
import xingma.rating.InMemoryStandards;
import xingma.rating.StandardDesk;
import xingma.rating.StandardDesk.By;
import xingma.rating.StandardShelfContract;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** Which edition a round may name: one that reads as it does for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class RatingRollsTest {
    private static final Officer CALLER = new Officer("yun", "云", CITY, Set.of(Duty.ORGANISER));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final By BY = new By("ou", "bureau 990100 ou", TODAY);

    private final RatedTown town = new RatedTown();
    private final InMemoryStandards shelf = new InMemoryStandards(new InMemoryTrail(), List.of(StandardShelfContract.read("1:60")));
    private final StandardDesk desk = new StandardDesk(shelf, () -> town.now);
    private final RatingRolls rolls = new RatingRolls(RatedTown.city(), town.rounds, town.experts, shelf, () -> town.now);

    private Kept<Rounds.Called> call(String ask, int edition, LocalDate until, int revision) {
        return rolls.call(
                CALLER,
                ask,
                new Round("2027-1", "轮", CITY, "TEST", edition, Set.of("medical-institution"), TODAY, until, Optional.empty()),
                revision);
    }

    @Test
    void a_round_is_called_by_what_ships_and_not_by_what_may_still_be_written_anew() {
        desk.draft(BY, "draft", StandardShelfContract.read("2:70"), "2:70");
        assertEquals(new Kept.UnknownStandard<>(), call("a", 2, TODAY.plusMonths(6), 0));
        assertEquals(new Kept.UnknownStandard<>(), call("b", 3, TODAY.plusMonths(6), 0));
        assertInstanceOf(Kept.Done.class, call("c", 1, TODAY.plusMonths(6), 0));
    }

    @Test
    void a_round_outlives_its_edition_and_no_other_is_called_by_one_that_ended() {
        desk.draft(BY, "draft", StandardShelfContract.read("2:70"), "2:70");
        desk.consult(BY, "out", "TEST", 2, TODAY.minusDays(40), TODAY.minusDays(10));
        assertInstanceOf(Kept.Done.class, call("a", 2, TODAY.plusMonths(6), 0));
        desk.giveUp(BY, "end", "TEST", 2, "不要了");
        assertInstanceOf(Kept.Done.class, call("b", 2, TODAY.plusMonths(9), 1));

        var another = new Round(
                "2027-2", "又一轮", CITY, "TEST", 2, Set.of("medical-institution"), TODAY, TODAY.plusMonths(6), Optional.empty());
        assertEquals(new Kept.UnknownStandard<>(), rolls.call(CALLER, "c", another, 0));
    }
}
