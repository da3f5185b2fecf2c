package xingma.aws.dynamo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import xingma.aws.Unavailable;
import xingma.aws.dynamo.Table.Condition;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.Panel;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.Step;
import xingma.evaluation.caseload.Evaluations;
import xingma.evaluation.caseload.Row;
import xingma.institution.InstitutionId;
import xingma.keeping.Page;
import xingma.territory.RegionCode;

/**
 * Evaluations in the rating's table, each step with its line in the trail's table, and what the public reads of it.
 *
 * <pre>
 * pk                       sk                 what
 * EVALUATION#district#id   EVALUATION         proceedings (JSON lines in gzip), revision, head; row (JSON) for the lists:
 *                                             index queue: list OPEN#district, sort day it is due + id, until it is over
 *                                             index rounds: round ROUND#round#district, place name + id
 * EVALUATION#district#id   SHEET#SELF         sheet (JSON in gzip), revision; handedIn, after which nothing is written
 * EVALUATION#district#id   SHEET#EXPERT#id    the same
 * INSTITUTION#id           EVALUATION#007     district: where its seventh evaluation lies
 * EXPERT#id                SEAT#evaluation    district: where it lies; since: the expert was drawn
 * CARD#institution         CARD               card (JSON), revision; index cards: shown CARD#district, rank stars + name + id
 * </pre>
 *
 * A step is one transaction: its line of the trail, on the condition that its place is empty; the evaluation, on the
 * condition that its head is the one before the step; the sheet that is handed in, on its revision; the card, on its version,
 * and the brief of it in the item of the placard that the institution's dossier names. Where no placard hangs the dossier
 * is held to that, so that none that is issued at the same moment goes without. The line that stands in a step's place,
 * and the proceeding in the file, tell the echo of this very step from the step of somebody else.
 */
public final class DynamoEvaluations implements Evaluations {
    /** An officer replaces a placard once in a year; twice within one step is a defect. */
    private static final int ATTEMPTS = 4;

    private static final int MOST_SEATS = 2_000;

    private final Table table;
    private final Table audit;
    private final Table register;
    private final Index queue;
    private final Index rounds;
    private final Transactions transactions;

    public DynamoEvaluations(DynamoDbClient dynamo, String ratingTable, String auditTable, String registerTable) {
        this.table = new Table(dynamo, ratingTable);
        this.audit = new Table(dynamo, auditTable);
        this.register = new Table(dynamo, registerTable);
        this.queue = new Index(table, "queue", "list", "sort");
        this.rounds = new Index(table, "rounds", "round", "place");
        this.transactions = new Transactions(dynamo);
    }

    /** For those who read what is published and take no step. */
    public static DynamoEvaluations reading(DynamoDbClient dynamo, String ratingTable) {
        return new DynamoEvaluations(dynamo, ratingTable, Table.NEVER, Table.NEVER);
    }

    @Override
    public Optional<Evaluation> find(RegionCode district, EvaluationId id) {
        return table.get(Ratings.key(district, id)).map(Ratings::read);
    }

    @Override
    public Optional<Evaluation> find(List<RegionCode> districts, EvaluationId id) {
        return table.getAll(districts.stream().map(d -> Ratings.key(d, id)).toList()).stream()
                .findFirst()
                .map(Ratings::read);
    }

    @Override
    public List<Evaluation> found(List<Row> rows) {
        var keys = rows.stream().map(row -> Ratings.key(row.district(), row.id())).distinct().toList();
        return table.getAll(keys).stream().map(Ratings::read).toList();
    }

    @Override
    public List<Row> of(InstitutionId institution) {
        var keys = table.newestUnder(Ratings.ownerPk(institution), "EVALUATION#", MOST_OF_ONE).stream()
                .map(item -> Ratings.key(Ratings.district(item), Ratings.ownId(institution, item)))
                .toList();
        return rows(keys, Comparator.comparing((Row r) -> r.id().sequence()).reversed());
    }

    @Override
    public Optional<Evaluation> of(InstitutionId institution, EvaluationId id) {
        return id.institution().equals(institution) ? found(Ratings.ownKey(id), id) : Optional.empty();
    }

    @Override
    public List<Row> ofExpert(String expert) {
        var keys = table.newestUnder(Ratings.expertPk(expert), "SEAT#", MOST_SEATS).stream()
                .sorted(Comparator.comparing((Attributes item) -> item.text(Ratings.SINCE)).reversed())
                .limit(MOST_OF_EXPERT)
                .map(item -> Ratings.key(Ratings.district(item), Ratings.seatId(item)))
                .toList();
        return rows(keys, Comparator.comparing(Row::moved).reversed());
    }

    @Override
    public Optional<Evaluation> ofExpert(String expert, EvaluationId id) {
        return found(Ratings.seatKey(expert, id), id);
    }

    private Optional<Evaluation> found(Attributes pointer, EvaluationId id) {
        return table.text(pointer, Ratings.DISTRICT).flatMap(district -> find(new RegionCode(district), id));
    }

    private List<Row> rows(List<Attributes> keys, Comparator<Row> order) {
        return table.getAll(keys, Ratings.ROW).stream().map(Ratings::readRow).sorted(order).toList();
    }

