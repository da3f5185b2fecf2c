package xingma.complaint.trial;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.trial.PaperCase.Asked;
import xingma.complaint.trial.PaperCase.Deed.Side;
import xingma.complaint.trial.PaperCase.Deed;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/** The bureau on paper: who may do what in which stage, from a table, and what becomes of the cases. */
final class PaperBureau {
    /** What somebody who asks is told. */
    enum Reply {
        DONE,
        /** It was done before: the same answer, and nothing more happens. */
        AGAIN,
        BARRED,
        NOT_THERE,
        ID_TAKEN
    }

    /**
     * Deed, stages in which it is a step, and who takes it: a handler, a reader (handler or supervisor), the city's
     * supervisor, or by the rules of assigning. The case must lie within the officer's territory.
     */
    private static final String TABLE = """
            ASSIGN      open                assigner
            CLASSIFY    open                handler
            ACCEPT      RECEIVED            handler
            REFUSE      RECEIVED            handler
            ASK         open                reader
            TELL        open                reader
            NOTE        any                 reader
            TRANSFER    RECEIVED,HANDLING   handler
            DISPUTE     RECEIVED            handler
            DESIGNATE   DISPUTED            city
            OFFER_JOIN  RECEIVED,HANDLING   handler
            EXTEND      HANDLING            handler
            PAUSE       HANDLING            handler
            RESUME      PAUSED              handler
            ANSWER      HANDLING,JOINED     handler
            REVIEW      REVIEWING           city
            REOPEN      closed              handler
            SUMMARISE   open                handler
            OPEN        any                 reader
            CONTACT     any                 reader
            SAY         open                complainant
            WITHDRAW    open                complainant
            OBJECT      REFUSED,ANSWERED    complainant
            RATE        ANSWERED,SETTLED    complainant
            IDENTITY    any                 complainant
            NOTIFICATION any                complainant
            JOIN        RECEIVED,HANDLING   complainant
            DECLINE     RECEIVED,HANDLING   complainant
            COUNTER     open                premises
            """;

    private static final Map<Deed, Rule> RULES = TABLE.lines()
            .map(line -> line.split(" +"))
            .collect(toMap(cells -> Deed.valueOf(cells[0]), cells -> new Rule(stages(cells[1]), cells[2])));

    private static final int YEAR = 365;

    /** A lost answer may be asked for once more so long after a contact was opened. */
    private static final Duration STILL_OPEN = Duration.ofMinutes(10);

    final List<PaperCase> cases = new ArrayList<>();
    private final Map<String, Officer> officers;
    private final Set<String> known;

    private record Rule(Set<Stage> stages, String who) {}

    /** @param known those who signed in once, to whom a case can be assigned */
    PaperBureau(List<Officer> officers, Set<String> known) {
        this.officers = new HashMap<>(officers.stream().collect(toMap(Officer::id, o -> o)));
        this.known = known;
    }

    private static Set<Stage> stages(String cell) {
        return switch (cell) {
            case "any" -> EnumSet.allOf(Stage.class);
            case "open" -> EnumSet.of(
                    Stage.RECEIVED, Stage.DISPUTED, Stage.HANDLING, Stage.PAUSED, Stage.JOINED, Stage.REVIEWING);
            case "closed" -> EnumSet.of(Stage.REFUSED, Stage.ANSWERED, Stage.SETTLED, Stage.WITHDRAWN);
            default -> {
                var named = EnumSet.noneOf(Stage.class);
                Stream.of(cell.split(",")).map(Stage::valueOf).forEach(named::add);
                yield named;
            }
        };
    }

    boolean reaches(Officer officer, PaperCase c) {
        return officer.territory().equals(Some.CITY) || officer.territory().equals(c.unit);
    }

    private static boolean reads(Officer officer) {
        return officer.has(Duty.HANDLER) || officer.has(Duty.SUPERVISOR);
    }

    /** Whether a deed is open to somebody, before anything is filled in. */
    boolean isOpen(PaperCase c, String who, Deed deed, LocalDate today) {
        var rule = RULES.get(deed);
        if (deed.side() != side(who) || !rule.stages.contains(c.stage)) {
            return false;
        }
        var may = deed.side() != Side.OFFICER || mayTake(officers.get(who), c, rule.who);
        return may && isFree(c, who, deed, today);
    }

    static Side side(String who) {
        return switch (who) {
            case CaseTrial.COMPLAINANT -> Side.COMPLAINANT;
            case CaseTrial.PREMISES -> Side.PREMISES;
            default -> Side.OFFICER;
        };
    }

    private static boolean mayTake(Officer officer, PaperCase c, String who) {
        return switch (who) {
            case "handler" -> officer.has(Duty.HANDLER);
            case "reader" -> reads(officer);
            case "city" -> officer.has(Duty.SUPERVISOR) && officer.territory().equals(Some.CITY);
            case "assigner" -> officer.has(Duty.HANDLER) || mayAssignOthers(officer, c);
            default -> false;
        };
    }

