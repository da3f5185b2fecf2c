package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xingma.attachment.FileKind;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.Proceeding.Ruling;
import xingma.rating.Clause.Side;
import xingma.rating.Mark;
import xingma.rating.Points;
import xingma.rating.Rate;
import xingma.rating.Track;
import xingma.territory.RegionCode;
import xingma.warning.Warning;

/** Proceedings as plain lines and back: the one place that knows how each is spelt. */
public final class ProceedingLines {
    private ProceedingLines() {}

    public static ProceedingLine write(Proceeding proceeding) {
        var facts = new TreeMap<String, String>();
        var told = new TreeMap<String, String>();
        if (proceeding instanceof Proceeding.Spoken spoken) {
            told.put("words", spoken.words());
        }
        switch (proceeding) {
            case Proceeding.Begun b -> write(b.beginning(), facts);
            case Proceeding.Applied a -> {
                facts.put("sheet", a.sheet());
                told.put("declaration", a.declaration().text());
                told.put("signatory", a.declaration().signatory());
            }
            case Proceeding.Drawn d -> {
                write(d.draw(), facts);
                facts.put("seats", seats(d.panel().seats()));
                facts.put("chair", d.panel().chair());
                facts.put("least", Integer.toString(d.least()));
            }
            case Proceeding.Declared d -> facts.put("expert", d.expert());
            case Proceeding.Recused r -> facts.put("expert", r.expert());
            case Proceeding.Replaced r -> {
                write(r.draw(), facts);
                facts.put("seats", seats(List.of(r.seat())));
            }
            case Proceeding.HandedIn h -> {
                facts.put("expert", h.expert());
                facts.put("sheet", h.sheet());
            }
            case Proceeding.Discussed d -> facts.put("clause", d.clause());
            case Proceeding.Settled s -> {
                told.put("settled", Marks.write(s.settled().marks()));
                facts.put("byTheChair", String.join(" ", s.byTheChair().keySet()));
                s.byTheChair().forEach((clause, reason) -> told.put("reason." + clause, reason));
                write(s.standing(), facts);
            }
            case Proceeding.Questioned q -> facts.put("clause", q.clause());
            case Proceeding.Explained e -> {
                facts.put("question", e.question());
                e.mark().ifPresent(m -> told.put("mark", Marks.write(m)));
                e.standing().ifPresent(s -> write(s, facts));
            }
            case Proceeding.Noticed n -> write(n.standing(), facts);
            case Proceeding.ObjectionAnswered o -> facts.put("objection", o.objection());
            case Proceeding.Proposed p -> write(p.standing(), facts);
            case Proceeding.Published p -> {
                write(p.standing(), facts);
                facts.put("until", p.until().toString());
            }
            case Proceeding.AppealDecided a -> {
                facts.put("ruling", a.ruling().name());
                if (!a.marks().isEmpty()) {
                    told.put("marks", Marks.write(new TreeMap<>(a.marks())));
                }
                a.standing().ifPresent(s -> write(s, facts));
            }
            case Proceeding.ReplyModerated r -> {
                facts.put("reply", r.reply());
                facts.put("shown", Boolean.toString(r.shown()));
            }
            case Proceeding.SelfChecked s -> {
                facts.put("sheet", s.sheet());
                write(s.standing(), facts);
            }
            case Proceeding.Suspended s -> {
                facts.put("ground", s.ground().name());
                facts.put("record", s.record());
            }
            case Proceeding.WithdrawalProposed w -> facts.put("ground", w.ground().name());
            case Proceeding.Withdrawn w -> facts.put("ground", w.ground().name());
            case Proceeding.Superseded s -> facts.put("with", s.with().toString());
            case Proceeding.Planned p -> {
                facts.put("clause", p.clause());
                facts.put("due", p.due().toString());
            }
            case Proceeding.Proved p -> {
                facts.put("plan", p.plan());
                facts.put("exhibits", exhibits(p.exhibits()));
            }
            case Proceeding.Verified v -> {
                facts.put("plan", v.plan());
                facts.put("mended", Boolean.toString(v.mended()));
            }
            case Proceeding.SentBack s -> {}
            case Proceeding.Cancelled c -> {}
            case Proceeding.Confirmed c -> {}
            case Proceeding.Objected o -> {}
            case Proceeding.Reconvened r -> {}
            case Proceeding.ProposalRefused p -> {}
            case Proceeding.Appealed a -> {}
            case Proceeding.Replied r -> {}
            case Proceeding.Resumed r -> {}
            case Proceeding.WithdrawalRefused w -> {}
            case Proceeding.Expired e -> {}
        }
        return new ProceedingLine(
                proceeding.id(),
                proceeding.getClass().getSimpleName(),
                proceeding.at(),
                proceeding.by().word(),
                facts,
                told);
    }

