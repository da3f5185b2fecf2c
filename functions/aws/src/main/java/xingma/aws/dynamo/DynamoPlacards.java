package xingma.aws.dynamo;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.registry.Dossier;
import xingma.registry.Register.Page;
import xingma.territory.RegionCode;

/** The placards in the one table. */
public final class DynamoPlacards implements Placards {
    private final Table table;

    public DynamoPlacards(DynamoDbClient dynamo, String table) {
        this.table = new Table(dynamo, table);
    }

    @Override
    public Optional<Placard> find(PlacardCode code) {
        throw new UnsupportedOperationException(table.name());
    }

    @Override
    public Page<Placard> placardsIn(RegionCode district, Optional<String> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean issue(Dossier dossier, Placard.Live placard, Optional<Placard.Replaced> before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean withdraw(Dossier dossier, Placard.Withdrawn placard) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean post(Placard.Live before, Placard.Live after) {
        throw new UnsupportedOperationException();
    }
}
