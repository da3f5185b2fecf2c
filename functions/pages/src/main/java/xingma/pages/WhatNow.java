package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;
import static xingma.pages.Attribute.tel;

import xingma.pages.ScanPages.Subject;

/** After a no: what to do if nothing has happened yet, if money changed hands, if one feels unwell. */
final class WhatNow {
    private static final String EMERGENCY = "120";

    private final Voice voice;
    private final Subject subject;

    WhatNow(Voice voice, Subject subject) {
        this.voice = voice;
        this.subject = subject;
    }

    Html html(Frame frame) {
        var district = "d=" + subject.institution().district();
        var treats = subject.kind().hasPeople();
        var list = Tag.DL.with(cls("f")).of(
                row(treats ? "now.notYet" : "now.notPaid", Tag.A.with(href(frame.to("/", district))).of(voice.say("now.others"))),
                row("now.paid", Tag.A.with(href(frame.form("category=refund"))).of(voice.say("now.refund"))));
        return Tag.SECTION.with(cls("al")).of(
                Tag.P.with(cls("lead")).of(voice.ofKind("verdict.no.text").html(voice.language())),
                Tag.H2.with(cls("vh")).of(voice.say("now.heading")),
                treats
                        ? list.of(row("now.unwell", Tag.A.with(tel(EMERGENCY)).of(EMERGENCY)))
                        : list);
    }

    private Html row(String key, Html where) {
        return Tag.DIV.of(Tag.DT.of(voice.say(key)), Tag.DD.of(Html.text(voice.say(key + ".do") + ' '), where));
    }
}
