package xingma.evaluation.exhibit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.evaluation.RatedTown.ORGANISER;
import static xingma.evaluation.RatedTown.OWNER;
import static xingma.evaluation.RatedTown.QINGHE;
import static xingma.evaluation.RatedTown.done;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Finding;
import xingma.evaluation.Finding.Exhibit;
import xingma.evaluation.Proceeding;
import xingma.evaluation.RatedTown;
import xingma.evaluation.ScoreSheet.Writer;
import xingma.evaluation.Stage;
import xingma.evaluation.desk.Bar;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.exhibit.ExhibitFolder.Entry;
import xingma.evaluation.exhibit.ExhibitRoom.Asked;
import xingma.evaluation.exhibit.ExhibitRoom.Reader;
import xingma.evaluation.exhibit.ExhibitRoom.Removed;
import xingma.picture.Picture;
import xingma.rating.Mark;
import xingma.rating.Points;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExhibitRoomTest {
    private static final Writer SELF = new Writer.Institution();
    private static final Reader OWN = new Reader.Owner();
    private static final Reader OFFICE = new Reader.Office();

    private final RatedTown town = new RatedTown();
    private final InMemoryExhibits exhibits = new InMemoryExhibits();
    private final InMemoryExhibitFolders folders = new InMemoryExhibitFolders();
    private final ExhibitRoom room = new ExhibitRoom(town.clerk, exhibits, folders, attempt -> {});
    private final ExhibitCleaning cleaning = new ExhibitCleaning(exhibits, folders, attempt -> {});

    private static byte[] file(String name) {
        try (var in = Picture.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private ExhibitPlace place(EvaluationId id, Writer writer, String file) {
        return new ExhibitPlace(ExhibitFolder.Id.of(id, writer), file);
    }

    /** Asked for, sent and cleaned. */
    private Entry sent(EvaluationId id, Writer writer, String clause, byte[] bytes) {
        var file = id();
        var asked = room.ask(town.found(id), writer, file, clause);
        assertTrue(asked instanceof Asked.Awaited, asked::toString);
        exhibits.send(place(id, writer, file), bytes);
        return cleaning.clean(place(id, writer, file)).orElseThrow();
    }

    private Exhibit kept(EvaluationId id, Writer writer, String clause, String name) {
        return ((Entry.Kept) sent(id, writer, clause, file(name))).exhibit();
    }

    private static Finding naming(int points, Exhibit... named) {
        return new Finding(new Mark.Scored(Points.of(points)), "不全", "", List.of(named));
    }

    private Bar bar(EvaluationId id, Writer writer, String clause) {
        return ((Asked.Barred) room.ask(town.found(id), writer, id(), clause)).bar();
    }

    private boolean sees(EvaluationId id, Reader reader, Exhibit exhibit) {
        var link = room.link(town.found(id), reader, exhibit.sha256());
        var shown = room.shown(town.found(id), reader).stream().anyMatch(s -> s.exhibit().equals(exhibit));
        link.ifPresent(l -> assertTrue(exhibits.files().containsKey(l.substring(l.indexOf("clean/"), l.indexOf('?')))));
        assertTrue(link.isPresent() || !shown, "listed, and not to be opened");
        return link.isPresent();
    }

    // ---- sending -----------------------------------------------------------------------------------------------------

    @Test
    void a_photo_is_kept_clean_under_its_digest_and_nothing_is_left_of_what_was_sent() {
        var id = town.begun();

        var exhibit = kept(id, SELF, "A1", "turned-6.jpg");

        assertEquals(FileKind.JPEG, exhibit.kind());
        var key = "clean/" + ExhibitFolder.Id.of(id, SELF) + '/' + exhibit.sha256();
        assertEquals(Set.of(key), exhibits.files().keySet());
        assertArrayEquals(Picture.clean(file("turned-6.jpg")).bytes(), exhibits.files().get(key));
        assertEquals(Optional.of(exhibit), room.naming(town.found(id), SELF).find(exhibit.sha256()));
    }

    @Test
    void what_is_no_photo_and_no_document_is_refused_told_why_and_gone() {
        var id = town.begun();
        for (var bad : List.of("MZ program", "<html><script>alert(1)</script>", "GIF89a", "")) {
            var reason = ((Entry.Refused) sent(id, SELF, "A1", bad.getBytes(StandardCharsets.UTF_8))).reason();
            assertEquals(bad.isEmpty() ? Refusal.SIZE : Refusal.KIND, reason);
        }
        assertEquals(Refusal.BROKEN, ((Entry.Refused) sent(id, SELF, "A1", "%PDF-1.7 no end".getBytes(StandardCharsets.UTF_8))).reason());
        assertEquals(Set.of(), exhibits.files().keySet());
        assertEquals(5, room.folder(town.found(id), SELF).entries().size());
        kept(id, SELF, "A1", "grey.png");
    }

    @Test
    void asking_twice_is_asking_about_the_same_file() {
        var id = town.begun();
        var file = id();
        var first = (Asked.Awaited) room.ask(town.found(id), SELF, file, "A1");
        var again = (Asked.Awaited) room.ask(town.found(id), SELF, file, "A1");
        assertEquals(first.entry(), again.entry());
        assertEquals(first.form().fields().get("key"), again.form().fields().get("key"));
        exhibits.send(place(id, SELF, file), file("grey.png"));
        var kept = cleaning.clean(place(id, SELF, file)).orElseThrow();
        assertEquals(new Asked.Settled(kept), room.ask(town.found(id), SELF, file, "A1"));
        assertEquals(1, room.folder(town.found(id), SELF).entries().size());
    }

    @Test
    void a_report_that_comes_twice_and_a_file_for_which_nobody_waits_change_nothing() {
        var id = town.begun();
        var file = id();
        room.ask(town.found(id), SELF, file, "A1");
        exhibits.send(place(id, SELF, file), file("grey.png"));
        var kept = cleaning.clean(place(id, SELF, file));
        var folder = room.folder(town.found(id), SELF);
        assertEquals(Optional.empty(), cleaning.clean(place(id, SELF, file)));
        exhibits.send(place(id, SELF, file), file("lossy.webp"));
        assertEquals(Optional.empty(), cleaning.clean(place(id, SELF, file)));
        exhibits.send(place(id, SELF, id()), file("lossy.webp"));
        var strange = place(id, SELF, id());
        exhibits.send(strange, file("lossy.webp"));
        assertEquals(Optional.empty(), cleaning.clean(strange));
        assertTrue(exhibits.sent(strange).isEmpty());
        assertEquals(folder, room.folder(town.found(id), SELF));
        assertEquals(kept.orElseThrow(), folder.entries().get(file));
    }

    /** The process dies once the folder knows, before what was sent is deleted; the bucket reports again. */
    @Test
    void a_cleaning_that_was_broken_off_ends_as_if_it_had_not_been() {
        var id = town.begun();
        var file = id();
        room.ask(town.found(id), SELF, file, "A1");
        exhibits.send(place(id, SELF, file), file("grey.png"));
        var dying = new ExhibitCleaning(
                exhibits,
                new ExhibitFolders() {
                    @Override
                    public ExhibitFolder find(ExhibitFolder.Id folder) {
                        return folders.find(folder);
                    }

                    @Override
                    public boolean keep(ExhibitFolder folder) {
                        folders.keep(folder);
                        throw new IllegalStateException("cut off");
                    }
                },
                attempt -> {});
        assertThrows(IllegalStateException.class, () -> dying.clean(place(id, SELF, file)));
        assertEquals(2, exhibits.files().size());
        cleaning.clean(place(id, SELF, file));
        assertEquals(1, exhibits.files().size());
        assertTrue(room.folder(town.found(id), SELF).entries().get(file) instanceof Entry.Kept);
    }

    @Test
    void a_clause_and_a_writer_have_so_many_files_and_no_more() {
        var id = town.begun();
        kept(id, SELF, "A1", "grey.png");
        room.ask(town.found(id), SELF, id(), "A1");
        assertEquals(Bar.CLAUSE_SHOWS_ENOUGH, bar(id, SELF, "A1"));
        kept(id, SELF, "B1", "grey.jpg");
        kept(id, SELF, "B1", "lossy.webp");
        assertEquals(Bar.CLAUSE_SHOWS_ENOUGH, bar(id, SELF, "B1"));
    }

    @Test
    void what_was_asked_for_and_never_sent_is_forgotten_after_a_day() {
        var id = town.begun();
        var file = id();
        room.ask(town.found(id), SELF, file, "A1");
        room.ask(town.found(id), SELF, id(), "A1");
        assertEquals(Bar.CLAUSE_SHOWS_ENOUGH, bar(id, SELF, "A1"));
        town.days(2);
        assertTrue(room.ask(town.found(id), SELF, id(), "A1") instanceof Asked.Awaited);
        exhibits.send(place(id, SELF, file), file("grey.png"));
        assertEquals(Optional.empty(), cleaning.clean(place(id, SELF, file)), "it came too late");
    }

    @Test
    void a_clause_that_the_standard_does_not_know_has_no_files() {
        var id = town.begun();
        assertEquals(Bar.NO_SUCH_REFERENCE, bar(id, SELF, "Z9"));
        assertEquals(Bar.NO_SUCH_REFERENCE, bar(id, SELF, ""));
    }

    @Test
    void broken_files_fill_no_folder() {
        var id = town.begun();
        for (var i = 0; i < ExhibitFolder.MOST_REFUSED + 3; i++) {
            town.now = town.now.plusSeconds(1);
            sent(id, SELF, "A1", "MZ".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(ExhibitFolder.MOST_REFUSED, room.folder(town.found(id), SELF).entries().size());
    }

    // ---- who may write -----------------------------------------------------------------------------------------------

    @Test
    void an_expert_sends_while_scoring_once_interest_is_declared_away_and_until_the_sheet_is_in() {
        var id = town.applied(60, 40);
        var panel = done(town.office.move(ORGANISER, id, new OfficeMove.DrawPanel("d"))).proceedings().panel().orElseThrow();
        var expert = panel.experts().getFirst();
        var writer = new Writer.Assessor(expert);
        assertEquals(Bar.NOT_DECLARED, bar(id, writer, "A1"));
        done(town.panel.declare(expert, id, "x"));
        var photo = kept(id, writer, "A1", "grey.png");
        town.panel.save(expert, id, "A1", naming(50, photo), "a", 0);
        town.panel.save(expert, id, "B1", RatedTown.finding(40, 40), "b", 0);
        done(town.panel.handIn(expert, id, "in"));
        assertEquals(Bar.HANDED_IN_ALREADY, bar(id, writer, "A1"));
        assertEquals(
                new Removed.Barred(Bar.HANDED_IN_ALREADY), room.remove(town.found(id), writer, photo.sha256()));
    }

    @Test
    void an_institution_sends_as_long_as_anything_may_come_of_it() {
        var id = town.begun();
        kept(id, SELF, "A1", "grey.png");
        done(town.seat.cancel(OWNER, id, "c", "不参加了"));
        assertEquals(Bar.NOT_NOW, bar(id, SELF, "A1"));
    }

    // ---- taking out --------------------------------------------------------------------------------------------------

    @Test
    void a_file_that_is_named_nowhere_is_taken_out_for_good_and_twice_is_once() {
        var id = town.begun();
        var photo = kept(id, SELF, "A1", "grey.png");
        assertEquals(new Removed.Done(), room.remove(town.found(id), SELF, photo.sha256()));
        assertEquals(new Removed.Done(), room.remove(town.found(id), SELF, photo.sha256()));
        assertEquals(Set.of(), exhibits.files().keySet());
        assertTrue(room.naming(town.found(id), SELF).find(photo.sha256()).isEmpty());
    }

    @Test
    void a_file_that_the_sheet_names_stays_until_it_does_not() {
        var id = town.begun();
        var photo = kept(id, SELF, "A1", "grey.png");
        town.seat.save(QINGHE, id, "A1", naming(50, photo), "s1", 0);
        assertEquals(new Removed.Barred(Bar.STILL_NAMED), room.remove(town.found(id), SELF, photo.sha256()));
        town.seat.save(QINGHE, id, "A1", naming(50), "s2", 1);
        assertEquals(new Removed.Done(), room.remove(town.found(id), SELF, photo.sha256()));
    }

    // ---- who sees ----------------------------------------------------------------------------------------------------

    @Test
    void an_expert_sees_what_the_institution_named_and_of_colleagues_nothing_before_every_sheet_is_in() {
        var id = town.begun();
        var named = kept(id, SELF, "A1", "grey.png");
        var unnamed = kept(id, SELF, "A1", "grey.jpg");
        town.seat.save(QINGHE, id, "A1", naming(50, named), "s1", 0);
        town.seat.save(QINGHE, id, "B1", RatedTown.finding(40, 40), "s2", 0);
        done(town.seat.apply(OWNER, id, "apply", new Proceeding.Declaration(RatedTown.TRUE, "乔鹤广")));
        var panel = done(town.office.move(ORGANISER, id, new OfficeMove.DrawPanel("d"))).proceedings().panel().orElseThrow();
        var first = panel.experts().getFirst();
        var second = panel.experts().get(1);
        assertTrue(!sees(id, new Reader.Assessor(first), named), "interest comes first");
        panel.experts().forEach(e -> done(town.panel.declare(e, id, "declare" + e)));
        assertTrue(sees(id, new Reader.Assessor(first), named));
        assertTrue(!sees(id, new Reader.Assessor(first), unnamed), "a file that is named nowhere was not handed in");

        var photo = kept(id, new Writer.Assessor(first), "A1", "lossy.webp");
        town.panel.save(first, id, "A1", naming(50, photo), "a" + first, 0);
        assertTrue(sees(id, new Reader.Assessor(first), photo));
        assertTrue(!sees(id, new Reader.Assessor(second), photo));
        assertTrue(!sees(id, OWN, photo));
        assertTrue(!sees(id, OFFICE, photo));
        assertTrue(!sees(id, OFFICE, named), "the office reads no self-check before the factual check");

        for (var expert : panel.experts()) {
            if (!expert.equals(first)) {
                town.panel.save(expert, id, "A1", RatedTown.finding(50, 60), "a" + expert, 0);
            }
            town.panel.save(expert, id, "B1", RatedTown.finding(40, 40), "b" + expert, 0);
        }
        done(town.panel.handIn(first, id, "in" + first));
        assertTrue(!sees(id, new Reader.Assessor(second), photo), "one sheet is in, not all");
        panel.experts().stream().skip(1).forEach(e -> done(town.panel.handIn(e, id, "in" + e)));
        assertEquals(Stage.SETTLING, town.found(id).stage());
        assertTrue(sees(id, new Reader.Assessor(second), photo));
        assertTrue(!sees(id, OFFICE, photo));
        assertTrue(!sees(id, OWN, photo));

        done(town.panel.settle(panel.chair(), id, "s", new TreeMap<>()));
        assertTrue(sees(id, OFFICE, photo));
        assertTrue(sees(id, OFFICE, named));
        assertTrue(!sees(id, OFFICE, unnamed));
        assertTrue(!sees(id, OWN, photo), "an expert's photo stays with the panel and the office");
    }

    @Test
    void the_office_sees_a_proof_of_mending_at_once() {
        var id = town.begun();
        var plan = done(town.seat.plan(OWNER, id, "plan", "A1", "补齐", LocalDate.of(2026, 12, 1)))
                .proceedings().last(Proceeding.Planned.class).orElseThrow().id();
        var photo = kept(id, SELF, "A1", "grey.png");
        assertTrue(!sees(id, OFFICE, photo));
        done(town.seat.prove(OWNER, id, "prove", plan, "已补齐", List.of(photo)));
        assertTrue(sees(id, OFFICE, photo));
        assertEquals(List.of("A1"), room.shown(town.found(id), OFFICE).stream().map(ExhibitRoom.Shown::clause).toList());
        assertEquals(new Removed.Barred(Bar.STILL_NAMED), room.remove(town.found(id), SELF, photo.sha256()));
    }

    @Test
    void another_institutions_file_is_not_found_under_its_digest() {
        var id = town.begun();
        var photo = kept(id, SELF, "A1", "grey.png");
        var elsewhere = new ExhibitFolder.Id(id.next(), "0".repeat(20));
        exhibits.keep(elsewhere, new Exhibit("0c".repeat(32), FileKind.PNG, 1, Optional.empty()), new byte[1]);
        assertTrue(room.link(town.found(id), OWN, "0c".repeat(32)).isEmpty());
        assertTrue(room.link(town.found(id), OWN, photo.sha256()).isPresent());
    }

    @Test
    void what_is_older_than_the_rule_says_is_neither_shown_nor_named() {
        var id = town.begun();
        var photo = kept(id, SELF, "A1", "grey.png");
        town.days(29);
        assertTrue(sees(id, OWN, photo));
        town.days(1);
        assertTrue(!sees(id, OWN, photo));
        assertTrue(room.naming(town.found(id), SELF).find(photo.sha256()).isEmpty());
    }
}
