package xingma.pages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import xingma.placard.Placard;

/** One of each page in a language. */
final class Samples {
    private Samples() {}

    static List<Page> all(Language language) {
        var view = Some.view(language);
        var pages = new ArrayList<>(List.of(
                Some.PAGES.page(Some.clinic().scan(), view),
                Some.PAGES.page(Some.lapsed().scan(), view),
                Some.PAGES.page(ScanPageTest.forty().scan(), Some.view(language, "双眼皮")),
                Some.PAGES.page(Gallery.salon().scan(), view),
                Some.CODES.withdrawn(Gallery.withdrawn(), view),
                Some.CODES.replaced(replaced(), view),
                Some.CODES.unknown(Some.CODE, view),
                Some.CODES.unreadable("9W4T-LM3K-A0", view),
                Some.CODES.cannotCheck(view),
                Some.CODES.nothingHere(view),
                city(language)));
        pages.addAll(Cases.all(language).values());
        return pages;
    }

    static Page city(Language language) {
        var hundred = IntStream.range(0, 100).mapToObj(i -> Some.placard()).toList();
        var shelf = new CityPage.Shelf(Some.QINGLAN, hundred, Optional.of("/?d=990102&after=x"));
        return new CityPage(Some.PUBLISHER).page(
                List.of(shelf), Optional.of(Some.QINGLAN), Optional.empty(),
                new View(language, false, Some.DAY, "/", Optional.empty()));
    }

    private static Placard.Replaced replaced() {
        return new Placard.Replaced(
                Some.issue(), Some.placard().steps(), "o1", "标牌损坏", Instant.parse("2026-11-08T01:00:00Z"));
    }
}
