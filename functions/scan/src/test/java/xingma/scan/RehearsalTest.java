package xingma.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.aws.log.Log;
import xingma.evaluation.star.StarCard;
import xingma.evaluation.star.StarCard.Scores;
import xingma.evaluation.star.StarCard.State;
import xingma.fact.Wording;
import xingma.pages.Language;
import xingma.pages.Publisher;
import xingma.pages.Some;
import xingma.placard.Scan;
import xingma.rulebook.Rulebook;

/** What a first scan needs is in the snapshot: after the rehearsal it loads no class of ours and reads no file of ours. */
@DisplayNameGeneration(ReplaceUnderscores.class)
final class RehearsalTest {
    /** Everything of ours anew, as in a process that was just started, and a list of what is asked for. */
    private static final class Fresh extends ClassLoader {
        private final List<String> asked = new ArrayList<>();

        Fresh(ClassLoader usual) {
            super(usual);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? name.startsWith("xingma.") ? defined(name) : super.loadClass(name, resolve) : loaded;
            }
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            asked.add(name);
            try (var file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                var bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unread) {
                throw new UncheckedIOException(unread);
            }
        }

        @Override
        public URL getResource(String name) {
            asked.add(name);
            return super.getResource(name);
        }
    }

    /** A function whose one placard shows one star after the other, in the words of each language, for people and machines. */
    static final class Scanned {
        private final List<Scan.Standing> scans = standing();
        private final List<Phone> phones = new ArrayList<>();
        private Scan.Standing now;
        private final ResolvePlacard function = new ResolvePlacard(
                () -> code -> code.equals(Some.CODE) ? Optional.of(now) : Optional.empty(),
                publisher(),
                Rulebook.standard(),
                Clock.fixed(Instant.parse("2026-11-21T01:41:00Z"), ZoneOffset.UTC),
                Log.nowhere());

        private static Publisher publisher() {
            var p = Some.PUBLISHER;
            return new Publisher(
                    p.city(), p.bureau(), p.bureauEnglish(), p.publicBaseUrl(), p.consoleBaseUrl(), p.hotlines(),
                    Optional.empty(), new Acceptance(Rulebook.standard()));
        }

        private static List<Scan.Standing> standing() {
            var part = new Scores(905, List.of(new Scores.Part("守法", "Lawfulness", 900)));
            var all = new ArrayList<Scan.Standing>();
            for (var state : State.values()) {
                var rated = state == State.RATED;
                var star = new StarCard.Brief(
                        3, state, rated ? Optional.of(4) : Optional.empty(), rated ? Optional.of(part) : Optional.empty(),
                        Optional.of("VETO_COMPLAINT_OPEN"), "SX/1", Optional.of(new Wording("示例", "Example")), Some.DAY,
                        Optional.of(Some.DAY.plusDays(9)), Optional.empty());
                var scan = Some.clinic().scan();
                all.add(new Scan.Standing(
                        scan.placard(), scan.entry(), scan.version(), scan.newest(), scan.warnings(), Optional.of(star)));
            }
            return all;
        }

        /** What the function itself needs is there; and this class's own way of asking is, too. */
        void rehearse() throws IOException {
            phones.add(new Phone(function));
            phones.getFirst().scan("x");
            function.beforeCheckpoint(null);
        }

        void scan() throws IOException {
            for (var scan : scans) {
                now = scan;
                for (var language : Language.values()) {
                    for (var accept : List.of("text/html", "application/json", "application/linkset+json")) {
                        var heard = phones.getFirst()
                                .scan(Some.CODE.value(), "accept", accept, "accept-language", language.tag());
                        assertEquals(200, heard.status());
                        assertTrue(!accept.equals("text/html") || heard.body().contains("id=\"star\""));
                    }
                }
            }
        }
    }

    @Test
    void a_first_scan_with_whatever_star_finds_everything_in_the_snapshot() throws Exception {
        var fresh = new Fresh(RehearsalTest.class.getClassLoader());
        var made = fresh.loadClass(Scanned.class.getName()).getDeclaredConstructor();
        made.setAccessible(true);
        var scanned = made.newInstance();
        run(scanned, "rehearse");
        fresh.asked.clear();

        run(scanned, "scan");

        assertEquals(List.of(), fresh.asked);
    }

    private static void run(Object scanned, String what) throws Exception {
        var method = Arrays.stream(scanned.getClass().getDeclaredMethods())
                .filter(m -> m.getName().equals(what))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        method.invoke(scanned);
    }
}