    @Override
    public Page<Row> open(RegionCode district, Optional<String> after) {
        return queue.page(Ratings.openList(district), "0", "~", after, Ratings::readRow);
    }

    @Override
    public Page<Row> inRound(String round, RegionCode district, Optional<String> after) {
        return rounds.page(Ratings.roundList(round, district), Index.FIRST, Index.LAST, after, Ratings::readRow);
    }

    @Override
    public Optional<ScoreSheet> sheet(RegionCode district, EvaluationId id, ScoreSheet.Writer writer) {
        return table.get(Ratings.sheetKey(district, id, writer)).map(Ratings::readSheet);
    }

    /** No transaction: nothing is written but the sheet, and an evaluation that is there stays. */
    @Override
    public boolean keep(RegionCode district, ScoreSheet sheet) {
        if (sheet.revision() == 1 && table.text(Ratings.key(district, sheet.evaluation()), Ratings.HEAD).isEmpty()) {
            return false;
        }
        return table.put(
                Ratings.sheet(district, sheet),
                Ratings.follows(sheet),
                there -> Ratings.readSheet(there).equals(sheet));
    }

    @Override
    public boolean keep(Keeping keeping) {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var actions = actions(keeping);
            var shown = keeping.card().map(card -> LivePlacards.showsStar(register, card));
            shown.ifPresent(actions::add);
            if (!(transactions.write(actions) instanceof Transactions.Outcome.Refused(var standing))) {
                return true;
            }
            if (isEcho(standing, keeping.moves())) {
                return true;
            }
            var placardMoved = shown.isPresent() && standing.keySet().equals(Set.of(actions.size() - 1));
            if (!placardMoved) {
                return false;
            }
        }
        throw new Unavailable("an institution's placard kept being replaced", null);
    }

    /** The lines and the evaluations first, two by two. */
    private List<TransactWriteItem> actions(Keeping keeping) {
        var actions = new ArrayList<TransactWriteItem>();
        for (var move : keeping.moves()) {
            var stands = move.step()
                    .before()
                    .map(before -> Condition.same(Ratings.HEAD, before.proceedings().head()))
                    .orElse(Condition.absent());
            actions.add(audit.putting(TrailLines.item(move.step().entry()), Condition.absent()));
            actions.add(table.putting(Ratings.item(move.step().after(), move.row()), stands));
        }
        for (var move : keeping.moves()) {
            actions.addAll(pointers(move.step()));
        }
        for (var sheet : keeping.sheet().stream().toList()) {
            var district = keeping.moves().getFirst().row().district();
            actions.add(table.putting(Ratings.sheet(district, sheet), Ratings.follows(sheet)));
        }
        for (var card : keeping.card().stream().toList()) {
            actions.add(table.putting(Ratings.card(card), Condition.follows(card.version())));
        }
        return actions;
    }

    /** What finds the evaluation from now on: for its institution when it begins, for each expert who is drawn. */
    private List<TransactWriteItem> pointers(Step step) {
        var after = step.after();
        var district = after.beginning().district();
        var pointers = new ArrayList<TransactWriteItem>();
        if (step.before().isEmpty()) {
            pointers.add(table.putting(Ratings.own(after.id(), district)));
        }
        var seated = new ArrayList<>(experts(after));
        step.before().ifPresent(before -> seated.removeAll(experts(before)));
        for (var expert : seated) {
            pointers.add(table.putting(Ratings.seat(expert, after.id(), district, step.proceeding().at())));
        }
        return pointers;
    }

    private static List<String> experts(Evaluation evaluation) {
        return evaluation.proceedings().panel().map(Panel::experts).orElse(List.of());
    }

    /** The lines tell at once; that the very same was asked for, and not the same by another, the file tells. */
    private boolean isEcho(Map<Integer, Attributes> standing, List<Move> moves) {
        for (var i = 0; i < moves.size(); i++) {
            if (!TrailLines.isEcho(standing.get(2 * i), moves.get(i).step().entry())) {
                return false;
            }
        }
        return moves.stream().allMatch(this::isInItsFile);
    }

    private boolean isInItsFile(Move move) {
        var proceeding = move.step().proceeding();
        return find(move.row().district(), move.row().id())
                .flatMap(evaluation -> evaluation.proceedings().byId(proceeding.id()))
                .filter(proceeding::equals)
                .isPresent();
    }

    @Override
    public boolean renew(Evaluation evaluation, Row row) {
        var listed = Ratings.listed(Attributes.none(), evaluation, row);
        try {
            table.dynamo().updateItem(r -> r.tableName(table.name())
                    .key(Ratings.key(row.district(), evaluation.id()).map())
                    .updateExpression("SET #list = :list, #sort = :sort, #row = :row")
                    .conditionExpression("#head = :head")
                    .expressionAttributeNames(
                            Map.of("#list", "list", "#sort", "sort", "#row", Ratings.ROW, "#head", Ratings.HEAD))
                    .expressionAttributeValues(Attributes.none()
                            .put(":list", listed.text("list"))
                            .put(":sort", listed.text("sort"))
                            .put(":row", listed.text(Ratings.ROW))
                            .put(":head", evaluation.proceedings().head())
                            .map()));
            return true;
        } catch (ConditionalCheckFailedException movedOn) {
            return false;
        }
    }
}
