package xingma.complaint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import xingma.attachment.FileKind;
import xingma.attachment.Refusal;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.filing.Subject;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.Retention;
import xingma.complaint.seal.Part;
import xingma.complaint.seal.Sealed;
import xingma.institution.InstitutionId;
import xingma.institution.PlacardCode;
import xingma.territory.RegionCode;

/** Acts as plain lines and back, for the store and the trail: the one place that knows how each is spelt. */
public final class Acts {
    /** An instant, and the names and signs of a line's JSON. */
    private static final int FRAME = 120;

    /** The signs around a name and its value. */
    private static final int BETWEEN = 6;

    private Acts() {}

    /**
     * An act as a line.
     *
     * @param facts what may stay for ever
     * @param personal sealed words and contacts, and the marks that were made of them; erased when their time is over
     */
    public record Line(
            String id,
            String what,
            Instant at,
            String by,
            SortedMap<String, String> facts,
            SortedMap<String, String> personal) {
        public Line {
            requireNonNull(id, "id");
            requireNonNull(what, "what");
            requireNonNull(at, "at");
            requireNonNull(by, "by");
            facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
            personal = Collections.unmodifiableSortedMap(new TreeMap<>(personal));
        }

        /** What the audit trail keeps of it: the facts, and of each sealed envelope its digest. Marks are left out. */
        public SortedMap<String, String> lasting() {
            var lasting = new TreeMap<>(facts);
            for (var name : new String[] {"words", "contact"}) {
                var box = personal.get(name);
                if (box != null) {
                    lasting.put(name + "Digest", new Sealed(box).digest());
                }
            }
            return lasting;
        }

        /** The bytes of it as JSON, and a few more. */
        int weight() {
            return FRAME + weight(id) + weight(what) + weight(by) + weight(facts) + weight(personal);
        }

        private static int weight(SortedMap<String, String> values) {
            return values.entrySet().stream()
                    .mapToInt(e -> BETWEEN + weight(e.getKey()) + weight(e.getValue()))
                    .sum();
        }

        private static int weight(String text) {
            return text.getBytes(UTF_8).length;
        }
    }

    static int weight(Act act) {
        return write(act).weight();
    }

    public static Line write(Act act) {
        var facts = new TreeMap<String, String>();
        var personal = new TreeMap<String, String>();
        if (act instanceof Act.Spoken spoken) {
            personal.put("words", spoken.words().box());
        }
        switch (act) {
            case Act.Filed f -> write(f.filing(), facts, personal);
            case Act.Refused r -> facts.put("ground", r.ground());
            case Act.Transferred t -> facts.put("to", t.to().value());
            case Act.Designated d -> facts.put("to", d.to().value());
            case Act.Joined j -> facts.put("lead", j.lead().value());
            case Act.Answered a -> facts.put("result", a.result().name());
            case Act.Reviewed r -> facts.put("ruling", r.ruling().name());
            case Act.Assigned a -> facts.put("to", a.to());
            case Act.Classified c -> facts.put("category", c.category());
            case Act.JoinOffered o -> facts.put("lead", o.lead().value());
            case Act.Followed f -> facts.put("follower", f.follower().value());
            case Act.Opened o -> {
                facts.put("part", o.part().name());
                facts.put("reason", o.reason());
            }
            case Act.EvidenceAdded e -> {
                facts.put("slot", Integer.toString(e.slot()));
                facts.put("kind", e.kind().name());
                facts.put("bytes", Long.toString(e.bytes()));
                facts.put("sha256", e.sha256());
            }
            case Act.EvidenceRefused e -> {
                facts.put("slot", Integer.toString(e.slot()));
                facts.put("reason", e.reason().name());
            }
            case Act.IdentityChanged i -> {
                facts.put("identity", i.identity().name());
                i.contact().ifPresent(c -> personal.put("contact", c.box()));
                i.phoneMark().ifPresent(m -> personal.put("phoneMark", m));
            }
            case Act.Rated r -> {
                facts.put("satisfaction", r.satisfaction().name());
                facts.put("solved", r.solved().name());
            }
            case Act.Reminded r -> {
                facts.put("clock", r.clock().name());
                facts.put("mark", r.mark().name());
            }
            case Act.Climbed c -> facts.put("clock", c.clock().name());
            case Act.DueMoved d -> {
                facts.put("clock", d.clock().name());
                facts.put("from", d.from().toString());
                facts.put("to", d.to().toString());
            }
            case Act.Erased e -> facts.put("retention", e.retention());
            case Act.NotificationChosen n -> facts.put("notified", n.notified() ? "yes" : "no");
            case Act.Untold u -> facts.put("of", u.of());
            case Act.Accepted a -> {}
            case Act.Disputed d -> {}
            case Act.Paused p -> {}
            case Act.Resumed r -> {}
            case Act.Objected o -> {}
            case Act.Withdrawn w -> {}
            case Act.Reopened r -> {}
            case Act.Asked a -> {}
            case Act.Told t -> {}
            case Act.Said s -> {}
            case Act.Noted n -> {}
            case Act.Extended e -> {}
            case Act.JoinDeclined d -> {}
            case Act.Summarised s -> {}
            case Act.Countered c -> {}
        }
        var what = act.getClass().getSimpleName();
        return new Line(act.id(), what, act.at(), act.by().word(), facts, personal);
    }

