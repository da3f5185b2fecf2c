package xingma.placard;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xingma.institution.PlacardCode;
import xingma.keeping.Page;
import xingma.registry.Dossier;
import xingma.territory.RegionCode;

/** Every placard the bureau has issued. */
public interface Placards {
    Optional<Placard> find(PlacardCode code);

    /** A page of a district's placards, in the order of names; eventually consistent. */
    Page<Placard> placardsIn(RegionCode district, Optional<String> after);

    /**
     * Issues a placard for a published dossier that still stands at its revision, and retires the one that it
     * replaces, all or nothing. False when the dossier moved on or the code was drawn before; the same step again is
     * true again.
     */
    boolean issue(Dossier dossier, Placard.Live placard, Optional<Placard.Replaced> before);

    /** Issues many first placards, each for itself. Returns those that were not issued, as {@link #issue} tells it. */
    default Set<First> issueAll(List<First> all) {
        var lost = new HashSet<First>();
        for (var one : all) {
            if (!issue(one.dossier(), one.placard(), Optional.empty())) {
                lost.add(one);
            }
        }
        return lost;
    }

    /** A placard for a published dossier that has none. */
    record First(Dossier dossier, Placard.Live placard) {}

    /** Withdraws the dossier's placard. */
    boolean withdraw(Dossier dossier, Placard.Withdrawn placard);

    /** Records a posting step, provided the placard still stands as before. */
    boolean post(Placard.Live before, Placard.Live after);
}
