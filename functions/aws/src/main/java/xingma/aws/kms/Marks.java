package xingma.aws.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import xingma.complaint.seal.Secrets;

/** Secrets by keys that are fetched when first needed, and then stay in memory: HMAC-SHA256 of purpose and message. */
final class Marks implements Secrets {
    private static final String HMAC = "HmacSHA256";

    /** Where the keys of marks come from. */
    interface Keys {
        /** The version in use, counted from 1. */
        int newest();

        byte[] key(int version);
    }

    private final Keys keys;
    private final Map<Integer, byte[]> fetched;
    private final int fixed;
    private volatile int newest;

    Marks(Keys keys) {
        this(keys, new ConcurrentHashMap<>(), 0);
    }

    private Marks(Keys keys, Map<Integer, byte[]> fetched, int fixed) {
        this.keys = keys;
        this.fetched = fetched;
        this.fixed = fixed;
        this.newest = fixed;
    }

    @Override
    public byte[] mac(Purpose purpose, byte[] message) {
        return hmac(fetched.computeIfAbsent(version(), keys::key), (purpose.name() + '\n').getBytes(UTF_8), message);
    }

    @Override
    public int version() {
        if (newest == 0) {
            newest = keys.newest();
        }
        return newest;
    }

    @Override
    public Secrets at(int version) {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        return version == fixed ? this : new Marks(keys, fetched, version);
    }

    static byte[] hmac(byte[] key, byte[]... pieces) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            for (var piece : pieces) {
                mac.update(piece);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "Marks";
    }
}
