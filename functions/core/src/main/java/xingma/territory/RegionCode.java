package xingma.territory;

import java.util.regex.Pattern;

/** A place in the national list of administrative divisions (行政区划代码, GB/T 2260): six digits, a city ends in 00. */
public record RegionCode(String value) implements Comparable<RegionCode> {
    private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{5}");

    public RegionCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a region code has six digits");
        }
    }

    public boolean isCity() {
        return value.endsWith("00");
    }

    public RegionCode city() {
        return new RegionCode(value.substring(0, 4) + "00");
    }

    /** A city contains its districts and itself; a district only itself. */
    public boolean contains(RegionCode other) {
        return equals(other) || isCity() && equals(other.city());
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
