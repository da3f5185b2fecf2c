package xingma.evaluation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xingma.evaluation.Finding.Exhibit;

/** Exhibits in memory, for tests. */
public final class InMemoryExhibits implements Exhibits {
    private record Kept(Exhibit exhibit, byte[] bytes) {}

    private final Map<String, Kept> kept = new HashMap<>();

    @Override
    public synchronized void keep(EvaluationId evaluation, Exhibit exhibit, byte[] bytes) {
        kept.put(evaluation + "/" + exhibit.sha256(), new Kept(exhibit, bytes.clone()));
    }

    @Override
    public synchronized Optional<Exhibit> find(EvaluationId evaluation, String sha256) {
        return Optional.ofNullable(kept.get(evaluation + "/" + sha256)).map(Kept::exhibit);
    }

    @Override
    public String link(EvaluationId evaluation, Exhibit exhibit) {
        return "https://files.example/exhibits/" + evaluation + "/" + exhibit.sha256();
    }
}
