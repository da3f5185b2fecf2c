package xingma.aws.dynamo;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item of the table, read and written by attribute. */
public final class Attributes {
    private final Map<String, AttributeValue> values;

    private Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    public static Attributes none() {
        return new Attributes(new HashMap<>());
    }

    public static Attributes key(String pk, String sk) {
        return none().put("pk", pk).put("sk", sk);
    }

    public static Attributes of(Map<String, AttributeValue> item) {
        return new Attributes(new HashMap<>(item));
    }

    public Attributes put(String name, String text) {
        values.put(name, AttributeValue.fromS(text));
        return this;
    }

    public Attributes put(String name, long number) {
        values.put(name, AttributeValue.fromN(Long.toString(number)));
        return this;
    }

    public Attributes put(String name, Optional<String> text) {
        text.ifPresent(t -> put(name, t));
        return this;
    }

    public Attributes put(String name, byte[] bytes) {
        values.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
        return this;
    }

    public byte[] bytes(String name) {
        return Optional.ofNullable(values.get(name))
                .map(AttributeValue::b)
                .map(SdkBytes::asByteArrayUnsafe)
                .orElseThrow(() -> new IllegalStateException("an item without " + name));
    }

    public String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException("an item without " + name));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    public long number(String name) {
        return Optional.ofNullable(values.get(name))
                .map(AttributeValue::n)
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalStateException("an item without " + name));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    public Map<String, AttributeValue> map() {
        return Collections.unmodifiableMap(values);
    }

    /** What the engine will count for this item, in bytes, and a little more. */
    public int size() {
        var size = 100;
        for (var value : values.entrySet()) {
            size += value.getKey().length() + size(value.getValue());
        }
        return size;
    }

    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8Length(value.s());
            case B -> value.b().asByteArrayUnsafe().length;
            default -> 21;
        };
    }

    private static int utf8Length(String text) {
        var length = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
