package xingma.territory;

import static java.util.Objects.requireNonNull;

/** A city or district by code and name (行政区). */
public record Region(RegionCode code, String chinese, String english) {
    public Region {
        requireNonNull(code, "code");
        requireNonNull(chinese, "chinese");
        requireNonNull(english, "english");
    }
}
