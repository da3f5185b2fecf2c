package xingma.evaluation.desk;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import xingma.evaluation.Draw;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Party;
import xingma.evaluation.Proceeding;
import xingma.evaluation.Proceeding.Ruling;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.Standing;
import xingma.evaluation.Step;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.desk.Clerk.Decision;
import xingma.evaluation.desk.OfficeMove.What;
import xingma.evaluation.round.Experts;
import xingma.evaluation.rules.Tracks;
import xingma.keeping.Page;
import xingma.rating.Mark;
import xingma.territory.City;
import xingma.territory.Officer;
import xingma.territory.Region;
import xingma.territory.RegionCode;

/**
 * The office that runs evaluations (评价办公室): draws panels, puts stars to notice, publishes them by two people, decides
 * appeals, suspends and withdraws. An evaluation is looked for in the officer's own districts only, so that another
 * district's is simply not there. Nobody here ever writes a score.
 */
public final class RatingOffice {
    private static final String OURS = "o.";

    private final City city;
    private final Clerk clerk;
    private final Experts experts;
    private final Supplier<byte[]> chance;
    private final OfficeRules rules;

    /** @param chance 32 bytes by chance, new ones with every call; asked for only when lots are drawn */
    public RatingOffice(City city, Clerk clerk, Experts experts, Supplier<byte[]> chance) {
        this.city = requireNonNull(city, "city");
        this.clerk = requireNonNull(clerk, "clerk");
        this.experts = requireNonNull(experts, "experts");
        this.chance = requireNonNull(chance, "chance");
        this.rules = new OfficeRules(clerk);
    }

    /** The districts in which an officer may act, the city itself among them. */
    public List<RegionCode> districts(Officer officer) {
        return Stream.concat(Stream.of(city.region()), city.districts().stream())
                .map(Region::code)
                .filter(officer::mayActIn)
                .toList();
    }

    public Optional<Evaluation> find(Officer officer, EvaluationId id) {
        return clerk.evaluations().find(districts(officer), id);
    }

    /** A round's evaluations in one of the officer's districts, by name. */
    public Page<Row> rows(String round, RegionCode district, Optional<String> after) {
        return clerk.evaluations().inRound(round, district, after);
    }

    /** What the bureau knows of the institution today. */
    public Tracks.Known known(Evaluation evaluation) {
        return clerk.known(evaluation);
    }

    /** The experts' sheets as they were handed in, by expert; none before the chair settled them. */
    public SortedMap<String, ScoreSheet> sheets(Evaluation evaluation) {
        var sheets = new TreeMap<String, ScoreSheet>();
        if (ApplicantsSeat.isOpen(evaluation)) {
            evaluation.proceedings().handedIn().forEach((expert, digest) -> clerk.evaluations()
                    .sheet(evaluation.beginning().district(), evaluation.id(), new ScoreSheet.Writer.Assessor(expert))
                    .filter(sheet -> sheet.digest().equals(digest))
                    .ifPresent(sheet -> sheets.put(expert, sheet)));
        }
        return sheets;
    }

    /** Every move in the evaluation as it stands, with what stands against it for this officer. */
    public Map<What, Optional<Bar>> moves(Officer officer, Evaluation evaluation) {
        return rules.all(officer, evaluation);
    }

    /** Does what the officer asks, once. */
    public Outcome move(Officer officer, EvaluationId id, OfficeMove move) {
        var by = new Party.Bureau(officer.id(), officer.territory());
        return clerk.decide(
                () -> find(officer, id),
                OURS + move.id(),
                before -> move.isDoneBy(before) && before.by().person().equals(officer.id()),
                evaluation -> rules.bar(officer, evaluation, move.what())
                        .<Decision>map(Decision.No::new)
                        .orElseGet(() -> decision(evaluation, move, by)));
    }

