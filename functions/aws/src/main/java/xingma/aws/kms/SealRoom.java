package xingma.aws.kms;

import java.nio.file.Path;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.Table;
import xingma.complaint.seal.Seals;
import xingma.complaint.seal.Secrets;

/** The seals and secrets of one bureau (机要室), with the key that {@code SEAL_KEY} names. */
public record SealRoom(Seals seals, Secrets secrets) {
    private static final String FILE = "file:";

    /** @param complaints the complaints' table, where the wrapped key of marks lies */
    public static SealRoom from(Settings settings, Table complaints) {
        var key = settings.sealKey();
        return key.startsWith(FILE)
                ? of(new FileKeys(Path.of(key.substring(FILE.length()))))
                : of(new KmsKeys(Clients.kms(), key), complaints);
    }

    private static SealRoom of(FileKeys keys) {
        return new SealRoom(new Envelopes(keys), new Marks(new Marks.Keys() {
            @Override
            public int newest() {
                return 1;
            }

            @Override
            public byte[] key(int version) {
                return keys.markKey(version);
            }
        }));
    }

    static SealRoom of(DataKeys keys, Table complaints) {
        return new SealRoom(new Envelopes(keys), new Marks(new StoredMarkKeys(complaints, keys)));
    }
}
