package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;
import static xingma.pages.Attribute.id;
import static xingma.pages.Attribute.tel;
import static xingma.pages.ComplaintForm.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xingma.complaint.clock.Clock;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Subject;
import xingma.complaint.rules.Category;
import xingma.pages.Attribute.Plain;
import xingma.territory.Region;

/** The complaint form (投诉举报): plain HTML, whole without a script, with at most two things that must be given. */
public final class ComplaintPages {
    static final String CSS = Artwork.css("complaint.css");

    private final Publisher publisher;

    public ComplaintPages(Publisher publisher) {
        this.publisher = publisher;
    }

    /** The empty form, or one that comes back with something to mend. */
    public Page form(ComplaintForm form, View view) {
        return new Writing(form, view).page();
    }

    /** Somebody is in danger now: nothing is filed, nothing is lost. */
    public Page emergency(ComplaintForm form, View view) {
        return new Writing(form, view).emergency();
    }

    /** Not taken yet for a reason that is ours: said above the form, which sends the same again. */
    public Page notYet(ComplaintForm form, String reason, List<String> arguments, View view) {
        return new Writing(form, view).page(Optional.of(reason), arguments);
    }

    /** One form being written. */
    private final class Writing {
        private final ComplaintForm form;
        private final View view;
        private final Voice voice;
        private final Frame frame;
        private final Fields fields;

        Writing(ComplaintForm form, View view) {
            this.form = form;
            this.view = view;
            this.voice = Voice.ofComplaints(view.language());
            this.frame = new Frame(publisher, view, voice);
            this.fields = new Fields(voice);
        }

        Page page() {
            return page(Optional.empty(), List.of());
        }

        Page page(Optional<String> reason, List<String> arguments) {
            var main = new ArrayList<Html>();
            main.add(danger());
            reason.ifPresent(r -> main.add(Tag.DIV.with(cls("es"), Attribute.of(Plain.ROLE, "alert")).of(
                    Tag.P.with(cls("eh")).of(voice.say("notyet." + r, arguments.toArray())),
                    Tag.P.with(cls("s")).of(voice.say("notyet." + r + ".do", arguments.toArray())))));
            if (!form.wrong().isEmpty()) {
                main.add(fields.summary(form.wrong()));
            }
            main.add(written());
            var title = form.wrong().isEmpty()
                    ? voice.say("form.title")
                    : voice.say("form.title.wrong", form.wrong().size());
            return framed(title, main, reason.isPresent() || !form.wrong().isEmpty());
        }

        Page emergency() {
            var kept = form.typed().entrySet().stream()
                    .filter(e -> !e.getKey().equals(URGENT))
                    .map(e -> (Html) Fields.hidden(e.getKey(), e.getValue()))
                    .toList();
            var calls = Tag.DIV.with(cls("acts")).of(frame.callButton("120"), frame.callButton("110"));
            var main = List.<Html>of(
                    Tag.DIV.with(cls("v n")).of(Tag.DIV.of(
                            Tag.H1.of(Tag.B.of(Sign.CARE.small(), Tag.SPAN.of(voice.say("urgent.heading")))),
                            Tag.P.with(cls("lead")).of(voice.say("urgent.lead")))),
                    Tag.SECTION.of(Tag.P.of(voice.say("urgent.call")), calls),
                    Tag.SECTION.of(
                            Tag.H2.of(voice.say("urgent.after")),
                            Tag.P.of(voice.say("urgent.kept")),
                            Tag.FORM.with(Attribute.action("/complain"), Attribute.of(Plain.METHOD, "post"), id("f"))
                                    .with(Attribute.data("draft", draftName()))
                                    .of(carried())
                                    .of(kept)
                                    .of(
                                            Fields.hidden(URGENT, "no"),
                                            Tag.BUTTON.with(cls("b full")).of(voice.say("urgent.go")))));
            return framed(voice.say("urgent.heading"), main, true);
        }

