package xingma.bureau;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import xingma.fact.Wording;
import xingma.rating.Clause;
import xingma.rating.Points;
import xingma.rating.ReckoningWords;
import xingma.rating.Simulation;
import xingma.rating.Standard;
import xingma.rating.Track;
import xingma.rulebook.BadStandard;
import xingma.rulebook.Flaw;
import xingma.rulebook.SettledSheet;
import xingma.rulebook.StandardBook;

/** Checks a standard of the star rating, and puts a draft to earlier sheets; nothing leaves this machine. */
@Command(name = "standard", description = "评价标准。 Standards of the star rating.", mixinStandardHelpOptions = true)
final class StandardCommands {
    @ParentCommand
    private Bureau bureau;

    @Command(
            name = "check",
            description = "检查一个标准文件，列出全部问题。 Tell everything that is wrong with a file.",
            mixinStandardHelpOptions = true)
    int check(@Parameters(paramLabel = "FILE", description = "标准文件，JSON。 The standard.") Path file) {
        var words = bureau.words();
        var standard = standard(file);
        standard.notice().ifPresent(notice -> bureau.terminal().say(said(notice)));
        bureau.terminal().say(words.say(
                "standard.sound",
                standard.name(),
                said(standard.title()),
                standard.clauses().size(),
                points(standard.clauses()),
                standard.clauses().stream().filter(c -> c.redLine().isPresent()).count()));
        bureau.terminal().table(
                Rows.heads(words, "code", "name", "clauses", "points"),
                standard.parts().stream()
                        .map(p -> List.of(p.code(), said(p.title()), "" + p.clauses().size(), points(p.clauses())))
                        .toList());
        return 0;
    }

    @Command(
            name = "simulate",
            description = "用草案试算已有的评分表，看谁的星级会变。 Whose stars a draft would change.",
            mixinStandardHelpOptions = true)
    int simulate(
            @Parameters(index = "0", paramLabel = "DRAFT", description = "草案文件。 The draft.") Path draft,
            @Parameters(index = "1", arity = "1..*", paramLabel = "SHEET", description = "评分表文件。 Settled sheets.")
                    List<Path> sheets,
            @Option(names = "--under", paramLabel = "FILE", description = "评分时用的标准，可多个。 What they were settled by.")
                    List<Path> under,
            @Option(names = "--day", paramLabel = "DAY", description = "按哪一天计算，默认今天。 For which day.") LocalDate day) {
        var words = bureau.words();
        var standard = standard(draft);
        var editions = new TreeMap<String, Standard>();
        StandardBook.shipped().forEach(s -> editions.put(s.name(), s));
        if (under != null) {
            under.stream().map(this::standard).forEach(s -> editions.put(s.name(), s));
        }
        var past = new ArrayList<Simulation.Past>();
        sheets.forEach(sheet -> past.add(past(sheet, editions)));
        var simulation = Simulation.of(standard, past, day == null ? LocalDate.now() : day);
        standard.notice().ifPresent(notice -> bureau.terminal().say(said(notice)));
        bureau.terminal().table(
                Rows.heads(words, "name", "before", "after", "because"),
                simulation.findings().stream().map(f -> row(f, new ReckoningWords(standard))).toList());
        if (!simulation.unmarked().isEmpty()) {
            bureau.terminal().say(words.say("standard.unmarked", String.join("、", simulation.unmarked())));
        }
        return 0;
    }

    private List<String> row(Simulation.Finding finding, ReckoningWords reckoning) {
        var words = bureau.words();
        return switch (finding) {
            case Simulation.Finding.Same(var name, var stars) ->
                List.of(name, stars(stars), stars(stars), words.say("standard.same"));
            case Simulation.Finding.Changed(var name, var before, var after, var because) -> List.of(
                    name,
                    stars(before),
                    stars(after),
                    reckoning.all(because).stream().map(this::said).collect(Collectors.joining(words.say("standard.between"))));
            case Simulation.Finding.Open(var name, var before, var unmarked, var least, var most, var because) ->
                List.of(
                        name,
                        stars(before),
                        words.say("standard.range", stars(least), stars(most)),
                        Stream.concat(
                                        Stream.of(words.say("standard.open", String.join("、", unmarked))),
                                        reckoning.all(because).stream().map(this::said))
                                .collect(Collectors.joining(words.say("standard.between"))));
            case Simulation.Finding.Unrated(var name, var why) -> List.of(name, "", "", words.say("standard.unrated"));
        };
    }

    private Simulation.Past past(Path file, Map<String, Standard> editions) {
        var sheet = read(file, SettledSheet::read);
        var standard = editions.get(sheet.standard());
        if (standard == null) {
            throw new Failure(Failure.USAGE, bureau.words().say("standard.unknown", file, sheet.standard()));
        }
        return new Simulation.Past(sheet.institution(), sheet.type(), standard, sheet.sheet(), Track.CLEAN);
    }

    private Standard standard(Path file) {
        return read(file, StandardBook::read);
    }

    private <T> T read(Path file, Reader<T> reader) {
        try (var in = Files.newInputStream(file)) {
            return reader.read(in, file.getFileName().toString());
        } catch (BadStandard bad) {
            bad.flaws().stream().map(Flaw::toString).forEach(bureau.terminal()::say);
            throw new Failure(Failure.REFUSED, bureau.words().say("standard.flaws", file, bad.flaws().size()));
        } catch (NoSuchFileException none) {
            throw new Failure(Failure.USAGE, bureau.words().say("file.none", file));
        } catch (IOException unreadable) {
            throw new Failure(Failure.USAGE, file + ": " + unreadable.getMessage());
        }
    }

    private String stars(int stars) {
        return said(ReckoningWords.stars(stars));
    }

    private String said(Wording wording) {
        return bureau.words().language() == Words.Language.zh ? wording.chinese() : wording.english();
    }

    private static String points(List<Clause> clauses) {
        return clauses.stream().map(Clause::most).reduce(Points.NONE, Points::plus).toString();
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(InputStream in, String file) throws IOException;
    }
}
