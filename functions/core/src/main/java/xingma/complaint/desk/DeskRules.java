package xingma.complaint.desk;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.complaint.Act;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clocks;
import xingma.complaint.desk.Move.What;
import xingma.complaint.rules.ClockRules.Which;
import xingma.territory.City;
import xingma.territory.Duty;
import xingma.territory.Officer;

/**
 * Who may do what in which case, on which day: the one place that decides it, for the step itself and for the list of
 * steps that an officer is shown.
 *
 * <p>A transferred case is not passed on by whoever received it, who may only ask the common superior to designate; as
 * 市场监督管理行政处罚程序规定 art. 15 and 民事诉讼法 art. 37 have it, by analogy.
 */
final class DeskRules {
    private static final Pattern REFUSAL = Pattern.compile("不予?受理");

    private final City city;
    private final Clocks clocks;
    private final LocalDate today;

    DeskRules(City city, Clocks clocks, LocalDate today) {
        this.city = city;
        this.clocks = clocks;
        this.today = today;
    }

    /** Every move, with what stands against it. */
    Map<What, Optional<Bar>> all(Officer officer, Complaint complaint) {
        var all = new EnumMap<What, Optional<Bar>>(What.class);
        for (var what : What.values()) {
            all.put(what, bar(officer, complaint, what));
        }
        return all;
    }

    static Optional<Bar> readingBar(Officer officer) {
        return officer.has(Duty.HANDLER) || officer.has(Duty.SUPERVISOR) ? Optional.empty() : Optional.of(Bar.NO_READER);
    }

    /** The contact is for the unit in charge alone (domain: handling unit only), not for whoever may look in. */
    static Optional<Bar> contactBar(Officer officer, Complaint complaint) {
        return readingBar(officer)
                .or(() -> barUnless(officer.territory().equals(complaint.unit()), Bar.NOT_IN_CHARGE));
    }

    /** What stands against a move whatever is said in it. */
    Optional<Bar> bar(Officer officer, Complaint complaint, What what) {
        return dutyBar(officer, complaint, what)
                .or(() -> barUnless(what.isStepFrom(complaint), Bar.STAGE))
                .or(() -> caseBar(officer, complaint, what));
    }

    private static Optional<Bar> dutyBar(Officer officer, Complaint complaint, What what) {
        return switch (what) {
            case ASSIGN -> barUnless(officer.has(Duty.HANDLER) || mayAssign(officer, complaint), Bar.NOT_SUPERVISOR);
            case ASK, TELL, NOTE -> readingBar(officer);
            case DESIGNATE, REVIEW -> barUnless(officer.has(Duty.SUPERVISOR), Bar.NOT_SUPERVISOR)
                    .or(() -> barUnless(officer.territory().isCity(), Bar.NOT_THE_CITY));
            case CLASSIFY, ACCEPT, REFUSE, TRANSFER, DISPUTE, OFFER_JOIN, EXTEND, PAUSE, RESUME, ANSWER, REOPEN, SUMMARISE ->
                barUnless(officer.has(Duty.HANDLER), Bar.NOT_HANDLER);
        };
    }

    /** In her own unit; the city's supervisor also where a clock ran out and the case climbed to the city. */
    private static boolean mayAssign(Officer officer, Complaint complaint) {
        return officer.has(Duty.SUPERVISOR)
                && (officer.territory().equals(complaint.unit()) || complaint.docket().hasClimbed());
    }

    private Optional<Bar> caseBar(Officer officer, Complaint complaint, What what) {
        var docket = complaint.docket();
        return switch (what) {
            case TRANSFER -> docket.all(Act.Designated.class).findAny().isPresent()
                    ? Optional.of(Bar.DESIGNATED_BEFORE)
                    : barUnless(docket.all(Act.Transferred.class).findAny().isEmpty(), Bar.TRANSFERRED_BEFORE);
            case DISPUTE -> barUnless(docket.cameFromElsewhere(), Bar.NOT_FROM_ELSEWHERE);
            case REVIEW -> barUnless(!docket.deciders().contains(officer.id()), Bar.OWN_WORK);
            case OFFER_JOIN -> barUnless(docket.joinOffer().isEmpty(), Bar.OFFER_STANDS)
                    .or(() -> barUnless(docket.followers().isEmpty(), Bar.HAS_FOLLOWERS));
            case EXTEND -> extensionBar((Complaint.Handling) complaint);
            case PAUSE -> barUnless(clocks.binding(complaint).stream().noneMatch(c -> c.isLate(today)), Bar.PAUSED_LATE);
            case SUMMARISE -> barUnless(complaint.filing().subject().institution().isPresent(), Bar.NO_INSTITUTION);
            case ASSIGN, CLASSIFY, ACCEPT, REFUSE, ASK, TELL, NOTE, DESIGNATE, RESUME, ANSWER, REOPEN ->
                Optional.empty();
        };
    }