    /** The inverse of {@link #write}. */
    public static Proceeding read(ProceedingLine line) {
        var id = line.id();
        var at = line.at();
        var by = Party.read(line.by());
        var words = line.told().getOrDefault("words", "");
        return switch (line.what()) {
            case "Begun" -> new Proceeding.Begun(id, at, by, beginning(line));
            case "Applied" ->
                new Proceeding.Applied(
                        id,
                        at,
                        by,
                        fact(line, "sheet"),
                        new Proceeding.Declaration(told(line, "declaration"), told(line, "signatory")));
            case "SentBack" -> new Proceeding.SentBack(id, at, by, words);
            case "Cancelled" -> new Proceeding.Cancelled(id, at, by, words);
            case "Drawn" ->
                new Proceeding.Drawn(
                        id,
                        at,
                        by,
                        draw(line),
                        new Panel(seats(fact(line, "seats")), fact(line, "chair")),
                        Integer.parseInt(fact(line, "least")));
            case "Declared" -> new Proceeding.Declared(id, at, by, fact(line, "expert"));
            case "Recused" -> new Proceeding.Recused(id, at, by, fact(line, "expert"), words);
            case "Replaced" ->
                new Proceeding.Replaced(
                        id, at, by, draw(line), seats(fact(line, "seats")).getFirst());
            case "HandedIn" ->
                new Proceeding.HandedIn(id, at, by, fact(line, "expert"), fact(line, "sheet"));
            case "Discussed" -> new Proceeding.Discussed(id, at, by, fact(line, "clause"), words);
            case "Settled" ->
                new Proceeding.Settled(
                        id, at, by, Marks.sheet(told(line, "settled")), byTheChair(line), standing(line).orElseThrow());
            case "Questioned" -> new Proceeding.Questioned(id, at, by, fact(line, "clause"), words);
            case "Explained" ->
                new Proceeding.Explained(
                        id,
                        at,
                        by,
                        fact(line, "question"),
                        words,
                        Optional.ofNullable(line.told().get("mark")).map(Marks::read),
                        standing(line));
            case "Confirmed" -> new Proceeding.Confirmed(id, at, by);
            case "Noticed" -> new Proceeding.Noticed(id, at, by, standing(line).orElseThrow());
            case "Objected" -> new Proceeding.Objected(id, at, by, words);
            case "ObjectionAnswered" ->
                new Proceeding.ObjectionAnswered(id, at, by, fact(line, "objection"), words);
            case "Reconvened" -> new Proceeding.Reconvened(id, at, by, words);
            case "Proposed" -> new Proceeding.Proposed(id, at, by, standing(line).orElseThrow());
            case "ProposalRefused" -> new Proceeding.ProposalRefused(id, at, by, words);
            case "Published" ->
                new Proceeding.Published(
                        id, at, by, standing(line).orElseThrow(), LocalDate.parse(fact(line, "until")));
            case "Appealed" -> new Proceeding.Appealed(id, at, by, words);
            case "AppealDecided" ->
                new Proceeding.AppealDecided(
                        id, at, by, Ruling.valueOf(fact(line, "ruling")), words, marks(line), standing(line));
            case "Replied" -> new Proceeding.Replied(id, at, by, words);
            case "ReplyModerated" ->
                new Proceeding.ReplyModerated(
                        id, at, by, fact(line, "reply"), Boolean.parseBoolean(fact(line, "shown")), words);
            case "SelfChecked" ->
                new Proceeding.SelfChecked(id, at, by, fact(line, "sheet"), standing(line).orElseThrow());
            case "Suspended" -> new Proceeding.Suspended(id, at, by, ground(line), fact(line, "record"));
            case "Resumed" -> new Proceeding.Resumed(id, at, by, words);
            case "WithdrawalProposed" -> new Proceeding.WithdrawalProposed(id, at, by, ground(line), words);
            case "WithdrawalRefused" -> new Proceeding.WithdrawalRefused(id, at, by, words);
            case "Withdrawn" -> new Proceeding.Withdrawn(id, at, by, ground(line), words);
            case "Expired" -> new Proceeding.Expired(id, at, by);
            case "Superseded" -> new Proceeding.Superseded(id, at, by, EvaluationId.of(fact(line, "with")));
            case "Planned" ->
                new Proceeding.Planned(id, at, by, fact(line, "clause"), words, LocalDate.parse(fact(line, "due")));
            case "Proved" ->
                new Proceeding.Proved(id, at, by, fact(line, "plan"), words, exhibits(fact(line, "exhibits")));
            case "Verified" ->
                new Proceeding.Verified(
                        id, at, by, fact(line, "plan"), Boolean.parseBoolean(fact(line, "mended")), words);
            default -> throw new IllegalStateException("a proceeding of no kind");
        };
    }

    private static void write(Beginning beginning, TreeMap<String, String> facts) {
        facts.put("evaluation", beginning.id().toString());
        facts.put("round", beginning.round());
        facts.put("standard", beginning.standard());
        facts.put("edition", Integer.toString(beginning.edition()));
        facts.put("type", beginning.type());
        facts.put("district", beginning.district().value());
        facts.put("name", beginning.name());
        beginning.again().ifPresent(a -> facts.put("again", a.toString()));
    }

