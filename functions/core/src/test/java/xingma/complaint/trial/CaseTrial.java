package xingma.complaint.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import xingma.audit.Entry;
import xingma.complaint.Act;
import xingma.complaint.Act.Result;
import xingma.complaint.Act.Ruling;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Some;
import xingma.complaint.Step;
import xingma.complaint.caseload.Row;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.ComplaintDesk.ContactOutcome;
import xingma.complaint.desk.ComplaintDesk.Outcome;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.desk.Move;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.InMemoryEvidenceStore;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Statement;
import xingma.complaint.filing.Subject;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.ComplaintRules;
import xingma.complaint.sweep.InMemoryOnTimeRates;
import xingma.complaint.sweep.Sweep;
import xingma.complaint.trial.PaperBureau.Reply;
import xingma.complaint.trial.PaperCase.Asked;
import xingma.complaint.trial.PaperCase.Deed;
import xingma.complaint.window.ComplainantsSeat;
import xingma.complaint.window.InstitutionsSeat;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Span;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;

/**
 * The same cases twice: once with the desk, the seat and the sweep that ship, over stores in memory, and once on paper.
 * Whatever is asked is asked of both, and afterwards both must tell the same of every case.
 */
final class CaseTrial {
    static final List<Officer> OFFICERS = List.of(
            DeskRoom.HE, DeskRoom.QIAN, DeskRoom.BAI, DeskRoom.CAI, DeskRoom.SU, DeskRoom.ZHOU, DeskRoom.REGISTRAR);
    static final List<RegionCode> UNITS = List.of(Some.CITY, Some.QINGLAN, Some.BINLAN);
    static final String COMPLAINANT = "complainant";
    static final String PREMISES = "premises";

    private static final Clocks CLOCKS = new Clocks(rules(), Some.ZONE);

    final PaperBureau paper;
    private final DeskRoom room = new DeskRoom(() -> CLOCKS);
    private final InstitutionsSeat premises = new InstitutionsSeat(
            room.complaints, room.seals, room.secrets, () -> CLOCKS, room.clock, attempt -> {});
    private final InMemoryOnTimeRates rates = new InMemoryOnTimeRates();
    private final List<CaseNumber> numbers = new ArrayList<>();
    private final Sweep sweep = new Sweep(
            room.complaints,
            () -> CLOCKS,
            Some.retention(),
            new InMemoryEvidenceStore(),
            number -> EvidenceFolder.of(number, room.secrets),
            rates,
            room.trail,
            room.clock);

    CaseTrial() {
        var known = OFFICERS.stream().filter(o -> o != DeskRoom.REGISTRAR).map(Officer::id).collect(Collectors.toSet());
        this.paper = new PaperBureau(OFFICERS, known);
    }

    /** A report is counted from its receipt, a complaint from when it was taken up; a dispute is never extended. */
    private static ComplaintRules rules() {
        var room = DeskRoom.rules();
        var limits = new ArrayList<>(room.limits().all());
        limits.add(handling("TAKEN", TimeLimit.Start.ACCEPTED, Optional.of(Span.workingDays(15))));
        limits.add(handling("ONCE", TimeLimit.Start.ACCEPTED, Optional.empty()));
        var codes = new EnumMap<Kind, Map<Which, String>>(Kind.class);
        for (var kind : Kind.values()) {
            var own = new EnumMap<Which, String>(Which.class);
            for (var which : Which.values()) {
                own.put(which, which.name());
            }
            switch (kind) {
                case COMPLAINT -> own.put(Which.HANDLE, "TAKEN");
                case DISPUTE -> own.put(Which.HANDLE, "ONCE");
                case INCIDENT -> own.remove(Which.HANDLE);
                case REPORT -> {}
            }
            codes.put(kind, own);
        }
        return new ComplaintRules(
                new TimeLimits(limits), new ClockRules(codes), room.categories(), room.grounds(), List.of(),
                room.retention(), room.calendar());
    }

    private static TimeLimit handling(String code, TimeLimit.Start start, Optional<Span> extension) {
        return new TimeLimit(
                code, "期限", "limit", start, Optional.of(Span.workingDays(15)), extension, "example", Optional.empty(),
                Optional.empty(), "example");
    }

    LocalDate today() {
        return CLOCKS.day(room.now());
    }

