package xingma.complaint.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.complaint.seal.KnownSecrets;
import xingma.complaint.seal.Secrets;
import xingma.complaint.window.Puzzle.Check;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class PuzzleTest {
    private static final Secrets SECRETS = new KnownSecrets();
    private static final String KEY = "0193-key";
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00.123Z");

    private final Puzzle puzzle = Puzzle.posed(SECRETS, KEY, 8, NOW);

    @Test
    void solved_it_lets_through_at_once() {
        assertEquals(Check.SOLVED, puzzle.check(SECRETS, KEY, solution(puzzle), NOW));
    }

    @Test
    void unsolved_it_lets_through_after_a_wait() {
        for (var answer : new String[] {"", "abc", wrong(puzzle), "-1", "1".repeat(16)}) {
            assertEquals(Check.TOO_EARLY, puzzle.check(SECRETS, KEY, answer, NOW.plusSeconds(14)));
            assertEquals(Check.WAITED, puzzle.check(SECRETS, KEY, answer, NOW.plusSeconds(15)));
        }
    }

    @Test
    void after_its_time_it_lets_nobody_through() {
        assertEquals(Check.SOLVED, puzzle.check(SECRETS, KEY, solution(puzzle), puzzle.until()));
        var after = puzzle.until().plusMillis(1);
        assertEquals(Check.OVER, puzzle.check(SECRETS, KEY, solution(puzzle), after));
        assertEquals(Check.OVER, puzzle.check(SECRETS, KEY, "", after));
    }

    @Test
    void it_belongs_to_one_submission() {
        assertEquals(Check.FOREIGN, puzzle.check(SECRETS, "another", solution(puzzle), NOW));
        assertEquals(Check.FOREIGN, puzzle.check(SECRETS.at(2), KEY, solution(puzzle), NOW));
    }

    @Test
    void made_easier_or_longer_it_is_not_ours() {
        for (var altered : new Puzzle[] {
            new Puzzle(0, puzzle.from(), puzzle.until(), puzzle.signature()),
            new Puzzle(8, puzzle.from().minusSeconds(15), puzzle.until(), puzzle.signature()),
            new Puzzle(8, puzzle.from(), puzzle.until().plusSeconds(1), puzzle.signature())
        }) {
            assertEquals(Check.FOREIGN, altered.check(SECRETS, KEY, "0", NOW));
        }
    }

    @Test
    void it_comes_back_from_the_form_as_it_was() {
        assertEquals(Optional.of(puzzle), Puzzle.read(puzzle.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "p1", "p1.8.1763694015.1763708400.x", "p2.8.1763694015.1763708400."})
    void what_is_no_puzzle_reads_as_nothing(String text) {
        assertEquals(Optional.empty(), Puzzle.read(text));
        assertEquals(Optional.empty(), Puzzle.read(puzzle.text() + text + "x"));
        assertEquals(Optional.empty(), Puzzle.read(puzzle.text().replace("p1.8.", "p1.99.")));
    }

    /** Worked out apart from this code, for whoever writes the other half in JavaScript. */
    @Test
    void the_hash_is_sha_256_of_text_and_answer() {
        var known = new Puzzle(15, Instant.ofEpochSecond(1763694015), Instant.ofEpochSecond(1763708400), "A".repeat(43));
        assertEquals("p1.15.1763694015.1763708400." + "A".repeat(43), known.text());
        assertTrue(known.isSolvedBy("19656"));
        assertFalse(known.isSolvedBy("0"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0", "19, 4, 0", "20, 0, 15", "0, 5, 15", "39, 9, 15", "40, 0, 16", "0, 10, 16", "80, 0, 17", "160, 0, 18",
        "0, 40, 18", "100000, 0, 18", "2147483647, 2147483647, 18"
    })
    void the_more_is_filed_the_harder_it_is(int inAll, int atPlacard, int bits) {
        assertEquals(bits, Puzzle.bits(inAll, atPlacard));
    }

    @Test
    void more_filings_never_make_it_easier() {
        for (var inAll = 0; inAll < 400; inAll++) {
            for (var atPlacard = 0; atPlacard < 100; atPlacard++) {
                var bits = Puzzle.bits(inAll, atPlacard);
                assertTrue(bits <= Puzzle.bits(inAll + 1, atPlacard) && bits <= Puzzle.bits(inAll, atPlacard + 1));
            }
        }
    }

    private static String solution(Puzzle puzzle) {
        return IntStream.iterate(0, i -> i + 1).mapToObj(Integer::toString).filter(puzzle::isSolvedBy).findFirst().orElseThrow();
    }

    private static String wrong(Puzzle puzzle) {
        return IntStream.iterate(0, i -> i + 1).mapToObj(Integer::toString).filter(n -> !puzzle.isSolvedBy(n)).findFirst().orElseThrow();
    }
}
