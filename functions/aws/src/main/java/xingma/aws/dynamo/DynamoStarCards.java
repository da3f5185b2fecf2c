package xingma.aws.dynamo;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCards;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/** What the public reads of every star; keys as in {@link DynamoEvaluations}, which alone writes it. */
public final class DynamoStarCards implements StarCards {
    private final Table table;
    private final Index cards;

    public DynamoStarCards(DynamoDbClient dynamo, String ratingTable) {
        this.table = new Table(dynamo, ratingTable);
        this.cards = new Index(table, "cards", "shown", "rank");
    }

    @Override
    public Optional<StarCard> find(InstitutionId institution) {
        return table.get(Ratings.cardKey(institution)).map(Ratings::readCard);
    }

    @Override
    public Page<StarCard> in(RegionCode district, Optional<Integer> rank, Optional<String> after) {
        var from = rank.map(r -> Integer.toString(r)).orElse("0");
        var to = rank.map(r -> r + "~").orElse("~");
        return cards.page(Ratings.cardList(district), from, to, after, Ratings::readCard);
    }
}