    private static void write(Filing filing, TreeMap<String, String> facts, TreeMap<String, String> personal) {
        facts.put("number", filing.number().value());
        facts.put("kind", filing.kind().name());
        facts.put("category", filing.category());
        facts.put("identity", filing.identity().name());
        var subject = filing.subject();
        subject.institution().ifPresent(i -> facts.put("institution", i.toString()));
        subject.placard().ifPresent(p -> facts.put("placard", p.value()));
        subject.practitioner().ifPresent(p -> facts.put("practitioner", p));
        subject.person().ifPresent(p -> facts.put("person", p));
        // What a consumer typed as the place may name her: it is erased with her words.
        (subject.institution().isPresent() ? facts : personal).put("place", subject.place());
        facts.put("unit", filing.unit().value());
        facts.put("channel", filing.channel().name());
        filing.reference().ifPresent(r -> facts.put("reference", r));
        facts.put("language", filing.language());
        filing.notice().ifPresent(n -> facts.put("notice", n));
        if (filing.notified()) {
            facts.put("notified", "yes");
        }
        personal.put("words", filing.words().box());
        filing.contact().ifPresent(c -> personal.put("contact", c.box()));
        filing.phoneMark().ifPresent(m -> personal.put("phoneMark", m));
        personal.put("likeness", filing.likeness().text());
    }

    /** The act once the time of some of its parts is over. */
    public static Act without(Act act, Set<Retention.What> parts) {
        var line = write(act);
        var left = new TreeMap<>(line.personal());
        for (var part : parts) {
            switch (part) {
                case CONTACT -> left.keySet().removeAll(Set.of("contact", "phoneMark"));
                case WORDS -> left.keySet().removeAll(Set.of("words", "likeness", "place"));
                case EVIDENCE -> {} // lies elsewhere
            }
        }
        return left.equals(line.personal())
                ? act
                : read(new Line(line.id(), line.what(), line.at(), line.by(), line.facts(), left));
    }

