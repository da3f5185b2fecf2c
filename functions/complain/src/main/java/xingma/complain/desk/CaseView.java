package xingma.complain.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import xingma.aws.http.Request;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Words;
import xingma.complaint.caseload.Row;
import xingma.complaint.desk.Signals;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.territory.Officer;

/** A whole case as the desk's screen shows it, its words opened and its contact closed. */
public final class CaseView {
    private final Office office;
    private final Signals signals;

    public CaseView(Office office, Signals signals) {
        this.office = office;
        this.signals = signals;
    }

    /** The case, whose opening is recorded already. */
    public Map<String, Object> of(Request request, Officer officer, Complaint complaint) {
        var names = office.names().of(request, officers(complaint));
        var clocks = office.clocks().get();
        var today = office.today();
        var docket = complaint.docket();
        var filing = complaint.filing();
        var row = Row.of(complaint, clocks);
        var words = Words.opened(complaint, everything -> true, office.seals());
        var acts = new ActView(office, names, words);

        var told = new LinkedHashMap<>(new RowView(office, names).of(row));
        told.put("revision", docket.revision());
        told.put("home", office.named(docket.home()));
        told.put("identity", ClockView.word(docket.identity()));
        told.put("channel", ClockView.word(filing.channel()));
        told.put("reference", filing.reference());
        told.put("language", filing.language());
        told.put("subject", filing.subject());
        told.put("words", words.get(docket.filed().id()));
        told.put("clocks", clocks.all(complaint).stream().map(c -> ClockView.of(c, clocks, today)).toList());
        told.put("acts", docket.acts().stream().map(acts::of).toList());
        told.put("evidence", clocks.retention().evidence(complaint, today).stream().map(CaseView::evidence).toList());
        told.put("contact", contact(complaint, names));
        told.put("joinOffer", docket.joinOffer().map(CaseNumber::value));
        told.put("lead", complaint instanceof Complaint.Joined j ? Optional.of(j.lead().value()) : Optional.empty());
        told.put("followers", docket.followers().stream().map(CaseNumber::value).toList());
        told.put("signals", signals(officer, row));
        told.putAll(lawful(officer, complaint));
        told.put("outlook", Outlook.of(complaint, officer, clocks, office.clock().instant()));
        return told;
    }

    /** What is left to be told of a case that a step took to another unit. */
    public Map<String, Object> left(Complaint complaint) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", complaint.number().value());
        told.put("spoken", complaint.number().spoken());
        told.put("unit", office.named(complaint.unit()));
        told.put("stage", ClockView.word(complaint.stage()));
        told.put("left", true);
        told.put("lawful", List.of());
        return told;
    }

    private Map<String, Object> lawful(Officer officer, Complaint complaint) {
        var moves = office.desk().moves(officer, complaint);
        var barred = new LinkedHashMap<String, Object>();
        moves.forEach((what, bar) -> bar.ifPresent(b -> {
            var why = new LinkedHashMap<String, Object>();
            why.put("code", b.code());
            why.put("chinese", b.chinese());
            why.put("english", b.english());
            barred.put(what.word(), why);
        }));
        var told = new LinkedHashMap<String, Object>();
        told.put(
                "lawful",
                moves.entrySet().stream()
                        .filter(m -> m.getValue().isEmpty())
                        .map(m -> m.getKey().word())
                        .toList());
        told.put("barred", barred);
        return told;
    }

    private List<Map<String, Object>> signals(Officer officer, Row row) {
        if (row.institution().isEmpty()) {
            return List.of();
        }
        var about = office.complaints().about(row.institution().get(), signals.since(office.clock().instant())).stream()
                .filter(r -> officer.mayActIn(r.unit()))
                .toList();
        return SignalView.of(signals.of(row, about), office);
    }

    private static Map<String, Object> evidence(Act.EvidenceAdded added) {
        var told = new LinkedHashMap<String, Object>();
        told.put("slot", added.slot());
        told.put("kind", added.kind().contentType());
        told.put("bytes", added.bytes());
        told.put("cleaned", added.kind().cleaned());
        return told;
    }

    private static Map<String, Object> contact(Complaint complaint, Map<String, String> names) {
        var contact = complaint.docket().contact();
        var told = new LinkedHashMap<String, Object>();
        told.put("sealed", contact.isPresent());
        told.put("kept", contact.filter(c -> !c.isErased()).isPresent());
        told.put(
                "openedBy",
                complaint.docket().all(Act.Opened.class)
                        .filter(o -> o.part() == Part.CONTACT)
                        .map(o -> {
                            var opened = new LinkedHashMap<String, Object>();
                            opened.put("at", o.at());
                            opened.put("name", o.by() instanceof Actor.Bureau b ? names.getOrDefault(b.officer(), b.officer()) : null);
                            opened.put("reason", o.reason());
                            return opened;
                        })
                        .toList());
        return told;
    }

    private static TreeSet<String> officers(Complaint complaint) {
        var ids = new TreeSet<String>();
        for (var act : complaint.docket().acts()) {
            if (act.by() instanceof Actor.Bureau b) {
                ids.add(b.officer());
            }
            if (act instanceof Act.Assigned a) {
                ids.add(a.to());
            }
        }
        return ids;
    }
}
