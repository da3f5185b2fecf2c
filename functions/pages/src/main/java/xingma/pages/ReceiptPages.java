package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xingma.complaint.clock.Clock;
import xingma.complaint.receipt.Receipt;
import xingma.pages.Attribute.Plain;

/** It arrived, this is the number, and this is the latest day (回执). Also what is said after a file was sent. */
public final class ReceiptPages {
    private final Publisher publisher;

    public ReceiptPages(Publisher publisher) {
        this.publisher = publisher;
    }

    public Page receipt(Receipted filed, View view) {
        var voice = Voice.ofComplaints(view.language());
        var frame = new Frame(publisher, view, voice);
        var desks = new Desks(publisher, voice, view.day());
        var main = new ArrayList<Html>();
        main.add(banner(filed, voice, desks));
        filed.promise().ifPresent(clock -> main.add(promise(filed, clock, voice, desks)));
        main.add(card(filed, voice, desks, frame));
        main.add(next(filed, voice, desks, frame));
        if (!filed.uploads().isEmpty()) {
            main.add(Tag.SECTION.with(id("photos"), cls("np")).of(
                    Tag.H2.of(voice.say("photo.heading")), desks.uploads(filed.uploads(), filed.retention())));
        }
        main.add(Tag.SECTION.with(cls("np")).of(
                Tag.H2.of(voice.say("receipt.you")),
                Tag.P.of(voice.html(
                        "receipt.you." + filed.complaint().docket().identity().name().toLowerCase(Locale.ROOT),
                        Html.text(filed.masked().orElse(""))))));
        var around = new Frame.Around(
                Optional.of(ComplaintPages.CSS),
                Optional.of(ComplaintScript.address()),
                Desks.targets(filed.uploads()),
                Optional.of(new Frame.Again("/status", hidden(filed.receipt()))));
        return frame.page(
                voice.say("receipt.title"),
                Tag.MAIN.with(id("main"), Attribute.data("filed", filed.key())).of(main),
                around,
                List.of());
    }

    /** After a file went to the store. It knows nothing of the case. */
    public Page sent(View view) {
        var voice = Voice.ofComplaints(view.language());
        var frame = new Frame(publisher, view, voice);
        var around = new Frame.Around(Optional.of(ComplaintPages.CSS), Optional.empty(), List.of(), Optional.empty());
        return frame.page(
                voice.say("sent.heading"),
                Tag.MAIN.with(id("main")).of(
                        Tag.DIV.with(cls("v y")).of(Tag.DIV.of(
                                Tag.H1.of(Tag.B.of(Sign.MET.small(), Tag.SPAN.of(voice.say("sent.heading")))),
                                Tag.P.with(cls("lead")).of(voice.say("sent.lead")))),
                        Tag.SECTION.of(
                                Tag.P.of(voice.say("sent.back")),
                                Tag.A.with(cls("go"), Attribute.href(frame.to("/status"))).of(voice.say("sent.status")))),
                around,
                List.of());
    }

    static List<Html> hidden(Receipt receipt) {
        return List.of(
                Fields.hidden("number", receipt.number().value()), Fields.hidden("secret", receipt.secret()));
    }

    private static Html banner(Receipted filed, Voice voice, Desks desks) {
        return Tag.DIV.with(cls("v y")).of(Tag.DIV.of(
                Tag.H1.of(Tag.B.of(Sign.MET.small(), Html.text(voice.say("receipt.heading")))),
                Tag.P.with(cls("rn")).of(
                        Tag.SPAN.of(voice.say("receipt.number")), Html.text(filed.receipt().number().spoken())),
                Tag.P.with(cls("rn")).of(
                        Tag.SPAN.of(voice.say("receipt.secret")), Html.text(filed.receipt().spokenSecret())),
                Tag.P.with(cls("t")).of(voice.say("receipt.keep")),
                Tag.P.with(cls("t")).of(voice.say(
                        "receipt.at", desks.moment(filed.complaint().docket().filed().at())))));
    }

    private Html promise(Receipted filed, Clock clock, Voice voice, Desks desks) {
        var due = clock.due();
        var today = LocalDate.ofInstant(filed.now(), publisher.city().zone());
        return Tag.SECTION.of(
                Tag.H2.of(voice.say("receipt.due", desks.day(due.day()), desks.weekday(due.day()))),
                Tag.P.of(voice.say("clock.counts." + unit(clock), desks.span(clock), voice.say("clock.from.ACCEPT"))),
                due.provisional() ? Tag.P.with(cls("note")).of(voice.say("clock.provisional")) : Html.NOTHING,
                new DueCalendar(voice, filed.calendar(), today).table(clock, voice.say("calendar.filed")),
                Tag.P.with(cls("s lg")).of(
                        Html.text(voice.say("clock.basis")),
                        voice.name(clock.limit().basis()),
                        Html.text(" " + voice.say("receipt.climbs"))));
    }

    private Html card(Receipted filed, Voice voice, Desks desks, Frame frame) {
        var receipt = filed.receipt();
        var due = filed.promise()
                .map(c -> voice.say("due.latest", desks.day(c.due().day())))
                .orElse("");
        return Tag.SECTION.of(
                Tag.H2.of(voice.say("card.heading")),
                Tag.DIV.with(cls("card")).of(
                        Tag.DIV.with(Attribute.of(Plain.ROLE, "img"), Attribute.label(voice.say("card.code")))
                                .of(Artwork.code(filed.code())),
                        Tag.DIV.of(
                                Tag.B.of(receipt.number().spoken()),
                                Tag.B.of(receipt.spokenSecret()),
                                Tag.P.with(cls("s")).of(desks.unit(filed.complaint().unit())),
                                due.isEmpty() ? Html.NOTHING : Tag.P.with(cls("s")).of(due),
                                Tag.P.with(cls("s")).of(Html.text(publisher.host()), Tag.WBR.of(), Html.text("/status")),
                                Tag.P.with(cls("s")).of(String.join(" · ", publisher.hotlines())))),
                Tag.P.with(cls("s lg")).of(voice.say("card.keep")));
    }

    private Html next(Receipted filed, Voice voice, Desks desks, Frame frame) {
        var kind = filed.complaint().filing().kind().word();
        return Tag.SECTION.with(cls("np")).of(
                Tag.H2.of(voice.say("next.heading")),
                Tag.OL.with(cls("ad")).of(
                        Tag.LI.of(Tag.SPAN.of(voice.html("next.1", Tag.B.of(desks.unit(filed.complaint().unit()))))),
                        Tag.LI.of(Tag.SPAN.of(voice.say("next.2." + kind))),
                        Tag.LI.of(Tag.SPAN.of(voice.say("next.3")))),
                Tag.FORM.with(Attribute.action("/status"), Attribute.of(Plain.METHOD, "post"))
                        .of(hidden(filed.receipt()))
                        .of(frame.kept(), Tag.BUTTON.with(cls("b p full")).of(voice.say("receipt.status"))));
    }

    private static String unit(Clock clock) {
        return clock.span().unit().name().toLowerCase(Locale.ROOT);
    }
}
