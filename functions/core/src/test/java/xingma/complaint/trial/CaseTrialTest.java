package xingma.complaint.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Act;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.trial.PaperBureau.Reply;
import xingma.complaint.trial.PaperCase.Asked;
import xingma.complaint.trial.PaperCase.Deed.Side;
import xingma.complaint.trial.PaperCase.Deed;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/**
 * Thousands of random careers of cases, each by a seed: complainant, handlers of two districts, supervisors, a registrar
 * and the sweep do what they may and what they may not, send things twice, and days pass. {@code -Dxingma.careers=10000}
 * runs more of them.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseTrialTest {
    private static final int CAREERS = Integer.getInteger("xingma.careers", 300);
    private static final int STEPS = 40;
    private static final int MOST_DAYS_UNSWEPT = 20;
    private static final List<String> PEOPLE = Stream.concat(
                    Stream.of(CaseTrial.COMPLAINANT, CaseTrial.PREMISES), CaseTrial.OFFICERS.stream().map(Officer::id))
            .toList();

    /** How often each person asked for each deed in each stage. */
    private final Map<String, Integer> cells = new TreeMap<>();

    CaseTrialTest() {
        for (var stage : Stage.values()) {
            for (var deed : Deed.values()) {
                PEOPLE.stream()
                        .filter(who -> deed.side() == PaperBureau.side(who))
                        .forEach(who -> cells.put(cell(stage, deed, who), 0));
            }
            cells.put(stage + " swept", 0);
            if (stage.isOpen()) {
                cells.put(stage + " answered by the institution", 0);
            }
        }
    }

    private static String cell(Stage stage, Deed deed, String who) {
        return stage + " " + deed + " " + who;
    }

    @Test
    void cases_go_as_the_rules_on_paper_say_whoever_asks_for_whatever_and_however_often() {
        for (var seed = 0; seed < CAREERS; seed++) {
            new Career(seed).run();
        }
        var never = cells.entrySet().stream().filter(c -> c.getValue() == 0).map(Map.Entry::getKey).toList();
        assertEquals(List.of(), never, "every person has asked for every deed in every stage");
    }

    private final class Career {
        private final int seed;
        private final Random random;
        private final CaseTrial trial = new CaseTrial();
        private final List<String> story = new ArrayList<>();
        private final List<Asked> earlier = new ArrayList<>();
        private int unswept;

        Career(int seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void run() {
            try {
                file(Kind.COMPLAINT, Some.QINGLAN);
                file(Kind.COMPLAINT, Some.QINGLAN);
                file(random.nextInt(3) == 0 ? Kind.COMPLAINT : one(Kind.values()), one(CaseTrial.UNITS));
                if (seed % 2 == 0) {
                    ask(first("he", Deed.SUMMARISE, ""));
                }
                way(Stage.values()[seed / 2 % Stage.values().length]).forEach(this::ask);
                for (var i = 0; i < STEPS; i++) {
                    step();
                }
                trial.sweep();
                trial.conclude();
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("career " + seed + "\n" + String.join("\n", story), wrong);
            }
        }

        private void file(Kind kind, RegionCode unit) {
            var identity = one(Identity.values());
            story.add("filed " + kind + " in " + unit + " " + identity);
            trial.file(kind, unit, identity, random.nextInt(4) > 0);
        }

        /** So that every career begins in another stage. */
        private List<Asked> way(Stage stage) {
            return switch (stage) {
                case RECEIVED -> List.of();
                case DISPUTED -> List.of(first("he", Deed.TRANSFER, "990103"), first("bai", Deed.DISPUTE, ""));
                case HANDLING -> List.of(first("he", Deed.ACCEPT, ""));
                case PAUSED -> and(way(Stage.HANDLING), first("he", Deed.PAUSE, ""));
                case JOINED -> List.of(first("he", Deed.OFFER_JOIN, "1"), first(CaseTrial.COMPLAINANT, Deed.JOIN, ""));
                case ANSWERED -> and(way(Stage.HANDLING), first("he", Deed.ANSWER, "UPHELD"));
                case REVIEWING -> and(way(Stage.ANSWERED), first(CaseTrial.COMPLAINANT, Deed.OBJECT, ""));
                case SETTLED -> and(way(Stage.REVIEWING), first("su", Deed.REVIEW, "STANDS"));
                case REFUSED -> List.of(first("he", Deed.REFUSE, "not-ours"));
                case WITHDRAWN -> List.of(first(CaseTrial.COMPLAINANT, Deed.WITHDRAW, ""));
            };
        }

        private Asked first(String who, Deed deed, String with) {
            return new Asked(0, who, deed, with, "first-" + deed);
        }

        private static List<Asked> and(List<Asked> way, Asked more) {
            return Stream.concat(way.stream(), Stream.of(more)).toList();
        }

        private void step() {
            var dice = random.nextInt(100);
            if (dice < 15) {
                days(random.nextInt(10) < 7 ? random.nextInt(4) : 5 + random.nextInt(25));
            } else if (dice < 27 && !earlier.isEmpty()) {
                again(one(earlier));
            } else if (dice < 55) {
                allowed().ifPresent(this::ask);
            } else {
                ask(leastTried());
            }
        }

        private void days(int days) {
            story.add(days + " days pass");
            trial.pass(Duration.ofDays(days).plusMinutes(random.nextInt(30)));
            unswept += days;
            if (unswept > MOST_DAYS_UNSWEPT || random.nextInt(10) < 7) {
                story.add("sweep on " + trial.today());
                trial.paper.cases.forEach(c -> cells.merge(c.stage + " swept", 1, Integer::sum));
                trial.sweep();
                unswept = 0;
            }
        }

        /** The same thing once more, or another officer with the same id. */
        private void again(Asked asked) {
            var other = asked.deed().side() == Side.OFFICER && random.nextInt(4) == 0;
            ask(other
                    ? new Asked(asked.of(), one(CaseTrial.OFFICERS).id(), asked.deed(), asked.with(), asked.id())
                    : asked);
        }

        private void ask(Asked asked) {
            story.add(asked + " in " + trial.paper.cases.get(asked.of()).stage);
            var stage = trial.paper.cases.get(asked.of()).stage;
            cells.merge(cell(stage, asked.deed(), asked.who()), 1, Integer::sum);
            if (trial.ask(asked) == Reply.DONE) {
                earlier.add(asked);
                if (asked.deed() == Deed.COUNTER) {
                    cells.merge(stage + " answered by the institution", 1, Integer::sum);
                }
            }
        }

        /** Something that leads a case on, if anybody may do such a thing. */
        private Optional<Asked> allowed() {
            var c = one(trial.paper.cases);
            var open = new ArrayList<Asked>();
            for (var deed : Deed.values()) {
                for (var who : PEOPLE) {
                    var leads = deed.isTurn() || deed == Deed.OFFER_JOIN || deed == Deed.COUNTER || random.nextInt(8) == 0;
                    if (leads && trial.paper.isOpen(c, who, deed, trial.today())) {
                        open.add(asked(c, deed, who));
                    }
                }
            }
            var deeds = open.stream().map(Asked::deed).distinct().toList();
            if (deeds.isEmpty()) {
                return Optional.empty();
            }
            var deed = one(deeds);
            return Optional.of(one(open.stream().filter(a -> a.deed() == deed).toList()));
        }

        /** What was asked for least so far in the stage of one of the cases. */
        private Asked leastTried() {
            var least = Integer.MAX_VALUE;
            var open = new ArrayList<Runnable>();
            var found = new ArrayList<Asked>();
            for (var c : trial.paper.cases) {
                for (var deed : Deed.values()) {
                    for (var who : PEOPLE) {
                        var times = cells.getOrDefault(cell(c.stage, deed, who), Integer.MAX_VALUE);
                        if (times < least) {
                            least = times;
                            open.clear();
                        }
                        if (times == least) {
                            open.add(() -> found.add(asked(c, deed, who)));
                        }
                    }
                }
            }
            one(open).run();
            return found.getFirst();
        }

        private Asked asked(PaperCase c, Deed deed, String who) {
            var with = switch (deed) {
                case ASSIGN -> random.nextBoolean() ? who : one(CaseTrial.OFFICERS).id();
                case CLASSIFY -> one(List.of("price", "refund", "impostor"));
                case REFUSE -> one(List.of("over-three-years", "not-ours"));
                case TRANSFER, DESIGNATE -> one(CaseTrial.UNITS).value();
                case OFFER_JOIN -> Integer.toString(random.nextInt(trial.paper.cases.size()));
                case ANSWER -> one(Act.Result.values()).name();
                case REVIEW -> one(Act.Ruling.values()).name();
                case IDENTITY -> one(Identity.values()).name();
                case COUNTER -> Integer.toString(random.nextInt(1 + c.summaries.size()));
                default -> "";
            };
            return new Asked(c.index, who, deed, with, "id-" + seed + "-" + story.size());
        }

        private <T> T one(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        private <T> T one(T[] of) {
            return of[random.nextInt(of.length)];
        }
    }
}