    private static Beginning beginning(ProceedingLine line) {
        return new Beginning(
                EvaluationId.of(fact(line, "evaluation")),
                fact(line, "round"),
                fact(line, "standard"),
                Integer.parseInt(fact(line, "edition")),
                fact(line, "type"),
                new RegionCode(fact(line, "district")),
                fact(line, "name"),
                Optional.ofNullable(line.facts().get("again")).map(EvaluationId::of));
    }

    private static void write(Draw draw, TreeMap<String, String> facts) {
        facts.put("seed", draw.seed());
        facts.put("candidates", seats(draw.candidates()));
        facts.put(
                "excluded",
                draw.excluded().entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining("\n")));
    }

    private static Draw draw(ProceedingLine line) {
        var excluded = new TreeMap<String, Draw.Exclusion>();
        fact(line, "excluded").lines().forEach(entry -> {
            var parts = entry.split(" ", 2);
            excluded.put(parts[1], Draw.Exclusion.valueOf(parts[0]));
        });
        return new Draw(fact(line, "seed"), seats(fact(line, "candidates")), excluded);
    }

    private static String seats(Collection<Panel.Seat> seats) {
        return seats.stream().map(s -> s.side() + " " + s.expert()).collect(Collectors.joining("\n"));
    }

    private static List<Panel.Seat> seats(String text) {
        return text.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Panel.Seat(parts[1], Side.valueOf(parts[0])))
                .toList();
    }

    private static String exhibits(List<Finding.Exhibit> exhibits) {
        return exhibits.stream()
                .map(e -> e.kind() + " " + e.bytes() + " " + e.sha256()
                        + e.taken().map(t -> " " + t).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    private static List<Finding.Exhibit> exhibits(String text) {
        return text.lines()
                .map(line -> line.split(" "))
                .map(parts -> new Finding.Exhibit(
                        parts[2],
                        FileKind.valueOf(parts[0]),
                        Integer.parseInt(parts[1]),
                        parts.length > 3 ? Optional.of(Instant.parse(parts[3])) : Optional.empty()))
                .toList();
    }

    private static SortedMap<String, String> byTheChair(ProceedingLine line) {
        var reasons = new TreeMap<String, String>();
        line.told().forEach((name, reason) -> {
            if (name.startsWith("reason.")) {
                reasons.put(name.substring("reason.".length()), reason);
            }
        });
        return reasons;
    }

    private static Map<String, Mark> marks(ProceedingLine line) {
        return Optional.ofNullable(line.told().get("marks"))
                .map(text -> Marks.sheet(text).marks())
                .orElse(new TreeMap<>());
    }

    private static void write(Standing standing, TreeMap<String, String> facts) {
        facts.put("day", standing.day().toString());
        facts.put("stars", Integer.toString(standing.stars()));
        facts.put("rate", rate(standing.total()));
        standing.parts().forEach((part, rate) -> facts.put("rate." + part, rate(rate)));
        facts.put(
                "warnings",
                standing.track().openWarnings().stream().map(Enum::name).collect(Collectors.joining(" ")));
        facts.put(
                "events",
                standing.track().events().stream()
                        .map(e -> e.kind() + " " + e.on() + " " + e.record())
                        .collect(Collectors.joining("\n")));
    }

    private static Optional<Standing> standing(ProceedingLine line) {
        if (!line.facts().containsKey("stars")) {
            return Optional.empty();
        }
        var parts = new TreeMap<String, Rate>();
        line.facts().forEach((name, rate) -> {
            if (name.startsWith("rate.")) {
                parts.put(name.substring("rate.".length()), rate(rate));
            }
        });
        var warnings = new ArrayList<Warning.Severity>();
        for (var severity : fact(line, "warnings").split(" ")) {
            if (!severity.isEmpty()) {
                warnings.add(Warning.Severity.valueOf(severity));
            }
        }
        var events = fact(line, "events")
                .lines()
                .map(text -> text.split(" ", 3))
                .map(p -> new Track.Event(Track.Kind.valueOf(p[0]), LocalDate.parse(p[1]), p[2]))
                .toList();
        return Optional.of(new Standing(
                LocalDate.parse(fact(line, "day")),
                Integer.parseInt(fact(line, "stars")),
                rate(fact(line, "rate")),
                parts,
                new Track(warnings, events)));
    }

    private static String rate(Rate rate) {
        return rate.earned().hundredths() + "/" + rate.possible().hundredths();
    }

    private static Rate rate(String text) {
        var parts = text.split("/");
        return new Rate(new Points(Integer.parseInt(parts[0])), new Points(Integer.parseInt(parts[1])));
    }

    private static Ground ground(ProceedingLine line) {
        return Ground.valueOf(fact(line, "ground"));
    }

    private static String told(ProceedingLine line, String name) {
        return requireNonNull(line.told().get(name), name);
    }

    private static String fact(ProceedingLine line, String name) {
        return requireNonNull(line.facts().get(name), name);
    }
}