    /** The step that the stage offers; that it does offer it, the rules have seen. */
    private Decision decision(Evaluation evaluation, OfficeMove move, Party.Bureau by) {
        var id = OURS + move.id();
        var at = clerk.now();
        return switch (move) {
            case OfficeMove.SendBack m ->
                take(as(Evaluation.AwaitingPanel.class, evaluation).sendBack(id, by, at, m.words()));
            case OfficeMove.DrawPanel m -> draw(as(Evaluation.AwaitingPanel.class, evaluation), id, by, at);
            case OfficeMove.Recuse m -> recuse(as(Evaluation.Seated.class, evaluation), m, id, by, at);
            case OfficeMove.Replace m -> replace(as(Evaluation.Seated.class, evaluation), id, by, at);
            case OfficeMove.Notice m -> notice(evaluation, id, by, at);
            case OfficeMove.Object m -> take(as(Evaluation.PublicNotice.class, evaluation).object(id, by, at, m.words()));
            case OfficeMove.AnswerObjection m ->
                evaluation.proceedings().openObjections().stream().noneMatch(o -> o.id().equals(m.objection()))
                        ? new Decision.No(Bar.NO_SUCH_REFERENCE)
                        : take(as(Evaluation.PublicNotice.class, evaluation)
                                .answerObjection(id, by, at, m.objection(), m.words()));
            case OfficeMove.Reconvene m ->
                take(as(Evaluation.PublicNotice.class, evaluation).reconvene(id, by, at, m.words()));
            case OfficeMove.Propose m ->
                take(as(Evaluation.PublicNotice.class, evaluation).propose(id, by, at, noticed(evaluation)));
            case OfficeMove.Publish m -> publish(as(Evaluation.PublicNotice.class, evaluation), id, by, at);
            case OfficeMove.Refuse m -> take(as(Evaluation.PublicNotice.class, evaluation).refuse(id, by, at, m.words()));
            case OfficeMove.Moderate m ->
                evaluation.proceedings().waitingReply().filter(r -> r.id().equals(m.reply())).isEmpty()
                        ? new Decision.No(Bar.NO_SUCH_REFERENCE)
                        : take(as(Evaluation.Starred.class, evaluation)
                                .moderate(id, by, at, m.reply(), m.shown(), m.words()));
            case OfficeMove.DecideAppeal m -> decideAppeal(as(Evaluation.Appealed.class, evaluation), m, id, by, at);
            case OfficeMove.Suspend m ->
                evaluation.proceedings().grounds().containsKey(m.ground())
                        ? new Decision.No(Bar.NOT_NOW)
                        : take(as(Evaluation.Starred.class, evaluation).suspend(id, by, at, m.ground(), m.record()));
            case OfficeMove.Resume m -> take(as(Evaluation.Suspended.class, evaluation).resume(id, by, at, m.words()));
            case OfficeMove.ProposeWithdrawal m ->
                take(as(Evaluation.Starred.class, evaluation).proposeWithdrawal(id, by, at, m.ground(), m.words()));
            case OfficeMove.Withdraw m ->
                take(as(Evaluation.Starred.class, evaluation)
                        .withdraw(id, by, at, evaluation.proceedings().withdrawal().orElseThrow().ground(), m.words()));
            case OfficeMove.RefuseWithdrawal m ->
                take(as(Evaluation.Starred.class, evaluation).refuseWithdrawal(id, by, at, m.words()));
            case OfficeMove.Verify m -> verify(as(Evaluation.Running.class, evaluation), m, id, by, at);
        };
    }

    private Decision draw(Evaluation.AwaitingPanel evaluation, String id, Party.Bureau by, Instant at) {
        var file = evaluation.proceedings();
        var draw = among(evaluation, Set.of(), file.formerExperts());
        var least = clerk.standard(evaluation).rules().leastSheets();
        return draw.panel(clerk.deadlines().rules().panel())
                .filter(panel -> panel.seats().size() >= least)
                .<Decision>map(panel -> take(evaluation.draw(id, by, at, draw, panel, least)))
                .orElseGet(() -> new Decision.No(Bar.TOO_FEW_EXPERTS));
    }

    private static Decision recuse(
            Evaluation.Seated evaluation, OfficeMove.Recuse move, String id, Party.Bureau by, Instant at) {
        var panel = evaluation.panel();
        if (panel.seat(move.expert()).isEmpty()) {
            return new Decision.No(Bar.NOT_ON_THE_PANEL);
        }
        return panel.seats().size() == 1
                ? new Decision.No(Bar.TOO_FEW_EXPERTS)
                : take(evaluation.recuse(id, by, at, move.expert(), move.words()));
    }

