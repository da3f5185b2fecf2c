package xingma.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.fact.Field;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.institution.PlacardCode;
import xingma.institution.PremisesKind;
import xingma.institution.Verdict;
import xingma.practitioner.Practitioner.ThreeConditions;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;
import xingma.registry.Entry;
import xingma.registry.Published;
import xingma.registry.Summary;

/** Dossiers, changes and lists as officers read them in JSON. */
final class DossierView {
    private DossierView() {}

    static Map<String, Object> of(Dossier dossier, PremisesKind kind, LocalDate today) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", dossier.id());
        told.put("kind", dossier.kind());
        told.put("district", dossier.district());
        told.put("revision", dossier.revision());
        told.put("version", dossier.published().map(Published::version).orElse(0));
        told.put("placard", dossier.placard().map(PlacardCode::value));
        told.put("published", dossier.published().map(p -> entry(p.entry())));
        told.put("origins", dossier.published().map(DossierView::origins).orElse(Map.of()));
        told.put("pending", dossier.pending().map(p -> change(p, kind)));
        told.put("verdict", dossier.published().map(p -> verdict(p.entry(), kind, today)));
        told.put("conditions", conditions(dossier.entry(), today));
        return told;
    }

    static Map<String, Object> summary(Summary summary) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", summary.id());
        told.put("kind", summary.kind());
        told.put("district", summary.district());
        told.put("name", summary.name());
        told.put("address", summary.address());
        told.put("numbers", summary.numbers());
        told.put("version", summary.version());
        told.put("pending", summary.isPending());
        told.put("occasion", summary.occasion());
        told.put("placard", summary.placard().map(PlacardCode::value));
        return told;
    }

    static Map<String, Object> change(Change change, PremisesKind kind) {
        var told = new LinkedHashMap<String, Object>();
        var proposal = change.proposal();
        told.put("id", proposal.id());
        told.put("stage", switch (change) {
            case Change.Proposed proposed -> "proposed";
            case Change.Checked checked -> "checked";
            case Change.Refused refused -> "refused";
            case Change.Superseded superseded -> "superseded";
            case Change.Withdrawn withdrawn -> "withdrawn";
        });
        told.put("source", proposal.source());
        told.put("occasion", proposal.occasion());
        told.put("by", proposal.by());
        told.put("at", proposal.at());
        switch (change) {
            case Change.Proposed waiting -> decided(told, null, null, null, null);
            case Change.Checked(var p, var by, var at, var version) -> decided(told, by, at, null, version);
            case Change.Refused(var p, var by, var reason, var at) -> decided(told, by, at, reason, null);
            case Change.Superseded(var p, var by, var at) -> decided(told, by, at, null, null);
            case Change.Withdrawn withdrawn -> decided(told, withdrawn.by(), withdrawn.at(), null, null);
        }
        told.put("edits", proposal.edits().stream().map(e -> edit(e, kind)).toList());
        return told;
    }

    private static void decided(Map<String, Object> told, Object by, Object at, Object reason, Object version) {
        told.put("decidedBy", by);
        told.put("decidedAt", at);
        told.put("reason", reason);
        told.put("version", version);
    }

    private static Map<String, Object> edit(Edit edit, PremisesKind kind) {
        var told = new LinkedHashMap<String, Object>();
        var path = edit.path();
        told.put("path", path);
        told.put("heading", kind.field(path.section(), path.field()).map(Field::heading).orElse(path.field()));
        told.put("before", edit.before());
        told.put("after", edit.after());
        return told;
    }

    private static Map<String, Object> entry(Entry entry) {
        var told = new LinkedHashMap<String, Object>();
        told.put(Section.PREMISES.word(), entry.premises().values());
        for (var section : List.of(Section.CREDENTIAL, Section.PERSON, Section.PRACTICE)) {
            var things = new LinkedHashMap<String, Object>();
            entry.all(section).forEach((key, facts) -> things.put(key, facts.values()));
            told.put(section.word(), things);
        }
        return told;
    }

    private static Map<String, Object> origins(Published published) {
        var told = new LinkedHashMap<String, Object>();
        published.since().forEach((Path path, Integer version) -> {
            var origin = published.origins().get(version);
            var one = new LinkedHashMap<String, Object>();
            one.put("source", origin.source());
            one.put("proposedBy", origin.proposedBy());
            one.put("proposedAt", origin.proposedAt());
            one.put("checkedBy", origin.checkedBy());
            one.put("checkedAt", origin.checkedAt());
            one.put("version", version);
            told.put(path.toString(), one);
        });
        return told;
    }

    private static Map<String, Object> verdict(Entry entry, PremisesKind kind, LocalDate today) {
        var verdict = Verdict.of(entry.institution(), kind.conditions(), today);
        var told = new LinkedHashMap<String, Object>();
        told.put("day", verdict.day());
        told.put("yes", verdict.yes());
        told.put("reasons", verdict.reasons().stream()
                .map(r -> Map.of("what", r.word(), "met", r.met()))
                .toList());
        return told;
    }

    /** The three conditions of everybody who works here on the day, by practising code. */
    private static Map<String, ThreeConditions> conditions(Entry entry, LocalDate today) {
        var told = new LinkedHashMap<String, ThreeConditions>();
        entry.people().stream()
                .filter(person -> person.worksHereOn(today))
                .forEach(person -> told.put(person.practisingCode(), person.conditionsOn(today)));
        return told;
    }

    static Map<String, Object> pending(Summary summary, Optional<Map<String, Object>> change) {
        var told = summary(summary);
        told.put("change", change);
        return told;
    }
}
