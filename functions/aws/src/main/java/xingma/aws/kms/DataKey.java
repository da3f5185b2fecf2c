package xingma.aws.kms;

import java.util.Arrays;

/** A key for some texts: as it is, to be used and forgotten, and wrapped, as it lies in the envelope with them. */
record DataKey(byte[] plain, byte[] wrapped) implements AutoCloseable {
    static final int LENGTH = 32;

    DataKey {
        if (plain.length != LENGTH) {
            throw new IllegalStateException("a data key of " + plain.length + " bytes");
        }
    }

    @Override
    public void close() {
        Arrays.fill(plain, (byte) 0);
    }

    @Override
    public String toString() {
        return "DataKey";
    }
}
