package xingma.placard;

import java.util.Optional;
import xingma.institution.PlacardCode;
import xingma.registry.Dossier;
import xingma.registry.Register.Page;
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

    /** Withdraws the dossier's placard. */
    boolean withdraw(Dossier dossier, Placard.Withdrawn placard);

    /** Records a posting step, provided the placard still stands as before. */
    boolean post(Placard.Live before, Placard.Live after);
}
