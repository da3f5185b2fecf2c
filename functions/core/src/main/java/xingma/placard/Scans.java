package xingma.placard;

import java.util.Optional;
import xingma.institution.PlacardCode;

/** The one read behind a scan. */
@FunctionalInterface
public interface Scans {
    Optional<Scan> scan(PlacardCode code);
}
