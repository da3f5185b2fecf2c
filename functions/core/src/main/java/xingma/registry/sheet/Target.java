package xingma.registry.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.fact.Path;
import xingma.institution.InstitutionId;
import xingma.institution.PremisesKind;
import xingma.registry.Dossier;
import xingma.registry.Edit;
import xingma.registry.Entry;

/** One institution and every row of the file that is about it. */
final class Target {
    final InstitutionId id;
    final PremisesKind kind;
    final Optional<Dossier> dossier;
    final Entry before;
    final List<Line> lines = new ArrayList<>();

    Target(InstitutionId id, PremisesKind kind, Optional<Dossier> dossier) {
        this.id = id;
        this.kind = kind;
        this.dossier = dossier;
        this.before = dossier.map(Dossier::entry).orElseGet(() -> Entry.blank(id, kind.id()));
    }

    boolean isPublished() {
        return dossier.flatMap(Dossier::published).isPresent();
    }

    /** The edits of the rows that are good so far. An empty cell keeps what is there. */
    List<Edit> edits() {
        SortedMap<Path, String> says = new TreeMap<>();
        lines.stream().filter(l -> !l.wrong).forEach(l -> says.putAll(l.says));
        return edits(says);
    }

    List<Edit> edits(SortedMap<Path, String> says) {
        var edits = new ArrayList<Edit>();
        says.forEach((path, value) -> {
            var now = before.at(path);
            if (now.filter(value::equals).isEmpty()) {
                edits.add(new Edit(path, now, Optional.of(value)));
            }
        });
        return edits;
    }

    Entry after() {
        return before.with(edits());
    }

    /** The first good row that says each fact. */
    Map<Path, Line> sayers() {
        var sayers = new HashMap<Path, Line>();
        lines.stream().filter(l -> !l.wrong).forEach(l -> l.says.keySet().forEach(p -> sayers.putIfAbsent(p, l)));
        return sayers;
    }
}
