package xingma.registry;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/**
 * The bureau's file on one institution (卷宗): what is published, what waits for the second person, and the placard
 * that now stands for it.
 *
 * @param revision one more with every step; two people cannot both take the same step
 * @param district where it belongs: as published, or until then as last proposed
 * @param editions how many placards were ever issued for it
 */
public record Dossier(
        InstitutionId id,
        String kind,
        RegionCode district,
        long revision,
        Optional<Published> published,
        Optional<Change.Proposed> pending,
        Optional<PlacardCode> placard,
        int editions) {
    public Dossier {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(district, "district");
        if (published.isEmpty() && placard.isPresent()) {
            throw new IllegalArgumentException("nothing is on a wall before it was checked");
        }
    }

    /** A file that holds nothing yet. */
    public static Dossier open(InstitutionId id, String kind, RegionCode district) {
        return new Dossier(id, kind, district, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** Whether nothing is published and nothing waits: all that was ever proposed of it was refused or taken back. */
    public boolean isVacant() {
        return published.isEmpty() && pending.isEmpty();
    }

    /** The entry as published, or blank. */
    public Entry entry() {
        return published.map(Published::entry).orElseGet(() -> Entry.blank(id, kind));
    }

    /** The entry as it will be once the pending change is checked. */
    public Entry entryAhead() {
        return pending.map(p -> entry().with(p.proposal().edits())).orElseGet(this::entry);
    }

    public Step propose(Change.Proposal proposal) {
        var place = published.isPresent() ? district : districtIn(proposal);
        var after = new Dossier(
                id, kind, place, revision + 1, published, Optional.of(new Change.Proposed(proposal)), placard, editions);
        return new Step(this, after, pending.map(p -> p.supersede(proposal.by(), proposal.at())));
    }

    /** Publishes the pending change. */
    public Step check(String by, Instant at) {
        var change = pending.orElseThrow();
        var proposal = change.proposal();
        var next = Published.after(
                published,
                Entry.blank(id, kind),
                proposal.edits(),
                new Provenance(proposal.source(), proposal.by(), proposal.at(), by, at));
        var after = new Dossier(
                id, kind, next.entry().district(), revision + 1, Optional.of(next), Optional.empty(), placard, editions);
        return new Step(this, after, Optional.of(change.check(by, at, next.version())));
    }

    public Step refuse(String by, String reason, Instant at) {
        var after = new Dossier(id, kind, district, revision + 1, published, Optional.empty(), placard, editions);
        return new Step(this, after, Optional.of(pending.orElseThrow().refuse(by, reason, at)));
    }

    /** Takes the pending change back; only its proposer does. */
    public Step withdraw(Instant at) {
        var after = new Dossier(id, kind, district, revision + 1, published, Optional.empty(), placard, editions);
        return new Step(this, after, Optional.of(pending.orElseThrow().withdraw(at)));
    }

    private RegionCode districtIn(Change.Proposal proposal) {
        return entry().with(proposal.edits()).premises().text("district").map(RegionCode::new).orElse(district);
    }

    /** With a placard of the next edition. */
    public Dossier issued(PlacardCode code) {
        return new Dossier(id, kind, district, revision + 1, published, pending, Optional.of(code), editions + 1);
    }

    /** Without a valid placard. */
    public Dossier unposted() {
        return new Dossier(id, kind, district, revision + 1, published, pending, Optional.empty(), editions);
    }

    /**
     * One step of a dossier, kept whole or not at all.
     *
     * @param decided the change that the step turns into history
     */
    public record Step(Dossier before, Dossier after, Optional<? extends Change.Decided> decided) {}
}
