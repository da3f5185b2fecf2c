package xingma.evaluation.exhibit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.ScoreSheet.Writer;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExhibitPlaceTest {
    private static final String FILE = "0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11";
    private static final EvaluationId EVALUATION = EvaluationId.of("0123456789abcdef0123-12");

    @Test
    void a_key_leads_back_to_its_place() {
        var place = new ExhibitPlace(ExhibitFolder.Id.of(EVALUATION, new Writer.Assessor("李/../x")), FILE);
        assertEquals(Optional.of(place), ExhibitPlace.ofRawKey(place.rawKey()));
    }

    @Test
    void every_writer_and_every_evaluation_has_a_folder_of_its_own() {
        var own = ExhibitFolder.Id.of(EVALUATION, new Writer.Institution());
        assertNotEquals(own, ExhibitFolder.Id.of(EVALUATION, new Writer.Assessor("SELF")));
        assertNotEquals(own.mark(), ExhibitFolder.Id.of(EVALUATION.next(), new Writer.Institution()).mark());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "raw/0123456789abcdef0123-12/0123456789abcdef0123/",
        "raw/0123456789abcdef0123-0/0123456789abcdef0123/0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11",
        "raw/0123456789abcdef0123-12/0123456789abcdef012/0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11",
        "raw/0123456789abcdef0123-12/0123456789abcdef0123/------------------------------------",
        "clean/0123456789abcdef0123-12/0123456789abcdef0123/0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11",
        "raw/0123456789abcdef0123-12/0123456789abcdef0123/0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11/x"
    })
    void a_key_that_no_form_of_ours_sends_is_no_place(String key) {
        assertEquals(Optional.empty(), ExhibitPlace.ofRawKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "0B3F6D4E-5B0A-4F0E-9A51-6D6F0A4F8D11", "0b3f6d4e-5b0a-4f0e-9a51-6d6f0a4f8d11\n"})
    void an_id_that_is_no_plain_uuid_names_no_file(String file) {
        var folder = ExhibitFolder.Id.of(EVALUATION, new Writer.Institution());
        assertThrows(IllegalArgumentException.class, () -> new ExhibitPlace(folder, file));
    }
}
