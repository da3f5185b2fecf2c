package xingma.complain.window;

import java.util.Locale;
import xingma.complaint.filing.Kind;
import xingma.pages.ComplaintForm;
import xingma.pages.Language;
import xingma.pages.PrivacyNotice;
import xingma.territory.City;

/** The form as data, for an app that draws its own: what may be chosen, what is promised, a key, and perhaps a puzzle. */
public final class FormJson {
    private FormJson() {}

    public static byte[] of(ComplaintForm form, City city) {
        return CaseJson.bytes(json -> {
            json.writeStringField("key", form.key());
            json.writeStringField("puzzle", form.puzzle().orElse(null));
            json.writeObjectFieldStart("notice");
            json.writeStringField("version", PrivacyNotice.version(form.retention()));
            json.writeStringField("chinese", PrivacyNotice.text(Language.SIMPLIFIED, form.retention()));
            json.writeStringField("english", PrivacyNotice.text(Language.ENGLISH, form.retention()));
            json.writeEndObject();
            json.writeStringField("institution", form.about().map(ComplaintForm.About::institution).orElse(null));
            json.writeStringField("person", form.about().flatMap(ComplaintForm.About::person).orElse(null));
            json.writeArrayFieldStart("kinds");
            for (var kind : Kind.values()) {
                json.writeStartObject();
                json.writeStringField("id", kind.word());
                json.writeStringField("chinese", kind.chinese());
                json.writeStringField("english", kind.english());
                json.writeFieldName("due");
                var promise = form.promises().get(kind);
                if (promise == null) {
                    json.writeNull();
                } else {
                    CaseJson.due(json, promise);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("categories");
            for (var category : form.categories()) {
                json.writeStartObject();
                json.writeStringField("id", category.id());
                json.writeStringField("chinese", category.chinese());
                json.writeStringField("english", category.english());
                json.writeArrayFieldStart("kinds");
                for (var kind : category.kinds()) {
                    json.writeString(kind.name().toLowerCase(Locale.ROOT));
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("districts");
            for (var district : city.districts()) {
                json.writeStartObject();
                json.writeStringField("code", district.code().value());
                json.writeStringField("chinese", district.chinese());
                json.writeStringField("english", district.english());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
