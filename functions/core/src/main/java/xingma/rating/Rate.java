package xingma.rating;

import static java.util.Objects.requireNonNull;

/** Points earned of points that could be earned (得分率): a fraction, compared as it is and rounded only to be shown. */
public record Rate(Points earned, Points possible) {
    public Rate {
        requireNonNull(possible, "possible");
        if (earned.compareTo(possible) > 0) {
            throw new IllegalArgumentException("nobody earns more than there is");
        }
    }

    public Rate plus(Rate other) {
        return new Rate(earned.plus(other.earned), possible.plus(other.possible));
    }

    /** Whether the rate is at least so many percent. Where nothing could be earned nothing is missing. */
    public boolean reaches(int percent) {
        return 100L * earned.hundredths() >= (long) percent * possible.hundredths();
    }

    /** The points that are missing to so many percent; none if it is reached. */
    public Points missingTo(int percent) {
        var needed = Math.ceilDiv((long) percent * possible.hundredths(), 100L);
        return new Points((int) Math.max(0, needed - earned.hundredths()));
    }

    /** In tenths of a percent, half up, to be shown; 1000 where nothing could be earned. */
    public int tenths() {
        if (possible.equals(Points.NONE)) {
            return 1000;
        }
        return (int) ((2000L * earned.hundredths() + possible.hundredths()) / (2L * possible.hundredths()));
    }

    /** As people write it: {@code 95.9}. */
    public String shown() {
        return tenths() / 10 + "." + tenths() % 10;
    }
}
