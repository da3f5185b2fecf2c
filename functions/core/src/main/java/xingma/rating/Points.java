package xingma.rating;

/** Points of a standard (分), counted in hundredths of a point, so that nothing is ever rounded before it is compared. */
public record Points(int hundredths) implements Comparable<Points> {
    public static final Points NONE = new Points(0);

    /** Far more than any standard gives. */
    private static final int MOST = 10_000_000;

    public Points {
        if (hundredths < 0 || hundredths > MOST) {
            throw new IllegalArgumentException("points lie between 0 and " + MOST / 100);
        }
    }

    public static Points of(int whole) {
        return new Points(Math.multiplyExact(whole, 100));
    }

    public Points plus(Points other) {
        return new Points(hundredths + other.hundredths);
    }

    public Points minus(Points other) {
        return new Points(hundredths - other.hundredths);
    }

    /** So many of so many, down to the hundredth: what the standard awards for a ratio. */
    public Points ratio(int met, int looked) {
        if (looked < 1 || met < 0 || met > looked) {
            throw new IllegalArgumentException("a ratio is some of what was looked at");
        }
        return new Points((int) ((long) hundredths * met / looked));
    }

    public Points percent(int percent) {
        return ratio(percent, 100);
    }

    @Override
    public int compareTo(Points other) {
        return Integer.compare(hundredths, other.hundredths);
    }

    /** As people write it: {@code 20}, {@code 7.5}, {@code 13.33}. */
    @Override
    public String toString() {
        var whole = hundredths / 100;
        var rest = hundredths % 100;
        return rest == 0 ? "" + whole : rest % 10 == 0 ? whole + "." + rest / 10 : whole + "." + rest / 10 + rest % 10;
    }
}
