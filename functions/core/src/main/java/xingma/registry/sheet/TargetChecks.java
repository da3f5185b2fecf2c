package xingma.registry.sheet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import xingma.fact.Facts;
import xingma.fact.Field;
import xingma.fact.Path;
import xingma.fact.Section;
import xingma.practitioner.Practitioner;

/** What must hold of an institution and its people once the rows are put together, and what somebody should look at. */
final class TargetChecks {
    private static final String DOCTOR = "医师";

    private final SheetRules rules;
    private final RegisterView register;
    private final Findings findings;
    private final LocalDate today;

    TargetChecks(SheetRules rules, RegisterView register, Findings findings, LocalDate today) {
        this.rules = rules;
        this.register = register;
        this.findings = findings;
        this.today = today;
    }

    void institution(Target target) {
        refuseContradictions(target);
        for (var line : target.lines) {
            if (!line.isPerson() && !line.wrong) {
                refuseGaps(target, line);
            }
            if (!line.isPerson() && !line.wrong) {
                warn(target, line);
            }
        }
    }

    void people(Target target) {
        for (var line : target.lines) {
            if (line.isPerson() && !line.wrong) {
                refuseGaps(target, line);
                person(target, line);
            }
        }
    }

    /** Rows that speak of the same institution, permit or person must say the same of it. */
    private void refuseContradictions(Target target) {
        Map<Path, Line> first = new HashMap<>();
        for (var line : target.lines.stream().filter(l -> !l.wrong).toList()) {
            line.says.forEach((path, value) -> {
                var before = first.putIfAbsent(path, line);
                if (before != null && !before.says.get(path).equals(value)) {
                    findings.add(line, line.from.get(path), Remark.error(
                            "row.contradicts", Optional.empty(), before.row.number(), before.says.get(path)));
                }
            });
        }
    }

    /** What the register must know of each thing that the row is about, after the row. */
    private void refuseGaps(Target target, Line line) {
        var after = target.before.with(target.edits(line.says));
        for (var field : line.layout.kind().fields()) {
            if (!field.required() || !SheetRules.isInSheets(field)) {
                continue;
            }
            var key = key(line, field);
            if (key.isPresent() && after.at(new Path(field.section(), key.get(), field.id())).isEmpty()) {
                findings.add(line, field.id(), Remark.error("field.required", Optional.empty(), field.heading()));
            }
        }
    }

    private static Optional<String> key(Line line, Field field) {
        return switch (field.section()) {
            case PREMISES -> Optional.of("").filter(k -> !line.isPerson());
            case CREDENTIAL -> line.value("number").filter(k -> !line.isPerson());
            case PERSON -> line.value("code").filter(k -> line.isPerson());
            case PRACTICE -> Optional.empty();
        };
    }

    private void warn(Target target, Line line) {
        var after = target.before.with(target.edits(line.says));
        var premises = after.premises();
        if (rules.levels().exceededBy(premises)) {
            findings.add(line, "surgeryLevel", Remark.warning(
                    "surgeryLevel.exceeded",
                    Optional.empty(),
                    premises.textOrEmpty("institutionType"),
                    rules.levels().highestFor(premises).orElse(0),
                    premises.textOrEmpty("surgeryLevel")));
        }
        warnLapsed(line);
        warnTwin(target, line);
    }

    private void warnLapsed(Line line) {
        line.value("validUntil").map(LocalDate::parse).filter(today::isAfter).ifPresent(until -> findings.add(
                line, "validUntil", Remark.warning("date.lapsed", Optional.empty(), until)));
    }

    /** The same place under another number would be in the register twice. */
    private void warnTwin(Target target, Line line) {
        var kind = target.kind.id();
        var name = line.value("name");
        var twin = name.stream()
                .flatMap(n -> register.named(kind, n).stream())
                .filter(s -> !s.id().equals(target.id))
                .findFirst();
        if (twin.isPresent()) {
            var same = line.value("address").filter(twin.get().address()::equals).isPresent();
            var number = twin.get().numbers().isEmpty() ? "" : twin.get().numbers().getLast();
            findings.add(line, "name", same
                    ? Remark.error("register.double", Optional.empty(), name.get(), number)
                    : Remark.warning("register.sameName", Optional.empty(), name.get(), number));
            return;
        }
        line.value("creditCode").stream()
                .filter(c -> !target.kind.identifiedBy().equals("creditCode"))
                .flatMap(c -> register.bearing(kind, c).stream())
                .filter(s -> !s.id().equals(target.id))
                .findFirst()
                .ifPresent(s -> findings.add(
                        line, "creditCode", Remark.warning("register.sameCreditCode", Optional.empty(), s.name())));
    }

    private void person(Target target, Line line) {
        var code = line.value("code").orElseThrow();
        var after = target.before.with(target.edits(line.says));
        var person = new Practitioner(code, after.all(Section.PERSON).getOrDefault(code, Facts.NONE));
        if (person.role().contains(DOCTOR) && !Codes.isDoctors(code)) {
            findings.add(
                    line, "code", Remark.error("practisingCode.doctor", Optional.empty(), person.role(), code.length()));
        }
        if (!person.isNurse()) {
            for (var specialty : rules.scopes().outside(person)) {
                findings.add(line, "specialties", Remark.warning(
                        "specialty.outsideScope", Optional.empty(), specialty, person.facts().textOrEmpty("scope")));
            }
        }
        warnLapsed(line);
    }

}
