package xingma.registry.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.fact.Section;
import xingma.institution.InstitutionId;
import xingma.institution.PremisesKind;
import xingma.registry.Change;
import xingma.registry.Dossier;
import xingma.registry.Edit;
import xingma.registry.sheet.Trial.Plan;
import xingma.territory.City;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/** One trial of one file: reads every row, finds whom it is about, compares with the register. */
final class TrialRun {
    private final List<PremisesKind> kinds;
    private final RegisterView register;
    private final Officer officer;
    private final String importId;
    private final Findings findings = new Findings();
    private final LineReader reader;
    private final TargetChecks checks;
    private final LocalDate today;
    private final SortedMap<InstitutionId, Target> targets = new TreeMap<>();
    private final Map<String, InstitutionId> inFile = new HashMap<>();
    private final Set<String> wrongInFile = new HashSet<>();

    TrialRun(
            City city,
            List<PremisesKind> kinds,
            SheetRules rules,
            RegisterView register,
            Officer officer,
            String importId,
            LocalDate today) {
        this.kinds = kinds;
        this.register = register;
        this.officer = officer;
        this.importId = importId;
        this.reader = new LineReader(kinds, new FieldReader(city, officer.territory()), rules, findings);
        this.checks = new TargetChecks(rules, register, findings, today);
        this.today = today;
    }

    Trial run(List<Sheet> sheets) {
        var layouts = reader.layouts(sheets);
        var lines = reader.read(layouts);
        findInstitutions(lines);
        gather(lines);
        for (var target : targets.values()) {
            checks.institution(target);
            refuseWhileAnotherWaits(target);
        }
        for (var target : targets.values()) {
            refusePeopleOfNobody(target);
            checks.people(target);
        }
        var alterations = new ArrayList<Trial.Alteration>();
        var plans = new ArrayList<Plan>();
        for (var target : targets.values()) {
            standing(target);
            var edits = planned(target);
            if (!edits.isEmpty()) {
                alterations.addAll(Effects.of(target, edits, today));
                var dossier = target.dossier.orElseGet(() -> Dossier.open(target.id, target.kind.id(), district(target)));
                plans.add(new Plan(dossier, edits));
            }
        }
        return new Trial(
                lines.size(),
                counts(lines),
                forms(sheets, layouts),
                findings.inOrder(sheets),
                alterations,
                plans,
                dossiers());
    }

    private void findInstitutions(List<Line> lines) {
        for (var line : lines) {
            var kind = line.layout.kind();
            if (line.isPerson()) {
                line.institution = person(line, kind);
            } else {
                line.institution = line.value(kind.identifiedBy()).map(number -> known(kind, number));
                note(line, kind);
            }
        }
    }

    private InstitutionId known(PremisesKind kind, String number) {
        return register.bearing(kind.id(), number).stream()
                .findFirst()
                .map(s -> s.id())
                .orElseGet(() -> InstitutionId.firstRegisteredAs(kind.id(), number));
    }

    /** Every word by which a row of people may mean this institution. */
    private void note(Line line, PremisesKind kind) {
        for (var field : List.of(kind.identifiedBy(), "number", "creditCode", "name")) {
            line.value(field).map(v -> CellText.squeezed(v).text()).ifPresent(word -> {
                if (line.institution.isPresent()) {
                    inFile.putIfAbsent(word, line.institution.get());
                }
            });
            if (line.institution.isEmpty()) {
                line.layout.column(field)
                        .map(c -> CellText.squeezed(line.row.cell(c.index())).text())
                        .ifPresent(wrongInFile::add);
            }
        }
    }

    private Optional<InstitutionId> person(Line line, PremisesKind kind) {
        var word = LineReader.reference(line);
        var column = line.layout.reference().orElseThrow();
        if (word.isEmpty()) {
            findings.add(line, column, Remark.error("field.required", Optional.empty(), column.heading()));
            return Optional.empty();
        }
        var written = CellText.spaced(CellText.composed(line.row.cell(column.index()))).text();
        var meant = Optional.ofNullable(inFile.get(word))
                .or(() -> register.bearing(kind.id(), word).stream().findFirst().map(s -> s.id()))
                .or(() -> register.named(kind.id(), written).stream().findFirst().map(s -> s.id()));
        if (meant.isEmpty()) {
            findings.add(line, column, wrongInFile.contains(word)
                    ? Remark.error("person.institutionWrong", Optional.empty())
                    : HiddenNumbers.areIn(written)
                            ? Remark.secret("cell.identityNumber")
                            : Remark.error("person.noInstitution", Optional.empty(), written));
        }
        return meant;
    }

