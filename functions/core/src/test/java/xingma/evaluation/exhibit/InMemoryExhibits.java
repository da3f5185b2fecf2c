package xingma.evaluation.exhibit;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import xingma.attachment.Inspection;
import xingma.attachment.Sent;
import xingma.attachment.UploadForm;
import xingma.evaluation.Finding.Exhibit;

/** Exhibits in memory, for tests. */
public final class InMemoryExhibits implements Exhibits {
    private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();

    /** Everything that lies here, by key. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** As a browser does with a form. */
    public void send(ExhibitPlace place, byte[] bytes) {
        files.put(place.rawKey(), bytes);
    }

    @Override
    public UploadForm form(ExhibitPlace place, int largest) {
        return new UploadForm("https://exhibits.example/", Map.of("key", place.rawKey(), "most", "" + largest));
    }

    @Override
    public Optional<Sent> sent(ExhibitPlace place) {
        return Optional.ofNullable(files.get(place.rawKey()))
                .map(b -> new Sent(Arrays.copyOf(b, Math.min(b.length, Inspection.LARGEST + 1)), ""));
    }

    @Override
    public void drop(ExhibitPlace place, Sent sent) {
        files.remove(place.rawKey());
    }

    @Override
    public void keep(ExhibitFolder.Id folder, Exhibit exhibit, byte[] bytes) {
        files.put("clean/" + folder + '/' + exhibit.sha256(), bytes.clone());
    }

    @Override
    public String link(ExhibitFolder.Id folder, Exhibit exhibit) {
        return "https://exhibits.example/clean/" + folder + '/' + exhibit.sha256() + "?kind=" + exhibit.kind();
    }

    @Override
    public void erase(ExhibitFolder.Id folder, String sha256) {
        files.remove("clean/" + folder + '/' + sha256);
    }
}