    /** The inverse of {@link #write}; what was erased reads {@link Sealed#ERASED}, or empty. */
    public static Act read(Line line) {
        var id = line.id();
        var at = line.at();
        var by = Actor.read(line.by());
        return switch (line.what()) {
            case "Filed" -> new Act.Filed(id, at, by, filing(line));
            case "Accepted" -> new Act.Accepted(id, at, by);
            case "Refused" -> new Act.Refused(id, at, by, fact(line, "ground"), words(line));
            case "Transferred" -> new Act.Transferred(id, at, by, new RegionCode(fact(line, "to")), words(line));
            case "Disputed" -> new Act.Disputed(id, at, by, words(line));
            case "Designated" -> new Act.Designated(id, at, by, new RegionCode(fact(line, "to")), words(line));
            case "Joined" -> new Act.Joined(id, at, by, new CaseNumber(fact(line, "lead")));
            case "Paused" -> new Act.Paused(id, at, by, words(line));
            case "Resumed" -> new Act.Resumed(id, at, by, words(line));
            case "Answered" ->
                new Act.Answered(id, at, by, Act.Result.valueOf(fact(line, "result")), words(line));
            case "Objected" -> new Act.Objected(id, at, by, words(line));
            case "Reviewed" ->
                new Act.Reviewed(id, at, by, Act.Ruling.valueOf(fact(line, "ruling")), words(line));
            case "Withdrawn" -> new Act.Withdrawn(id, at, by, words(line));
            case "Reopened" -> new Act.Reopened(id, at, by, words(line));
            case "Assigned" -> new Act.Assigned(id, at, by, fact(line, "to"));
            case "Classified" -> new Act.Classified(id, at, by, fact(line, "category"));
            case "Asked" -> new Act.Asked(id, at, by, words(line));
            case "Told" -> new Act.Told(id, at, by, words(line));
            case "Said" -> new Act.Said(id, at, by, words(line));
            case "Noted" -> new Act.Noted(id, at, by, words(line));
            case "Extended" -> new Act.Extended(id, at, by, words(line));
            case "JoinOffered" -> new Act.JoinOffered(id, at, by, new CaseNumber(fact(line, "lead")));
            case "JoinDeclined" -> new Act.JoinDeclined(id, at, by);
            case "Followed" -> new Act.Followed(id, at, by, new CaseNumber(fact(line, "follower")));
            case "Summarised" -> new Act.Summarised(id, at, by, words(line));
            case "Countered" -> new Act.Countered(id, at, by, words(line));
            case "Opened" ->
                new Act.Opened(id, at, by, Part.valueOf(fact(line, "part")), fact(line, "reason"));
            case "EvidenceAdded" ->
                new Act.EvidenceAdded(
                        id,
                        at,
                        by,
                        Integer.parseInt(fact(line, "slot")),
                        FileKind.valueOf(fact(line, "kind")),
                        Long.parseLong(fact(line, "bytes")),
                        fact(line, "sha256"));
            case "EvidenceRefused" ->
                new Act.EvidenceRefused(
                        id,
                        at,
                        by,
                        Integer.parseInt(fact(line, "slot")),
                        Refusal.valueOf(fact(line, "reason")));
            case "IdentityChanged" -> {
                var identity = Identity.valueOf(fact(line, "identity"));
                yield new Act.IdentityChanged(id, at, by, identity, contact(line, identity), phoneMark(line));
            }
            case "Rated" ->
                new Act.Rated(
                        id,
                        at,
                        by,
                        Act.Satisfaction.valueOf(fact(line, "satisfaction")),
                        Act.Solved.valueOf(fact(line, "solved")));
            case "Reminded" ->
                new Act.Reminded(
                        id, at, by, Which.valueOf(fact(line, "clock")), Act.Mark.valueOf(fact(line, "mark")));
            case "Climbed" -> new Act.Climbed(id, at, by, Which.valueOf(fact(line, "clock")));
            case "DueMoved" ->
                new Act.DueMoved(
                        id,
                        at,
                        by,
                        Which.valueOf(fact(line, "clock")),
                        LocalDate.parse(fact(line, "from")),
                        LocalDate.parse(fact(line, "to")));
            case "Erased" -> new Act.Erased(id, at, by, fact(line, "retention"));
            case "NotificationChosen" ->
                new Act.NotificationChosen(id, at, by, fact(line, "notified").equals("yes"));
            case "Untold" -> new Act.Untold(id, at, by, fact(line, "of"));
            default -> throw new IllegalStateException("an act of no kind");
        };
    }

    private static Filing filing(Line line) {
        var facts = line.facts();
        var identity = Identity.valueOf(fact(line, "identity"));
        var institution = Optional.ofNullable(facts.get("institution")).map(InstitutionId::new);
        var place = institution.isPresent() ? facts.get("place") : line.personal().getOrDefault("place", "");
        return new Filing(
                new CaseNumber(fact(line, "number")),
                Kind.valueOf(fact(line, "kind")),
                fact(line, "category"),
                identity,
                new Subject(
                        institution,
                        Optional.ofNullable(facts.get("placard")).map(PlacardCode::new),
                        place,
                        Optional.ofNullable(facts.get("practitioner")),
                        Optional.ofNullable(facts.get("person"))),
                new RegionCode(fact(line, "unit")),
                words(line),
                contact(line, identity),
                phoneMark(line),
                new Likeness(line.personal().getOrDefault("likeness", Likeness.ERASED.text())),
                Channel.valueOf(fact(line, "channel")),
                Optional.ofNullable(facts.get("reference")),
                fact(line, "language"),
                Optional.ofNullable(facts.get("notice")),
                facts.containsKey("notified"));
    }

    private static Sealed words(Line line) {
        return Optional.ofNullable(line.personal().get("words")).map(Sealed::new).orElse(Sealed.ERASED);
    }

    private static Optional<Sealed> contact(Line line, Identity identity) {
        var box = line.personal().get("contact");
        if (identity == Identity.ANONYMOUS) {
            return Optional.empty();
        }
        return Optional.of(box == null ? Sealed.ERASED : new Sealed(box));
    }

    private static Optional<String> phoneMark(Line line) {
        return Optional.ofNullable(line.personal().get("phoneMark"));
    }

    private static String fact(Line line, String name) {
        return requireNonNull(line.facts().get(name), name);
    }
}
