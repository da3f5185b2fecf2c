package xingma.register;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import xingma.aws.s3.Bucket;
import xingma.pages.PeopleSheet;
import xingma.registry.Dossier;

/**
 * Lays the photos of an institution's people on the public shelf, before the entry that names them is published: a page
 * never points at a picture that is not there.
 */
final class PhotoSheets implements Consumer<Dossier.Step> {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Bucket files;
    private final Bucket site;

    PhotoSheets(Bucket files, Bucket site) {
        this.files = files;
        this.site = site;
    }

    /** Where a photo waits, by the key that the register names. */
    static String shelf(String photo) {
        return "photos/" + photo + ".jpg";
    }

    @Override
    public void accept(Dossier.Step step) {
        var sheet = PeopleSheet.of(step.after().entry().people());
        if (sheet.isEmpty() || sheet.equals(PeopleSheet.of(step.before().entry().people()))) {
            return;
        }
        var picture = sheet.get().compose(this::photo).getBytes(StandardCharsets.UTF_8);
        site.putIfAbsent(sheet.get().key(), Bucket.Stored.of(picture, "image/svg+xml").cached(FOREVER));
    }

    private byte[] photo(String photo) {
        return files.get(shelf(photo), Photo.LARGEST)
                .map(Bucket.Stored::bytes)
                .orElseThrow(() -> new IllegalStateException("a photo that the register names is not on its shelf"));
    }
}
