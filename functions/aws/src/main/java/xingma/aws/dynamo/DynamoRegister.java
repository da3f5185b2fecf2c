package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Register;
import xingma.registry.Summary;
import xingma.territory.RegionCode;

/**
 * The register in the one table.
 *
 * <pre>
 * pk               sk                    what
 * INSTITUTION#id   DOSSIER               revision, stamp, kind, district, published, pending (JSON), placard, editions
 *                                        list DOSSIER#district, sort name + id, and what a Summary shows
 * INSTITUTION#id   CHANGE#000000000007   the decided change (JSON) that led to revision 7
 * </pre>
 *
 * A step is written on the condition that the dossier stands at the revision before it. Where the condition fails, the
 * stamp of what stands there tells the echo of this very step from the step of somebody else.
 */
public final class DynamoRegister implements Register {
    private final Table table;
    private final Steps steps;

    public DynamoRegister(DynamoDbClient dynamo, String table) {
        this.table = new Table(dynamo, table);
        this.steps = new Steps(this.table);
    }

    @Override
    public Optional<Dossier> find(InstitutionId id) {
        return table.get(Dossiers.key(id)).map(Dossiers::read);
    }

    @Override
    public Map<InstitutionId, Dossier> findAll(Collection<InstitutionId> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " dossiers at once");
        }
        var found = new HashMap<InstitutionId, Dossier>();
        var keys = ids.stream().distinct().map(Dossiers::key).toList();
        for (var item : table.getAll(keys)) {
            var dossier = Dossiers.read(item);
            found.put(dossier.id(), dossier);
        }
        return found;
    }

    @Override
    public Page<Summary> in(RegionCode district, Optional<String> after) {
        return table.list(Dossiers.list(district), after, Dossiers::summary);
    }

    @Override
    public List<Change.Decided> history(InstitutionId id) {
        var changes = new ArrayList<Change.Decided>();
        var pages = table.newestUnder(Dossiers.pk(id), "CHANGE#", LONGEST_HISTORY);
        pages.forEach(item -> changes.add(Dossiers.readChange(item)));
        return List.copyOf(changes);
    }

    @Override
    public boolean keep(Dossier.Step step) {
        return steps.keep(step);
    }

    @Override
    public Set<InstitutionId> keepAll(List<Dossier.Step> all) {
        return steps.keepAll(all);
    }
}
