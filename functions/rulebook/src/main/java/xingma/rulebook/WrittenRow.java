package xingma.rulebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.fact.Wording;

/**
 * The names and values between two braces of a standard's file. Whatever is wrong is noted and reading goes on with a
 * stand-in, so that a clerk hears of everything at once; nothing is built of a row with a flaw.
 */
final class WrittenRow {
    private final Written.Members written;
    private final String path;
    private final List<Flaw> flaws;
    private final int before;
    private final boolean isStandIn;
    private final Set<String> known = new LinkedHashSet<>();

    WrittenRow(Written written, String path, List<Flaw> flaws) {
        this(written, path, flaws, !(written instanceof Written.Members));
    }

    /** @param isStandIn whether it stands for what is missing, which was said already */
    private WrittenRow(Written written, String path, List<Flaw> flaws, boolean isStandIn) {
        this.isStandIn = isStandIn;
        this.path = path;
        this.flaws = flaws;
        this.before = flaws.size();
        if (written instanceof Written.Members members) {
            this.written = members;
            members.twice().forEach((name, line) -> flaws.add(new Flaw(
                    under(name), line, "写了两次，请只留一处", "is given twice; keep one")));
        } else {
            this.written = new Written.Members(written.line(), Map.of(), Map.of());
            flaws.add(new Flaw(
                    path, written.line(), "要写在{}里，现在是" + written.quoted(), "is an object in { }, not " + written.quoted()));
        }
    }

    /** Whether nothing was wrong so far, here and in what was read below. */
    boolean isSound() {
        return flaws.size() == before;
    }

    String text(String name) {
        var value = given(name);
        if (value.isPresent() && !(value.get() instanceof Written.Text)) {
            mistyped(name, value.get(), "要写成文字，加引号", "is a text in quotes");
        }
        if (!(value.orElse(null) instanceof Written.Text(var line, var text))) {
            return "?";
        }
        if (text.isBlank()) {
            wrong(name, "是空的，要写上内容", "is empty; write something");
            return "?";
        }
        return text;
    }

    int whole(String name, int least, int most) {
        var value = given(name);
        if (value.isEmpty()) {
            return least;
        }
        if (!(value.get() instanceof Written.Whole(var line, var number))) {
            mistyped(
                    name,
                    value.get(),
                    "要写成整数，不加引号、不带小数，如" + Math.min(most, Math.max(least, 20)),
                    "is a whole number without quotes or decimals, such as " + Math.min(most, Math.max(least, 20)));
            return least;
        }
        if (number < least || number > most) {
            wrong(
                    name,
                    "要在" + least + "到" + most + "之间，现在是" + number,
                    "lies between " + least + " and " + most + ", not " + number);
            return least;
        }
        return number;
    }

    boolean flag(String name) {
        var value = given(name);
        if (value.orElse(null) instanceof Written.Flag(var line, var isSet)) {
            return isSet;
        }
        value.ifPresent(v -> mistyped(name, v, "要写true（是）或false（否），不加引号", "is true or false without quotes"));
        return false;
    }

    LocalDate day(String name) {
        var text = text(name);
        var day = Days.read(text);
        if (day.isEmpty() && !text.equals("?")) {
            wrong(name, "“" + text + "”不是日期，要写成2026-11-20这样", text + " is no day such as 2026-11-20");
        }
        return day.orElse(LocalDate.EPOCH);
    }

    Wording wording(String name) {
        var row = row(name);
        var wording = new Wording(row.text("chinese"), row.text("english"));
        row.end();
        return wording;
    }

    /** One of some words, each with what it means. */
    <T> Optional<T> word(String name, Map<String, T> words) {
        var text = text(name);
        var meant = words.get(text);
        if (meant == null && !text.equals("?")) {
            var all = String.join("、", words.keySet());
            wrong(
                    name,
                    "不能写“" + text + "”，只能写" + all + "之一",
                    "is one of " + String.join(", ", words.keySet()) + ", not " + text);
        }
        return Optional.ofNullable(meant);
    }