    private static boolean mayAssignOthers(Officer officer, PaperCase c) {
        return officer.has(Duty.SUPERVISOR) && (officer.territory().equals(c.unit) || c.hasClimbed());
    }

    private static boolean isFree(PaperCase c, String who, Deed deed, LocalDate today) {
        return switch (deed) {
            case TRANSFER -> !c.transferred && !c.designated;
            case DISPUTE -> c.disputable;
            case OFFER_JOIN -> c.offer < 0 && c.followers.isEmpty();
            case EXTEND -> !c.extended
                    && c.kind != Kind.DISPUTE
                    && c.running(Which.HANDLE).filter(h -> !today.isAfter(h.due())).isPresent();
            case PAUSE -> !c.isOverdue(today);
            case REVIEW -> !c.deciders.contains(who);
            case SUMMARISE -> c.aboutInstitution;
            case OBJECT -> c.running(Which.OBJECT).filter(o -> !today.isAfter(o.due())).isPresent();
            case RATE -> !c.rated;
            case JOIN, DECLINE -> c.offer >= 0;
            case NOTIFICATION -> c.showsContact(today);
            case COUNTER -> c.summaries.contains(false) && isStillTold(c, today);
            default -> true;
        };
    }

    /** For a year after a case was filed its institution is shown what it was told. */
    private static boolean isStillTold(PaperCase c, LocalDate today) {
        return !today.isAfter(c.filed.plusDays(YEAR));
    }

    private boolean isFilledIn(PaperCase c, Asked asked) {
        return switch (asked.deed()) {
            case COUNTER -> !c.summaries.get(Integer.parseInt(asked.with()));
            case ASSIGN -> known.contains(asked.with())
                    && (mayAssignOthers(officers.get(asked.who()), c)
                            || asked.with().equals(asked.who()) && c.assignee.filter(a -> !a.equals(asked.who())).isEmpty());
            case CLASSIFY -> switch (c.kind) {
                case COMPLAINT -> Set.of("price", "refund").contains(asked.with());
                case REPORT -> asked.with().equals("impostor");
                case DISPUTE, INCIDENT -> false;
            };
            case REFUSE -> asked.with().equals("not-ours") || c.kind == Kind.COMPLAINT;
            case TRANSFER -> !asked.with().equals(c.unit.value());
            case OFFER_JOIN -> mayLead(c, cases.get(Integer.parseInt(asked.with())));
            case JOIN -> cases.get(c.offer).isOpen();
            case CONTACT -> officers.get(asked.who()).territory().equals(c.unit);
            default -> true;
        };
    }

    private static boolean mayLead(PaperCase c, PaperCase lead) {
        return lead != c
                && lead.unit.equals(c.unit)
                && lead.offer < 0 | lead.stage == Stage.PAUSED
                && Set.of(Stage.RECEIVED, Stage.HANDLING, Stage.PAUSED).contains(lead.stage);
    }

    /** What is told to who asks, and what it changes. */
    Reply ask(Asked asked, Instant now, LocalDate today) {
        var c = cases.get(asked.of());
        var before = Optional.ofNullable(c.done.get(asked.id()));
        var same = before.filter(b -> b.who().equals(asked.who()) && b.deed() == asked.deed())
                .filter(b -> asked.deed().side() == Side.COMPLAINANT || b.with().equals(asked.with()))
                .isPresent();
        if (asked.deed() == Deed.COUNTER
                && !(isStillTold(c, today) && Integer.parseInt(asked.with()) < c.summaries.size())) {
            return Reply.NOT_THERE;
        }
        if (asked.deed().side() == Side.OFFICER) {
            var officer = officers.get(asked.who());
            if (!reads(officer)) {
                return Reply.BARRED;
            }
            if (!reaches(officer, c)) {
                var took = same && (asked.deed() == Deed.TRANSFER || asked.deed() == Deed.DISPUTE);
                return took ? Reply.AGAIN : Reply.NOT_THERE;
            }
        }
        if (asked.deed() == Deed.OPEN) {
            return open(c, asked, today);
        }
        if (asked.deed() == Deed.CONTACT && !(isFilledIn(c, asked) && c.showsContact(today))) {
            return isFilledIn(c, asked) ? Reply.AGAIN : Reply.BARRED;
        }
        if (before.isPresent()) {
            var stale = asked.deed() == Deed.CONTACT && !now.isBefore(c.when.get(asked.id()).plus(STILL_OPEN));
            return same && !stale ? Reply.AGAIN : Reply.ID_TAKEN;
        }
        if (!isOpen(c, asked.who(), asked.deed(), today) || !isFilledIn(c, asked)) {
            return Reply.BARRED;
        }
        var contactIsOver = c.isContactOver(today);
        c.done.put(asked.id(), asked);
        c.when.put(asked.id(), now);
        c.deeds++;
        if (asked.deed().isTurn() && asked.deed().side() == Side.OFFICER) {
            c.deciders.add(asked.who());
        }
        change(c, asked, today);
        // Whatever is written once its time is over is written without it.
        c.hasContact &= !contactIsOver;
        c.rated = asked.deed() == Deed.RATE || c.rated && !asked.deed().isTurn();
        return Reply.DONE;
    }

