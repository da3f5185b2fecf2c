package xingma.aws.kms;

import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import xingma.aws.Unavailable;
import xingma.complaint.seal.Seals;

/**
 * Data keys wrapped by a key that never leaves KMS. How it wraps is its own matter (AES-256 elsewhere, SM4 in mainland
 * China). The context stands in the service's journal with every use, and roles are held to its {@code part}.
 */
final class KmsKeys implements DataKeys {
    private static final String OFF = "the seal key is switched off";

    private final KmsClient kms;
    private final String key;

    /** @param key ARN or alias */
    KmsKeys(KmsClient kms, String key) {
        this.kms = kms;
        this.key = key;
    }

    @Override
    public String kind() {
        return "k";
    }

    @Override
    public DataKey fresh(Map<String, String> context) {
        try {
            var made = kms.generateDataKey(r -> r.keyId(key).numberOfBytes(DataKey.LENGTH).encryptionContext(context));
            return new DataKey(made.plaintext().asByteArray(), made.ciphertextBlob().asByteArray());
        } catch (DisabledException | KmsInvalidStateException off) {
            throw new Unavailable(OFF, off);
        }
    }

    @Override
    public DataKey unwrapped(byte[] wrapped, Map<String, String> context) {
        try {
            var plain = kms.decrypt(r -> r.keyId(key)
                            .ciphertextBlob(SdkBytes.fromByteArrayUnsafe(wrapped))
                            .encryptionContext(context))
                    .plaintext();
            return new DataKey(plain.asByteArray(), wrapped);
        } catch (InvalidCiphertextException | IncorrectKeyException foreign) {
            throw new Seals.Broken("a data key that was not wrapped for this", foreign);
        } catch (DisabledException | KmsInvalidStateException off) {
            throw new Unavailable(OFF, off);
        }
    }
}
