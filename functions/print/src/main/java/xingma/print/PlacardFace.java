package xingma.print;

import java.util.List;

/**
 * Everything that a placard says (牌面), word by word.
 *
 * @param address what the code holds
 * @param cells what a scan answers, four of them
 * @param numberLine the number under which the institution is registered, with its heading; empty where it has none
 * @param place the institution's address, district first
 * @param host the address's host, shown apart so that a false code betrays itself
 */
record PlacardFace(
        String address,
        String bureau,
        String supervised,
        String title,
        String headline,
        String english,
        List<Cell> cells,
        String name,
        String numberLine,
        String place,
        String codeLabel,
        String code,
        String edition,
        String month,
        String hotlineLabel,
        List<String> hotlines,
        String beforeHost,
        String host,
        String afterHost,
        List<String> notes) {
    PlacardFace {
        cells = List.copyOf(cells);
        hotlines = List.copyOf(hotlines);
        notes = List.copyOf(notes);
    }

    /** The characters of its facts that no glyph is at hand for, by their numbers. */
    List<String> lacking(Typeface typeface) {
        return (name + numberLine + place + bureau)
                .codePoints()
                .filter(c -> Setting.isPrinted(c) && !typeface.has(c))
                .distinct()
                .mapToObj(c -> "U+%04X".formatted(c))
                .toList();
    }

    /** A question in everyday words, and the facts that answer it. */
    record Cell(String question, String facts) {}
}
