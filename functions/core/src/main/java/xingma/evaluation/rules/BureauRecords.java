package xingma.evaluation.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import xingma.complaint.Act.Result;
import xingma.evaluation.Proceeding.Ground;
import xingma.institution.Condition;
import xingma.institution.Credential;
import xingma.institution.Institution;
import xingma.institution.InstitutionId;
import xingma.institution.PracticeDecision;
import xingma.institution.PracticeStatus;
import xingma.institution.Verdict;
import xingma.rating.Track;

/**
 * What the bureau's own records say of an institution (既往记录): its register and the rows of complaints about it. No
 * complaint is opened for it: a row has no words and no contact.
 */
public final class BureauRecords implements Tracks {
    private final Function<InstitutionId, Optional<Institution>> register;
    private final Function<InstitutionId, List<xingma.complaint.caseload.Row>> complaints;
    private final Function<String, List<Condition>> conditions;
    private final Supplier<Set<String>> vetoCategories;
    private final Supplier<LocalDate> today;

    /**
     * @param register an institution as it is published
     * @param complaints the rows of complaints about it, however old
     * @param conditions what a kind of premises asks for a yes
     */
    public BureauRecords(
            Function<InstitutionId, Optional<Institution>> register,
            Function<InstitutionId, List<xingma.complaint.caseload.Row>> complaints,
            Function<String, List<Condition>> conditions,
            Supplier<Set<String>> vetoCategories,
            Supplier<LocalDate> today) {
        this.register = requireNonNull(register, "register");
        this.complaints = requireNonNull(complaints, "complaints");
        this.conditions = requireNonNull(conditions, "conditions");
        this.vetoCategories = requireNonNull(vetoCategories, "vetoCategories");
        this.today = requireNonNull(today, "today");
    }

    @Override
    public Known of(InstitutionId id) {
        var day = today.get();
        var events = new ArrayList<Track.Event>();
        var against = new ArrayList<Reason>();
        register.apply(id).ifPresent(institution -> {
            institution.decisions().stream()
                    .filter(BureauRecords::isPenalty)
                    .map(d -> new Track.Event(Track.Kind.PENALTY, d.since(), d.number()))
                    .forEach(events::add);
            practice(institution, day).ifPresent(against::add);
            lapse(institution, day).ifPresent(against::add);
            overdue(institution, day).ifPresent(against::add);
        });
        var veto = vetoCategories.get();
        for (var row : complaints.apply(id)) {
            upheld(row).ifPresent(events::add);
            if (isLookedInto(row) && veto.contains(row.category())) {
                against.add(new Reason(Ground.VETO_COMPLAINT_OPEN, row.number().value()));
            }
        }
        events.sort(Comparator.comparing(Track.Event::on).thenComparing(Track.Event::record));
        return new Known(new Track(List.of(), events), against);
    }

    /** 警告以上处罚. To be told to mend (责令改正) is none. */
    private static boolean isPenalty(PracticeDecision decision) {
        return switch (decision.status()) {
            case WARNED, SUSPENDED, REVOKED -> true;
            case NORMAL, RECTIFYING, CLOSED -> false;
        };
    }

    private static Optional<Reason> practice(Institution institution, LocalDate day) {
        return institution.decisionOn(day).flatMap(decision -> ground(decision.status())
                .map(ground -> new Reason(ground, decision.number())));
    }

    private static Optional<Ground> ground(PracticeStatus status) {
        return switch (status) {
            case SUSPENDED -> Optional.of(Ground.PRACTICE_SUSPENDED);
            case REVOKED, CLOSED -> Optional.of(Ground.LICENCE_REVOKED);
            case NORMAL, WARNED, RECTIFYING -> Optional.empty();
        };
    }

    /** Whether the kind's own verdict misses a credential in force: some kinds need one, others every one. */
    private Optional<Reason> lapse(Institution institution, LocalDate day) {
        var misses = Verdict.of(institution, conditions.apply(institution.kind()), day).reasons().stream()
                .anyMatch(r -> r instanceof Verdict.Reason.Credentials c && !c.met());
        return misses
                ? Optional.of(new Reason(Ground.LICENCE_LAPSED, notInForce(institution, day)))
                : Optional.empty();
    }

    private static String notInForce(Institution institution, LocalDate day) {
        return institution.credentials().stream()
                .filter(c -> !(c.on(day) instanceof Credential.Standing.InForce))
                .map(Credential::number)
                .reduce((a, b) -> a + ' ' + b)
                .orElse("");
    }

    private static Optional<Reason> overdue(Institution institution, LocalDate day) {
        return institution.credentials().stream()
                .filter(c -> c.on(day) instanceof Credential.Standing.InForce)
                .filter(c -> c.facts().date("nextVerification").filter(day::isAfter).isPresent())
                .findFirst()
                .map(c -> new Reason(Ground.VERIFICATION_OVERDUE, c.number()));
    }

    /** 查实: wholly or in part. */
    private static Optional<Track.Event> upheld(xingma.complaint.caseload.Row row) {
        return row.result()
                .filter(r -> r == Result.UPHELD || r == Result.PARTLY)
                .flatMap(r -> row.closed())
                .map(on -> new Track.Event(Track.Kind.UPHELD_COMPLAINT, on, row.number().value()));
    }

    /** 在查: accepted by an officer. What anybody may send in is no reason before somebody looked at it. */
    private static boolean isLookedInto(xingma.complaint.caseload.Row row) {
        return switch (row.stage()) {
            case HANDLING, PAUSED, JOINED, REVIEWING -> true;
            case RECEIVED, DISPUTED, REFUSED, ANSWERED, SETTLED, WITHDRAWN -> false;
        };
    }
}
