package xingma.print;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Request;
import xingma.institution.PlacardCode;
import xingma.keeping.Page;
import xingma.placard.Placard;
import xingma.placard.Placards;
import xingma.placard.Posting;
import xingma.territory.City;
import xingma.territory.Officer;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/** Which placards hang and which do not (张贴清单): an officer's districts one after the other, each by name. */
final class PlacardList {
    /** A district's pages read for one answer, however few of their placards are wanted. */
    private static final int MOST_PAGES = 20;

    private static final int ENOUGH = 100;
    private static final int LONGEST_QUERY = 60;

    private final Placards placards;
    private final City city;

    PlacardList(Placards placards, City city) {
        this.placards = placards;
        this.city = city;
    }

    Page<Placard> list(Officer officer, Request request) {
        var wanted = step(request).and(query(request));
        var districts = districts(officer, request.query("district"));
        var cursor = request.query("after").map(PlacardList::cursor);
        var index = cursor.map(c -> districts.indexOf(c.district())).orElse(0);
        if (index < 0) {
            throw badCursor();
        }
        var after = cursor.flatMap(Cursor::after);
        var found = new ArrayList<Placard>();
        for (var pages = 0; pages < MOST_PAGES && found.size() < ENOUGH && index < districts.size(); pages++) {
            var page = placards.placardsIn(districts.get(index), after);
            page.items().stream().filter(wanted).forEach(found::add);
            after = page.next();
            if (after.isEmpty()) {
                index++;
            }
        }
        return new Page<>(
                found,
                index < districts.size() ? Optional.of(new Cursor(districts.get(index), after).text()) : Optional.empty());
    }

    /** Every placard that stands in these districts, each district's by name. */
    List<Placard.Live> standing(List<RegionCode> districts) {
        var standing = new ArrayList<Placard.Live>();
        for (var district : districts) {
            var after = Optional.<String>empty();
            do {
                var page = placards.placardsIn(district, after);
                page.items().stream()
                        .filter(Placard.Live.class::isInstance)
                        .map(Placard.Live.class::cast)
                        .forEach(standing::add);
                after = page.next();
            } while (after.isPresent());
        }
        return standing;
    }

    /** The districts of the officer's territory, or the one asked for; the city's own code asks for all of them. */
    List<RegionCode> districts(Officer officer, Optional<String> asked) {
        var within = city.districtsWithin(officer.territory()).stream().map(Region::code).toList();
        if (asked.isEmpty()) {
            return within;
        }
        var some = within.stream()
                .filter(d -> d.value().equals(asked.get())
                        || officer.territory().isCity() && city.code().value().equals(asked.get()))
                .toList();
        if (some.isEmpty()) {
            throw Refusals.noSuchDistrict();
        }
        return some;
    }

    private static Predicate<Placard> step(Request request) {
        var word = request.query("step").filter(w -> !w.isEmpty());
        if (word.isEmpty()) {
            return placard -> true;
        }
        return switch (word.get()) {
            case "unposted" -> placard -> placard instanceof Placard.Live && !hangs(placard.posting().step());
            case "withdrawn", "replaced" -> placard -> PlacardView.stage(placard).equals(word.get());
            default -> {
                var step = Arrays.stream(Posting.Step.values())
                        .filter(s -> s.word().equals(word.get()))
                        .findFirst()
                        .orElseThrow(() -> new Refused(Problem.field(
                                "step", "step.unknown", "没有这种张贴情况。请从列表中选择。", "There is no such step.")));
                yield placard -> placard instanceof Placard.Live && placard.posting().step() == step;
            }
        };
    }

    private static boolean hangs(Posting.Step step) {
        return step == Posting.Step.POSTED || step == Posting.Step.CHECKED;
    }

    private static Predicate<Placard> query(Request request) {
        var query = request.query("q").map(String::strip).filter(q -> !q.isEmpty());
        if (query.isEmpty()) {
            return placard -> true;
        }
        if (query.get().length() > LONGEST_QUERY) {
            throw new Refused(Problem.field(
                    "q", "q.tooLong", "最多 " + LONGEST_QUERY + " 个字。", "At most " + LONGEST_QUERY + " characters."));
        }
        var name = query.get();
        var code = name.replace("-", "").toUpperCase(Locale.ROOT);
        return placard -> placard.issue().name().contains(name)
                || !code.isEmpty() && placard.code().value().contains(code)
                || PlacardCode.read(name).filter(placard.code()::equals).isPresent();
    }

    private static Cursor cursor(String text) {
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var after = plain.substring(6);
            return new Cursor(new RegionCode(plain.substring(0, 6)), Optional.of(after).filter(a -> !a.isEmpty()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw badCursor();
        }
    }

    private static Refused badCursor() {
        return new Refused(Problem.field("after", "after.malformed", "翻页位置无效。请从第一页开始。", "Begin at the first page."));
    }

    /** Where the next page begins: a district, and a place in it. */
    private record Cursor(RegionCode district, Optional<String> after) {
        String text() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((district.value() + after.orElse("")).getBytes(StandardCharsets.UTF_8));
        }
    }
}
