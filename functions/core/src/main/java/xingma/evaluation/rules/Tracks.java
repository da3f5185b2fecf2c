package xingma.evaluation.rules;

import java.util.List;
import xingma.evaluation.Proceeding;
import xingma.institution.InstitutionId;
import xingma.rating.Track;

/** What the bureau knows of an institution beside its sheets (既往记录). */
public interface Tracks {
    Known of(InstitutionId institution);

    /**
     * @param against reasons that stand against a star today, each with what it is kept under
     */
    record Known(Track track, List<Reason> against) {
        public static final Known NOTHING = new Known(Track.CLEAN, List.of());

        public Known {
            against = List.copyOf(against);
        }
    }

    record Reason(Proceeding.Ground ground, String record) {}
}