    void file(Kind kind, RegionCode unit, Identity identity, boolean aboutInstitution) {
        var category = kind == Kind.REPORT ? "impostor" : "price";
        var contact = identity.hasContact()
                ? Optional.of(new Contact("13800000000", Optional.of("王某")))
                : Optional.<Contact>empty();
        var subject = aboutInstitution
                ? new Subject(Optional.of(Some.QINGHE), Optional.empty(), "青禾", Optional.empty(), Optional.empty())
                : Subject.named("听雨路桥下的诊所");
        var complaint = room.filed(new Statement(
                kind, category, subject, unit, identity, contact, "结账时比门口公示的价格多收了三百元。", Channel.SCAN,
                Optional.empty(), "zh-Hans", Optional.empty()));
        numbers.add(complaint.number());
        var onPaper = new PaperCase(paper.cases.size(), kind, unit, aboutInstitution, category, today());
        onPaper.hasContact = onPaper.everHadContact = contact.isPresent();
        paper.cases.add(onPaper);
    }

    /** Asks both, and compares what they say and what then stands. */
    Reply ask(Asked asked) {
        room.pass(Duration.ofSeconds(1));
        var expected = paper.ask(asked, room.now(), today());
        var revision = real(asked.of()).docket().revision();
        var told = really(asked);
        var changed = real(asked.of()).docket().revision() != revision;
        assertEquals(expected == Reply.DONE ? Reply.DONE : expected == Reply.AGAIN ? Reply.DONE : expected, told);
        assertEquals(expected == Reply.DONE, changed, "a deed is written once, and nothing that was not done is");
        compare();
        assertLawful(paper.cases.get(asked.of()), real(asked.of()));
        return expected;
    }

    void pass(Duration time) {
        room.pass(time);
    }

    /** Everything that is overdue after a sweep was told to the city and is counted against its unit. */
    void sweep() {
        assertTrue(sweep.run(UNITS, () -> true).whole());
        var today = today();
        paper.swept(today);
        for (var c : paper.cases) {
            var climbed = real(c.index).docket().all(Act.Climbed.class).map(a -> a.clock() + "-").toList();
            for (var clock : c.binding()) {
                if (today.isAfter(clock.due())) {
                    assertTrue(climbed.contains(clock.which + "-"), () -> clock.which + " ran out unseen");
                }
            }
            assertEquals(c.isOpen() && c.isOverdue(today) || c.hasClimbed(), real(c.index).docket().hasClimbed());
        }
        for (var unit : UNITS) {
            var there = paper.cases.stream().filter(c -> c.unit.equals(unit)).toList();
            var overdue = (int) there.stream().filter(c -> c.isOpen() && c.isOverdue(today)).count();
            assertEquals(overdue, room.complaints.count(unit, LocalDate.of(2000, 1, 1), today.minusDays(1)));
            var month = YearMonth.from(today);
            var closed = there.stream()
                    .filter(c -> c.closed.filter(d -> YearMonth.from(d).equals(month)).isPresent())
                    .toList();
            var onTime = (int) closed.stream().filter(c -> !c.wasEverLate(today)).count();
            var rate = rates.find(unit, month).orElseThrow();
            assertEquals(
                    List.of(onTime, closed.size(), overdue),
                    List.of(rate.closedOnTime(), rate.closed(), rate.openOverdue()));
        }
        compare();
        paper.cases.forEach(c -> assertLawful(c, real(c.index)));
    }

    private Complaint real(int index) {
        return room.complaints.find(UNITS, numbers.get(index)).orElseThrow();
    }

    // ---- what the program says ----------------------------------------------------------------------------------

    private Reply really(Asked asked) {
        var complaint = real(asked.of());
        switch (asked.deed().side()) {
            case COMPLAINANT -> {
                return told(complainants(complaint, asked));
            }
            case PREMISES -> {
                return told(premises.answer(Some.QINGHE, summary(complaint, asked), asked.id(), "已核对，差额备好退还。"));
            }
            case OFFICER -> {}
        }
        var officer = officer(asked.who());
        var number = complaint.number();
        return switch (asked.deed()) {
            case OPEN -> told(room.desk.open(officer, number));
            case CONTACT -> switch (room.desk.openContact(officer, number, asked.id(), "电话核实")) {
                case ContactOutcome.Opened o -> Reply.DONE;
                case ContactOutcome.NothingKept n -> Reply.DONE;
                case ContactOutcome.NotOpened(var why) -> told(why);
            };
            default -> told(room.desk.move(officer, number, move(asked)));
        };
    }

    /** The institution knows a summary by an id of its own; here it is found by the moment at which it was told. */
    private String summary(Complaint complaint, Asked asked) {
        var told = complaint.docket().all(Act.Summarised.class).toList();
        var place = Integer.parseInt(asked.with());
        return premises.summaries(Some.QINGHE).stream()
                .filter(s -> place < told.size() && s.at().equals(told.get(place).at()))
                .map(InstitutionsSeat.Summary::id)
                .findFirst()
                .orElse("none");
    }

