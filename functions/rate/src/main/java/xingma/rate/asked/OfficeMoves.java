package xingma.rate.asked;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import xingma.aws.http.Given;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.evaluation.Proceeding;
import xingma.evaluation.desk.OfficeMove;
import xingma.evaluation.desk.OfficeMove.What;
import xingma.fact.Legible;
import xingma.rate.told.Telling;
import xingma.rating.Mark;
import xingma.rating.Points;

/** Moves of the office as they come in, by name: each with its own fields, and no others. */
public final class OfficeMoves {
    private static final int LONGEST_RECORD = 120;

    private static final Map<What, Set<String>> FIELDS = new EnumMap<>(Map.ofEntries(
            Map.entry(What.SEND_BACK, Set.of("words")),
            Map.entry(What.DRAW, Set.of()),
            Map.entry(What.RECUSE, Set.of("expert", "words")),
            Map.entry(What.REPLACE, Set.of()),
            Map.entry(What.NOTICE, Set.of()),
            Map.entry(What.OBJECT, Set.of("words")),
            Map.entry(What.ANSWER_OBJECTION, Set.of("objection", "words")),
            Map.entry(What.RECONVENE, Set.of("words")),
            Map.entry(What.PROPOSE, Set.of()),
            Map.entry(What.PUBLISH, Set.of()),
            Map.entry(What.REFUSE, Set.of("words")),
            Map.entry(What.MODERATE, Set.of("reply", "shown", "words")),
            Map.entry(What.DECIDE_APPEAL, Set.of("ruling", "words", "marks")),
            Map.entry(What.SUSPEND, Set.of("ground", "record")),
            Map.entry(What.RESUME, Set.of("words")),
            Map.entry(What.PROPOSE_WITHDRAWAL, Set.of("ground", "words")),
            Map.entry(What.WITHDRAW, Set.of("words")),
            Map.entry(What.REFUSE_WITHDRAWAL, Set.of("words")),
            Map.entry(What.VERIFY, Set.of("plan", "mended", "words"))));

    private OfficeMoves() {}

    record Amended(Optional<Points> points, Optional<String> notApplicable) {}

    record Form(
            String move,
            String id,
            Optional<String> words,
            Optional<String> expert,
            Optional<String> objection,
            Optional<String> reply,
            Optional<Boolean> shown,
            Optional<String> ruling,
            Optional<Map<String, Amended>> marks,
            Optional<String> ground,
            Optional<String> record,
            Optional<String> plan,
            Optional<Boolean> mended) {
        Map<String, Optional<?>> fields() {
            var fields = new LinkedHashMap<String, Optional<?>>();
            fields.put("words", words);
            fields.put("expert", expert);
            fields.put("objection", objection);
            fields.put("reply", reply);
            fields.put("shown", shown);
            fields.put("ruling", ruling);
            fields.put("marks", marks);
            fields.put("ground", ground);
            fields.put("record", record);
            fields.put("plan", plan);
            fields.put("mended", mended);
            return fields;
        }
    }

    public static OfficeMove read(Request request) {
        var form = StrictJson.FORMS.read(request, Form.class);
        var what = Telling.choice(What.class, "move", form.move());
        var known = FIELDS.get(what);
        form.fields().forEach((name, value) -> {
            if (value.isPresent() && !known.contains(name)) {
                throw Given.malformed(name, "field.unknown", "这一步没有这个字段。", "This step has no such field.");
            }
        });
        form.fields().forEach((name, value) -> {
            if (value.isEmpty() && known.contains(name) && !name.equals("marks")) {
                throw Given.malformed(name, "field.missing", "缺少这个字段。", "This field is missing.");
            }
        });
        return of(what, Given.id(form.id()), form);
    }

    private static OfficeMove of(What what, String id, Form form) {
        var words = form.words().map(w -> Given.words("words", w, Proceeding.LONGEST_WORDS)).orElse("");
        return switch (what) {
            case SEND_BACK -> new OfficeMove.SendBack(id, words);
            case DRAW -> new OfficeMove.DrawPanel(id);
            case RECUSE -> new OfficeMove.Recuse(id, form.expert().orElseThrow(), words);
            case REPLACE -> new OfficeMove.Replace(id);
            case NOTICE -> new OfficeMove.Notice(id);
            case OBJECT -> new OfficeMove.Object(id, words);
            case ANSWER_OBJECTION -> new OfficeMove.AnswerObjection(id, form.objection().orElseThrow(), words);
            case RECONVENE -> new OfficeMove.Reconvene(id, words);
            case PROPOSE -> new OfficeMove.Propose(id);
            case PUBLISH -> new OfficeMove.Publish(id);
            case REFUSE -> new OfficeMove.Refuse(id, words);
            case MODERATE -> new OfficeMove.Moderate(id, form.reply().orElseThrow(), form.shown().orElseThrow(), words);
            case DECIDE_APPEAL ->
                new OfficeMove.DecideAppeal(
                        id,
                        Telling.choice(Proceeding.Ruling.class, "ruling", form.ruling().orElseThrow()),
                        words,
                        marks(form.marks().orElse(Map.of())));
            case SUSPEND -> new OfficeMove.Suspend(id, ground(form), record(form));
            case RESUME -> new OfficeMove.Resume(id, words);
            case PROPOSE_WITHDRAWAL -> new OfficeMove.ProposeWithdrawal(id, ground(form), words);
            case WITHDRAW -> new OfficeMove.Withdraw(id, words);
            case REFUSE_WITHDRAWAL -> new OfficeMove.RefuseWithdrawal(id, words);
            case VERIFY -> new OfficeMove.Verify(id, form.plan().orElseThrow(), form.mended().orElseThrow(), words);
        };
    }

    private static Map<String, Mark> marks(Map<String, Amended> forms) {
        var marks = new TreeMap<String, Mark>();
        forms.forEach((clause, form) ->
                marks.put(clause, MarkForm.read("marks." + clause + ".", form.points(), form.notApplicable())));
        return marks;
    }

    private static Proceeding.Ground ground(Form form) {
        return Telling.choice(Proceeding.Ground.class, "ground", form.ground().orElseThrow());
    }

    private static String record(Form form) {
        return Legible.line(form.record().orElseThrow(), LONGEST_RECORD)
                .orElseThrow(() -> Given.malformed(
                        "record", "record.length", "请写明文号或证号，最多" + LONGEST_RECORD + "个字。", "Name the record in 1 to " + LONGEST_RECORD + " characters."));
    }
}
