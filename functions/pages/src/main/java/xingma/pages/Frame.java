package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;
import static xingma.pages.Attribute.id;
import static xingma.pages.Attribute.label;
import static xingma.pages.Attribute.lang;
import static xingma.pages.Attribute.tel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import xingma.pages.Attribute.Plain;

/** What every public page has around it: the bureau's name, the elder view, the languages, the hotlines, the foot. */
final class Frame {
    private static final String CSS = Artwork.css("page.css");
    private static final String CSS_HASH = Artwork.hash(CSS);

    private final Publisher publisher;
    private final View view;
    private final Voice voice;
    private final Optional<String> code;

    Frame(Publisher publisher, View view, Voice voice) {
        this(publisher, view, voice, Optional.empty());
    }

    /** @param code whatever stands on the placard that the page is about; the form begins with it */
    Frame(Publisher publisher, View view, Voice voice, Optional<String> code) {
        this.publisher = publisher;
        this.view = view;
        this.voice = voice;
        this.code = code;
    }

    Page page(String title, Element main, Optional<String> moreCss, List<Html> foot) {
        return page(title, main, new Around(moreCss, Optional.empty(), List.of(), Optional.empty()), foot);
    }

    Page page(String title, Element main, Around around, List<Html> foot) {
        var moreCss = around.css();
        var styles = new ArrayList<Html>(List.of(Artwork.style(CSS)));
        moreCss.ifPresent(css -> styles.add(Artwork.style(css)));
        var head = Tag.HEAD.of(
                Tag.META.with(Attribute.of(Plain.CHARSET, "utf-8")),
                meta("viewport", "width=device-width,initial-scale=1,viewport-fit=cover"),
                meta("color-scheme", "light"),
                meta("format-detection", "telephone=no"),
                meta("robots", "noindex"),
                Tag.TITLE.of(title),
                Artwork.ICON,
                Html.all(styles),
                around.script()
                        .<Html>map(s -> Tag.SCRIPT.with(Attribute.src(s), Attribute.of(Plain.DEFER, "")))
                        .orElse(Html.NOTHING));
        var body = Tag.BODY.of(
                Artwork.SIGNS,
                Tag.A.with(cls("skip"), href("#main")).of(voice.say("skip")),
                around.again().map(this::top).orElseGet(this::top),
                main,
                footer(foot));
        var html = Tag.HTML.with(lang(voice.language()));
        var out = new StringBuilder(24_000).append("<!doctype html>\n");
        (view.big() ? html.with(cls("big")) : html).of(head, body).write(out);
        return new Page(out.append('\n').toString(), policy(around));
    }

    /**
     * What a page has beside its words.
     *
     * @param script the address of a script of ours
     * @param targets where else its forms may go
     * @param again how it is asked for again, where a link cannot
     */
    record Around(Optional<String> css, Optional<String> script, List<String> targets, Optional<Again> again) {}

    /**
     * A form by which a page is asked for again.
     *
     * @param hidden what it sends; empty for a page that cannot be asked for again
     */
    record Again(String action, List<Html> hidden) {}

    /** The bureau as the reader calls it. */
    Html bureau() {
        return voice.language().isChinese() || voice.language() == Language.JAPANESE
                ? voice.name(publisher.bureau())
                : Tag.SPAN.with(lang(Language.ENGLISH)).of(publisher.bureauEnglish());
    }

    /** The complaint form, with the place filled in, and what else is known. */
    String form(String... known) {
        var query = new ArrayList<String>();
        code.filter(c -> !c.isEmpty()).ifPresent(c -> query.add("at=" + Attribute.encoded(c)));
        query.addAll(List.of(known));
        return to("/complain", query.toArray(String[]::new));
    }

    /** Two buttons that stay in reach of the thumb: where to complain, and the first hotline. */
    Html bar(String complain) {
        return Tag.NAV.with(cls("bar"), label(voice.say("bar.label"))).of(Tag.DIV.of(
                Tag.A.with(cls("b p"), href(form())).of(complain), callButton(publisher.hotlines().getFirst())));
    }

    Element callButton(String number) {
        return Tag.A.with(cls("b"), tel(number)).of(
                Sign.PHONE.small(), Tag.SPAN.with(cls("vh")).of(voice.say("call")), Html.text(number));
    }

    /** Where to complain, and what to say to whoever rather calls. */
    Element complain(String heading, Optional<String> code) {
        var hotlines = publisher.hotlines().stream().map(this::callButton).toList();
        return Tag.SECTION.with(id("complain")).of(
                Tag.H2.of(heading),
                Tag.P.of(voice.say("complain.online")),
                Tag.DIV.with(cls("acts even")).of(
                        Tag.A.with(cls("b p"), href(form())).of(voice.say("complain.write")),
                        Tag.A.with(cls("b"), href(to("/status"))).of(voice.say("complain.status"))),
                Tag.P.with(cls("res")).of(voice.say("complain.how")),
                Tag.DIV.with(cls("acts even")).of(hotlines),
                Tag.OL.with(cls("ad res c")).of(
                        Tag.LI.of(Tag.SPAN.of(code.map(c -> voice.say("complain.say.code", c))
                                .orElseGet(() -> voice.say("complain.say.place")))),
                        Tag.LI.of(voice.say("complain.say.what")),
                        Tag.LI.of(voice.say("complain.say.proof"))),
                Tag.P.with(cls("s")).of(due()));
    }

    /** A promise carries its date; a provisional one says so. */
    private String due() {
        var due = publisher.promise().to(view.day());
        var said = voice.say("complain.due", voice.language().spoken(due.day(), view.day()));
        return due.provisional() ? said + voice.say("complain.due.provisional") : said;
    }

