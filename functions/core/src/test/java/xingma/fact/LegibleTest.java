package xingma.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class LegibleTest {
    @Test
    void a_text_keeps_its_lines_and_signs_that_can_be_seen() {
        assertEquals(
                Optional.of("说明：\n　　第一段❤👨👩\n\n二 三"),
                Legible.text("\n说明：\n　　第一段❤\uFE0F👨\u200D👩\r\n\r二\t三\n ", 100));
    }

    @Test
    void a_text_loses_what_turns_lines_around_or_is_half_a_sign() {
        assertEquals(Optional.of("ab"), Legible.text("\u202ea\u0000b\ud800\u2066", 10));
        assertEquals(Optional.empty(), Legible.text("\u202e\u0007 \u00a0\n", 10));
    }

    @Test
    void lengths_are_counted_in_signs_after_composing() {
        assertEquals(Optional.of("é".repeat(10)), Legible.text("e\u0301".repeat(10), 10));
        assertEquals(Optional.of("𠮷".repeat(10)), Legible.text("𠮷".repeat(10), 10));
        assertEquals(Optional.empty(), Legible.text("𠮷".repeat(11), 10));
    }

    @Test
    void what_was_made_plain_stays_as_it_is() {
        var random = new Random(20261122);
        for (var i = 0; i < 20_000; i++) {
            var typed = new StringBuilder();
            for (var n = random.nextInt(12); n >= 0; n--) {
                typed.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x3000));
            }
            var line = Legible.line(typed.toString(), 40);
            assertEquals(line, line.flatMap(l -> Legible.line(l, 40)));
            var text = Legible.text(typed.toString(), 40);
            assertEquals(text, text.flatMap(t -> Legible.text(t, 40)));
        }
    }
}