    private void gather(List<Line> lines) {
        var ids = new HashSet<InstitutionId>();
        lines.forEach(l -> l.institution.ifPresent(ids::add));
        var dossiers = register.dossiers(ids);
        for (var line : lines) {
            line.institution.ifPresent(id -> {
                var dossier = Optional.ofNullable(dossiers.get(id));
                if (dossier.filter(d -> !d.isVacant() && !officer.mayActIn(d.district())).isPresent()) {
                    findings.add(line, line.isPerson() ? "code" : line.layout.kind().identifiedBy(),
                            Remark.error("institution.elsewhere", Optional.empty()));
                    return;
                }
                targets.computeIfAbsent(id, i -> new Target(id, line.layout.kind(), dossier)).lines.add(line);
            });
        }
    }

    /** Somebody else's change goes first; one that says the same already is no obstacle. */
    private void refuseWhileAnotherWaits(Target target) {
        var waiting = target.dossier.flatMap(Dossier::pending).map(Change.Proposed::proposal)
                .filter(p -> !p.occasion().equals(importId));
        if (waiting.isEmpty()) {
            return;
        }
        var ahead = target.dossier.get().entryAhead();
        for (var line : target.lines) {
            if (line.wrong || target.edits(line.says).isEmpty()) {
                continue;
            }
            var same = line.says.entrySet().stream()
                    .allMatch(e -> ahead.at(e.getKey()).filter(e.getValue()::equals).isPresent());
            var code = same ? "pending.same" : "pending.waits";
            findings.add(line, key(line), same
                    ? Remark.warning(code, Optional.empty(), waiting.get().source())
                    : Remark.error(code, Optional.empty(), waiting.get().source()));
            if (same) {
                line.says.clear();
            }
        }
    }

    private void refusePeopleOfNobody(Target target) {
        var exists = target.isPublished() || target.lines.stream().anyMatch(l -> !l.isPerson() && !l.wrong)
                || target.dossier.flatMap(Dossier::pending).isPresent();
        if (!exists) {
            target.lines.stream().filter(Line::isPerson).forEach(line -> findings.add(
                    line,
                    line.layout.reference().orElseThrow(),
                    Remark.error("person.institutionWrong", Optional.empty())));
        }
    }

    private static String key(Line line) {
        return line.isPerson() ? "code" : line.layout.kind().identifiedBy();
    }

    private void standing(Target target) {
        for (var line : target.lines) {
            var edits = target.edits(line.says);
            var newPerson = line.isPerson()
                    && line.value("code").filter(c -> !target.before.all(Section.PERSON).containsKey(c)).isPresent();
            line.becomes = edits.isEmpty()
                    ? Line.Becomes.UNCHANGED
                    : !target.isPublished() || newPerson ? Line.Becomes.FRESH : Line.Becomes.CHANGED;
        }
    }

    private List<Edit> planned(Target target) {
        var edits = target.edits();
        var line = target.lines.getFirst();
        if (edits.size() <= Change.Proposal.MOST_EDITS) {
            if (target.before.hasRoomFor(edits)) {
                return edits;
            }
            findings.add(line, key(line), Remark.error("institution.tooHeavy", Optional.empty()));
            return List.of();
        }
        findings.add(line, key(line), Remark.error(
                "institution.tooMuch", Optional.empty(), edits.size(), Change.Proposal.MOST_EDITS));
        return List.of();
    }

    private static RegionCode district(Target target) {
        return target.after().district();
    }

    private List<Dossier> dossiers() {
        return targets.values().stream()
                .filter(t -> t.lines.stream().anyMatch(l -> !l.wrong))
                .flatMap(t -> t.dossier.stream())
                .toList();
    }

    private static Trial.Counts counts(List<Line> lines) {
        var good = lines.stream().filter(l -> !l.wrong).toList();
        return new Trial.Counts(
                (int) good.stream().filter(l -> l.becomes == Line.Becomes.FRESH).count(),
                (int) good.stream().filter(l -> l.becomes == Line.Becomes.UNCHANGED).count(),
                (int) good.stream().filter(l -> l.becomes == Line.Becomes.CHANGED).count(),
                lines.size() - good.size(),
                (int) good.stream().filter(l -> l.warned).count());
    }

    private static List<Trial.Form> forms(List<Sheet> sheets, List<Layout> layouts) {
        return sheets.stream()
                .map(sheet -> new Trial.Form(
                        sheet.name(),
                        layouts.stream()
                                .filter(l -> l.sheet().name().equals(sheet.name()))
                                .findFirst()
                                .map(l -> l.kind().id())
                                .orElse(""),
                        sheet.headings()))
                .toList();
    }
}
