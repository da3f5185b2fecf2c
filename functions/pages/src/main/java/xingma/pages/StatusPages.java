package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.id;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clock;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.window.ComplainantsSeat.Move;
import xingma.pages.Attribute.Plain;

/** Where a case stands (办理进度): the clock, every step, both ways of speaking, and who looked. */
public final class StatusPages {
    private final Publisher publisher;

    public StatusPages(Publisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Asks for the receipt.
     *
     * @param wrong why it is asked for again: a key of the words that follow {@code ask.}
     */
    public Page ask(Optional<String> wrong, List<String> arguments, Map<String, String> typed, View view) {
        var voice = Voice.ofComplaints(view.language());
        var frame = new Frame(publisher, view, voice);
        var fields = new Fields(voice);
        var main = new ArrayList<Html>();
        wrong.ifPresent(w -> main.add(Tag.DIV.with(cls("es"), Attribute.of(Plain.ROLE, "alert")).of(
                Tag.P.with(cls("eh")).of(voice.say("ask." + w, arguments.toArray())),
                Tag.P.with(cls("s")).of(voice.say("ask." + w + ".do", arguments.toArray())))));
        main.add(Tag.FORM.with(cls("fm"), id("s"), Attribute.action("/status"), Attribute.of(Plain.METHOD, "post")).of(
                Tag.H1.of(voice.say("ask.heading")),
                frame.kept(),
                fields.framed(
                        "number",
                        voice.say("receipt.number"),
                        Optional.of(voice.say("ask.number")),
                        Optional.empty(),
                        fields.input("number", "text", typed.getOrDefault("number", ""), 40).with(
                                cls("key"),
                                Attribute.of(Plain.INPUTMODE, "numeric"),
                                Attribute.of(Plain.AUTOCOMPLETE, "off"))),
                fields.framed(
                        "secret",
                        voice.say("receipt.secret"),
                        Optional.of(voice.say("ask.secret")),
                        Optional.empty(),
                        fields.input("secret", "text", "", 40).with(
                                cls("key"),
                                Attribute.of(Plain.AUTOCAPITALIZE, "characters"),
                                Attribute.of(Plain.AUTOCOMPLETE, "off"),
                                Attribute.of(Plain.SPELLCHECK, "false"))),
                Tag.BUTTON.with(cls("b p full")).of(voice.say("ask.button"))));
        main.add(Tag.SECTION.of(
                Tag.H2.of(voice.say("ask.lost")),
                Tag.P.of(voice.say("ask.lost.do")),
                Tag.A.with(cls("go"), Attribute.href(frame.to("/complain"))).of(voice.say("ask.new")),
                Tag.A.with(cls("go"), Attribute.href(frame.to("/on-time"))).of(voice.say("ask.onTime"))));
        var again = wrong.isPresent()
                ? Optional.of(new Frame.Again("/status", List.of()))
                : Optional.<Frame.Again>empty();
        var around = new Frame.Around(
                Optional.of(ComplaintPages.CSS), Optional.of(ComplaintScript.address()), List.of(), again);
        return frame.page(voice.say("ask.title"), Tag.MAIN.with(id("main")).of(main), around, List.of());
    }

    public Page status(Followed followed, View view) {
        return new Writing(followed, view).page();
    }

    /** One case being shown. */
    private final class Writing {
        private final Followed followed;
        private final Complaint complaint;
        private final View view;
        private final Voice voice;
        private final Frame frame;
        private final Fields fields;
        private final Desks desks;
        private final LocalDate today;
        private final StatusSteps steps;

        Writing(Followed followed, View view) {
            this.followed = followed;
            this.complaint = followed.complaint();
            this.view = view;
            this.voice = Voice.ofComplaints(view.language());
            this.frame = new Frame(publisher, view, voice);
            this.fields = new Fields(voice);
            this.today = LocalDate.ofInstant(followed.now(), publisher.city().zone());
            this.desks = new Desks(publisher, voice, today);
            this.steps = new StatusSteps(followed, voice, desks, today);
        }

        Page page() {
            var binding = followed.clocks().binding(complaint).stream().findFirst();
            var main = new ArrayList<Html>();
            if (!followed.wrong().isEmpty()) {
                main.add(fields.summary(followed.wrong()));
            }
            followed.told().ifPresent(t -> main.add(
                    Tag.DIV.with(cls("ok"), Attribute.of(Plain.ROLE, "status")).of(voice.say("told." + t))));
            main.add(head(binding));
            main.add(Tag.SECTION.of(Tag.H2.of(voice.say("steps.heading")), steps.list()));
            if (followed.lawful().contains(Move.JOIN)) {
                main.add(joining());
            }
            if (followed.lawful().contains(Move.SAY)) {
                main.add(saying());
            }
            if (followed.lawful().contains(Move.RATE)) {
                main.add(rating());
            }
            if (followed.lawful().contains(Move.OBJECT)) {
                main.add(objecting());
            }
            main.add(Tag.SECTION.of(
                    Tag.H2.of(voice.say("opened.heading")),
                    Tag.P.with(cls("s")).of(voice.say("opened.lead")),
                    steps.openings()));
            binding.ifPresent(c -> main.add(counted(c)));
            if (!followed.uploads().isEmpty()) {
                main.add(Tag.SECTION.with(id("photos"), cls("np")).of(
                        Tag.H2.of(voice.say("photo.heading")), desks.uploads(followed.uploads(), followed.clocks().rules().retention())));
            }
            main.add(more());
            var around = new Frame.Around(
                    Optional.of(ComplaintPages.CSS),
                    Optional.of(ComplaintScript.address()),
                    Desks.targets(followed.uploads()),
                    Optional.of(new Frame.Again("/status", ReceiptPages.hidden(followed.receipt()))));
            return frame.page(
                    voice.say("status.title", heading()),
                    Tag.MAIN.with(id("main")).of(main),
                    around,
                    List.of());
        }

        private String heading() {
            return complaint instanceof Complaint.Answered a
                    ? voice.say("status.answered", voice.say("result." + a.result().name()))
                    : voice.say("stage." + complaint.stage().name());
        }

        private Html head(Optional<Clock> binding) {
            var parts = new ArrayList<Html>();
            parts.add(Tag.P.with(cls("s")).of(voice.say("status.number", complaint.number().spoken())));
            parts.add(Tag.H1.of(heading()));
            binding.ifPresent(c -> parts.add(countdown(c)));
            if (complaint.docket().isAwaitingReply() && complaint instanceof Complaint.Open) {
                parts.add(Tag.P.with(cls("lead")).of(voice.say("status.waitsForYou")));
            }
            var unit = complaint instanceof Complaint.Open ? complaint.unit() : complaint.docket().home();
            parts.add(Tag.P.with(cls("s")).of(voice.html("status.unit", desks.unit(unit))));
            parts.add(Tag.P.with(cls("s")).of(voice.html("status.about", about())));
            return Tag.DIV.with(cls("hd")).of(parts);
        }

        private Html about() {
            var subject = complaint.filing().subject();
            var kind = Html.text(voice.say("kind." + complaint.filing().kind().word()));
            var category = followed.category()
                    .<Html>map(c -> voice.language() == Language.ENGLISH || voice.language() == Language.KOREAN
                            ? Html.text(c.english())
                            : voice.name(c.chinese()))
                    .orElse(Html.NOTHING);
            return Html.all(
                    kind, Html.text("·"), category,
                    subject.place().isEmpty() ? Html.NOTHING : Html.all(Html.text("·"), voice.name(subject.place())));
        }

        private Html countdown(Clock clock) {
            var used = followed.clocks().used(clock, today);
            var days = clock.span().amount();
            var due = clock.due().day();
            var late = clock.isLate(today);
            var over = late ? Math.max(1, followed.clocks().calendar().workingDaysBetween(due, today)) : 0;
            var counts = clock.span().unit() == xingma.territory.Span.Unit.MONTH ? Optional.<Integer>empty()
                    : Optional.of(Math.max(0, days - used));
            var unit = clock.span().unit().name().toLowerCase(Locale.ROOT);
            var big = late
                    ? Tag.P.of(Tag.B.of("" + over), Tag.SPAN.of(voice.say("left.late")))
                    : counts.filter(left -> left > 0)
                            .map(left -> Tag.P.of(
                                    Tag.B.of("" + left), Tag.SPAN.of(voice.say("left." + unit + '.' + clock.which()))))
                            .orElseGet(() -> Tag.P.of(Tag.B.of(voice.say("left.today")), Tag.SPAN.of("")));
            return Html.all(
                    Tag.DIV.with(cls(late ? "ck x" : "ck")).of(
                            big,
                            Tag.P.with(cls("r")).of(
                                    Html.text(voice.say("due.word")), Tag.B.of(desks.day(due)), Html.text(desks.weekday(due)))),
                    clock.span().unit() == xingma.territory.Span.Unit.MONTH
                            ? Html.NOTHING
                            : Artwork.segments(late ? days + 1 : Math.min(used, days), days),
                    Tag.P.with(cls("s")).of(voice.say("status.used", desks.span(clock, used), desks.span(clock))),
                    clock.extended() ? Tag.P.with(cls("s")).of(voice.say("clock.extended")) : Html.NOTHING,
                    clock.due().provisional() ? Tag.P.with(cls("note")).of(voice.say("clock.provisional")) : Html.NOTHING,
                    late ? Tag.P.with(cls("late")).of(voice.say(
                                    complaint.docket().hasClimbed() ? "late.climbed" : "late.told", over))
                            : Html.NOTHING);
        }

        private Html counted(Clock clock) {
            return Tag.SECTION.of(
                    Tag.H2.of(voice.say("clock.heading")),
                    Tag.P.of(
                            Html.text(voice.say(
                                    "clock.counts." + clock.span().unit().name().toLowerCase(Locale.ROOT),
                                    desks.span(clock),
                                    voice.say("clock.from." + clock.which())) + ' '),
                            Html.text(voice.say("clock.basis")),
                            voice.name(clock.limit().basis())),
                    new DueCalendar(voice, followed.clocks().calendar(), today)
                            .table(clock, voice.say("calendar.start." + clock.which())));
        }

        private Element form(String step, Move move, Html... content) {
            return Tag.FORM.with(Attribute.action("/status/" + step), Attribute.of(Plain.METHOD, "post"))
                    .of(ReceiptPages.hidden(followed.receipt()))
                    .of(Fields.hidden("id", followed.ids().getOrDefault(move, "")), frame.kept())
                    .of(content);
        }

        private Element button(String key, String classes) {
            return Tag.DIV.with(cls("ac")).of(Tag.BUTTON.with(cls(classes)).of(voice.say(key)));
        }

        private Html area(String name, String label, Optional<String> hint) {
            var wrong = followed.wrong().stream().filter(w -> w.field().equals(name)).findFirst().map(fields::wrong);
            return Tag.DIV.with(cls("tx")).of(fields.framed(
                    name, label, hint, wrong, fields.textarea(name, followed.typed(name), Filing.LONGEST_WORDS * 2, 4)));
        }

        private Html saying() {
            return Tag.SECTION.with(cls("np")).of(
                    Tag.H2.of(voice.say(complaint.docket().isAwaitingReply() ? "say.reply" : "say.heading")),
                    form("message", Move.SAY, area("message", voice.say("say.label"), Optional.empty()), button("say.send", "b p")));
        }

        private Html joining() {
            return Tag.SECTION.with(cls("np"), id("join")).of(
                    Tag.H2.of(voice.say("join.heading")),
                    Tag.P.of(voice.say("join.means")),
                    form("join", Move.JOIN, Fields.hidden("agree", "yes"), button("join.yes", "b p")),
                    form("join", Move.DECLINE, Fields.hidden("agree", "no"), button("join.no", "b")));
        }

        private Html rating() {
            var taps = Arrays.stream(Act.Satisfaction.values())
                    .map(s -> (Html) fields.radio(
                            "satisfaction", s.name().toLowerCase(Locale.ROOT),
                            followed.typed("satisfaction").equalsIgnoreCase(s.name()), voice.say("satisfaction." + s), Optional.empty()))
                    .toList();
            var solved = Arrays.stream(Act.Solved.values())
                    .map(s -> (Html) fields.radio(
                            "solved", s.name().toLowerCase(Locale.ROOT),
                            followed.typed("solved").equalsIgnoreCase(s.name()), voice.say("solved." + s), Optional.empty()))
                    .toList();
            return Tag.SECTION.with(cls("np")).of(
                    Tag.H2.of(voice.say("rate.heading")),
                    form(
                            "satisfaction",
                            Move.RATE,
                            fields.set("satisfaction", voice.say("rate.satisfied"), wrongAt("satisfaction"), Tag.DIV.with(cls("three")).of(taps)),
                            fields.set("solved", voice.say("rate.solved"), wrongAt("solved"), Tag.DIV.with(cls("three")).of(solved)),
                            button("rate.send", "b p")));
        }

        private Optional<String> wrongAt(String field) {
            return followed.wrong().stream().filter(w -> w.field().equals(field)).findFirst().map(fields::wrong);
        }

        private Html objecting() {
            var until = followed.clocks().objection(complaint, today).map(c -> desks.day(c.due().day())).orElse("");
            return Tag.SECTION.with(cls("np"), id("object-form")).of(
                    Tag.H2.of(voice.say("object.heading")),
                    Tag.P.of(voice.say("object.means", until)),
                    form("object", Move.OBJECT, area("reason", voice.say("object.label"), Optional.empty()), button("object.send", "b")));
        }

        /** What is seldom needed stays folded. */
        private Html more() {
            var parts = new ArrayList<Html>();
            parts.add(Tag.H2.of(voice.say("more.heading")));
            parts.add(identity());
            if (followed.lawful().contains(Move.NOTIFICATION)) {
                parts.add(notification());
            }
            if (followed.lawful().contains(Move.WITHDRAW)) {
                parts.add(folded("withdraw.heading", Tag.DIV.of(
                        Tag.P.of(voice.say("withdraw.means")),
                        form("withdraw", Move.WITHDRAW,
                                area("why", voice.say("withdraw.label"), Optional.empty()),
                                button("withdraw.send", "b"))), isWrong("why")));
            }
            return Tag.SECTION.with(cls("np")).of(parts);
        }

        private Html identity() {
            var now = complaint.docket().identity();
            var choices = Arrays.stream(Identity.values())
                    .map(i -> i.name().toLowerCase(Locale.ROOT))
                    .map(i -> (Html) fields.radio(
                            "identity", i,
                            i.equals(followed.typed().getOrDefault("identity", now.name().toLowerCase(Locale.ROOT))),
                            voice.say("identity." + i), Optional.of(voice.say("identity." + i + ".means"))))
                    .toList();
            return folded("identity.heading", Tag.DIV.of(
                    Tag.P.of(voice.say("identity.now", voice.say("identity." + now.name().toLowerCase(Locale.ROOT)))),
                    form("identity", Move.IDENTITY,
                            fields.set("identity", voice.say("form.identity"), wrongAt("identity"), Html.all(choices)),
                            fields.framed("phone", voice.say("form.phone"), Optional.of(voice.say("identity.phone")),
                                    wrongAt("phone"),
                                    fields.input("phone", "tel", followed.typed("phone"), Contact.LONGEST_PHONE)),
                            fields.framed("name", voice.say("form.name"), Optional.empty(), wrongAt("name"),
                                    fields.input("name", "text", followed.typed("name"), Contact.LONGEST_NAME)),
                            button("identity.send", "b"))), isWrong("identity") || isWrong("phone") || isWrong("name"));
        }

        /** One button: the other of the two. */
        private Html notification() {
            var now = complaint.docket().isNotified();
            return folded("notify.heading", Tag.DIV.of(
                    Tag.P.of(voice.say(now ? "notify.now.yes" : "notify.now.no")),
                    form("notify", Move.NOTIFICATION,
                            Fields.hidden("notify", now ? "no" : "yes"),
                            button(now ? "notify.stop" : "notify.start", "b"))), isWrong("notify"));
        }

        private boolean isWrong(String field) {
            return wrongAt(field).isPresent();
        }

        private Html folded(String key, Html inside, boolean open) {
            var details = Tag.DETAILS.with(cls("mv"));
            return (open ? details.with(Attribute.of(Plain.OPEN, "")) : details)
                    .of(Tag.SUMMARY.of(voice.say(key)), inside);
        }
    }
}
