package xingma.evaluation;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import xingma.institution.InstitutionId;
import xingma.rating.Clause.Side;

/**
 * A drawing of lots among experts (随机抽取) that anybody can repeat: the same list and the same seed draw the same names.
 * The seed is drawn by chance and recorded with the list, so that nobody can say afterwards that names were chosen.
 *
 * @param seed 32 bytes in lower-case hexadecimals
 * @param candidates everybody who could be drawn, by id
 * @param excluded everybody who could not, with the reason
 */
public record Draw(String seed, List<Panel.Seat> candidates, SortedMap<String, Exclusion> excluded) {
    private static final Pattern SEED = Pattern.compile("[0-9a-f]{64}");

    /** Why somebody on the list took no part in a draw. */
    public enum Exclusion {
        /** 有利害关系. */
        TIED,
        /** 已回避. */
        RECUSED,
        /** 已在组内. */
        ON_THE_PANEL,
        /** 暂不参加. */
        UNAVAILABLE,
        /** 参与过前次评价: an appeal that was granted is scored by others. */
        SCORED_BEFORE
    }

    public Draw {
        if (!SEED.matcher(seed).matches()) {
            throw new IllegalArgumentException("a seed has 32 bytes");
        }
        candidates = candidates.stream()
                .sorted(Comparator.comparing(Panel.Seat::expert))
                .toList();
        excluded = Collections.unmodifiableSortedMap(new TreeMap<>(excluded));
    }

    /**
     * Everybody on the list, either as a candidate or with the reason why not.
     *
     * @param recused who stepped down from this evaluation
     * @param seated who sits on its panel already
     * @param before who scored it before the appeal
     */
    public static Draw among(
            Collection<Expert> list,
            InstitutionId institution,
            Set<String> recused,
            Set<String> seated,
            Set<String> before,
            String seed) {
        var candidates = new ArrayList<Panel.Seat>();
        var excluded = new TreeMap<String, Exclusion>();
        for (var expert : list) {
            var reason = exclusion(expert, institution, recused, seated, before);
            if (reason.isPresent()) {
                excluded.put(expert.id(), reason.get());
            } else {
                candidates.add(new Panel.Seat(expert.id(), expert.side()));
            }
        }
        return new Draw(seed, candidates, excluded);
    }

    private static Optional<Exclusion> exclusion(
            Expert expert, InstitutionId institution, Set<String> recused, Set<String> seated, Set<String> before) {
        if (expert.ties().contains(institution)) {
            return Optional.of(Exclusion.TIED);
        }
        if (recused.contains(expert.id())) {
            return Optional.of(Exclusion.RECUSED);
        }
        if (seated.contains(expert.id())) {
            return Optional.of(Exclusion.ON_THE_PANEL);
        }
        if (before.contains(expert.id())) {
            return Optional.of(Exclusion.SCORED_BEFORE);
        }
        return expert.available() ? Optional.empty() : Optional.of(Exclusion.UNAVAILABLE);
    }

    /**
     * So many of each side; of all of them one lot makes the chair. Empty if a side has too few candidates.
     *
     * @param sizes a number for each side
     */
    public Optional<Panel> panel(SortedMap<Side, Integer> sizes) {
        var lots = new Lots(seed);
        var seats = new ArrayList<Panel.Seat>();
        for (var size : sizes.entrySet()) {
            var drawn = draw(lots, size.getKey(), size.getValue());
            if (drawn.size() < size.getValue()) {
                return Optional.empty();
            }
            seats.addAll(drawn);
        }
        return seats.isEmpty()
                ? Optional.empty()
                : Optional.of(new Panel(seats, seats.get(lots.below(seats.size())).expert()));
    }

    /** One more of a side, for somebody who stepped down. */
    public Optional<Panel.Seat> oneMore(Side side) {
        return draw(new Lots(seed), side, 1).stream().findFirst();
    }

    private List<Panel.Seat> draw(Lots lots, Side side, int size) {
        var urn = new ArrayList<>(candidates.stream().filter(s -> s.side() == side).toList());
        var drawn = new ArrayList<Panel.Seat>();
        while (drawn.size() < size && !urn.isEmpty()) {
            drawn.add(urn.remove(lots.below(urn.size())));
        }
        return drawn;
    }

    /** Numbers by chance from a seed: SHA-256 of the seed and a count; taken modulo, whose bias is below 2^-200. */
    private static final class Lots {
        private final String seed;
        private int count;

        Lots(String seed) {
            this.seed = requireNonNull(seed, "seed");
        }

        int below(int bound) {
            var hash = sha256().digest((seed + ':' + count++).getBytes(US_ASCII));
            return new BigInteger(1, hash).mod(BigInteger.valueOf(bound)).intValueExact();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }

    /** A seed of these 32 bytes. */
    public static String seed(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Everybody who was on the list. */
    public Set<String> listed() {
        var all = new HashSet<>(excluded.keySet());
        candidates.forEach(c -> all.add(c.expert()));
        return Set.copyOf(all);
    }
}
