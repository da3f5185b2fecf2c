package xingma.rate.told;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import xingma.aws.http.Request;
import xingma.evaluation.Evaluation;
import xingma.evaluation.Panel;
import xingma.evaluation.Party;
import xingma.evaluation.Proceeding;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.round.Experts;
import xingma.rating.Standard;
import xingma.territory.Officer;

/** An evaluation as the office may see it: who sits, who is waited for, what may be done; no mark before it is settled. */
public final class OfficeFileView {
    private final House house;

    public OfficeFileView(House house) {
        this.house = house;
    }

    public Map<String, Object> of(Request request, Officer officer, Evaluation evaluation) {
        var view = new FileView(house, evaluation);
        var file = evaluation.proceedings();
        var experts = new LinkedHashMap<String, String>();
        for (var listed : house.rolls().experts()) {
            experts.put(listed.expert().id(), listed.expert().name());
        }
        var officers = house.names().of(request, officers(evaluation));
        var told = view.head();
        var standard = view.standard();
        told.put("standard", standard(standard));
        told.put("panel", file.panel().map(p -> panel(p, evaluation, experts)));
        told.put("draws", new DrawView(experts).all(evaluation));
        told.putAll(moves(officer, evaluation));
        told.put("proposal", file.proposal().map(p -> officers.getOrDefault(p.by().person(), p.by().person())));
        told.put("withdrawal", file.withdrawal().map(w -> {
            var why = new LinkedHashMap<String, Object>();
            why.put("ground", Telling.word(w.ground()));
            why.put("words", w.words());
            why.put("by", officers.getOrDefault(w.by().person(), w.by().person()));
            return why;
        }));
        told.put("openQuestions", file.openQuestions().size());
        told.put("objections", objections(evaluation));
        told.put("reply", file.waitingReply().map(reply -> {
            var waiting = new LinkedHashMap<String, Object>();
            waiting.put("id", reply.id());
            waiting.put("words", reply.words());
            return waiting;
        }));
        told.put("appeal", file.last(Proceeding.Appealed.class).map(Proceeding.Appealed::words));
        told.put("rulings", evaluation instanceof Evaluation.Appealed appealed
                ? appealed.rulings().stream().map(Telling::word).toList()
                : List.of());
        told.put("hadPart", hadPart(evaluation, officers, experts));
        told.put("plans", view.plans());
        told.put("questions", ApplicantsSeat.isOpen(evaluation) ? view.questions() : List.of());
        view.putSettled(told);
        told.put("toSettle", house.panel().median(evaluation).map(m -> m.open().size()));
        told.put("clauses", file.settled()
                .filter(s -> ApplicantsSeat.isOpen(evaluation))
                .map(s -> new ClausesView(standard, experts).of(evaluation, s, house.office().sheets(evaluation)))
                .orElse(List.of()));
        told.put("record", RecordView.of(house.office().known(evaluation), standard.rules(), house.today()));
        told.put("published", view.published());
        told.put("exemption", view.exemption());
        told.put("proceedings", file.all().stream().map(p -> act(p, evaluation, officers, experts)).toList());
        return told;
    }

    private Map<String, Object> moves(Officer officer, Evaluation evaluation) {
        var lawful = new ArrayList<String>();
        var barred = new LinkedHashMap<String, Object>();
        house.office().moves(officer, evaluation).forEach((what, bar) -> {
            if (bar.isEmpty()) {
                lawful.add(Telling.word(what));
                return;
            }
            var why = Why.of(bar.get());
            var words = new LinkedHashMap<String, Object>();
            words.put("code", why.code());
            words.put("chinese", why.chinese());
            words.put("english", why.english());
            barred.put(Telling.word(what), words);
        });
        var told = new LinkedHashMap<String, Object>();
        told.put("lawful", lawful);
        told.put("barred", barred);
        return told;
    }

    private static Map<String, Object> panel(Panel panel, Evaluation evaluation, Map<String, String> names) {
        var file = evaluation.proceedings();
        var seats = panel.seats().stream().map(seat -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("expert", seat.expert());
            told.put("name", names.getOrDefault(seat.expert(), seat.expert()));
            told.put("side", Telling.word(seat.side()));
            told.put("chair", panel.chair().equals(seat.expert()));
            told.put("declared", file.declared().contains(seat.expert()));
            told.put("handedIn", file.handedIn().containsKey(seat.expert()));
            return told;
        });
        var told = new LinkedHashMap<String, Object>();
        told.put("seats", seats.toList());
        told.put("handedIn", file.handedIn().size());
        return told;
    }

    private static Map<String, Object> standard(Standard standard) {
        var told = new LinkedHashMap<String, Object>();
        told.put("standard", standard.id());
        told.put("edition", standard.edition());
        told.put("title", Views.words(standard.title()));
        told.put("notice", standard.notice().map(Views::words));
        told.put("spread", standard.rules().spread());
        told.put("validMonths", standard.rules().validMonths());
        told.put("parts", standard.parts().stream().map(part -> {
            var one = new LinkedHashMap<String, Object>();
            one.put("part", part.code());
            one.put("title", Views.words(part.title()));
            return one;
        }).toList());
        return told;
    }

    /** Who must not decide an appeal, by name; asked of no other stage. */
    private static List<String> hadPart(
            Evaluation evaluation, Map<String, String> officers, Map<String, String> experts) {
        return evaluation instanceof Evaluation.Appealed
                ? evaluation.proceedings().participants().stream()
                        .map(id -> officers.getOrDefault(id, experts.getOrDefault(id, id)))
                        .sorted()
                        .toList()
                : List.of();
    }

    private static List<Map<String, Object>> objections(Evaluation evaluation) {
        return evaluation.proceedings().openObjections().stream().map(objection -> {
            var told = new LinkedHashMap<String, Object>();
            told.put("id", objection.id());
            told.put("words", objection.words());
            told.put("at", objection.at());
            return (Map<String, Object>) told;
        }).toList();
    }

    /** What the panel talked over stays with it until the sheet is open. */
    private static Map<String, Object> act(
            Proceeding proceeding, Evaluation evaluation, Map<String, String> officers, Map<String, String> experts) {
        var told = ActView.withPeople(proceeding);
        told.put("name", switch (proceeding.by()) {
            case Party.Bureau b -> officers.getOrDefault(b.officer(), b.officer());
            case Party.Assessor a -> experts.getOrDefault(a.expert(), a.expert());
            case Party.Applicant a -> null;
            case Party.Sweep s -> null;
        });
        if (proceeding instanceof Proceeding.Discussed && !ApplicantsSeat.isOpen(evaluation)) {
            told.put("words", null);
        }
        return told;
    }

    private static TreeSet<String> officers(Evaluation evaluation) {
        var ids = new TreeSet<String>();
        for (var proceeding : evaluation.proceedings().all()) {
            if (proceeding.by() instanceof Party.Bureau b) {
                ids.add(b.officer());
            }
        }
        return ids;
    }

    public static Map<String, Object> of(Experts.Listed listed) {
        var expert = listed.expert();
        var told = new LinkedHashMap<String, Object>();
        told.put("expert", expert.id());
        told.put("name", expert.name());
        told.put("side", Telling.word(expert.side()));
        told.put("ties", expert.ties().stream().map(Object::toString).sorted().toList());
        told.put("available", expert.available());
        told.put("revision", listed.revision());
        return told;
    }
}
