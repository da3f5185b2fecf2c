package xingma.complaint;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xingma.complaint.evidence.EvidenceFolder;
import xingma.complaint.evidence.EvidencePlace;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.territory.RegionCode;

/**
 * The acts of one case in their order (案卷), and what they say whatever the stage.
 *
 * @param head the hash of the newest line of the case's audit trail
 */
public record Docket(List<Act> acts, String head) {
    /** More than the longest quarrel needs; with {@link #HEAVIEST} it keeps a case within one item of the store. */
    public static final int MOST_ACTS = 500;

    /** Bytes of all acts; with its row a case then stays below the 380 KB that the store takes. */
    public static final int HEAVIEST = 340_000;

    /** Acts, of {@link #MOST_ACTS}, that no aside but an opening may take. */
    private static final int KEPT_FREE = 100;

    /** Bytes, of {@link #HEAVIEST}, that only a turn may take: a handful of decisions in full length. */
    private static final int KEPT_LIGHT = 40_000;

    public Docket {
        requireNonNull(head, "head");
        acts = List.copyOf(acts);
        if (acts.isEmpty() || !(acts.getFirst() instanceof Act.Filed)) {
            throw new IllegalArgumentException("a case begins when it is filed");
        }
    }

    Docket with(Act act, String newHead) {
        var more = new ArrayList<>(acts);
        more.add(act);
        return new Docket(more, newHead);
    }

    public Act.Filed filed() {
        return (Act.Filed) acts.getFirst();
    }

    public Filing filing() {
        return filed().filing();
    }

    public CaseNumber number() {
        return filing().number();
    }

    /** One more with every step. */
    public int revision() {
        return acts.size();
    }

