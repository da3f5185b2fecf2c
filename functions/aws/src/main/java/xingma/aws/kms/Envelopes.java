package xingma.aws.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.complaint.seal.Seals;

/**
 * The only place that encrypts and decrypts. A text lies under a data key (AES-256-GCM, 96 random bits of nonce), and
 * the data key, wrapped, beside it:
 *
 * <pre>
 * s1 . kind of wrapping . wrapped data key . nonce, text and tag
 * </pre>
 *
 * Case number and part are bound twice: the data key is unwrapped for them alone, and the tag covers them. A data key
 * is in memory as long as one call takes.
 */
final class Envelopes implements Seals {
    private static final String VERSION = "s1";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int FIELDS = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final DataKeys keys;

    Envelopes(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public List<Sealed> closeAll(CaseNumber number, Part part, List<String> texts) {
        texts.forEach(Envelopes::refuseTooLong);
        if (texts.isEmpty()) {
            return List.of();
        }
        try (var key = keys.fresh(context(number, part))) {
            return texts.stream().map(text -> closed(number, part, key, text)).toList();
        }
    }

    @Override
    public Sealed closeBeside(CaseNumber number, Part part, Sealed there, String text) {
        refuseTooLong(text);
        if (there.isErased()) {
            return close(number, part, text);
        }
        try (var key = keys.unwrapped(bytes(fields(there)[2]), context(number, part))) {
            return closed(number, part, key, text);
        }
    }

    @Override
    public List<String> openAll(CaseNumber number, Part part, List<Sealed> sealed) {
        Map<String, DataKey> unwrapped = new HashMap<>();
        try {
            var texts = new ArrayList<String>();
            for (var each : sealed) {
                var fields = fields(each);
                var key = unwrapped.computeIfAbsent(
                        fields[2], wrapped -> keys.unwrapped(bytes(wrapped), context(number, part)));
                texts.add(opened(number, part, key, bytes(fields[3])));
            }
            return texts;
        } finally {
            unwrapped.values().forEach(DataKey::close);
        }
    }

    private Sealed closed(CaseNumber number, Part part, DataKey key, String text) {
        var nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, number, part, key, nonce);
            var plain = text.getBytes(UTF_8);
            var content = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, content, NONCE_BYTES);
            return new Sealed(String.join(
                    ".", VERSION, keys.kind(), ENCODER.encodeToString(key.wrapped()), ENCODER.encodeToString(content)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private String opened(CaseNumber number, Part part, DataKey key, byte[] content) {
        if (content.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            throw new Broken("shorter than any envelope");
        }
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, number, part, key, Arrays.copyOf(content, NONCE_BYTES));
            return new String(cipher.doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES), UTF_8);
        } catch (GeneralSecurityException altered) {
            throw new Broken("altered, or not of this case and part", altered);
        }
    }

    private Cipher cipher(int mode, CaseNumber number, Part part, DataKey key, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key.plain(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(String.join(".", VERSION, keys.kind(), number.value(), part.name()).getBytes(UTF_8));
        return cipher;
    }

    private String[] fields(Sealed sealed) {
        if (sealed.isErased()) {
            throw new IllegalArgumentException("an erased text cannot be opened");
        }
        var fields = sealed.box().split("\\.", -1);
        if (fields.length != FIELDS || !fields[0].equals(VERSION) || !fields[1].equals(keys.kind())) {
            throw new Broken("not an envelope of this key");
        }
        return fields;
    }

    /** A text has one form only: what decodes to the same bytes but reads differently was altered. */
    private static byte[] bytes(String field) {
        try {
            var bytes = Base64.getUrlDecoder().decode(field);
            if (ENCODER.encodeToString(bytes).equals(field)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below
        }
        throw new Broken("not base64url");
    }

    private static Map<String, String> context(CaseNumber number, Part part) {
        return Map.of("number", number.value(), "part", part.name());
    }

    private static void refuseTooLong(String text) {
        if (text.getBytes(UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("a text longer than can be sealed");
        }
    }
}
