package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clock;
import xingma.complaint.desk.ComplaintDesk;
import xingma.complaint.rules.ClockRules.Which;

/** What happened in a case, oldest first, each step with its moment and the time it took; then what is still owed. */
final class StatusSteps {
    private final Followed followed;
    private final Voice voice;
    private final Desks desks;
    private final LocalDate today;
    private final List<Clock> clocks;

    StatusSteps(Followed followed, Voice voice, Desks desks, LocalDate today) {
        this.followed = followed;
        this.voice = voice;
        this.desks = desks;
        this.today = today;
        this.clocks = followed.clocks().all(followed.complaint());
    }

    Html list() {
        var steps = new ArrayList<Element>();
        for (var act : followed.complaint().docket().acts()) {
            if (act instanceof Act.Said said && !steps.isEmpty() && answers(said)) {
                steps.add(steps.removeLast().of(mine(said)));
            } else {
                step(act).ifPresent(steps::add);
            }
        }
        ahead().forEach(steps::add);
        return Tag.OL.with(cls("tl")).of(steps);
    }

    /** A reply stands under its question, and further words under the reply. */
    private boolean answers(Act.Said said) {
        var acts = followed.complaint().docket().acts();
        for (var i = acts.indexOf(said) - 1; i >= 0; i--) {
            switch (acts.get(i)) {
                case Act.Asked a -> {
                    return true;
                }
                case Act.Told t -> {
                    return true;
                }
                case Act.Turn t -> {
                    return false;
                }
                case Act.Extended e -> {
                    return false;
                }
                case Act.Climbed c -> {
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    private Optional<Element> step(Act act) {
        return switch (act) {
            case Act.Filed f -> Optional.of(done(act, voice.say("act.filed." + f.filing().kind().word()))
                    .of(said(act, true)));
            case Act.Accepted a -> Optional.of(done(act, voice.say("act.accepted"), Which.ACCEPT));
            case Act.Refused r -> Optional.of(bad(done(act, voice.say("act.refused"), Which.ACCEPT), Sign.UNMET)
                    .of(ground(r.ground()), said(act, false)));
            case Act.Transferred t ->
                Optional.of(done(act, voice.say("act.transferred", desks.unitName(t.to()))).of(said(act, false)));
            case Act.Disputed d -> Optional.of(done(act, voice.say("act.disputed")));
            case Act.Designated d ->
                Optional.of(done(act, voice.say("act.designated", desks.unitName(d.to())), Which.DISPUTE)
                        .of(said(act, false)));
            case Act.Joined j -> Optional.of(done(act, voice.say("act.joined")));
            case Act.Paused p -> Optional.of(done(act, voice.say("act.paused")).of(said(act, false)));
            case Act.Resumed r -> Optional.of(done(act, voice.say("act.resumed")).of(said(act, false)));
            case Act.Answered a -> Optional.of(done(
                            act, voice.say("act.answered", voice.say("result." + a.result().name())), Which.HANDLE)
                    .of(said(act, false)));
            case Act.Objected o -> Optional.of(done(act, voice.say("act.objected")).of(said(act, true)));
            case Act.Reviewed r -> Optional.of(done(act, voice.say("act.reviewed." + r.ruling().name()), Which.REVIEW)
                    .of(said(act, false)));
            case Act.Withdrawn w -> Optional.of(done(act, voice.say("act.withdrawn")).of(said(act, true)));
            case Act.Reopened r -> Optional.of(done(act, voice.say("act.reopened")).of(said(act, false)));
            case Act.Asked a -> Optional.of(done(act, voice.say("act.asked")).of(said(act, false)));
            case Act.Told t -> Optional.of(done(act, voice.say("act.told")).of(said(act, false)));
            case Act.Said s -> Optional.of(done(act, voice.say("act.said")).of(said(act, true)));
            case Act.Extended e -> Optional.of(done(act, voice.say("act.extended")).of(said(act, false)));
            case Act.JoinOffered o -> Optional.of(done(act, voice.say("act.joinOffered")));
            case Act.JoinDeclined d -> Optional.of(done(act, voice.say("act.joinDeclined")));
            case Act.Assigned a -> Optional.of(done(act, voice.say("act.assigned")));
            case Act.EvidenceAdded e -> Optional.of(done(act, voice.say("act.evidence", e.slot())));
            case Act.EvidenceRefused e -> Optional.of(bad(
                    done(act, voice.say("act.evidenceRefused", voice.say("evidence." + e.reason().name()))), Sign.CARE));
            case Act.IdentityChanged i ->
                Optional.of(done(act, voice.say("act.identity", voice.say("identity." + i.identity().name().toLowerCase(Locale.ROOT)))));
            case Act.Rated r -> Optional.of(done(act, voice.say(
                    "act.rated", voice.say("satisfaction." + r.satisfaction()), voice.say("solved." + r.solved()))));
            case Act.Climbed c -> Optional.of(bad(done(act, voice.say("act.climbed")), Sign.CARE));
            case Act.DueMoved d ->
                Optional.of(done(act, voice.say("act.dueMoved", desks.day(d.from()), desks.day(d.to()))));
            case Act.Erased e -> Optional.of(done(act, voice.say("act.erased")));
            case Act.NotificationChosen n ->
                Optional.of(done(act, voice.say(n.notified() ? "act.notify.yes" : "act.notify.no")));
            case Act.Untold u -> Optional.of(bad(done(act, voice.say("act.untold")), Sign.CARE));
            // Seen below, in a table of its own.
            case Act.Opened o -> Optional.empty();
            // The bureau's own work, and what concerns others.
            case Act.Classified c -> Optional.empty();
            case Act.Noted n -> Optional.empty();
            case Act.Followed f -> Optional.empty();
            case Act.Summarised s -> Optional.empty();
            case Act.Countered c -> Optional.empty();
            case Act.Reminded r -> Optional.empty();
        };
    }

    private Element done(Act act, String title) {
        return done(act, title, Optional.empty());
    }

    private Element done(Act act, String title, Which which) {
        var day = followed.clocks().day(act.at());
        var clock = clocks.stream()
                .filter(c -> c.which() == which && c.stopped().filter(day::equals).isPresent())
                .reduce((a, b) -> b);
        return done(act, title, clock);
    }

    private Element done(Act act, String title, Optional<Clock> clock) {
        var took = clock.map(c -> voice.say(
                "took",
                desks.span(c, followed.clocks().used(c, today)),
                desks.span(c)));
        var late = clock.filter(c -> c.isLate(today)).map(c -> voice.say("took.late"));
        return Tag.LI.of(
                Sign.MET.small(),
                Tag.H3.of(title),
                Tag.TIME.with(Attribute.of(Attribute.Plain.DATETIME, act.at().toString()))
                        .of(desks.moment(act.at()) + took.orElse("") + late.orElse("")));
    }

    private static Element bad(Element step, Sign sign) {
        var children = new ArrayList<>(step.children());
        children.set(0, sign.small());
        return new Element(step.tag(), List.of(cls("bad")), List.copyOf(children));
    }

    private Html ground(String id) {
        var ground = followed.clocks().rules().grounds().stream().filter(g -> g.id().equals(id)).findFirst();
        return ground.<Html>map(g -> Tag.P.of(
                        Html.text(voice.say("act.ground")),
                        voice.language() == Language.ENGLISH ? Html.text(g.english()) : voice.name(g.chinese()),
                        Html.text(" ("),
                        voice.name(g.basis()),
                        Html.text(")")))
                .orElse(Html.NOTHING);
    }

    /** Words of one act; nothing where they were erased and the act says so, or where none were given. */
    private Html said(Act act, boolean mine) {
        var text = followed.words().get(act.id());
        if (text == null) {
            return Tag.P.with(cls("s")).of(voice.say("words.erased"));
        }
        if (text.isBlank()) {
            return Html.NOTHING;
        }
        var who = mine ? voice.say("you") : officer(act.by());
        return Tag.DIV.with(cls(mine ? "msg me" : "msg")).of(Tag.B.of(who), Tag.BDI.of(text));
    }

    private Html mine(Act.Said said) {
        var text = followed.words().get(said.id());
        return text == null
                ? Tag.P.with(cls("s")).of(voice.say("words.erased"))
                : Tag.DIV.with(cls("msg me")).of(
                        Tag.B.of(voice.say("you.at", desks.moment(said.at()))), Tag.BDI.of(text));
    }

    private String officer(Actor by) {
        return switch (by) {
            case Actor.Bureau(var officer, var territory) -> voice.say("officer", desks.unitName(territory));
            case Actor.Complainant c -> voice.say("you");
            case Actor.Premises p -> voice.say("system");
            case Actor.Sweep s -> voice.say("system");
        };
    }

    /** What runs now, and what comes after it. */
    private List<Element> ahead() {
        var due = followed.clocks().binding(followed.complaint()).stream().findFirst();
        return switch (followed.complaint()) {
            case Complaint.Received r -> List.of(running("ahead.accept", due), later("ahead.handle"));
            case Complaint.Disputed d -> List.of(running("ahead.dispute", due), later("ahead.handle"));
            case Complaint.Handling h -> List.of(running("ahead.looking", Optional.empty()), owed(due));
            case Complaint.Paused p -> List.of(running("ahead.paused", Optional.empty()), later("ahead.answer"));
            case Complaint.Joined j -> List.of(running("ahead.looking", Optional.empty()), owed(due));
            case Complaint.Reviewing r -> List.of(running("ahead.review", due));
            case Complaint.Closed c -> List.of();
        };
    }

    private Element running(String key, Optional<Clock> due) {
        return Tag.LI.of(
                Sign.RUNNING.small().with(),
                Tag.H3.of(voice.say(key)),
                Tag.P.with(cls("tm")).of(due.map(this::latest).orElse(voice.say("ahead.now"))));
    }

    private Element owed(Optional<Clock> due) {
        var step = later("ahead.answer");
        return due.map(c -> step.of(Tag.P.with(cls("tm")).of(latest(c)))).orElse(step);
    }

    private Element later(String key) {
        return Tag.LI.with(cls("fut")).of(Sign.HOLLOW.small(), Tag.H3.of(voice.say(key)));
    }

    private String latest(Clock clock) {
        return voice.say("due.latest", desks.day(clock.due().day()));
    }

    /** By unit and reason, never by name: the unit answers for its officers. */
    Html openings() {
        var rows = followed.complaint().docket().all(Act.Opened.class)
                .map(o -> (Html) Tag.TR.of(
                        Tag.TD.of(desks.stamp(o.at())),
                        Tag.TD.of(officer(o.by())),
                        Tag.TD.of(
                                Html.text(voice.say("opened." + o.part().name().toLowerCase(Locale.ROOT))),
                                reason(o))))
                .toList();
        if (rows.isEmpty()) {
            return Tag.P.of(voice.say("opened.nobody"));
        }
        var heads = List.of("opened.when", "opened.who", "opened.why").stream()
                .map(k -> (Html) Tag.TH.with(Attribute.of(Attribute.Plain.SCOPE, "col")).of(voice.say(k)))
                .toList();
        return Tag.TABLE.with(cls("who")).of(Tag.THEAD.of(Tag.TR.of(heads)), Tag.TBODY.of(rows));
    }

    /** Reading the words is the house's own reason and said in the reader's language; any other is an officer's words. */
    private Html reason(Act.Opened opened) {
        return opened.reason().equals(ComplaintDesk.WORKING)
                ? Html.text(voice.say("opened.working"))
                : voice.name(opened.reason());
    }
}
