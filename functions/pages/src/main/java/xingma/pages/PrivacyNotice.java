package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xingma.complaint.rules.Retention;
import xingma.complaint.rules.Retention.What;

/**
 * What everybody reads before anything is sent (个人信息告知): who sees it, what for, how long. A bureau handles complaints
 * because a law charges it with that, so it need not ask leave, yet must tell (个人信息保护法 arts 13(3), 17, 30, 35). The
 * case keeps which wording was shown, and the periods that stood in it.
 */
public final class PrivacyNotice {
    private static final Properties WORDINGS = wordings();
    private static final Pattern VERSION = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:;[a-z]{1,12}=\\d{1,4}[dwm])*");

    private PrivacyNotice() {}

    /** The newest wording, which is what the words in use say. */
    static String wording() {
        return WORDINGS.stringPropertyNames().stream().max(String::compareTo).orElseThrow();
    }

    /** The digest of a wording in all languages. */
    static Optional<String> digest(String wording) {
        return Optional.ofNullable(WORDINGS.getProperty(wording));
    }

    /** What a case keeps: {@code 2026-11-22;contact=90d;evidence=12m;words=36m}. */
    public static String version(List<Retention> retention) {
        return Stream.of(What.values())
                .flatMap(what -> period(retention, what).map(p -> brief(what, p)).stream())
                .collect(Collectors.joining(";", wording() + ";", ""));
    }

    /** The version that a form says it showed, if there ever was such a wording. */
    public static Optional<String> shown(String version) {
        var read = VERSION.matcher(version);
        return read.matches() && WORDINGS.containsKey(read.group(1)) ? Optional.of(version) : Optional.empty();
    }

    /** The whole of it as one text, for those who draw a form of their own. */
    public static String text(Language language, List<Retention> retention) {
        return String.join(" ", sentences(Voice.ofComplaints(language), retention));
    }

    static Element above(Voice voice, Html bureau, List<Retention> retention) {
        var told = new ArrayList<Html>();
        told.add(Tag.H2.of(voice.say("notice.heading")));
        sentences(voice, retention).forEach(s -> told.add(Tag.P.of(s)));
        told.add(Tag.DETAILS.of(
                Tag.SUMMARY.with(cls("go")).of(voice.say("notice.more")),
                Tag.UL.of(List.of(1, 2, 3).stream()
                        .map(i -> Tag.LI.of(voice.html("notice.more." + i, bureau)))
                        .toList())));
        return Tag.SECTION.with(cls("nt"), Attribute.id("notice")).of(told);
    }

    /** How long photos are kept, for the consent beside them. */
    static String photos(Voice voice, List<Retention> retention) {
        return said(voice, retention, What.EVIDENCE);
    }

    private static List<String> sentences(Voice voice, List<Retention> retention) {
        return List.of(
                voice.say("notice.who"),
                voice.say("notice.why"),
                voice.say(
                        "notice.keep",
                        said(voice, retention, What.CONTACT),
                        said(voice, retention, What.EVIDENCE),
                        said(voice, retention, What.WORDS)));
    }

    private static String said(Voice voice, List<Retention> retention, What what) {
        return period(retention, what)
                .map(r -> voice.say("span." + r.afterClosing().unit().name().toLowerCase(Locale.ROOT), r.afterClosing().amount()))
                .orElse(voice.say("notice.keep.open"));
    }

    private static Optional<Retention> period(List<Retention> retention, What what) {
        return retention.stream().filter(r -> r.erased().contains(what)).findFirst();
    }

    private static String brief(What what, Retention retention) {
        var span = retention.afterClosing();
        var unit = switch (span.unit()) {
            case CALENDAR_DAY -> 'd';
            case WORKING_DAY -> 'w';
            case MONTH -> 'm';
        };
        return what.name().toLowerCase(Locale.ROOT) + '=' + span.amount() + unit;
    }

    private static Properties wordings() {
        try (var in = PrivacyNotice.class.getResourceAsStream("notices.properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var read = new Properties();
            read.load(reader);
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