        private Page framed(String title, List<? extends Html> main, boolean posted) {
            var again = posted ? Optional.of(new Frame.Again("/complain", List.of())) : Optional.<Frame.Again>empty();
            var around = new Frame.Around(Optional.of(CSS), Optional.of(ComplaintScript.address()), List.of(), again);
            return frame.page(title, Tag.MAIN.with(id("main")).of(main), around, List.of());
        }

        private Html danger() {
            return Tag.P.with(cls("sos")).of(
                    Sign.CARE.small(),
                    Tag.SPAN.of(
                            Html.text(voice.say("form.danger.120")),
                            Tag.A.with(tel("120")).of("120"),
                            Html.text(voice.say("form.danger.110")),
                            Tag.A.with(tel("110")).of("110")));
        }

        private Element written() {
            var parts = new ArrayList<Html>();
            parts.add(Tag.H1.of(voice.say(isAboutRecord() ? "form.heading.record" : "form.heading")));
            parts.add(carried());
            parts.add(form.about().map(this::subject).orElse(Html.NOTHING));
            if (form.about().isPresent()) {
                parts.add(folded());
            } else {
                parts.add(kinds());
                parts.add(category());
                parts.add(place());
            }
            parts.add(words());
            parts.add(Tag.P.with(cls("s lg")).of(voice.say("form.photos", EvidencePlace.SLOTS)));
            parts.add(identity());
            parts.add(phone());
            parts.add(notification());
            parts.add(urgency());
            parts.add(PrivacyNotice.above(voice, frame.bureau(), form.retention()));
            form.puzzle().ifPresent(p -> parts.add(Tag.P.with(cls("ok c")).of(voice.say("form.puzzle"))));
            parts.add(Tag.BUTTON.with(cls("b p full"), id("send")).of(voice.say("form.send")));
            parts.add(Tag.P.with(cls("pr"), id("told")).of(promise()));
            return Tag.FORM.with(
                            cls("fm"), id("f"), Attribute.action("/complain"), Attribute.of(Plain.METHOD, "post"))
                    .with(
                            // Our own words say what is wrong, all at once and in the reader's language.
                            Attribute.of(Plain.NOVALIDATE, ""),
                            Attribute.data("draft", draftName()),
                            Attribute.data("saved", voice.say("script.saved")),
                            Attribute.data("restored", voice.say("script.restored")),
                            Attribute.data("offline", voice.say("script.offline")),
                            Attribute.data("working", voice.say("script.working")),
                            Attribute.data("sending", voice.say("script.sending")))
                    .of(parts);
        }

        /** One draft for each placard, person and category, and one for places without. */
        private String draftName() {
            return form.about().map(a -> a.code() + '/' + a.practitioner().orElse("")).orElse("-");
        }

        private boolean isAboutRecord() {
            return form.category().filter(c -> c.about() == Category.About.RECORD).isPresent();
        }

        private Html carried() {
            var hidden = new ArrayList<Html>(List.of(
                    Fields.hidden(KEY, form.key()),
                    Fields.hidden(NOTICE, PrivacyNotice.version(form.retention())),
                    frame.kept()));
            form.about().ifPresent(a -> {
                hidden.add(Fields.hidden(PLACARD, a.code().replace("-", "")));
                a.practitioner().ifPresent(p -> hidden.add(Fields.hidden(PRACTITIONER, p)));
            });
            form.puzzle().ifPresent(p -> {
                hidden.add(Fields.hidden(PUZZLE, p));
                hidden.add(Fields.hidden(ANSWER, ""));
            });
            return Html.all(hidden);
        }

        private Html subject(About about) {
            var rows = new ArrayList<Html>();
            rows.add(row("form.institution", voice.name(about.institution())));
            about.person().ifPresent(p -> rows.add(row("form.person", Html.all(
                    voice.name(p),
                    form.category().filter(c -> c.id().equals("not-this-person")).isPresent()
                            ? Tag.B.of(voice.say("form.person.not"))
                            : Html.NOTHING))));
            return Tag.DL.with(cls("ctx")).of(rows);
        }

