package xingma.pages;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import xingma.rating.NextStar;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.rating.Stars;

/**
 * Everything from which a star follows, so that its page can say it (星级由来).
 *
 * @param sheet as it was settled
 * @param stars what the engine makes of it
 * @param next the nearest path to one star more
 * @param enforcement how many experts of enforcement scored
 * @param association how many of the association
 */
public record StarReasons(
        Standard standard,
        String type,
        Sheet sheet,
        Stars stars,
        Optional<NextStar.Path> next,
        int enforcement,
        int association,
        Optional<Notice> notice) {
    /** 公示期: the first day and the last. */
    public record Notice(LocalDate from, LocalDate until) {}

    public StarReasons {
        requireNonNull(standard, "standard");
        requireNonNull(type, "type");
        requireNonNull(sheet, "sheet");
        requireNonNull(stars, "stars");
        requireNonNull(next, "next");
        requireNonNull(notice, "notice");
    }
}