    Optional<String> word(String name, String... words) {
        var meanings = new LinkedHashMap<String, String>();
        for (var word : words) {
            meanings.put(word, word);
        }
        return word(name, meanings);
    }

    <E extends Enum<E>> Optional<E> word(String name, Class<E> set) {
        var words = new LinkedHashMap<String, E>();
        for (var word : set.getEnumConstants()) {
            words.put(word.name(), word);
        }
        return word(name, words);
    }

    WrittenRow row(String name) {
        var value = given(name);
        return value.isPresent()
                ? new WrittenRow(value.get(), under(name), flaws)
                : new WrittenRow(new Written.Members(written.line(), Map.of(), Map.of()), under(name), flaws, true);
    }

    boolean has(String name) {
        known.add(name);
        return written.members().containsKey(name);
    }

    /** @param key the name whose value tells one item from another */
    List<WrittenRow> rows(String name, String key) {
        var rows = new ArrayList<WrittenRow>();
        var seen = new HashSet<String>();
        var items = items(name);
        for (var i = 0; i < items.size(); i++) {
            var id = key(items.get(i), key).orElse("" + (i + 1));
            var row = new WrittenRow(items.get(i), under(name) + "[" + id + "]", flaws);
            if (!seen.add(id)) {
                row.wrong(key, "“" + id + "”前面已经有了，不能重复", id + " was given before");
            }
            rows.add(row);
        }
        return rows;
    }

    /** The same where there must be at least one. */
    List<WrittenRow> someRows(String name, String key) {
        var rows = rows(name, key);
        if (written.members().get(name) instanceof Written.Items(var line, var items) && items.isEmpty()) {
            wrong(name, "至少写一项", "has one item at least");
        }
        return rows;
    }

    List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (var item : items(name)) {
            if (item instanceof Written.Text(var line, var text) && !text.isBlank()) {
                texts.add(text);
            } else {
                mistyped(name, item, "里每一项都要写成文字，加引号", "holds texts in quotes");
            }
        }
        return texts;
    }

    Map<String, String> pairs(String name) {
        var row = row(name);
        var pairs = new LinkedHashMap<String, String>();
        for (var each : row.written.members().keySet()) {
            pairs.put(each, row.text(each));
        }
        return pairs;
    }

    /** Refuses names that nobody asked for: a misspelt one would otherwise be silently without effect. */
    void end() {
        written.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                flaws.add(new Flaw(
                        under(name),
                        value.line(),
                        "不认识这一项，这里能写" + String.join("、", known),
                        "is not known here; known are " + String.join(", ", known)));
            }
        });
    }

    void wrong(String name, String chinese, String english) {
        var value = written.members().get(name);
        flaws.add(new Flaw(under(name), value == null ? written.line() : value.line(), chinese, english));
    }

    /** Of several names at once. */
    void wrongHere(String chinese, String english) {
        flaws.add(new Flaw(path, written.line(), chinese, english));
    }

    static <T> List<T> sound(Collection<Optional<T>> all) {
        return all.stream().flatMap(Optional::stream).toList();
    }

    private List<Written> items(String name) {
        var value = given(name);
        if (value.orElse(null) instanceof Written.Items(var line, var items)) {
            return items;
        }
        value.ifPresent(v -> mistyped(name, v, "要写在[]里", "is a list in [ ]"));
        return List.of();
    }

    private Optional<Written> given(String name) {
        known.add(name);
        var value = written.members().get(name);
        if (value == null && !isStandIn) {
            wrong(name, "缺少这一项，请补上", "is missing; add it");
        }
        return Optional.ofNullable(value);
    }

    private void mistyped(String name, Written value, String chinese, String english) {
        flaws.add(new Flaw(
                under(name), value.line(), chinese + "；现在写的是" + value.quoted(), english + ", not " + value.quoted()));
    }

    private String under(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Optional<String> key(Written item, String key) {
        if (!(item instanceof Written.Members members)) {
            return Optional.empty();
        }
        return switch (members.members().get(key)) {
            case Written.Text(var line, var text) -> Optional.of(text);
            case Written.Whole(var line, var number) -> Optional.of("" + number);
            case null, default -> Optional.empty();
        };
    }
}
