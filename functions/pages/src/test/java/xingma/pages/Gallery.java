package xingma.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.placard.Placard;

/** Writes one of each page into a folder, to be looked at: {@code java … xingma.pages.Gallery target/gallery}. */
final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[0]));
        for (var language : Language.values()) {
            write(folder, "ok-" + language.tag(), Some.PAGES.page(Some.clinic().scan(), Some.view(language)));
            write(folder, "bad-" + language.tag(), Some.PAGES.page(Some.lapsed().scan(), Some.view(language)));
            write(folder, "withdrawn-" + language.tag(), Some.CODES.withdrawn(withdrawn(), Some.view(language)));
            write(folder, "unknown-" + language.tag(), Some.CODES.unreadable("9W4T-LM3K-A0", Some.view(language)));
            write(folder, "cannot-" + language.tag(), Some.CODES.cannotCheck(Some.view(language)));
            write(folder, "city-" + language.tag(), city(language));
        }
        for (var card : StarPagesTest.everyState()) {
            var why = card.stars().map(s -> StarPagesTest.why(StarPagesTest.fourStars()));
            for (var language : List.of(Language.SIMPLIFIED, Language.ENGLISH)) {
                var page = StarPagesTest.PAGES.star(card, why, StarPagesTest.exemption(card), Some.view(language));
                write(folder, "star-" + card.state() + "-" + language.tag(), page);
            }
            Files.writeString(
                    folder.resolve("badge-" + card.state() + ".svg"),
                    StarBadge.svg(Optional.of(card), Language.SIMPLIFIED, StarBadge.Size.LARGE));
        }
        var shelf = new StarPages.Shelf(
                Some.QINGLAN.code(), Optional.empty(), StarPagesTest.everyState(), Optional.empty(), Optional.empty(),
                List.of(StarPagesTest.ROUND));
        var commendations = new CommendationPages(Some.PUBLISHER);
        for (var language : Language.values()) {
            var rated = StarPagesTest.everyState().stream().filter(c -> c.stars().isPresent()).toList();
            write(folder, "commended-" + language.tag(),
                    commendations.told(StarPagesTest.ROUND, 4, rated, Some.view(language)));
            write(folder, "commended-later-" + language.tag(),
                    commendations.notYet(StarPagesTest.ROUND, LocalDateTime.of(2026, 9, 12, 9, 0), Some.view(language)));
        }
        write(folder, "stars", StarPagesTest.PAGES.list(shelf, Some.view(Language.SIMPLIFIED)));
        var big = new View(Language.SIMPLIFIED, true, Some.DAY, "/q/" + Some.CODE, Optional.empty());
        write(folder, "ok-big", Some.PAGES.page(Some.clinic().scan(), big));
        write(folder, "bad-big", Some.PAGES.page(Some.lapsed().scan(), big));
        write(folder, "search", Some.PAGES.page(Some.clinic().scan(), Some.view(Language.SIMPLIFIED, "双眼皮")));
        write(folder, "search-no", Some.PAGES.page(Some.clinic().scan(), Some.view(Language.SIMPLIFIED, "隆胸")));
        write(folder, "replaced", Some.CODES.replaced(
                new Placard.Replaced(
                        Some.issue(), Some.placard().steps(), "o1", "标牌损坏", Instant.parse("2026-11-08T01:00:00Z")),
                Some.view(Language.SIMPLIFIED)));
        write(folder, "salon", Some.PAGES.page(salon().scan(), Some.view(Language.SIMPLIFIED)));
        write(folder, "forty", Some.PAGES.page(ScanPageTest.forty().scan(), Some.view(Language.ENGLISH)));
        for (var page : Cases.all(Language.SIMPLIFIED).entrySet()) {
            write(folder, page.getKey(), page.getValue());
        }
        for (var page : Cases.all(Language.ENGLISH).entrySet()) {
            write(folder, page.getKey() + "-en", page.getValue());
        }
    }

    static Placard.Withdrawn withdrawn() {
        return new Placard.Withdrawn(
                Some.issue(), Some.placard().steps(), "o1", "原机构已迁走并注销登记。", Instant.parse("2026-10-08T01:00:00Z"));
    }

    static Some.Clinic salon() {
        return new Some.Clinic("public-place")
                .with("name", "云汀朝露美容美发店")
                .with("creditCode", "92990102MA1ABCDE06")
                .with("district", "990102")
                .with("address", "云汀市青岚区竹里街7号")
                .with("category", "美容美发场所")
                .credential("(云青)卫公证字(2024)第000123号", Map.of(
                        "credentialType", "公共场所卫生许可证", "validFrom", "2024-02-01", "validUntil", "2028-01-31", "issuer",
                        "青岚区卫生健康局"));
    }

    private static Page city(Language language) {
        var shelf = new CityPage.Shelf(
                Some.QINGLAN, List.of(Some.placard(), Some.placard()), Optional.of("/?d=990102&after=x"));
        return new CityPage(Some.PUBLISHER).page(
                List.of(shelf), Optional.empty(), Optional.empty(),
                new View(language, false, Some.DAY, "/", Optional.empty()));
    }

    private static void write(Path folder, String name, Page page) throws IOException {
        Files.writeString(folder.resolve(name + ".html"), page.html());
    }
}
