package xingma.complaint.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.KnownSecrets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvidencePlaceTest {
    private static final CaseNumber NUMBER = CaseNumber.of("48271930556");
    private static final EvidenceFolder FOLDER = EvidenceFolder.of(NUMBER, new KnownSecrets());

    @Test
    void a_key_leads_back_to_its_case() {
        for (var place : EvidencePlace.all(FOLDER)) {
            assertEquals(Optional.of(place), EvidencePlace.ofRawKey(place.rawKey()));
            assertEquals(NUMBER, place.folder().number());
        }
    }

    @Test
    void a_folder_stays_where_it_is_when_the_key_changes() {
        assertEquals(FOLDER, EvidenceFolder.of(NUMBER, new KnownSecrets(2)));
    }

    @Test
    void the_next_case_lies_somewhere_else() {
        var next = EvidenceFolder.of(CaseNumber.of("48271930557"), new KnownSecrets());

        assertNotEquals(FOLDER.mark(), next.mark());
        assertTrue(FOLDER.mark().chars().distinct().count() > 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "raw/", "raw/482719305561/1", "raw/482719305561-0123456789ABCDEFGHJ/1",
        "raw/482719305561-0123456789ABCDEFGHJKM/1",
        "clean/482719305565-0123456789ABCDEFGHJK/1", "raw/../1", "raw/482719305565-0123456789abcdefghjk/1"
    })
    void other_keys_lead_nowhere(String key) {
        assertEquals(Optional.empty(), EvidencePlace.ofRawKey(key));
    }

    @Test
    void a_case_has_three_places() {
        var key = new EvidencePlace(FOLDER, 3).rawKey();

        assertEquals(Optional.empty(), EvidencePlace.ofRawKey(key.substring(0, key.length() - 1) + "4"));
        assertEquals(Optional.empty(), EvidencePlace.ofRawKey(key.substring(0, key.length() - 1) + "0"));
    }
}
