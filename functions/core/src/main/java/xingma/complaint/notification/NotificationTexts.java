package xingma.complaint.notification;

import java.util.EnumMap;
import java.util.Map;
import xingma.complaint.notification.Notification.What;

/**
 * The words of notifications (告知短信文本): the case's number, what happened, the day and where to look, and nothing of
 * the case, for a telephone lies on tables.
 *
 * @param texts by what happened and the reader's language; {@code {bureau}}, {@code {number}}, {@code {day}} and
 *     {@code {link}} are filled in
 */
public record NotificationTexts(Map<What, Map<String, String>> texts) {
    /** Read by whoever reads a language that has no text of its own. */
    public static final String USUAL = "zh-Hans";

    public NotificationTexts {
        var whole = new EnumMap<What, Map<String, String>>(What.class);
        texts.forEach((what, byLanguage) -> whole.put(what, Map.copyOf(byLanguage)));
        for (var what : What.values()) {
            if (!whole.getOrDefault(what, Map.of()).containsKey(USUAL)) {
                throw new IllegalArgumentException("no text for " + what);
            }
        }
        texts = whole;
    }

    public String text(What what, String language, Map<String, String> filled) {
        var byLanguage = texts.get(what);
        var text = byLanguage.getOrDefault(language, byLanguage.get(USUAL));
        for (var value : filled.entrySet()) {
            text = text.replace('{' + value.getKey() + '}', value.getValue());
        }
        return text;
    }
}
