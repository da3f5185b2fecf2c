package xingma.aws.kms;

import java.util.Base64;
import java.util.Map;
import xingma.aws.dynamo.Attributes;
import xingma.aws.dynamo.Table;

/**
 * The keys of marks, wrapped like data keys, in the complaints' table. The first is made by whoever needs it first;
 * a later one is put there by hand (docs/operations.md), and is in use as soon as a function starts anew.
 *
 * <pre>
 * pk     sk               what
 * KEYS   HMAC#version     wrapped: base64 of what KMS made of it, for part SECRETS and that version
 * </pre>
 */
final class StoredMarkKeys implements Marks.Keys {
    private static final String PK = "KEYS";
    private static final String SK = "HMAC#";
    private static final String WRAPPED = "wrapped";
    private static final int MOST = 100;

    private final Table table;
    private final DataKeys keys;

    StoredMarkKeys(Table table, DataKeys keys) {
        this.table = table;
        this.keys = keys;
    }

    @Override
    public int newest() {
        return table.newestUnder(PK, SK, MOST).stream()
                .mapToInt(item -> Integer.parseInt(item.text("sk").substring(SK.length())))
                .max()
                .orElse(1);
    }

    @Override
    public byte[] key(int version) {
        var wrapped = table.get(item(version)).map(there -> there.text(WRAPPED)).orElseGet(() -> first(version));
        return keys.unwrapped(Base64.getDecoder().decode(wrapped), context(version)).plain();
    }

    /** Whoever is second takes the first one's, be it another process or the own write whose answer was lost. */
    private String first(int version) {
        if (version != 1) {
            throw new IllegalStateException("no key of marks has version " + version);
        }
        String wrapped;
        try (var made = keys.fresh(context(version))) {
            wrapped = Base64.getEncoder().encodeToString(made.wrapped());
        }
        var kept = table.put(item(version).put(WRAPPED, wrapped), Table.Condition.absent(), there -> false);
        return kept ? wrapped : table.get(item(version)).orElseThrow().text(WRAPPED);
    }

    private static Attributes item(int version) {
        return Attributes.key(PK, SK + version);
    }

    private static Map<String, String> context(int version) {
        return Map.of("part", "SECRETS", "version", Integer.toString(version));
    }
}