        private Html row(String key, Html what) {
            return Tag.DIV.of(Tag.DT.of(voice.say(key)), Tag.DD.of(what));
        }

        /** What is filled in already needs one line; it opens where it is wrong. */
        private Html folded() {
            var line = form.category().map(c -> named(c.chinese(), c.english()))
                    .orElse(Html.text(voice.say("form.category.none")));
            var details = Tag.DETAILS.with(cls("ch"));
            var open = form.category().isEmpty()
                    || form.wrongAt(KIND).isPresent()
                    || form.wrongAt(CATEGORY).isPresent();
            return (open ? details.with(Attribute.of(Plain.OPEN, "")) : details).of(
                    Tag.SUMMARY.of(voice.html(
                            "form.chosen", Html.text(voice.say("kind." + form.kind().word())), line)),
                    kinds(),
                    category());
        }

        private Element kinds() {
            return fields.set(
                    KIND,
                    voice.say("form.kind"),
                    wrongAt(KIND),
                    Arrays.stream(Kind.values())
                            .map(k -> fields.radio(
                                    KIND,
                                    k.word(),
                                    k == form.kind(),
                                    voice.say("kind." + k.word()),
                                    Optional.of(leads(k))))
                            .toArray(Html[]::new));
        }

        private String leads(Kind kind) {
            var days = Optional.ofNullable(form.promises().get(kind)).map(this::days).orElse("");
            return voice.say("kind." + kind.word() + ".leads", days);
        }

        private String days(Clock clock) {
            return voice.say("span." + clock.span().unit().name().toLowerCase(Locale.ROOT), clock.span().amount());
        }

        private Element category() {
            var options = new ArrayList<Html>();
            if (form.category().isEmpty()) {
                options.add(fields.option("", Html.text(voice.say("form.category.none")), true));
            }
            form.categories().forEach(c -> options.add(fields.option(
                    c.id(), named(c.chinese(), c.english()), c.id().equals(form.value(CATEGORY)))));
            return fields.framed(
                    CATEGORY,
                    voice.say("form.category"),
                    Optional.empty(),
                    wrongAt(CATEGORY),
                    Tag.SELECT.with(id(CATEGORY), Attribute.of(Plain.NAME, CATEGORY)).of(options));
        }

        private Html place() {
            var districts = new ArrayList<Html>();
            districts.add(fields.option(
                    NO_DISTRICT, Html.text(voice.say("form.district.unknown")), !isDistrict(form.value(DISTRICT))));
            publisher.city().districts().forEach(d -> districts.add(fields.option(
                    d.code().value(), named(d), d.code().value().equals(form.value(DISTRICT)))));
            return Html.all(
                    fields.framed(
                            DISTRICT,
                            voice.say("form.district"),
                            Optional.of(voice.say("form.district.hint")),
                            wrongAt(DISTRICT),
                            Tag.SELECT.with(id(DISTRICT), Attribute.of(Plain.NAME, DISTRICT)).of(districts)),
                    fields.framed(
                            PLACE,
                            voice.say("form.place"),
                            Optional.of(voice.say("form.place.hint")),
                            wrongAt(PLACE),
                            fields.input(PLACE, "text", form.value(PLACE), Subject.LONGEST_PLACE)));
        }

        private boolean isDistrict(String code) {
            return publisher.city().districts().stream().anyMatch(d -> d.code().value().equals(code));
        }

