package xingma.aws.dynamo;

import java.time.Instant;
import java.time.LocalDate;
import xingma.aws.json.ActsJson;
import xingma.aws.json.RowJson;
import xingma.complaint.Complaint;
import xingma.complaint.caseload.Complaints.Known;
import xingma.complaint.caseload.Complaints.Whereabouts;
import xingma.complaint.caseload.Row;
import xingma.complaint.caseload.Submission;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.receipt.Receipt;
import xingma.institution.InstitutionId;
import xingma.territory.RegionCode;

/** Cases, and what finds them, as items: see {@link DynamoComplaints}. */
final class Cases {
    static final String HEAD = "head";
    static final String UNIT = "unit";

    private static final String KEY = "KEY#";

    private Cases() {}

    static Attributes key(RegionCode unit, CaseNumber number) {
        return Attributes.key("UNIT#" + unit, "CASE#" + number);
    }

    static Attributes receiptKey(CaseNumber number) {
        return Attributes.key("NUMBER#" + number, "RECEIPT");
    }

    static Attributes submissionKey(String key) {
        return Attributes.key(KEY + key, "SUBMISSION");
    }

    static String openList(RegionCode unit) {
        return "OPEN#" + unit;
    }

    static String closedList(RegionCode unit) {
        return "CLOSED#" + unit;
    }

    /** Before every case of a day. */
    static String fromDay(LocalDate day) {
        return Row.sort(day, "");
    }

    /** After every case of a day. */
    static String toDay(LocalDate day) {
        return Row.sort(day, "~");
    }

    static Attributes item(Complaint complaint, Row row) {
        var docket = complaint.docket();
        return listed(key(complaint.unit(), complaint.number()), complaint, row)
                .put("revision", docket.revision())
                .put(HEAD, docket.head())
                .put("acts", ActsJson.pack(docket.acts()))
                .put("received", received(row.received()))
                .put("about", row.institution().map(InstitutionId::value));
    }

    /** What of the item the lists know, and what changes when a row is renewed. */
    static Attributes listed(Attributes item, Complaint complaint, Row row) {
        if (!row.number().equals(complaint.number()) || !row.unit().equals(complaint.unit())) {
            throw new IllegalArgumentException("a row of another case");
        }
        return item.put("list", row.isOpen() ? openList(row.unit()) : closedList(row.unit()))
                .put("sort", row.sort())
                .put("row", RowJson.write(row));
    }

    static String received(Instant at) {
        return Table.sortable(at);
    }

    static Complaint read(Attributes item) {
        return Complaint.of(ActsJson.unpack(item.bytes("acts")), item.text(HEAD));
    }

    static Row readRow(Attributes item) {
        return RowJson.read(item.text("row"));
    }

    static Attributes receipt(CaseNumber number, RegionCode unit, Receipt.Lock lock) {
        return receiptKey(number)
                .put(UNIT, unit.value())
                .put("salt", lock.salt())
                .put("rounds", lock.rounds())
                .put("hash", lock.hash());
    }

    static Whereabouts readReceipt(Attributes item) {
        return new Whereabouts(
                new RegionCode(item.text(UNIT)),
                new Receipt.Lock(item.text("salt"), (int) item.number("rounds"), item.text("hash")));
    }

    static Attributes submission(Submission submission, CaseNumber number) {
        return submissionKey(submission.key())
                .put("body", submission.body())
                .put("draw", submission.draw())
                .put("number", number.value());
    }

    static Known readSubmission(Attributes item) {
        var submission = new Submission(
                item.text("pk").substring(KEY.length()), item.text("body"), (int) item.number("draw"));
        return new Known(submission, new CaseNumber(item.text("number")));
    }
}