    private static Reply open(PaperCase c, Asked asked, LocalDate today) {
        if (!c.opened.add(asked.who() + today)) {
            return Reply.AGAIN;
        }
        c.deeds++;
        return Reply.DONE;
    }

    private void change(PaperCase c, Asked asked, LocalDate today) {
        switch (asked.deed()) {
            case ASSIGN -> c.assignee = Optional.of(asked.with());
            case CLASSIFY -> c.category = asked.with();
            case ACCEPT -> {
                c.stop(Which.ACCEPT, today);
                c.takeUp(today);
                c.stage = Stage.HANDLING;
                c.extended = false;
            }
            case REFUSE -> decided(c, Stage.REFUSED, today);
            case ASK -> c.awaiting = true;
            case SAY -> c.awaiting = false;
            case TRANSFER -> {
                moved(c, asked.with());
                c.transferred = true;
                c.disputable = true;
            }
            case DESIGNATE -> {
                moved(c, asked.with());
                c.designated = true;
                c.disputable = false;
                c.stop(Which.DISPUTE, today);
                c.stage = Stage.RECEIVED;
            }
            case DISPUTE -> {
                c.unit = Some.CITY;
                c.start(Which.DISPUTE, today);
                c.stage = Stage.DISPUTED;
            }
            case OFFER_JOIN -> c.offer = Integer.parseInt(asked.with());
            case DECLINE -> c.offer = -1;
            case JOIN -> join(c, today);
            case EXTEND -> {
                c.running(Which.HANDLE).orElseThrow().days += 15;
                c.extended = true;
            }
            case PAUSE -> {
                c.running(Which.HANDLE).ifPresent(h -> h.pausedOn = Optional.of(today));
                c.stage = Stage.PAUSED;
            }
            case RESUME -> {
                c.running(Which.HANDLE).ifPresent(h -> h.resume(today));
                c.stage = Stage.HANDLING;
            }
            case ANSWER -> {
                decided(c, Stage.ANSWERED, today);
                answerFollowers(c, asked, today, new HashSet<>());
            }
            case REVIEW -> {
                c.stop(Which.REVIEW, today);
                c.unit = c.home;
                if (asked.with().equals("STANDS")) {
                    c.close(Stage.SETTLED, today);
                } else {
                    c.newRound(today);
                }
            }
            case REOPEN -> c.newRound(today);
            case WITHDRAW -> {
                c.unit = c.home;
                c.close(Stage.WITHDRAWN, today);
            }
            case OBJECT -> {
                c.stop(Which.OBJECT, today);
                c.start(Which.REVIEW, today);
                c.unit = Some.CITY;
                c.stage = Stage.REVIEWING;
                c.closed = Optional.empty();
            }
            case IDENTITY -> {
                c.hasContact = !asked.with().equals("ANONYMOUS");
                c.everHadContact |= c.hasContact;
            }
            case SUMMARISE -> c.summaries.add(false);
            case COUNTER -> c.summaries.set(Integer.parseInt(asked.with()), true);
            case NOTIFICATION -> c.notified = true;
            case TELL, NOTE, OPEN, CONTACT, RATE -> {}
        }
    }

    private static void moved(PaperCase c, String to) {
        c.unit = c.home = new RegionCode(to);
        c.assignee = Optional.empty();
    }

    private static void decided(PaperCase c, Stage as, LocalDate today) {
        c.close(as, today);
        c.start(Which.OBJECT, today);
    }

    private void join(PaperCase c, LocalDate today) {
        var lead = cases.get(c.offer);
        if (lead.followers.add(c.index)) {
            lead.deeds++;
        }
        c.lead = lead.index;
        c.offer = -1;
        c.stop(Which.ACCEPT, today);
        if (c.running(Which.HANDLE).isEmpty()) {
            c.takeUp(today);
        }
        c.stage = Stage.JOINED;
    }

    /** What has happened by itself once the sweep was there. */
    void swept(LocalDate today) {
        for (var c : cases) {
            c.binding().stream().filter(k -> today.isAfter(k.due())).forEach(k -> k.climbed = true);
            if (c.isContactOver(today) && c.everHadContact && !c.contactErasedFor.equals(c.closed)) {
                c.hasContact = false;
                c.contactErasedFor = c.closed;
            }
        }
    }

    /** Whoever is joined to an answered case is answered with it, and whoever is joined to those. */
    private void answerFollowers(PaperCase lead, Asked asked, LocalDate today, Set<Integer> seen) {
        for (var f : lead.followers.stream().map(cases::get).filter(f -> seen.add(f.index)).toList()) {
            if (f.stage == Stage.JOINED && f.lead == lead.index) {
                f.deeds++;
                f.done.put(asked.id(), asked);
                f.deciders.add(asked.who());
                f.rated = false;
                decided(f, Stage.ANSWERED, today);
                answerFollowers(f, asked, today, seen);
            }
        }
    }
}