    private Decision replace(Evaluation.Seated evaluation, String id, Party.Bureau by, Instant at) {
        var seated = new HashSet<>(evaluation.panel().experts());
        var draw = among(evaluation, seated, evaluation.proceedings().formerExperts());
        return rules.lacking(evaluation)
                .flatMap(draw::oneMore)
                .<Decision>map(seat -> take(evaluation.replace(id, by, at, draw, seat)))
                .orElseGet(() -> new Decision.No(Bar.TOO_FEW_EXPERTS));
    }

    private Draw among(Evaluation evaluation, Set<String> seated, Set<String> before) {
        return Draw.among(
                experts.all().stream().map(Experts.Listed::expert).toList(),
                evaluation.id().institution(),
                evaluation.proceedings().recused(),
                seated,
                before,
                Draw.seed(chance.get()));
    }

    private Decision notice(Evaluation evaluation, String id, Party.Bureau by, Instant at) {
        var settled = evaluation.proceedings().settled().orElseThrow();
        var standing = clerk.standing(evaluation, settled);
        if (standing.isEmpty()) {
            return new Decision.No(Bar.TOO_MUCH_LEFT_OUT);
        }
        return evaluation instanceof Evaluation.FactCheck check
                ? take(check.notice(id, by, at, standing.get()))
                : take(as(Evaluation.PublicNotice.class, evaluation).noticeAgain(id, by, at, standing.get()));
    }

    private Decision publish(Evaluation.PublicNotice evaluation, String id, Party.Bureau by, Instant at) {
        var months = clerk.standard(evaluation).rules().validMonths();
        var until = clerk.today().plusMonths(months).minusDays(1);
        return take(evaluation.publish(id, by, at, noticed(evaluation), until));
    }

    /** What the public was told; that today's reckoning says the same, the rules have seen. */
    private static Standing noticed(Evaluation evaluation) {
        return evaluation.proceedings().last(Proceeding.Noticed.class).orElseThrow().standing();
    }

    private Decision decideAppeal(
            Evaluation.Appealed evaluation, OfficeMove.DecideAppeal move, String id, Party.Bureau by, Instant at) {
        if (!evaluation.rulings().contains(move.ruling())) {
            return new Decision.No(Bar.NOT_NOW);
        }
        if (move.ruling() == Ruling.RESTORED && clerk.hasNewer(evaluation)) {
            return new Decision.No(Bar.UNDER_WAY);
        }
        if (move.ruling() != Ruling.AMENDED) {
            return move.marks().isEmpty()
                    ? take(evaluation.decide(id, by, at, move.ruling(), move.words(), Map.of(), Optional.empty()))
                    : new Decision.No(Bar.NOT_A_MARK);
        }
        if (move.marks().isEmpty()) {
            return new Decision.No(Bar.NOT_A_MARK);
        }
        var sheet = evaluation.proceedings().settled().orElseThrow();
        for (Map.Entry<String, Mark> mark : move.marks().entrySet()) {
            if (!MarkRules.isAMark(clerk.standard(evaluation), mark.getKey(), mark.getValue())) {
                return new Decision.No(Bar.NOT_A_MARK);
            }
            sheet = sheet.with(mark.getKey(), mark.getValue());
        }
        return clerk.standing(evaluation, sheet)
                .<Decision>map(standing -> take(
                        evaluation.decide(id, by, at, Ruling.AMENDED, move.words(), move.marks(), Optional.of(standing))))
                .orElseGet(() -> new Decision.No(Bar.NOT_A_MARK));
    }

    private static Decision verify(
            Evaluation.Running evaluation, OfficeMove.Verify move, String id, Party.Bureau by, Instant at) {
        var planned = evaluation.proceedings().all(Proceeding.Planned.class).anyMatch(p -> p.id().equals(move.plan()));
        return planned
                ? take(evaluation.verify(id, by, at, move.plan(), move.mended(), move.words()))
                : new Decision.No(Bar.NO_SUCH_REFERENCE);
    }

    private static Decision take(Step step) {
        return new Decision.Take(step);
    }

    private static <S extends Evaluation> S as(Class<S> stage, Evaluation evaluation) {
        return stage.cast(evaluation);
    }
}
