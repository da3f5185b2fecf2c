package xingma.evaluation.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.BINLAN;
import static xingma.evaluation.RatedTown.QINGLAN;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.RatedTown;
import xingma.evaluation.RatingStores;
import xingma.evaluation.ReadySteps;
import xingma.evaluation.caseload.Evaluations;
import xingma.rating.Fairness;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class RoundReportTest {
    private static final int CLINICS = 5;

    /** The file that is made to come last, once the round is played. */
    private Optional<SlowFile> slow = Optional.empty();

    @Test
    void several_files_are_read_at_a_time_and_the_report_is_the_same_whichever_comes_last() {
        var stores = RatingStores.inMemory();
        var town = new RatedTown(new RatingStores(
                behindTheSlowFile(stores.evaluations()), stores.cards(), stores.experts(), stores.rounds(), stores.trail()));
        for (var n = 0; n < CLINICS; n++) {
            var id = town.applied(ReadySteps.premises(n), 60 - n, 40);
            town.scored(id, 57 - n, 30 + n);
            town.settled(id);
        }
        var report = told(town);
        assertTrue(report.contains("gap,B1,20.0000,5"), report);
        for (var n = 0; n < CLINICS; n++) {
            var first = town.evaluations.of(ReadySteps.premises(n)).getFirst().id();
            slow = Optional.of(new SlowFile(first, new CountDownLatch(CLINICS - 1)));
            assertEquals(report, told(town));
        }
    }

    private static String told(RatedTown town) {
        var all = new RoundReport(town.clerk).of("2026-1", List.of(QINGLAN, BINLAN));
        return String.join("", all.stream().map(Fairness::report).toList());
    }

    private record SlowFile(EvaluationId id, CountDownLatch others) {
        /** It waits for every other one; nobody would come if they were read one after the other. */
        void asked(Object asked) throws InterruptedException {
            if (!id.equals(asked)) {
                others.countDown();
            } else if (!others.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no other file is read meanwhile");
            }
        }
    }

    private Evaluations behindTheSlowFile(Evaluations kept) {
        return (Evaluations) Proxy.newProxyInstance(
                Evaluations.class.getClassLoader(), new Class<?>[] {Evaluations.class}, (proxy, method, asked) -> {
                    if (slow.isPresent() && method.getName().equals("find")) {
                        slow.get().asked(asked[1]);
                    }
                    try {
                        return method.invoke(kept, asked);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
