package xingma.complaint.evidence;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import xingma.attachment.FileKind;
import xingma.attachment.Sent;
import xingma.attachment.UploadForm;

/** Files of cases in memory, for tests. */
public final class InMemoryEvidenceStore implements EvidenceStore {
    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

    /** Everything that lies here, by key. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** As a browser does with a form. */
    public void send(EvidencePlace place, byte[] bytes) {
        files.put(place.rawKey(), bytes);
    }

    @Override
    public UploadForm form(EvidencePlace place, String then) {
        return new UploadForm(
                "https://evidence.example/", Map.of("key", place.rawKey(), "success_action_redirect", then));
    }

    @Override
    public Optional<Sent> raw(EvidencePlace place) {
        return Optional.ofNullable(files.get(place.rawKey()))
                .map(b -> new Sent(Arrays.copyOf(b, Math.min(b.length, EvidencePlace.LARGEST + 1)), ""));
    }

    @Override
    public boolean keep(EvidencePlace place, FileKind kind, byte[] bytes) {
        var there = files.putIfAbsent(place.cleanKey(), bytes);
        return there == null || Arrays.equals(there, bytes);
    }

    @Override
    public void drop(EvidencePlace place, Sent raw) {
        files.remove(place.rawKey());
    }

    @Override
    public String link(EvidencePlace place, FileKind kind) {
        return "https://evidence.example/" + place.cleanKey() + "?kind=" + kind;
    }

    @Override
    public void erase(EvidenceFolder folder) {
        EvidencePlace.all(folder).forEach(place -> {
            files.remove(place.rawKey());
            files.remove(place.cleanKey());
        });
    }
}
