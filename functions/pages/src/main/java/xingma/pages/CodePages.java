package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;

/** What a code opens that leads to no institution: withdrawn, replaced, unknown, unreadable, not to be checked now. */
public final class CodePages {
    private static final int LONGEST_SHOWN = 40;
    /** Twelve letters and digits, whatever stands between them: only then can the last be a check that fails. */
    private static final Pattern SHAPE = Pattern.compile("([\\s-]*[0-9A-Za-z]){12}[\\s-]*");

    private final Publisher publisher;

    public CodePages(Publisher publisher) {
        this.publisher = publisher;
    }

    public Page withdrawn(Placard.Withdrawn placard, View view) {
        return red("withdrawn", placard.issue(), placard.reason(), placard.at(), view);
    }

    public Page replaced(Placard.Replaced placard, View view) {
        return red("replaced", placard.issue(), placard.reason(), placard.at(), view);
    }

    /** A code that could be ours, but that we never issued. */
    public Page unknown(PlacardCode code, View view) {
        return notOurs(code.spoken(), "unknown.why.neverIssued", view);
    }

    /** Something that cannot be a code of ours: misread, mistyped or made up. */
    public Page unreadable(String typed, View view) {
        var why = SHAPE.matcher(typed).matches() ? "unknown.why.unreadable" : "unknown.why.shape";
        return notOurs(Text.cut(typed.strip(), LONGEST_SHOWN), why, view);
    }

    /** Our own failure: neither yes nor no. */
    public Page cannotCheck(View view) {
        var voice = voice(view);
        var frame = new Frame(publisher, view, voice);
        return frame.page(
                voice.say("cannot.heading"),
                main(
                        banner("v o", Sign.HOLLOW, voice.say("cannot.heading"), voice.say("cannot.lead")),
                        Tag.SECTION.of(
                                Tag.H2.of(voice.say("cannot.what")),
                                Tag.P.of(voice.say("cannot.do")),
                                Tag.DIV.with(cls("acts")).of(
                                        Tag.A.with(cls("b p"), href(view.again())).of(voice.say("cannot.again")),
                                        frame.callButton(publisher.hotlines().getFirst()))),
                        frame.complain(voice.say("complain.heading"), Optional.empty())),
                Optional.empty(),
                List.of());
    }

    /** Nothing lies at this address. */
    public Page nothingHere(View view) {
        var voice = voice(view);
        var frame = new Frame(publisher, view, voice);
        return frame.page(
                voice.say("nothing.heading"),
                main(
                        banner("v c", Sign.CARE, voice.say("nothing.heading"), voice.say("nothing.lead")),
                        Tag.SECTION.of(frame.codeForm("code.label", "code.button"), byName(frame, voice))),
                Optional.empty(),
                List.of());
    }

    private Page red(String what, Placard.Issue issue, String reason, Instant at, View view) {
        var voice = voice(view);
        var frame = new Frame(publisher, view, voice, Optional.of(issue.code().value()));
        var day = LocalDate.ofInstant(at, publisher.city().zone());
        var steps = Stream.of(1, 2, 3).map(i -> Tag.LI.of(Tag.SPAN.of(voice.say(what + ".do." + i)))).toList();
        return frame.page(
                voice.say(what + ".heading"),
                Tag.MAIN.with(Attribute.id("main")).of(
                        Tag.DIV.with(cls("red")).of(
                                Tag.H1.of(
                                        Sign.UNMET.sized("x"),
                                        Html.text(voice.say(what + ".heading")),
                                        Tag.SPAN.with(cls("ln")).of(voice.say(what + ".lead"))),
                                Tag.DIV.with(cls("pl")).of(
                                        Tag.P.with(cls("tag")).of(voice.say("void")),
                                        Tag.P.of(voice.say("code.scanned")),
                                        Tag.P.with(cls("code")).of(issue.code().spoken()),
                                        Tag.P.of(voice.name(issue.name())),
                                        Tag.P.of(voice.html(
                                                what + ".when",
                                                Html.text("" + issue.edition()),
                                                Html.text(voice.day(day)),
                                                frame.bureau()))),
                                why(reason, voice),
                                Tag.P.with(cls("why")).of(voice.say(what + ".means")),
                                Tag.DIV.with(cls("acts")).of(
                                        Tag.A.with(cls("b p"), href(frame.form())).of(voice.say("void.report")),
                                        frame.callButton(publisher.hotlines().getFirst())),
                                Tag.H2.of(voice.say("void.do")),
                                Tag.OL.with(cls("ad")).of(steps),
                                Tag.P.with(cls("s"))
                                        .of(voice.say("void.host", voice.fullDay(view.day()), publisher.host()))),
                        Tag.SECTION.of(frame.codeForm("code.again", "code.button"), byName(frame, voice)),
                        frame.complain(voice.say("complain.heading.placard"), Optional.of(issue.code().spoken()))),
                Optional.empty(),
                List.of());
    }

    private Page notOurs(String shown, String why, View view) {
        var voice = voice(view);
        var frame = new Frame(publisher, view, voice, Optional.of(shown));
        return frame.page(
                voice.say("unknown.heading"),
                main(
                        banner("v c", Sign.CARE, voice.say("unknown.heading"), voice.say("unknown.lead")),
                        Tag.SECTION.of(
                                Tag.P.with(cls("s")).of(voice.say("code.scanned")),
                                Tag.P.with(cls("code"))
                                        .of(Tag.BDI.of(shown.isEmpty() ? voice.say("code.none") : shown)),
                                Tag.P.of(voice.say(why)),
                                Tag.DIV.with(cls("acts")).of(
                                        Tag.A.with(cls("b p"), href(frame.form())).of(voice.say("void.report")),
                                        frame.callButton(publisher.hotlines().getFirst()))),
                        Tag.SECTION.of(
                                Tag.H2.of(voice.say("unknown.maybe")),
                                frame.codeForm("code.again", "code.button"),
                                Tag.P.with(cls("s")).of(voice.say("code.hint")),
                                byName(frame, voice)),
                        frame.complain(voice.say("complain.heading.placard"), Optional.empty())),
                Optional.empty(),
                List.of());
    }

    private static Html why(String reason, Voice voice) {
        return reason.isBlank()
                ? Html.NOTHING
                : Tag.P.with(cls("why")).of(voice.html("void.reason", Tag.B.of(voice.name(reason))));
    }

    private static Html byName(Frame frame, Voice voice) {
        return Tag.A.with(cls("go"), href(frame.to("/"))).of(voice.say("code.byName"));
    }

    private static Element banner(String classes, Sign sign, String heading, String lead) {
        return Tag.DIV.with(cls(classes)).of(Tag.DIV.of(
                Tag.H1.of(Tag.B.of(sign.small(), Tag.SPAN.of(heading))), Tag.P.with(cls("lead")).of(lead)));
    }

    private static Element main(Html... parts) {
        return Tag.MAIN.with(Attribute.id("main")).of(parts);
    }

    private static Voice voice(View view) {
        return new Voice(view.language(), Optional.empty());
    }
}
