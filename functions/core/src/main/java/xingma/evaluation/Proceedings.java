package xingma.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xingma.evaluation.Proceeding.Ground;
import xingma.evaluation.round.Experts;
import xingma.rating.Sheet;

/**
 * The proceedings of one evaluation in their order (评价案卷), and what they say whatever the stage.
 *
 * @param head the hash of the newest line of the evaluation's audit trail
 */
public record Proceedings(List<Proceeding> all, String head) {
    /** With {@link #HEAVIEST} it keeps an evaluation within one item of the store. */
    public static final int MOST = 500;

    /** Bytes of all proceedings. */
    public static final int HEAVIEST = 340_000;

    /** Of {@link #MOST} and {@link #HEAVIEST}, what only turns may take: an evaluation can always be decided. */
    private static final int KEPT_FREE = 100;

    private static final int KEPT_LIGHT = 60_000;

    public Proceedings {
        requireNonNull(head, "head");
        all = List.copyOf(all);
        if (all.isEmpty() || !(all.getFirst() instanceof Proceeding.Begun)) {
            throw new IllegalArgumentException("an evaluation begins");
        }
    }

    Proceedings with(Proceeding proceeding, String newHead) {
        var more = new ArrayList<>(all);
        more.add(proceeding);
        return new Proceedings(more, newHead);
    }

    public Beginning beginning() {
        return ((Proceeding.Begun) all.getFirst()).beginning();
    }

    /** One more with every step. */
    public int revision() {
        return all.size();
    }

