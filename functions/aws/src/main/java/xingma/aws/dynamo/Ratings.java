package xingma.aws.dynamo;

import java.time.Instant;
import xingma.aws.dynamo.Table.Condition;
import xingma.aws.json.EvaluationRowJson;
import xingma.aws.json.ProceedingsJson;
import xingma.aws.json.ScoreSheetJson;
import xingma.aws.json.StarCardJson;
import xingma.evaluation.Evaluation;
import xingma.evaluation.EvaluationId;
import xingma.evaluation.ScoreSheet;
import xingma.evaluation.caseload.Row;
import xingma.evaluation.star.StarCard;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/** Evaluations, their sheets, what finds them and their cards, as items: see {@link DynamoEvaluations}. */
final class Ratings {
    static final String HEAD = "head";
    static final String ROW = "row";
    static final String DISTRICT = "district";
    static final String SINCE = "since";
    static final String CARD = "card";

    private static final String EVALUATION = "EVALUATION";
    private static final String EVALUATIONS = EVALUATION + '#';
    private static final String SEATS = "SEAT#";
    private static final String HANDED_IN = "handedIn";

    private Ratings() {}

    static Attributes key(RegionCode district, EvaluationId id) {
        return Attributes.key(EVALUATIONS + district + '#' + id, EVALUATION);
    }

    static String openList(RegionCode district) {
        return "OPEN#" + district;
    }

    static String roundList(String round, RegionCode district) {
        return "ROUND#" + round + '#' + district;
    }

    static Attributes item(Evaluation evaluation, Row row) {
        var file = evaluation.proceedings();
        return listed(key(row.district(), evaluation.id()), evaluation, row)
                .put("revision", file.revision())
                .put(HEAD, file.head())
                .put("proceedings", ProceedingsJson.pack(file.all()))
                .put("round", roundList(row.round(), row.district()))
                .put("place", Table.sort(row.name(), row.id()));
    }

    /** What of the item the lists know, and what changes when a row is renewed; what is over is in no queue. */
    static Attributes listed(Attributes item, Evaluation evaluation, Row row) {
        if (!row.id().equals(evaluation.id()) || !row.district().equals(evaluation.beginning().district())) {
            throw new IllegalArgumentException("a row of another evaluation");
        }
        if (!row.stage().isOver()) {
            item.put("list", openList(row.district())).put("sort", row.sort());
        }
        return item.put(ROW, EvaluationRowJson.write(row));
    }

    static Evaluation read(Attributes item) {
        return Evaluation.of(ProceedingsJson.unpack(item.bytes("proceedings")), item.text(HEAD));
    }

    static Row readRow(Attributes item) {
        return EvaluationRowJson.read(item.text(ROW));
    }

    // ---- what finds an evaluation -----------------------------------------------------------------------------------

    static String ownerPk(InstitutionId institution) {
        return "INSTITUTION#" + institution;
    }

    static Attributes ownKey(EvaluationId id) {
        return Attributes.key(ownerPk(id.institution()), EVALUATIONS + "%03d".formatted(id.sequence()));
    }

    static Attributes own(EvaluationId id, RegionCode district) {
        return ownKey(id).put(DISTRICT, district.value());
    }

    static EvaluationId ownId(InstitutionId institution, Attributes item) {
        return new EvaluationId(institution, Integer.parseInt(item.text("sk").substring(EVALUATIONS.length())));
    }

    static String expertPk(String expert) {
        return "EXPERT#" + expert;
    }

    static Attributes seatKey(String expert, EvaluationId id) {
        return Attributes.key(expertPk(expert), SEATS + id);
    }

    static Attributes seat(String expert, EvaluationId id, RegionCode district, Instant since) {
        return seatKey(expert, id).put(DISTRICT, district.value()).put(SINCE, Table.sortable(since));
    }

    static EvaluationId seatId(Attributes item) {
        return EvaluationId.of(item.text("sk").substring(SEATS.length()));
    }

    static RegionCode district(Attributes item) {
        return new RegionCode(item.text(DISTRICT));
    }

    // ---- sheets --------------------------------------------------------------------------------------------------------

    static Attributes sheetKey(RegionCode district, EvaluationId id, ScoreSheet.Writer writer) {
        return Attributes.key(EVALUATIONS + district + '#' + id, "SHEET#" + writer.word());
    }

    static Attributes sheet(RegionCode district, ScoreSheet sheet) {
        return sheetKey(district, sheet.evaluation(), sheet.writer())
                .put("revision", sheet.revision())
                .put(HANDED_IN, sheet.handedIn().map(Instant::toString))
                .put("sheet", ScoreSheetJson.pack(sheet));
    }

    /** The sheet stands as it was before this save, and was not handed in. */
    static Condition follows(ScoreSheet sheet) {
        var follows = Condition.follows(sheet.revision());
        return sheet.revision() == 1 ? follows : follows.and(Condition.without(HANDED_IN));
    }

    static ScoreSheet readSheet(Attributes item) {
        return ScoreSheetJson.unpack(item.bytes("sheet"));
    }

    // ---- cards ---------------------------------------------------------------------------------------------------------

    static Attributes cardKey(InstitutionId institution) {
        return Attributes.key("CARD#" + institution, "CARD");
    }

    static String cardList(RegionCode district) {
        return "CARD#" + district;
    }

    static Attributes card(StarCard card) {
        return cardKey(card.institution())
                .put("revision", card.version())
                .put(CARD, StarCardJson.write(card))
                .put("shown", cardList(card.district()))
                .put("rank", card.rank() + " " + Table.sort(card.name(), card.institution()));
    }

    static StarCard readCard(Attributes item) {
        return StarCardJson.read(item.text(CARD));
    }
}