        private Html words() {
            var longest = Filing.LONGEST_WORDS;
            var written = form.value(WORDS);
            var count = written.isEmpty()
                    ? voice.say("form.words.most", longest)
                    : voice.say("form.words.count", written.codePointCount(0, written.length()), longest);
            return fields.framed(
                            WORDS,
                            voice.say(isAboutRecord() ? "form.words.record" : "form.words"),
                            Optional.of(voice.say(isAboutRecord() ? "form.words.record.hint" : "form.words.hint")),
                            wrongAt(WORDS),
                            fields.textarea(WORDS, written, longest * 2, 6).with(Attribute.of(Plain.REQUIRED, "")))
                    .of(Tag.P.with(cls("s ct"), id("count"), Attribute.data("say", voice.say("form.words.count", "#", longest)))
                            .of(count));
        }

        private Html identity() {
            var chosen = form.typed().getOrDefault(IDENTITY, "confidential");
            return fields.set(
                    IDENTITY,
                    voice.say("form.identity"),
                    wrongAt(IDENTITY),
                    List.of(Identity.CONFIDENTIAL, Identity.ANONYMOUS, Identity.NAMED).stream()
                            .map(Identity::name)
                            .map(n -> n.toLowerCase(Locale.ROOT))
                            .map(n -> fields.radio(
                                    IDENTITY,
                                    n,
                                    n.equals(chosen),
                                    voice.say("identity." + n),
                                    Optional.of(voice.say("identity." + n + ".means"))))
                            .toArray(Html[]::new));
        }

        private Html phone() {
            return Html.all(
                    fields.framed(
                            PHONE,
                            voice.say("form.phone"),
                            Optional.of(voice.say("form.phone.hint")),
                            wrongAt(PHONE),
                            fields.input(PHONE, "tel", form.value(PHONE), Contact.LONGEST_PHONE)
                                    .with(Attribute.of(Plain.AUTOCOMPLETE, "tel"))),
                    fields.framed(
                            NAME,
                            voice.say("form.name"),
                            Optional.empty(),
                            wrongAt(NAME),
                            fields.input(NAME, "text", form.value(NAME), Contact.LONGEST_NAME)
                                    .with(Attribute.of(Plain.AUTOCOMPLETE, "name"))));
        }

        private Html notification() {
            var wanted = form.value(NOTIFY).equals("yes");
            return fields.set(
                    NOTIFY,
                    voice.say("form.notify"),
                    wrongAt(NOTIFY),
                    Tag.DIV.with(cls("two")).of(
                            fields.radio(NOTIFY, "no", !wanted, voice.say("form.notify.no"), Optional.empty()),
                            fields.radio(NOTIFY, "yes", wanted, voice.say("form.notify.yes"), Optional.empty())));
        }

        private Html urgency() {
            var urgent = form.value(URGENT).equals("yes");
            return fields.set(
                    URGENT,
                    voice.say("form.urgent"),
                    wrongAt(URGENT),
                    Tag.DIV.with(cls("two")).of(
                            fields.radio(URGENT, "no", !urgent, voice.say("form.urgent.no"), Optional.empty()),
                            fields.radio(URGENT, "yes", urgent, voice.say("form.urgent.yes"), Optional.empty())));
        }

        private Html promise() {
            var clock = form.promises().get(form.kind());
            if (clock == null) {
                return Html.text(voice.say("form.promise.none"));
            }
            return voice.html(
                    "form.promise",
                    Tag.B.of(voice.say("due.latest", view.language().spoken(clock.due().day(), view.day()))),
                    Html.text(days(clock)));
        }

        private Optional<String> wrongAt(String field) {
            return form.wrongAt(field).map(fields::wrong);
        }

        private Html named(String chinese, String english) {
            return switch (voice.language()) {
                case SIMPLIFIED -> Html.text(chinese);
                case ENGLISH -> Html.text(english);
                // An option shows no markup: both, so that everybody reads one of them.
                default -> Html.text(voice.language() == Language.KOREAN ? english + " (" + chinese + ")" : chinese);
            };
        }

        private Html named(Region region) {
            return named(region.chinese(), region.english());
        }
    }
}