    private static Reply told(InstitutionsSeat.Outcome outcome) {
        return switch (outcome) {
            case InstitutionsSeat.Outcome.Done d -> Reply.DONE;
            case InstitutionsSeat.Outcome.NoSuchSummary n -> Reply.NOT_THERE;
            case InstitutionsSeat.Outcome.AnsweredBefore a -> Reply.BARRED;
            case InstitutionsSeat.Outcome.Closed c -> Reply.BARRED;
            case InstitutionsSeat.Outcome.Overtaken o -> throw new IllegalStateException("nobody else is here");
        };
    }

    static Officer officer(String id) {
        return OFFICERS.stream().filter(o -> o.id().equals(id)).findFirst().orElseThrow();
    }

    private static Reply told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done d -> Reply.DONE;
            case Outcome.Barred b -> Reply.BARRED;
            case Outcome.NoSuchCase n -> Reply.NOT_THERE;
            case Outcome.IdTaken i -> Reply.ID_TAKEN;
            case Outcome.Overtaken o -> throw new IllegalStateException("nobody else is here");
        };
    }

    private static Reply told(ComplainantsSeat.Outcome outcome) {
        return switch (outcome) {
            case ComplainantsSeat.Outcome.Done d -> Reply.DONE;
            case ComplainantsSeat.Outcome.NotNow n -> Reply.BARRED;
            case ComplainantsSeat.Outcome.IdUsed i -> Reply.ID_TAKEN;
            case ComplainantsSeat.Outcome.NoRoom n -> throw new IllegalStateException("so much was not said");
            case ComplainantsSeat.Outcome.Crowded c -> throw new IllegalStateException("nobody else is here");
        };
    }

    private Move move(Asked asked) {
        var id = asked.id();
        return switch (asked.deed()) {
            case ASSIGN -> new Move.Assign(id, asked.with());
            case CLASSIFY -> new Move.Classify(id, asked.with());
            case REFUSE -> new Move.Refuse(id, asked.with(), "超过三年。");
            case TRANSFER -> new Move.Transfer(id, new RegionCode(asked.with()), "营业地在那里。");
            case DESIGNATE -> new Move.Designate(id, new RegionCode(asked.with()), "由其办理。");
            case OFFER_JOIN -> new Move.OfferJoin(id, numbers.get(Integer.parseInt(asked.with())));
            case ANSWER -> new Move.Answer(id, Result.valueOf(asked.with()), "已责令退还。");
            case REVIEW -> new Move.Review(id, Ruling.valueOf(asked.with()), "事实清楚。");
            case ACCEPT -> new Move.Accept(id, Optional.empty());
            case ASK -> new Move.Ask(id, "哪一天？");
            case TELL -> new Move.Tell(id, "已约谈。");
            case NOTE -> new Move.Note(id, "明天去看。");
            case DISPUTE -> new Move.Dispute(id, "营业地在别处。");
            case EXTEND -> new Move.Extend(id, "等检测结果。");
            case PAUSE -> new Move.Pause(id, "委托鉴定。");
            case RESUME -> new Move.Resume(id, "鉴定结束。");
            case REOPEN -> new Move.Reopen(id, "有新线索。");
            case SUMMARISE -> new Move.Summarise(id, "有人反映结账价高于公示价。");
            case OPEN, CONTACT, SAY, WITHDRAW, OBJECT, RATE, IDENTITY, NOTIFICATION, JOIN, DECLINE, COUNTER ->
                throw new IllegalArgumentException("no move of an officer's");
        };
    }

    private ComplainantsSeat.Outcome complainants(Complaint seen, Asked asked) {
        var id = asked.id();
        var at = room.now();
        return switch (asked.deed()) {
            case SAY -> room.seat.say(seen, id, at, "补充一张收据。");
            case WITHDRAW -> room.seat.withdraw(seen, id, at, "已经退了。");
            case OBJECT -> room.seat.object(seen, id, at, "没有退。");
            case RATE -> room.seat.rate(seen, id, at, Act.Satisfaction.FAIR, Act.Solved.PARTLY);
            case JOIN -> room.seat.join(seen, id, at);
            case DECLINE -> room.seat.decline(seen, id, at);
            case NOTIFICATION -> room.seat.chooseNotification(seen, id, at, true);
            case IDENTITY -> {
                var identity = Identity.valueOf(asked.with());
                var contact = Optional.of(new Contact("13900000000", Optional.of("王某"))).filter(c -> identity.hasContact());
                yield room.seat.changeIdentity(seen, id, at, identity, contact);
            }
            default -> throw new IllegalArgumentException("no step of the complainant's");
        };
    }

    // ---- whether both tell the same -----------------------------------------------------------------------------

    private void compare() {
        for (var c : paper.cases) {
            var real = real(c.index);
            var docket = real.docket();
            assertEquals(
                    List.of(c.stage, c.unit, c.home, c.assignee, c.category, c.awaiting, c.hasClimbed(), c.deciders),
                    List.of(
                            real.stage(), real.unit(), docket.home(), docket.assignee(), docket.category(),
                            docket.isAwaitingReply(), docket.hasClimbed(), Set.copyOf(docket.deciders())));
            assertEquals(c.deeds, docket.acts().stream().filter(a -> !(a.by() instanceof Actor.Sweep)).count());
            assertEquals(
                    docket.acts().size(),
                    docket.acts().stream().map(Act::id).distinct().count(),
                    "no two acts of a case have one id");
            assertEquals(c.notified && c.showsContact(today()), docket.isNotified());
            assertEquals(c.summaries.stream().filter(a -> a).count(), docket.all(Act.Countered.class).count());
            assertEquals(Optional.of(c.offer).filter(o -> o >= 0).map(numbers::get), docket.joinOffer());
            assertEquals(
                    c.followers.stream().map(numbers::get).collect(Collectors.toSet()), Set.copyOf(docket.followers()));
            assertEquals(clocksOnPaper(c), clocks(real));
            assertRow(c, real);
        }
    }

    private static List<String> clocksOnPaper(PaperCase c) {
        return c.clocks.stream()
                .map(k -> k.which + " " + k.start + " " + k.due() + " " + k.stopped + " " + k.pausedOn.isPresent())
                .sorted()
                .toList();
    }

    private static List<String> clocks(Complaint real) {
        return CLOCKS.all(real).stream()
                .map(k -> k.which() + " " + k.start() + " " + k.due().day() + " " + k.stopped() + " " + k.paused())
                .sorted()
                .toList();
    }

    /** What each officer and the complainant are shown as open to them. */
    private void assertLawful(PaperCase c, Complaint real) {
        for (var officer : OFFICERS) {
            if (paper.reaches(officer, c)) {
                room.desk.moves(officer, real).forEach((what, bar) -> assertEquals(
                        paper.isOpen(c, officer.id(), Deed.valueOf(what.name()), today()),
                        bar.isEmpty(),
                        () -> officer.id() + " " + what + " in " + c.stage + ": " + bar));
            }
        }
        var own = EnumSet.allOf(Deed.class).stream()
                .filter(d -> paper.isOpen(c, COMPLAINANT, d, today()))
                .map(Deed::name)
                .collect(Collectors.toSet());
        var shown = room.seat.lawful(real, room.now()).stream()
                .filter(m -> m != ComplainantsSeat.Move.PHOTO)
                .map(Enum::name)
                .collect(Collectors.toSet());
        assertEquals(own, shown);
    }

    private void assertRow(PaperCase c, Complaint real) {
        var row = Row.of(real, CLOCKS);
        var newest = CLOCKS.day(real.docket().acts().getLast().at());
        assertEquals(c.binding().stream().findFirst().map(PaperCase.PaperClock::due), row.due().map(Row.Due::day));
        assertEquals(c.closed, row.closed());
        assertEquals(c.wasEverLate(newest), row.late());
    }

    /** At the end: nobody reviewed what they decided, every line of the trail hangs together, and tells every act. */
    void conclude() {
        for (var i = 0; i < numbers.size(); i++) {
            var acts = real(i).docket().acts();
            for (var r = 0; r < acts.size(); r++) {
                if (acts.get(r) instanceof Act.Reviewed reviewed) {
                    var by = reviewed.by();
                    assertFalse(acts.subList(0, r).stream().anyMatch(a -> a instanceof Act.Turn && a.by().equals(by)));
                }
            }
            var before = Entry.FIRST;
            var lines = room.trail.of(Step.subject(numbers.get(i)), 0).stream()
                    .sorted(Comparator.comparing(Entry::position))
                    .toList();
            for (var line : lines) {
                assertEquals(before, line.before());
                before = line.hash();
            }
            assertEquals(acts.size(), lines.size());
            assertEquals(before, real(i).docket().head());
        }
    }
}
