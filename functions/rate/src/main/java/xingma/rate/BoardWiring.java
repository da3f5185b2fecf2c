package xingma.rate;

import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.aws.Clients;
import xingma.aws.RunningCalendar;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoCalendars;
import xingma.aws.dynamo.DynamoEvaluations;
import xingma.aws.dynamo.DynamoRounds;
import xingma.aws.dynamo.DynamoStandards;
import xingma.aws.dynamo.DynamoStarCards;
import xingma.aws.log.Log;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Kind;
import xingma.evaluation.desk.Clerk;
import xingma.evaluation.report.StarBoard;
import xingma.evaluation.rules.Deadlines;
import xingma.evaluation.star.StarCards;
import xingma.keeping.Patience;
import xingma.pages.Publisher;
import xingma.rating.StandardShelf;
import xingma.rulebook.ComplaintBook;
import xingma.rulebook.EvaluationBook;
import xingma.rulebook.Rulebook;
import xingma.rulebook.StandardBook;
import xingma.territory.City;

/** What the public's function is made of: it reads what is published, and has no way to write. */
final class BoardWiring {
    private final Settings settings = Settings.fromEnvironment();
    private final Clock clock = Clock.systemUTC();
    private final DynamoDbClient dynamo = Clients.dynamo();
    private final City city = Rulebook.standard().city(settings.cityCode());
    private final StandardShelf standards = DynamoStandards.reading(
            dynamo, settings.ratingTable(), StandardBook.shipped(), RatingWiring::edition);

    Clock clock() {
        return clock;
    }

    StandardShelf shelf() {
        return standards;
    }

    /** The standard that this city works by. */
    String standard() {
        return StandardBook.shipped().getFirst().id();
    }

    StarBoard board() {
        StarCards cards = new DynamoStarCards(dynamo, settings.ratingTable());
        var rules = EvaluationBook.standard().rules();
        var deadlines = new RunningCalendar<>(
                rules.calendar(),
                days -> new Deadlines(rules.with(days), city.zone()),
                DynamoCalendars.reading(dynamo, settings.complaintTable()),
                clock,
                Log.toStandardOut());
        var clerk = new Clerk(
                DynamoEvaluations.reading(dynamo, settings.ratingTable()),
                cards,
                standards,
                RatingWiring.records(settings, dynamo, city, rules, deadlines, clock),
                deadlines,
                clock,
                Patience.jittered());
        return new StarBoard(clerk, cards, DynamoRounds.reading(dynamo, settings.ratingTable()));
    }

    Publisher publisher() {
        var clocks = new Clocks(ComplaintBook.standard().rules(), city.zone());
        return new Publisher(
                city,
                settings.bureauName(),
                settings.bureauNameInEnglish(),
                settings.publicBaseUrl(),
                Optional.of(settings.consoleBaseUrl()),
                settings.hotlines(),
                settings.siteFooter(),
                filed -> clocks.promise(Kind.COMPLAINT, filed).due());
    }
}
