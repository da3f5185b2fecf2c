package xingma.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoRegister;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Expert;
import xingma.evaluation.Finding;
import xingma.evaluation.Party;
import xingma.evaluation.Premises;
import xingma.evaluation.Proceeding.Declaration;
import xingma.evaluation.desk.ApplicantsSeat;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.Outcome;
import xingma.evaluation.desk.RatingOffice;
import xingma.evaluation.desk.RatingPanel;
import xingma.evaluation.desk.SheetDesk.Save;
import xingma.evaluation.round.RatingRolls;
import xingma.evaluation.round.Round;
import xingma.keeping.Patience;
import xingma.rate.RatingWiring;
import xingma.rating.Clause.Side;
import xingma.rating.Mark;
import xingma.rating.Standard;
import xingma.registry.Summary;
import xingma.rulebook.EvaluationBook;
import xingma.rulebook.StandardBook;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.Region;

/** A round over the sample's clinics, played by its seats some weeks ago up to public notices that have run out by now. */
final class NoticedRound {
    private static final String ID = "bench-1";
    private static final Duration AGO = Duration.ofDays(40);
    private static final int EXPERTS_OF_A_SIDE = 5;

    private final RatingWiring wiring;
    private final Standard standard = StandardBook.shipped().getFirst();
    private final Random chance = new Random(20261122);
    private final Officer organiser;
    private final RatingOffice office;
    private final RatingPanel panel;
    private final ApplicantsSeat seat;

    NoticedRound() {
        var then = Instant.now().minus(AGO);
        wiring = new RatingWiring(InstantSource.fixed(then));
        var city = wiring.city();
        organiser = new Officer("ou", "欧", city.code(), Set.of(Duty.ORGANISER));
        var clerk = wiring.clerk();
        office = new RatingOffice(city, clerk, wiring.experts(), this::seed);
        panel = new RatingPanel(clerk, Patience.jittered());
        seat = new ApplicantsSeat(clerk, wiring.rounds(), wiring::premises, Patience.jittered());
        call(new RatingRolls(city, wiring.rounds(), wiring.experts(), wiring.standards(), InstantSource.fixed(then)));
    }

    private byte[] seed() {
        var bytes = new byte[32];
        chance.nextBytes(bytes);
        return bytes;
    }

    private void call(RatingRolls rolls) {
        for (var side : Side.values()) {
            for (var n = 1; n <= EXPERTS_OF_A_SIDE; n++) {
                var id = "bench-" + side.name().toLowerCase(Locale.ROOT) + '-' + n;
                rolls.list(organiser, id, new Expert(id, "专家" + n, side, Set.of(), true), 0);
            }
        }
        var first = LocalDate.now(wiring.city().zone()).minusDays(AGO.toDays() + 1);
        rolls.call(organiser, ID, new Round(
                ID, "2026年第一轮", wiring.city().code(), standard.id(), standard.edition(), Set.of("medical-institution"),
                first, first.plusYears(1), Optional.empty()), 0);
    }

    /** So many files, each of another clinic, of which nothing in the bureau's records keeps its star. */
    List<EvaluationId> files(int many) {
        var now = new RatingWiring(InstantSource.system()).records();
        var then = wiring.records();
        var files = clinics()
                .filter(p -> Stream.of(now, then).allMatch(records -> records.of(p.id()).against().isEmpty()))
                .limit(many)
                .map(this::noticed)
                .toList();
        if (files.size() < many) {
            throw new IllegalStateException("of " + many + " clinics the sample has " + files.size());
        }
        return files;
    }

    private Stream<Premises> clinics() {
        var register = new DynamoRegister(Clients.dynamo(), Settings.fromEnvironment().registerTable());
        var all = new ArrayList<Summary>();
        for (var district : wiring.city().districts().stream().map(Region::code).toList()) {
            var after = Optional.<String>empty();
            do {
                var page = register.in(district, after);
                all.addAll(page.items());
                after = page.next();
            } while (after.isPresent());
        }
        return all.stream()
                .filter(s -> s.kind().equals("medical-institution"))
                .flatMap(s -> wiring.premises(s.id()).stream())
                .filter(p -> !standard.askedOf(p.type()).isEmpty());
    }

    private EvaluationId noticed(Premises premises) {
        var by = new Party.Applicant(premises.id(), "bench");
        var id = done(seat.begin(by, "begin", ID)).id();
        seat.save(premises.id(), id, sheet(premises, "own"));
        done(seat.apply(by, id, "apply", new Declaration(EvaluationBook.standard().rules().declaration(), "法定代表人")));
        var drawn = done(office.move(organiser, id, new OfficeMove.DrawPanel("draw")));
        for (var expert : drawn.proceedings().panel().orElseThrow().experts()) {
            done(panel.declare(expert, id, "declare-" + expert));
            panel.save(expert, id, sheet(premises, expert));
            done(panel.handIn(expert, id, "in-" + expert));
        }
        done(panel.settle(drawn.proceedings().panel().orElseThrow().chair(), id, "settle", new TreeMap<>()));
        done(seat.confirm(by, id, "confirm"));
        return done(office.move(organiser, id, new OfficeMove.Notice("notice"))).id();
    }

    private List<Save> sheet(Premises premises, String writer) {
        return standard.askedOf(premises.type()).stream()
                .map(c -> new Save(c.code(), new Finding(new Mark.Scored(c.most()), "", "", List.of()), writer + c.code(), 0))
                .toList();
    }

    private static Evaluation done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(var evaluation)) {
            return evaluation;
        }
        throw new IllegalStateException("the round was stopped: " + outcome);
    }
}