    /** Whether somebody asked for this very act before. */
    public Optional<Act> byId(String id) {
        return acts.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** The unit in charge now (承办单位). While the city decides a dispute or an objection it is the city. */
    public RegionCode unit() {
        var unit = filing().unit();
        var home = unit;
        for (var act : acts) {
            switch (act) {
                case Act.Transferred t -> unit = home = t.to();
                case Act.Designated d -> unit = home = d.to();
                case Act.Disputed d -> unit = unit.city();
                case Act.Objected o -> unit = unit.city();
                case Act.Reviewed r -> unit = home;
                case Act.Withdrawn w -> unit = home;
                default -> {}
            }
        }
        return unit;
    }

    /** The unit whose case it is, even while the city decides something about it. */
    public RegionCode home() {
        var home = filing().unit();
        for (var act : acts) {
            switch (act) {
                case Act.Transferred t -> home = t.to();
                case Act.Designated d -> home = d.to();
                default -> {}
            }
        }
        return home;
    }

    /** Who works on it (经办人); a case that came to another unit has nobody yet. */
    public Optional<String> assignee() {
        var assignee = Optional.<String>empty();
        for (var act : acts) {
            switch (act) {
                case Act.Assigned a -> assignee = Optional.of(a.to());
                case Act.Transferred t -> assignee = Optional.empty();
                case Act.Designated d -> assignee = Optional.empty();
                default -> {}
            }
        }
        return assignee;
    }

    public String category() {
        return last(Act.Classified.class).map(Act.Classified::category).orElse(filing().category());
    }

    public Identity identity() {
        return last(Act.IdentityChanged.class).map(Act.IdentityChanged::identity).orElse(filing().identity());
    }

    /** The sealed contact that holds now. */
    public Optional<Sealed> contact() {
        var changed = last(Act.IdentityChanged.class);
        return changed.isPresent() ? changed.get().contact() : filing().contact();
    }

    public Optional<String> phoneMark() {
        var changed = last(Act.IdentityChanged.class);
        return changed.isPresent() ? changed.get().phoneMark() : filing().phoneMark();
    }

    /** Whether the complainant wants to be told by telephone, and left a number that is still kept. */
    public boolean isNotified() {
        return contact().filter(c -> !c.isErased()).isPresent()
                && last(Act.NotificationChosen.class).map(Act.NotificationChosen::notified).orElse(filing().notified());
    }

    /** Whether something could not be told to the complainant and nobody has opened her contact since. */
    public boolean isUntold() {
        var untold = false;
        for (var act : acts) {
            switch (act) {
                case Act.Untold u -> untold = true;
                case Act.Opened o when o.part() == Part.CONTACT && o.by() instanceof Actor.Bureau -> untold = false;
                default -> {}
            }
        }
        return untold;
    }

    /** Whether the bureau asked and the complainant has not said anything since. */
    public boolean isAwaitingReply() {
        var awaiting = false;
        for (var act : acts) {
            switch (act) {
                case Act.Asked a -> awaiting = true;
                case Act.Said s -> awaiting = false;
                default -> {}
            }
        }
        return awaiting;
    }

    /** Whether it went from a district to the city because a clock ran out, and that clock still binds. */
    public boolean hasClimbed() {
        var climbed = EnumSet.noneOf(Which.class);
        for (var act : acts) {
            switch (act) {
                case Act.Climbed c -> climbed.add(c.clock());
                case Act.Transferred t -> {}
                case Act.Disputed d -> {}
                case Act.Designated d -> climbed.remove(Which.DISPUTE);
                case Act.Joined j -> climbed.remove(Which.ACCEPT);
                case Act.Paused p -> {}
                case Act.Resumed r -> {}
                case Act.Turn t -> climbed.clear();
                default -> {}
            }
        }
        return !climbed.isEmpty();
    }

    /** The case into which the desk would join this one, while the complainant has not answered. */
    public Optional<CaseNumber> joinOffer() {
        var offer = Optional.<CaseNumber>empty();
        for (var act : acts) {
            switch (act) {
                case Act.JoinOffered o -> offer = Optional.of(o.lead());
                case Act.JoinDeclined d -> offer = Optional.empty();
                case Act.Joined j -> offer = Optional.empty();
                default -> {}
            }
        }
        return offer;
    }

    /** Cases that were joined into this one. */
    public List<CaseNumber> followers() {
        return all(Act.Followed.class).map(Act.Followed::follower).distinct().toList();
    }

    /** Everybody of the bureau who took a turn of this case; none of them may review it. */
    public List<String> deciders() {
        return acts.stream()
                .filter(a -> a instanceof Act.Turn)
                .flatMap(a -> a.by() instanceof Actor.Bureau b ? Stream.of(b.officer()) : Stream.empty())
                .distinct()
                .toList();
    }

    /** Whether the unit that has it got it from another, and may say that it is not competent. */
    public boolean cameFromElsewhere() {
        return acts.stream()
                .filter(a -> a instanceof Act.Transferred || a instanceof Act.Designated)
                .reduce((a, b) -> b)
                .filter(a -> a instanceof Act.Transferred)
                .isPresent();
    }

    /** The last places are kept for turns and for opening: a case that was talked full can still be read and decided. */
    public boolean hasRoomFor(Act act) {
        var most = act instanceof Act.Turn || act instanceof Act.Opened ? MOST_ACTS : MOST_ACTS - KEPT_FREE;
        var heaviest = act instanceof Act.Turn ? HEAVIEST : HEAVIEST - KEPT_LIGHT;
        return acts.size() < most && weight() + Acts.weight(act) <= heaviest;
    }

    int weight() {
        return acts.stream().mapToInt(Acts::weight).sum();
    }

    /** The places for files that hold none yet. */
    public List<EvidencePlace> freePlaces(EvidenceFolder folder) {
        return EvidencePlace.all(folder).stream()
                .filter(place -> all(Act.EvidenceAdded.class).noneMatch(added -> added.slot() == place.slot()))
                .toList();
    }

    public <T extends Act> Stream<T> all(Class<T> kind) {
        return acts.stream().filter(kind::isInstance).map(kind::cast);
    }

    public <T extends Act> Optional<T> last(Class<T> kind) {
        return all(kind).reduce((a, b) -> b);
    }
}
