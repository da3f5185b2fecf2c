package xingma.rating;

import java.math.BigInteger;

/** An exact number, for means over points of different clauses; rounded only to be printed. */
record Fraction(BigInteger over, BigInteger under) {
    static final Fraction ZERO = of(0, 1);

    private static final int DECIMALS = 4;
    private static final BigInteger SCALE = BigInteger.TEN.pow(DECIMALS);

    Fraction {
        if (under.signum() <= 0) {
            throw new IllegalArgumentException("a fraction is of something");
        }
        var common = over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    static Fraction of(long over, long under) {
        return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
    }

    Fraction plus(Fraction other) {
        return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Fraction dividedBy(long count) {
        return new Fraction(over, under.multiply(BigInteger.valueOf(count)));
    }

    /** To four decimals, halves away from zero: {@code -0.0313}. */
    @Override
    public String toString() {
        var two = BigInteger.TWO;
        var rounded = over.abs().multiply(SCALE).multiply(two).add(under).divide(under.multiply(two));
        var parts = rounded.divideAndRemainder(SCALE);
        var decimals = SCALE.add(parts[1]).toString().substring(1);
        return (over.signum() < 0 && rounded.signum() > 0 ? "-" : "") + parts[0] + "." + decimals;
    }
}
