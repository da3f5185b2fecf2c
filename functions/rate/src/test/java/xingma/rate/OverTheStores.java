package xingma.rate;

import org.junit.jupiter.api.AfterEach;
import xingma.aws.dynamo.RatingTables;
import xingma.evaluation.RatedTown;

/** A town whose files lie in the stores that ship, over a line that may lose answers. */
abstract class OverTheStores {
    final RatingTables tables = new RatingTables();
    final RatingCounter counter = new RatingCounter(new RatedTown(tables.ratings()));
    final RatedTown town = counter.town;

    @AfterEach
    void the_line_is_taken_down() {
        tables.close();
    }
}