    private Optional<Bar> extensionBar(Complaint.Handling handling) {
        if (handling.isExtended()) {
            return Optional.of(Bar.EXTENDED_BEFORE);
        }
        var running = clocks.all(handling).stream()
                .filter(c -> c.which() == Which.HANDLE && c.isRunning())
                .findFirst();
        if (running.isEmpty() || running.get().limit().extension().isEmpty()) {
            return Optional.of(Bar.NOT_EXTENSIBLE);
        }
        return barUnless(!running.get().isLate(today), Bar.PAST_DUE);
    }

    /** What stands against what is asked in the move; whether the move itself is open was looked at before. */
    Optional<Bar> bar(Officer officer, Complaint complaint, Move move) {
        var docket = complaint.docket();
        var kind = complaint.filing().kind();
        return switch (move) {
            case Move.Assign(var id, var to) -> barUnless(
                    mayAssign(officer, complaint)
                            || to.equals(officer.id()) && docket.assignee().filter(a -> !a.equals(to)).isEmpty(),
                    Bar.ASSIGN_OTHERS);
            case Move.Classify(var id, var category) -> barUnless(
                    clocks.rules().category(category).filter(c -> c.kinds().contains(kind)).isPresent(),
                    Bar.NO_SUCH_CATEGORY);
            case Move.Refuse(var id, var ground, var words) -> barUnless(
                    clocks.rules().ground(kind, ground).isPresent(),
                    Bar.NO_SUCH_GROUND);
            case Move.Transfer(var id, var to, var words) -> barUnless(city.named(to).isPresent(), Bar.NO_SUCH_UNIT)
                    .or(() -> barUnless(!to.equals(complaint.unit()), Bar.SAME_UNIT))
                    .or(() -> barUnless(!REFUSAL.matcher(words).find(), Bar.WORDED_AS_REFUSAL));
            case Move.Designate(var id, var to, var words) ->
                barUnless(city.named(to).isPresent(), Bar.NO_SUCH_UNIT);
            case Move.Summarise(var id, var words) ->
                barUnless(!Telltale.isIn(words), Bar.IDENTIFIES);
            case Move.OfferJoin offer ->
                barUnless(!offer.lead().equals(complaint.number()), Bar.NO_SUCH_LEAD);
            case Move.Accept m -> Optional.empty();
            case Move.Ask m -> Optional.empty();
            case Move.Tell m -> Optional.empty();
            case Move.Note m -> Optional.empty();
            case Move.Dispute m -> Optional.empty();
            case Move.Extend m -> Optional.empty();
            case Move.Pause m -> Optional.empty();
            case Move.Resume m -> Optional.empty();
            case Move.Answer m -> Optional.empty();
            case Move.Review m -> Optional.empty();
            case Move.Reopen m -> Optional.empty();
        };
    }

    /** Whether other cases may be joined to this one: open, on no other case's coat-tails, and not about to be. */
    static boolean mayLead(Complaint lead) {
        return switch (lead) {
            case Complaint.Received r -> r.docket().joinOffer().isEmpty();
            case Complaint.Handling h -> h.docket().joinOffer().isEmpty();
            case Complaint.Paused p -> true;
            case Complaint.Disputed d -> false;
            case Complaint.Joined j -> false;
            case Complaint.Reviewing r -> false;
            case Complaint.Closed c -> false;
        };
    }

    private static Optional<Bar> barUnless(boolean open, Bar bar) {
        return open ? Optional.empty() : Optional.of(bar);
    }
}
