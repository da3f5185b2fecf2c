package xingma.aws.http;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;
import xingma.territory.Officer;
import xingma.territory.RegionCode;
import xingma.territory.Roster;
import xingma.territory.Roster.Colleague;

/**
 * Officers' names beside their ids in what officers read. The roster is a convenience: where it fails, the work goes on
 * and the ids must do.
 */
public final class Names {
    private final Roster roster;
    private final Log log;

    public Names(Roster roster, Log log) {
        this.roster = roster;
        this.log = log;
    }

    /** The officer who asks, from now on known by name. */
    public Officer introduced(Request request) {
        var officer = Officers.of(request);
        try {
            roster.note(officer);
        } catch (RuntimeException unnoted) {
            log.write(LogEvent.Failed.by(request.id(), unnoted));
        }
        return officer;
    }

    /** Who handles cases in a unit; nobody where the roster fails, and then whoever asks takes the case themselves. */
    public List<Colleague> handlers(Request request, RegionCode unit) {
        try {
            return roster.handlers(unit);
        } catch (RuntimeException unread) {
            log.write(LogEvent.Failed.by(request.id(), unread));
            return List.of();
        }
    }

    /** Names by id, in the order of the ids. */
    public Map<String, String> of(Request request, Collection<String> ids) {
        try {
            return new TreeMap<>(roster.names(ids));
        } catch (RuntimeException unread) {
            log.write(LogEvent.Failed.by(request.id(), unread));
            return Map.of();
        }
    }
}
