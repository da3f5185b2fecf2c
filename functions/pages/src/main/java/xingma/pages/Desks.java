package xingma.pages;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import xingma.attachment.UploadForm;
import xingma.complaint.clock.Clock;
import xingma.complaint.rules.Retention;
import xingma.pages.Attribute.Plain;
import xingma.territory.RegionCode;

/** What receipt and status page have in common: units, days and spans in words, and the forms for files. */
final class Desks {
    private final Publisher publisher;
    private final Voice voice;
    private final LocalDate today;

    Desks(Publisher publisher, Voice voice, LocalDate today) {
        this.publisher = publisher;
        this.voice = voice;
        this.today = today;
    }

    /** 青岚区卫生健康局; the city's own unit is the publisher. */
    Html unit(RegionCode code) {
        return voice.name(unitName(code));
    }

    String unitName(RegionCode code) {
        var chinese = voice.language().isChinese() || voice.language() == Language.JAPANESE;
        return publisher.city().district(code)
                .map(d -> voice.say("unit.name", chinese ? d.chinese() : d.english()))
                .orElse(chinese ? publisher.bureau() : publisher.bureauEnglish());
    }

    String day(LocalDate day) {
        return voice.language().spoken(day, today);
    }

    String dayOf(Instant at) {
        return day(LocalDate.ofInstant(at, publisher.city().zone()));
    }

    String weekday(LocalDate day) {
        return voice.say("weekday." + day.getDayOfWeek().getValue());
    }

    /** 11月20日 周五 09:46. */
    String moment(Instant at) {
        var local = at.atZone(publisher.city().zone());
        return voice.say(
                "moment",
                day(local.toLocalDate()),
                weekday(local.toLocalDate()),
                String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute()));
    }

    /** 11-20 09:46, for tables. */
    String stamp(Instant at) {
        var local = at.atZone(publisher.city().zone());
        return String.format(
                Locale.ROOT,
                "%02d-%02d %02d:%02d",
                local.getMonthValue(),
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute());
    }

    /** 7个工作日. */
    String span(Clock clock) {
        return span(clock, clock.span().amount());
    }

    String span(Clock clock, int days) {
        return voice.say("span." + clock.span().unit().name().toLowerCase(Locale.ROOT), days);
    }

    /** One file at a time, straight to the store; a tab of its own, so that the receipt stays open. */
    Html uploads(List<UploadForm> forms, List<Retention> retention) {
        if (forms.isEmpty()) {
            return Html.NOTHING;
        }
        var made = new ArrayList<Html>();
        for (var i = 0; i < forms.size(); i++) {
            made.add(upload(forms.get(i), i + 1, retention));
        }
        return Html.all(
                Tag.P.of(voice.say("photo.lead", forms.size())),
                Tag.P.with(Attribute.cls("s")).of(voice.say("photo.clean")),
                made.getFirst(),
                made.size() == 1
                        ? Html.NOTHING
                        : Tag.DETAILS.with(Attribute.cls("np")).of(
                                Tag.SUMMARY.with(Attribute.cls("go")).of(voice.say("photo.more")),
                                Html.all(made.subList(1, made.size()))));
    }

    /** Faces and wounds are sensitive, and a photo is hers to give: a consent of its own (个人信息保护法 art. 29). */
    private Html upload(UploadForm form, int number, List<Retention> retention) {
        var hidden = form.fields().entrySet().stream()
                .map(f -> (Html) Fields.hidden(f.getKey(), f.getValue()))
                .toList();
        return Tag.FORM
                .with(
                        Attribute.cls("up fld np"),
                        Attribute.actionOutside(form.action()),
                        Attribute.of(Plain.METHOD, "post"),
                        Attribute.of(Plain.ENCTYPE, "multipart/form-data"),
                        Attribute.of(Plain.TARGET, "_blank"))
                .of(hidden)
                .of(
                        Tag.LABEL.with(Attribute.cls("lb"), Attribute.of(Plain.FOR, "file" + number))
                                .of(voice.say("photo.label", number)),
                        Tag.INPUT.with(
                                Attribute.id("file" + number),
                                Attribute.of(Plain.TYPE, "file"),
                                Attribute.of(Plain.NAME, UploadForm.FILE),
                                Attribute.of(Plain.ACCEPT, "image/jpeg,image/png,image/webp,application/pdf"),
                                Attribute.of(Plain.REQUIRED, "")),
                        // Without a name the store is not sent it; the browser insists on it with and without a script.
                        Tag.LABEL.with(Attribute.cls("rd"), Attribute.of(Plain.FOR, "agree" + number)).of(
                                Tag.INPUT.with(
                                        Attribute.id("agree" + number),
                                        Attribute.of(Plain.TYPE, "checkbox"),
                                        Attribute.of(Plain.REQUIRED, "")),
                                Tag.SPAN.of(
                                        Tag.B.of(voice.say("photo.consent")),
                                        Tag.SPAN.with(Attribute.cls("s")).of(voice.say(
                                                "photo.consent.means", PrivacyNotice.photos(voice, retention))))),
                        Tag.DIV.with(Attribute.cls("ac"))
                                .of(Tag.BUTTON.with(Attribute.cls("b")).of(voice.say("photo.send"))));
    }

    /** Where forms for files go, as a policy names it: host, and path where the store is asked by path. */
    static List<String> targets(List<UploadForm> forms) {
        return forms.stream()
                .map(f -> URI.create(f.action()))
                .map(u -> u.getScheme() + "://" + u.getRawAuthority())
                .distinct()
                .toList();
    }
}
