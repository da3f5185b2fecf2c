package xingma.aws.kms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kms.model.KmsException;
import xingma.aws.Unavailable;
import xingma.aws.kms.FakeKms.Mood;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.SealsContract;

/** The seals of the cloud: the SDK's client as it ships, over HTTP. */
class KmsSealsTest extends SealsContract {
    @RegisterExtension
    static final RunningKms RUNNING = new RunningKms();

    @Override
    protected Seals seals() {
        return new Envelopes(RUNNING.keys());
    }

    @Test
    void fifty_messages_are_opened_with_one_request() {
        var first = seals().close(CASE, Part.WORDS, "0");
        var messages = IntStream.rangeClosed(1, 49)
                .mapToObj(i -> seals().closeBeside(CASE, Part.WORDS, first, Integer.toString(i)))
                .toList();
        RUNNING.kms().asked().clear();

        assertEquals(
                IntStream.rangeClosed(1, 49).mapToObj(Integer::toString).toList(),
                seals().openAll(CASE, Part.WORDS, messages));

        assertEquals(List.of("Decrypt {number=" + CASE + ", part=WORDS}"), RUNNING.kms().asked());
    }

    @Test
    void texts_that_are_sealed_together_share_one_key() {
        seals().closeAll(CASE, Part.CONTACT, List.of("13812345678", "0571-87654321", "4008208820"));

        assertEquals(List.of("GenerateDataKey {number=" + CASE + ", part=CONTACT}"), RUNNING.kms().asked());
    }

    @Test
    void another_key_opens_nothing() {
        var sealed = seals().close(CASE, Part.WORDS, "肿");
        try (var other = new FakeKms();
                var theirs = other.client()) {
            var elsewhere = new Envelopes(new KmsKeys(theirs, FakeKms.KEY));
            assertThrows(Seals.Broken.class, () -> elsewhere.open(CASE, Part.WORDS, sealed));
        }
    }

    @Test
    void no_text_goes_to_kms_and_none_comes_back_in_a_message() {
        var sealed = seals().close(CASE, Part.CONTACT, "13812345678");
        var altered = new Sealed(sealed.box().substring(0, sealed.box().length() - 1));
        var broken = assertThrows(Seals.Broken.class, () -> seals().open(CASE, Part.CONTACT, altered));
        assertFalse((RUNNING.kms().asked() + broken.getMessage() + broken.getCause()).contains("138"));
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, names = {"BROKEN_500", "THROTTLES", "DENIES", "CUTS_OFF"})
    void what_kms_cannot_do_is_no_broken_seal(Mood mood) {
        var sealed = seals().close(CASE, Part.WORDS, "肿");
        RUNNING.kms().is(mood);
        assertThrows(SdkException.class, () -> seals().open(CASE, Part.WORDS, sealed));
        assertThrows(SdkException.class, () -> seals().close(CASE, Part.WORDS, "肿"));
    }

    @Test
    void a_key_that_is_switched_off_for_a_while_is_an_outage() {
        var sealed = seals().close(CASE, Part.WORDS, "肿");
        for (var mood : List.of(Mood.DISABLED, Mood.DELETION_PENDING)) {
            RUNNING.kms().is(mood);
            assertThrows(Unavailable.class, () -> seals().open(CASE, Part.WORDS, sealed));
            assertThrows(Unavailable.class, () -> seals().close(CASE, Part.WORDS, "肿"));
        }
    }

    @Test
    void what_kms_will_not_do_is_not_asked_again() {
        RUNNING.kms().is(Mood.DENIES);
        assertThrows(KmsException.class, () -> seals().close(CASE, Part.WORDS, "肿"));
        assertEquals(1, RUNNING.kms().asked().size());
    }

    @Test
    void a_hung_kms_is_given_up_in_less_than_five_seconds() {
        RUNNING.kms().is(Mood.HANGS);
        var began = Instant.now();
        assertThrows(SdkException.class, () -> seals().close(CASE, Part.WORDS, "肿"));
        var took = Duration.between(began, Instant.now());
        assertTrue(took.compareTo(Duration.ofSeconds(5)) < 0, took::toString);
        assertTrue(RUNNING.kms().asked().size() > 1, "asked again");
    }
}
