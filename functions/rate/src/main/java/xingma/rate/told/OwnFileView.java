package xingma.rate.told;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Party;
import xingma.evaluation.Proceeding;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.Standing;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.rules.EvaluationRules.Which;
import xingma.rating.Sheet;
import xingma.rating.Standard;
import xingma.rating.Stars;

/** An evaluation as the institution itself may see it. */
public final class OwnFileView {
    private final House house;
    private final String publicBaseUrl;

    /** @param publicBaseUrl where everybody reads the star, without a slash at its end */
    public OwnFileView(House house, String publicBaseUrl) {
        this.house = house;
        this.publicBaseUrl = publicBaseUrl;
    }

    public Map<String, Object> of(Evaluation evaluation) {
        var view = new FileView(house, evaluation);
        var seat = house.seat();
        var file = evaluation.proceedings();
        var sheet = seat.sheet(evaluation);
        var told = view.head();
        told.put("standard", StandardView.of(view.standard(), evaluation.beginning().type()));
        told.put("declaration", seat.declaration());
        told.put("may", may(evaluation));
        told.put("sheet", Views.sheet(sheet));
        told.put("faults", view.faults(sheet));
        told.putAll(worth(evaluation));
        told.put("plans", view.plans());
        told.put("questions", view.questions());
        view.putSettled(told);
        told.put("guidance", seat.guidance(evaluation));
        told.put("published", view.published());
        told.put("exemption", view.exemption());
        told.put("reply", reply(evaluation));
        told.put("pages", pages(evaluation, view.standard()));
        told.put(
                "proceedings",
                file.all().stream().filter(OwnFileView::isOpen).map(ActView::of).toList());
        return told;
    }

    /** What a saved clause changed: the self-check's worth and the nearest way to more. */
    public Map<String, Object> of(Evaluation evaluation, ScoreSheet.Saved clause, ScoreSheet sheet) {
        var told = new LinkedHashMap<String, Object>();
        told.put("clause", Views.saved(clause));
        told.put("revision", sheet.revision());
        told.put("faults", new FileView(house, evaluation).faults(sheet));
        told.putAll(worth(evaluation));
        return told;
    }

    private Map<String, Object> worth(Evaluation evaluation) {
        var standard = house.seat().standard(evaluation);
        var projection = house.seat().projection(evaluation);
        var open = evaluation.proceedings().settled().filter(s -> ApplicantsSeat.isOpen(evaluation));
        var now = open.isPresent()
                ? evaluation.proceedings().standing().map(Standing::stars)
                : projection instanceof Stars.Outcome.Rated(var stars)
                        ? Optional.of(stars.stars())
                        : Optional.<Integer>empty();
        var base = open.orElseGet(() -> house.seat().sheet(evaluation).marks());
        var told = new LinkedHashMap<String, Object>();
        told.put("projection", StarsView.of(projection, standard));
        told.put("path", now.flatMap(n -> path(evaluation, n + 1, base)));
        return told;
    }

    private Optional<Map<String, Object>> path(Evaluation evaluation, int wanted, Sheet base) {
        return house.seat()
                .path(evaluation, wanted)
                .map(next -> StarsView.of(next, wanted, base, house.seat().standard(evaluation)));
    }

    /** The steps that the stage offers to the institution today. */
    private List<String> may(Evaluation evaluation) {
        var may = new ArrayList<String>();
        if (evaluation instanceof Evaluation.SelfChecking) {
            may.add("apply");
        }
        if (evaluation instanceof Evaluation.Cancellable) {
            may.add("cancel");
        }
        if (evaluation instanceof Evaluation.FactCheck check && !check.isConfirmed() && runs(check, Which.FACT_CHECK)) {
            may.add("question");
            may.add("confirm");
        }
        if (house.seat().mayAppeal(evaluation)) {
            may.add("appeal");
        }
        if (evaluation instanceof Evaluation.Starred) {
            if (evaluation.proceedings().waitingReply().isEmpty()) {
                may.add("reply");
            }
            may.add("self-check");
        }
        if (evaluation instanceof Evaluation.Running) {
            may.add("plan");
            if (evaluation.proceedings().last(Proceeding.Planned.class).isPresent()) {
                may.add("prove");
            }
        }
        return may;
    }

    private boolean runs(Evaluation evaluation, Which which) {
        return house.deadlines()
                .get()
                .running(evaluation, which)
                .filter(d -> !d.isOver(house.today()))
                .isPresent();
    }

    /** Where everybody reads of it. */
    private Map<String, Object> pages(Evaluation evaluation, Standard standard) {
        var institution = evaluation.id().institution();
        var told = new LinkedHashMap<String, Object>();
        told.put("star", publicBaseUrl + "/stars/" + institution);
        told.put("badge", publicBaseUrl + "/badges/" + institution + ".svg");
        told.put("method", publicBaseUrl + "/method?s=" + standard.id() + "/" + standard.edition());
        return told;
    }

    private static Map<String, Object> reply(Evaluation evaluation) {
        var file = evaluation.proceedings();
        var told = new LinkedHashMap<String, Object>();
        told.put("shown", file.shownReply().map(Proceeding.Replied::words));
        told.put("waiting", file.waitingReply().map(Proceeding.Replied::words));
        return told;
    }

    /** Its own steps, and those of others that concern it. Who proposed, who sat and who objected is not among them. */
    private static boolean isOpen(Proceeding proceeding) {
        if (proceeding.by() instanceof Party.Applicant) {
            return true;
        }
        return switch (proceeding) {
            case Proceeding.SentBack p -> true;
            case Proceeding.Drawn p -> true;
            case Proceeding.Settled p -> true;
            case Proceeding.Explained p -> true;
            case Proceeding.Noticed p -> true;
            case Proceeding.Published p -> true;
            case Proceeding.AppealDecided p -> true;
            case Proceeding.ReplyModerated p -> true;
            case Proceeding.Suspended p -> true;
            case Proceeding.Resumed p -> true;
            case Proceeding.Withdrawn p -> true;
            case Proceeding.Expired p -> true;
            case Proceeding.Superseded p -> true;
            case Proceeding.Verified p -> true;
            case Proceeding.Begun p -> true;
            case Proceeding.Applied p -> true;
            case Proceeding.Cancelled p -> true;
            case Proceeding.Questioned p -> true;
            case Proceeding.Confirmed p -> true;
            case Proceeding.Appealed p -> true;
            case Proceeding.Replied p -> true;
            case Proceeding.SelfChecked p -> true;
            case Proceeding.Planned p -> true;
            case Proceeding.Proved p -> true;
            case Proceeding.Declared p -> false;
            case Proceeding.Recused p -> false;
            case Proceeding.Replaced p -> false;
            case Proceeding.HandedIn p -> false;
            case Proceeding.Discussed p -> false;
            case Proceeding.Objected p -> false;
            case Proceeding.ObjectionAnswered p -> false;
            case Proceeding.Reconvened p -> false;
            case Proceeding.Proposed p -> false;
            case Proceeding.ProposalRefused p -> false;
            case Proceeding.WithdrawalProposed p -> false;
            case Proceeding.WithdrawalRefused p -> false;
        };
    }
}