    /** The form for whoever cannot scan. */
    Element codeForm(String labelKey, String buttonKey) {
        return Tag.FORM.with(Attribute.action("/q"), Attribute.of(Plain.METHOD, "get")).of(
                Tag.LABEL.with(Attribute.of(Plain.FOR, "code")).of(voice.say(labelKey)),
                kept(),
                Tag.DIV.with(cls("in")).of(
                        Tag.INPUT.with(
                                id("code"),
                                cls("cin"),
                                Attribute.of(Plain.NAME, "code"),
                                Attribute.of(Plain.TYPE, "text"),
                                Attribute.of(Plain.AUTOCAPITALIZE, "characters"),
                                Attribute.of(Plain.AUTOCOMPLETE, "off"),
                                Attribute.of(Plain.SPELLCHECK, "false"),
                                Attribute.of(Plain.MAXLENGTH, "40"),
                                Attribute.of(Plain.REQUIRED, "")),
                        Tag.BUTTON.with(cls("b p")).of(voice.say(buttonKey))));
    }

    /** What a form must carry on so that the reader keeps language and size. */
    Html kept() {
        var language = field("l", voice.language().tag());
        return view.big() ? Html.all(language, field("v", "big")) : language;
    }

    /** A link to another page of ours that keeps language and size. */
    String to(String path, String... query) {
        var all = Arrays.stream(query).collect(Collectors.joining("&"));
        var kept = "l=" + voice.language().tag() + (view.big() ? "&v=big" : "");
        return path + "?" + (all.isEmpty() ? kept : all + "&" + kept);
    }

    static Element field(String name, String value) {
        return Tag.INPUT.with(
                Attribute.of(Plain.TYPE, "hidden"), Attribute.of(Plain.NAME, name), Attribute.of(Plain.VALUE, value));
    }

    private static Html meta(String name, String content) {
        return Tag.META.with(Attribute.of(Plain.NAME, name), Attribute.of(Plain.CONTENT, content));
    }

    /** The head of a page that only a form can ask for again: its links become that form's buttons. */
    private Element top(Again again) {
        var head = Tag.HEADER.with(cls("top")).of(Sign.MARK.sized("m"), Tag.SPAN.of(bureau()));
        if (again.hidden().isEmpty()) {
            return head;
        }
        var form = Tag.FORM.with(Attribute.action(again.action()), Attribute.of(Plain.METHOD, "post"), cls("ag"))
                .of(again.hidden());
        var size = form.of(
                field("l", voice.language().tag()),
                Tag.BUTTON.with(Attribute.of(Plain.NAME, "v"), Attribute.of(Plain.VALUE, view.big() ? "no" : "big"))
                        .of(voice.say(view.big() ? "view.normal" : "view.big")));
        var languages = form.of(view.big() ? field("v", "big") : Html.NOTHING).of(Arrays.stream(Language.values())
                .map(l -> Tag.BUTTON.with(Attribute.of(Plain.NAME, "l"), Attribute.of(Plain.VALUE, l.tag()), lang(l))
                        .of(l.ownName()))
                .toList());
        return head.of(size, Tag.DETAILS.of(
                Tag.SUMMARY.of(others(), Tag.SPAN.with(cls("vh")).of(voice.say("languages"))),
                Tag.DIV.with(cls("ls")).of(languages)));
    }

    private Element top() {
        return Tag.HEADER.with(cls("top")).of(
                Sign.MARK.sized("m"),
                Tag.SPAN.of(bureau()),
                Tag.A.with(href(view.resized())).of(voice.say(view.big() ? "view.normal" : "view.big")),
                Tag.DETAILS.of(
                        Tag.SUMMARY.of(others(), Tag.SPAN.with(cls("vh")).of(voice.say("languages"))),
                        Tag.UL.of(Arrays.stream(Language.values()).map(this::language).toList())));
    }

    private Html others() {
        return Html.text(Arrays.stream(Language.values())
                .filter(l -> l != voice.language())
                .filter(l -> l != Language.TRADITIONAL && !(l.isChinese() && voice.language().isChinese()))
                .map(Language::shortName)
                .collect(Collectors.joining("/")));
    }

    private Element language(Language other) {
        var link = Tag.A.with(href(view.in(other)), lang(other), Attribute.of(Plain.HREFLANG, other.tag()));
        var marked = other == voice.language() ? link.with(Attribute.of(Plain.ARIA_CURRENT, "true")) : link;
        return Tag.LI.of(marked.of(other.ownName()));
    }

    private Element footer(List<Html> foot) {
        var hotlines = publisher.hotlines().stream()
                .map(number -> Tag.A.with(tel(number)).of(number))
                .toList();
        return Tag.FOOTER
                .of(foot)
                .of(
                        Tag.P.of(Html.text(voice.say("foot.hotlines") + ' '), Html.all(hotlines)),
                        Tag.P.of(voice.html("foot.publisher", bureau())))
                .of(publisher.footer().map(f -> Tag.P.of(voice.name(f))).stream().toList());
    }

    private static String policy(Around around) {
        return "default-src 'none'; style-src " + CSS_HASH + around.css().map(css -> ' ' + Artwork.hash(css)).orElse("")
                + around.script().map(s -> "; script-src 'self'; connect-src 'self'").orElse("")
                + "; img-src 'self' data:; form-action 'self'"
                + around.targets().stream().map(t -> ' ' + t).collect(Collectors.joining())
                + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
