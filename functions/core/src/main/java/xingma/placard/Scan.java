package xingma.placard;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import xingma.evaluation.star.StarCard;
import xingma.registry.Entry;
import xingma.registry.Provenance;
import xingma.warning.Warning;

/** What stands behind a code when a phone asks (扫码结果), as the store holds it; the verdict is made for the day. */
public sealed interface Scan {
    <T> T told(Telling<T> telling);

    /**
     * A placard that stands, with the institution as published.
     *
     * @param star what the public reads of its star, or why it has none; absent where it never took part
     */
    record Standing(
            Placard.Live placard,
            Entry entry,
            int version,
            Provenance newest,
            List<Warning> warnings,
            Optional<StarCard.Brief> star)
            implements Scan {
        public Standing {
            warnings = List.copyOf(warnings);
            requireNonNull(star, "star");
        }

        @Override
        public <T> T told(Telling<T> telling) {
            return telling.standing(this);
        }
    }

    record Withdrawn(Placard.Withdrawn placard) implements Scan {
        @Override
        public <T> T told(Telling<T> telling) {
            return telling.withdrawn(placard);
        }
    }

    record Replaced(Placard.Replaced placard) implements Scan {
        @Override
        public <T> T told(Telling<T> telling) {
            return telling.replaced(placard);
        }
    }

    /** An answer to each. In the place of a switch over types, which a scan after a cold start would be slow to link. */
    interface Telling<T> {
        T standing(Standing scan);

        T withdrawn(Placard.Withdrawn placard);

        T replaced(Placard.Replaced placard);
    }
}