    /** Whether somebody asked for this very proceeding before. */
    public Optional<Proceeding> byId(String id) {
        return all.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** The panel as it is now; none before it is drawn, and none once an appeal asked for another. */
    public Optional<Panel> panel() {
        var panel = Optional.<Panel>empty();
        for (var proceeding : all) {
            panel = switch (proceeding) {
                case Proceeding.Drawn d -> Optional.of(d.panel());
                case Proceeding.Recused r -> panel.map(p -> p.without(r.expert()));
                case Proceeding.Replaced r -> panel.map(p -> p.with(r.seat()));
                case Proceeding.AppealDecided a when a.ruling() == Proceeding.Ruling.RESCORED -> Optional.empty();
                default -> panel;
            };
        }
        return panel;
    }

    /** The sheets that experts of the panel handed in, by expert: their digests. */
    public SortedMap<String, String> handedIn() {
        var sheets = new TreeMap<String, String>();
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Drawn d -> sheets.clear();
                case Proceeding.HandedIn h -> sheets.put(h.expert(), h.sheet());
                case Proceeding.Recused r -> sheets.remove(r.expert());
                default -> {}
            }
        }
        return Collections.unmodifiableSortedMap(sheets);
    }

    /** Who of the panel declared to have no interest. */
    public Set<String> declared() {
        var declared = new HashSet<String>();
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Drawn d -> declared.clear();
                case Proceeding.Declared d -> declared.add(d.expert());
                case Proceeding.Recused r -> declared.remove(r.expert());
                default -> {}
            }
        }
        return Set.copyOf(declared);
    }

    public Set<String> recused() {
        return all(Proceeding.Recused.class)
                .map(Proceeding.Recused::expert)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Experts who sat on a panel before an appeal asked for another. */
    public Set<String> formerExperts() {
        var former = new HashSet<String>();
        var sitting = new HashSet<String>();
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Drawn d -> sitting.addAll(d.panel().experts());
                case Proceeding.Replaced r -> sitting.add(r.seat().expert());
                case Proceeding.AppealDecided a when a.ruling() == Proceeding.Ruling.RESCORED -> former.addAll(sitting);
                default -> {}
            }
        }
        return Set.copyOf(former);
    }

    /** Whether every seat's sheet is in, and the panel is as large and as mixed as the standard asks. */
    boolean isComplete() {
        var least = last(Proceeding.Drawn.class).map(Proceeding.Drawn::least).orElseThrow();
        return panel().filter(p -> p.hasBothSides()
                        && p.seats().size() >= least
                        && handedIn().keySet().containsAll(p.experts()))
                .isPresent();
    }

    /** The sheet that was settled, with every mark that was amended since. */
    public Optional<Sheet> settled() {
        var settled = Optional.<Sheet>empty();
        var clauses = new TreeMap<String, String>();
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Settled s -> settled = Optional.of(s.settled());
                case Proceeding.Questioned q -> clauses.put(q.id(), q.clause());
                case Proceeding.Explained e when e.mark().isPresent() ->
                    settled = settled.map(s -> s.with(clauses.get(e.question()), e.mark().get()));
                case Proceeding.AppealDecided a -> {
                    if (a.ruling() == Proceeding.Ruling.RESCORED) {
                        settled = Optional.empty();
                    }
                    for (var amended : a.marks().entrySet()) {
                        settled = settled.map(s -> s.with(amended.getKey(), amended.getValue()));
                    }
                }
                default -> {}
            }
        }
        return settled;
    }

    /** What the settled sheet was worth when it was reckoned last. */
    public Optional<Standing> standing() {
        Optional<Standing> standing = Optional.empty();
        for (var proceeding : all) {
            var newer = switch (proceeding) {
                case Proceeding.Settled s -> Optional.of(s.standing());
                case Proceeding.Explained e -> e.standing();
                case Proceeding.Noticed n -> Optional.of(n.standing());
                case Proceeding.Published p -> Optional.of(p.standing());
                case Proceeding.AppealDecided a -> a.standing();
                default -> Optional.<Standing>empty();
            };
            standing = newer.isPresent() ? newer : standing;
        }
        return standing;
    }

    /** Questions of fact that the chair has not answered yet. */
    public List<Proceeding.Questioned> openQuestions() {
        var open = new LinkedHashMap<String, Proceeding.Questioned>();
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Settled s -> open.clear();
                case Proceeding.Questioned q -> open.put(q.id(), q);
                case Proceeding.Explained e -> open.remove(e.question());
                default -> {}
            }
        }
        return List.copyOf(open.values());
    }

    /** Objections during the notice that nobody answered yet. */
    public List<Proceeding.Objected> openObjections() {
        var open = new LinkedHashMap<String, Proceeding.Objected>();
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Noticed n -> open.clear();
                case Proceeding.Objected o -> open.put(o.id(), o);
                case Proceeding.ObjectionAnswered o -> open.remove(o.objection());
                default -> {}
            }
        }
        return List.copyOf(open.values());
    }

    /** The proposal to publish that waits for the second person. */
    public Optional<Proceeding.Proposed> proposal() {
        var proposal = Optional.<Proceeding.Proposed>empty();
        for (var proceeding : all) {
            proposal = switch (proceeding) {
                case Proceeding.Proposed p -> Optional.of(p);
                case Proceeding.ProposalRefused r -> Optional.empty();
                case Proceeding.Objected o -> Optional.empty();
                case Proceeding.Turn t -> Optional.empty();
                default -> proposal;
            };
        }
        return proposal;
    }

    /** The proposal to withdraw the star that waits for the second person. */
    public Optional<Proceeding.WithdrawalProposed> withdrawal() {
        var proposal = Optional.<Proceeding.WithdrawalProposed>empty();
        for (var proceeding : all) {
            proposal = switch (proceeding) {
                case Proceeding.WithdrawalProposed w -> Optional.of(w);
                case Proceeding.WithdrawalRefused w -> Optional.empty();
                case Proceeding.Withdrawn w -> Optional.empty();
                default -> proposal;
            };
        }
        return proposal;
    }

    /** Why the star is suspended, each with what it is kept under; empty while it is not. */
    public Map<Ground, String> grounds() {
        var grounds = new EnumMap<Ground, String>(Ground.class);
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Suspended s -> grounds.put(s.ground(), s.record());
                case Proceeding.Resumed r -> grounds.clear();
                default -> {}
            }
        }
        return Collections.unmodifiableMap(grounds);
    }

    /** The institution's newest reply that somebody looked at and let through. */
    public Optional<Proceeding.Replied> shownReply() {
        return all(Proceeding.ReplyModerated.class)
                .reduce((a, b) -> b)
                .filter(Proceeding.ReplyModerated::shown)
                .flatMap(m -> all(Proceeding.Replied.class).filter(r -> r.id().equals(m.reply())).findFirst());
    }

    /** The reply that nobody looked at yet. */
    public Optional<Proceeding.Replied> waitingReply() {
        var looked = new HashSet<String>();
        all(Proceeding.ReplyModerated.class).forEach(m -> looked.add(m.reply()));
        return last(Proceeding.Replied.class).filter(r -> !looked.contains(r.id()));
    }

    /** Everybody of the bureau and of the panels who had a part in it: none of them decides an appeal. */
    public Set<String> participants() {
        var people = new HashSet<String>();
        for (var proceeding : all) {
            switch (proceeding) {
                case Proceeding.Drawn d -> people.addAll(d.panel().experts());
                case Proceeding.Replaced r -> people.add(r.seat().expert());
                default -> {}
            }
            switch (proceeding.by()) {
                case Party.Bureau b -> people.add(b.officer());
                case Party.Assessor a -> people.add(a.expert());
                case Party.Applicant a -> {}
                case Party.Sweep s -> {}
            }
        }
        return Set.copyOf(people);
    }

    public boolean hasRoomFor(Proceeding proceeding) {
        var turn = proceeding instanceof Proceeding.Turn;
        return all.size() < (turn ? MOST : MOST - KEPT_FREE)
                && weight() + ProceedingLines.write(proceeding).weight() <= (turn ? HEAVIEST : HEAVIEST - KEPT_LIGHT);
    }

    private int weight() {
        return all.stream().mapToInt(p -> ProceedingLines.write(p).weight()).sum();
    }

    public <T extends Proceeding> Stream<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    public <T extends Proceeding> Optional<T> last(Class<T> kind) {
        return all(kind).reduce((a, b) -> b);
    }
}
