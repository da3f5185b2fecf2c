package xingma.complaint.caseload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.complaint.Some.NOON;
import static xingma.complaint.Some.kept;
import static xingma.complaint.Some.number;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.complaint.Act;
import xingma.complaint.Docket;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.Step;
import xingma.complaint.evidence.EvidenceFinding;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidenceLog;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.seal.KnownSecrets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseEvidenceLogTest {
    private static final EvidenceFolder FOLDER = EvidenceFolder.of(number(1), new KnownSecrets());

    private final CaseStores stores = CaseStores.inMemory(Some.retention(), () -> NOON);
    private final EvidenceLog log = new CaseEvidenceLog(stores.complaints(), Some::clocks, () -> NOON);

    private static EvidenceFinding.Kept photo(int slot) {
        return new EvidenceFinding.Kept(
                new EvidencePlace(FOLDER, slot), FileKind.JPEG, 2_000_000, "ab".repeat(32));
    }

    private static EvidenceFinding.Refused broken(int i) {
        return new EvidenceFinding.Refused(new EvidencePlace(FOLDER, 1), Refusal.BROKEN, "%016x".formatted(i).repeat(4));
    }

    private Docket docket() {
        var unit = stores.complaints().whereabouts(number(1)).orElseThrow().unit();
        return stores.complaints().find(unit, number(1)).orElseThrow().docket();
    }

    @Test
    void a_file_is_entered_once_however_often_it_is_told() {
        kept(stores.complaints(), 1);

        log.record(photo(1));
        log.record(photo(2));
        log.record(photo(1));

        assertEquals(
                List.of(1, 2), docket().all(Act.EvidenceAdded.class).map(Act.EvidenceAdded::slot).toList());
        assertEquals(
                List.of(3), docket().freePlaces(FOLDER).stream().map(EvidencePlace::slot).toList());
        assertEquals(docket().revision(), stores.trail().of(Step.subject(number(1)), 0).size());
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void a_file_that_was_on_its_way_reaches_the_case_in_every_stage_and_unit(Stage stage) {
        kept(stores.complaints(), Some.filed(1), Some.way(stage));

        log.record(photo(1));

        assertEquals(1, docket().all(Act.EvidenceAdded.class).count());
    }

    @Test
    void a_refused_file_leaves_its_reason_and_the_place_stays_free() {
        kept(stores.complaints(), 1);

        log.record(broken(1));
        log.record(broken(1));
        log.record(broken(2));

        assertEquals(
                List.of(Refusal.BROKEN, Refusal.BROKEN),
                docket().all(Act.EvidenceRefused.class).map(Act.EvidenceRefused::reason).toList());
        assertEquals(3, docket().freePlaces(FOLDER).size());
    }

    @Test
    void nobody_fills_a_docket_with_broken_files() {
        kept(stores.complaints(), 1);

        for (var i = 0; i < 100; i++) {
            log.record(broken(i));
        }
        log.record(photo(1));

        assertEquals(CaseEvidenceLog.MOST_REFUSED, docket().all(Act.EvidenceRefused.class).count());
        assertEquals(1, docket().all(Act.EvidenceAdded.class).count());
    }

    @Test
    void a_file_of_no_case_is_let_pass() {
        log.record(photo(1));

        assertTrue(stores.complaints().whereabouts(number(1)).isEmpty());
    }

    @Test
    void both_files_are_entered_when_the_case_changes_meanwhile() throws Exception {
        kept(stores.complaints(), 1);
        var first = Thread.ofVirtual().start(() -> log.record(photo(1)));
        var second = Thread.ofVirtual().start(() -> log.record(photo(2)));
        var third = Thread.ofVirtual().start(() -> log.record(photo(3)));

        first.join();
        second.join();
        third.join();

        assertEquals(3, docket().all(Act.EvidenceAdded.class).count());
    }
}
