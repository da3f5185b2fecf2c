package xingma.register;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import xingma.registry.Change;
import xingma.registry.Dossier;

/** The ids of the officers who proposed, checked or refused (署名): whose names a reader wants to know. */
final class Signatures {
    private Signatures() {}

    static Set<String> under(Collection<? extends Change> changes) {
        var ids = new LinkedHashSet<String>();
        for (var change : changes) {
            ids.add(change.proposal().by());
            switch (change) {
                case Change.Proposed waiting -> { }
                case Change.Checked checked -> ids.add(checked.by());
                case Change.Refused refused -> ids.add(refused.by());
                case Change.Superseded superseded -> ids.add(superseded.by());
                case Change.Withdrawn withdrawn -> { }
            }
        }
        return ids;
    }

    /** Under the change that waits, and under every published fact. */
    static Set<String> under(Dossier dossier) {
        var ids = under(dossier.pending().map(List::of).orElse(List.of()));
        dossier.published().ifPresent(published -> published.origins().values().forEach(origin -> {
            ids.add(origin.proposedBy());
            ids.add(origin.checkedBy());
        }));
        return ids;
    }
}
