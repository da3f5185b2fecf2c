package xingma.rate.asked;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import xingma.aws.http.Given;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.fact.Legible;
import xingma.rate.told.Telling;
import xingma.rating.Opinion;
import xingma.rating.Simulation;
import xingma.rating.Standard;
import xingma.rating.StandardDesk;
import xingma.rating.StandardDesk.Against;
import xingma.rating.StandardDesk.By;
import xingma.rating.StandardDesk.Outcome;
import xingma.territory.Duty;

/** The steps of an edition, each with its own fields and no others. */
public final class StandardSteps {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_OPINION = 1_000;
    private static final int LONGEST_ANSWER = 500;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_ROUND = 366;

    /** So many opinions and the step itself are one transaction. */
    private static final int MOST_AT_ONCE = 25;

    private final StandardDesk desk;
    private final Simulating simulating;

    public StandardSteps(StandardDesk desk, Simulating simulating) {
        this.desk = desk;
        this.simulating = simulating;
    }

    /** How an edition is put to the earlier sheets, for a day. */
    @FunctionalInterface
    public interface Simulating {
        Simulation of(Standard standard, LocalDate day);
    }

    record Plain(String id) {}

    record Words(String id, String words) {}

    record Consulting(String id, LocalDate from, LocalDate until) {}

    record Saying(String id, LocalDate on, String from, Optional<String> name, Optional<String> clause, String words) {}

    record Hearing(String id, List<Saying> opinions) {}

    record Answering(String id, String opinion, String taken, String words) {}

    record Proposing(String id, LocalDate day, String digest, String words) {}

    /** Whose step it is. */
    public static Duty duty(String step) {
        return switch (step) {
            case "consult", "hear", "answer", "try", "propose", "retire", "give-up" -> Duty.ORGANISER;
            case "decide", "refuse" -> Duty.CHECKER;
            default -> throw OwnSteps.noSuchStep();
        };
    }

    public Outcome take(String step, By by, Standard standard, Request request) {
        var id = standard.id();
        var edition = standard.edition();
        return switch (step) {
            case "consult" -> {
                var asked = read(request, Consulting.class);
                if (asked.until().isBefore(asked.from()) || asked.until().isAfter(asked.from().plusDays(LONGEST_ROUND))) {
                    throw Given.malformed("until", "until.early", "截止日期不能早于开始日期，也不能超过一年。", "It ends after it begins, and within a year.");
                }
                yield desk.consult(by, Given.id(asked.id()), id, edition, asked.from(), asked.until());
            }
            case "hear" -> {
                var asked = StrictJson.LARGE.read(request, Hearing.class);
                yield desk.hear(by, Given.id(asked.id()), id, edition, opinions(asked.opinions(), by.today()));
            }
            case "answer" -> {
                var asked = read(request, Answering.class);
                var taken = Telling.choice(Opinion.Taken.class, "taken", asked.taken());
                var words = Given.words("words", asked.words(), LONGEST_ANSWER);
                yield desk.answer(by, Given.id(asked.id()), id, edition, asked.opinion(), taken, words);
            }
            case "try" -> desk.tryOut(by, Given.id(read(request, Plain.class).id()), id, edition);
            case "propose" -> propose(by, standard, read(request, Proposing.class));
            case "retire" -> {
                var asked = read(request, Words.class);
                yield desk.proposeRetiring(by, Given.id(asked.id()), id, edition, reason(asked.words()));
            }
            case "decide" -> desk.decide(
                    by, Given.id(read(request, Plain.class).id()), id, edition, day -> simulating.of(standard, day));
            case "refuse" -> {
                var asked = read(request, Words.class);
                yield desk.refuse(by, Given.id(asked.id()), id, edition, reason(asked.words()));
            }
            case "give-up" -> {
                var asked = read(request, Words.class);
                yield desk.giveUp(by, Given.id(asked.id()), id, edition, reason(asked.words()));
            }
            default -> throw OwnSteps.noSuchStep();
        };
    }

    /** What is proposed is what the proposer saw today, sheet by sheet. */
    private Outcome propose(By by, Standard standard, Proposing asked) {
        var words = reason(asked.words());
        var askId = Given.id(asked.id());
        if (!asked.day().equals(by.today())) {
            return new Outcome.Barred(Against.SIMULATION_CHANGED);
        }
        var simulation = simulating.of(standard, asked.day());
        return simulation.digest().equals(asked.digest())
                ? desk.propose(by, askId, standard.id(), standard.edition(), words, simulation)
                : new Outcome.Barred(Against.SIMULATION_CHANGED);
    }

    private static List<Opinion> opinions(List<Saying> said, LocalDate today) {
        if (said.isEmpty() || said.size() > MOST_AT_ONCE) {
            throw Given.malformed("opinions", "opinions.many", "一次登记1到" + MOST_AT_ONCE + "条。", "Enter 1 to " + MOST_AT_ONCE + " at a time.");
        }
        var ids = new HashSet<String>();
        for (var i = 0; i < said.size(); i++) {
            if (!ids.add(Given.id(at(i) + "id", said.get(i).id()))) {
                throw Given.malformed(at(i) + "id", "opinions.twice", "两条意见的编号相同。", "Two opinions have the same id.");
            }
        }
        return IntStream.range(0, said.size()).mapToObj(i -> opinion(at(i), said.get(i), today)).toList();
    }

    private static String at(int i) {
        return "opinions[" + i + "].";
    }

    private static Opinion opinion(String at, Saying said, LocalDate today) {
        if (said.on().isAfter(today)) {
            throw Given.malformed(at + "on", "on.later", "收到日期晚于今天。", "It was received after today.");
        }
        var name = said.name().filter(n -> !n.isBlank()).map(n -> Legible.line(n, LONGEST_NAME)
                .orElseThrow(() -> Given.malformed(
                        at + "name", "name.length", "最多" + LONGEST_NAME + "个字。", LONGEST_NAME + " characters at most.")));
        return new Opinion(
                said.id(),
                said.on(),
                Telling.choice(Opinion.From.class, at + "from", said.from()),
                name.orElse(""),
                said.clause().filter(c -> !c.isBlank()),
                Given.words(at + "words", said.words(), LONGEST_OPINION),
                Optional.empty());
    }

    private static String reason(String words) {
        return Given.words("words", words, LONGEST_REASON);
    }

    private static <T> T read(Request request, Class<T> type) {
        return StrictJson.FORMS.read(request, type);
    }
}
