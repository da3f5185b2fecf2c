package xingma.pages;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language in which the public pages speak. Names and numbers of the register stay as registered. */
public enum Language {
    SIMPLIFIED("zh-Hans", "简体中文", "中"),
    TRADITIONAL("zh-Hant", "繁體中文", "繁"),
    ENGLISH("en", "English", "EN"),
    JAPANESE("ja", "日本語", "日"),
    KOREAN("ko", "한국어", "한");

    private static final List<String> MONTHS = List.of(
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December");

    private final String tag;
    private final String ownName;
    private final String shortName;

    Language(String tag, String ownName, String shortName) {
        this.tag = tag;
        this.ownName = ownName;
        this.shortName = shortName;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    String shortName() {
        return shortName;
    }

    public boolean isChinese() {
        return this == SIMPLIFIED || this == TRADITIONAL;
    }

    /** The language of a tag, by its primary part; Taiwan, Hong Kong and Macau read traditional characters. */
    public static Optional<Language> of(String tag) {
        var parts = List.of(tag.strip().toLowerCase(Locale.ROOT).replace('_', '-').split("-"));
        return switch (parts.getFirst()) {
            case "zh" -> Optional.of(
                    parts.contains("hans") || parts.stream().noneMatch(List.of("hant", "tw", "hk", "mo")::contains)
                            ? SIMPLIFIED
                            : TRADITIONAL);
            case "en" -> Optional.of(ENGLISH);
            case "ja" -> Optional.of(JAPANESE);
            case "ko" -> Optional.of(KOREAN);
            default -> Optional.empty();
        };
    }

    /**
     * What the reader asked for: the link first, then the header's preferences in their order of quality, then
     * English for those who read none of ours, Chinese for those who said nothing.
     */
    public static Language choose(Optional<String> asked, Optional<String> acceptLanguage) {
        var chosen = asked.flatMap(Language::of);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        var accepted = acceptLanguage.filter(h -> h.length() <= 1_000).filter(h -> !h.isBlank());
        if (accepted.isEmpty()) {
            return SIMPLIFIED;
        }
        var ranges = Arrays.stream(accepted.get().split(","))
                .map(Range::read)
                .filter(r -> r.quality > 0)
                .sorted((a, b) -> Double.compare(b.quality, a.quality))
                .toList();
        for (var range : ranges) {
            var language = range.tag.equals("*") ? Optional.of(SIMPLIFIED) : of(range.tag);
            if (language.isPresent()) {
                return language.get();
            }
        }
        return ranges.isEmpty() ? SIMPLIFIED : ENGLISH;
    }

    /** A day as tables show it. */
    public String day(LocalDate day) {
        return switch (this) {
            case SIMPLIFIED, TRADITIONAL -> day.toString();
            case ENGLISH -> day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
            case JAPANESE -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case KOREAN -> day.getYear() + "년 " + day.getMonthValue() + "월 " + day.getDayOfMonth() + "일";
        };
    }

    /** A day as a sentence names it, with its year where that is not this one. */
    public String spoken(LocalDate day, LocalDate today) {
        var sameYear = day.getYear() == today.getYear();
        return switch (this) {
            case SIMPLIFIED, TRADITIONAL, JAPANESE ->
                (sameYear ? "" : day.getYear() + "年") + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
            case ENGLISH ->
                day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + (sameYear ? "" : " " + day.getYear());
            case KOREAN ->
                (sameYear ? "" : day.getYear() + "년 ") + day.getMonthValue() + "월 " + day.getDayOfMonth() + "일";
        };
    }

    private record Range(String tag, double quality) {
        static Range read(String text) {
            var parts = text.strip().split(";", 2);
            if (parts.length == 1) {
                return new Range(parts[0].strip(), 1);
            }
            var weight = parts[1].strip();
            try {
                var quality = weight.startsWith("q=") ? Double.parseDouble(weight.substring(2)) : 1;
                return new Range(parts[0].strip(), quality);
            } catch (NumberFormatException unreadable) {
                return new Range(parts[0].strip(), 0);
            }
        }
    }
}
