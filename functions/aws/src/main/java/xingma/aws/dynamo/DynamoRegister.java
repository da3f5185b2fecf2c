package xingma.aws.dynamo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.institution.InstitutionId;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Register;
import xingma.registry.Summary;
import xingma.territory.RegionCode;

/** The register in the one table. */
public final class DynamoRegister implements Register {
    private final Table table;

    public DynamoRegister(DynamoDbClient dynamo, String table) {
        this.table = new Table(dynamo, table);
    }

    @Override
    public Optional<Dossier> find(InstitutionId id) {
        throw new UnsupportedOperationException(table.name());
    }

    @Override
    public Map<InstitutionId, Dossier> findAll(Collection<InstitutionId> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<Summary> in(RegionCode district, Optional<String> after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Change.Decided> history(InstitutionId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean keep(Dossier.Step step) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<InstitutionId> keepAll(List<Dossier.Step> steps) {
        throw new UnsupportedOperationException();
    }
}
