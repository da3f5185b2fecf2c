package xingma.aws.kms;

import java.util.Map;
import xingma.complaint.seal.Seals;

/** Who makes and unwraps data keys. A key comes back only for the very context that it was made for. */
interface DataKeys {
    /** What the envelope says of it: one letter. */
    String kind();

    DataKey fresh(Map<String, String> context);

    /** @throws Seals.Broken if nobody here wrapped it, or not for this context */
    DataKey unwrapped(byte[] wrapped, Map<String, String> context);
}
