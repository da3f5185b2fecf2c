package xingma.pages;

import static xingma.complaint.Some.BINLAN;
import static xingma.complaint.Some.OF_CITY;
import static xingma.complaint.Some.OF_QINGLAN;
import static xingma.complaint.Some.sealed;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xingma.attachment.FileKind;
import xingma.attachment.UploadForm;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.Step;
import xingma.complaint.clock.Clocks;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.filing.Subject;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.seal.KnownSecrets;
import xingma.complaint.seal.Part;
import xingma.complaint.sweep.OnTimeRate;
import xingma.complaint.window.ComplainantsSeat.Move;
import xingma.rulebook.ComplaintBook;

/** Cases in every stage, as their pages are drawn from them. */
final class Cases {
    static final Instant FILED = Instant.parse("2026-11-20T01:46:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Clocks CLOCKS = new Clocks(ComplaintBook.standard().rules(), Some.ZONE);
    static final Receipt RECEIPT = Receipt.drawn(new KnownSecrets(), "a-key-of-a-sample", 0);
    static final String KEY = "a-key-of-a-sample";
    static final ComplaintPages FORMS = new ComplaintPages(Some.PUBLISHER);
    static final ReceiptPages RECEIPTS = new ReceiptPages(Some.PUBLISHER);
    static final StatusPages STATUS = new StatusPages(Some.PUBLISHER);

    private Cases() {}

    static View view(Language language) {
        return View.asking(language, false, DAY, "/complain", Map.of("at", "7K3M"));
    }

    static ComplaintForm form(Map<String, String> typed, ComplaintForm.Wrong... wrong) {
        var all = new LinkedHashMap<>(Map.of("kind", "report", "category", "not-this-person"));
        all.putAll(typed);
        return new ComplaintForm(
                KEY,
                Optional.of(new ComplaintForm.About(
                        Some.CODE.spoken(), "云汀青禾医疗美容门诊部", Optional.of("0417"), Optional.of("周砚宁"))),
                ComplaintBook.standard().rules().categories(),
                promises(),
                all,
                List.of(wrong),
                CLOCKS.rules().retention(),
                Optional.empty());
    }

    static ComplaintForm blank(Optional<String> puzzle) {
        return new ComplaintForm(
                KEY,
                Optional.empty(),
                ComplaintBook.standard().rules().categories(),
                promises(),
                Map.of("category", "other"),
                List.of(),
                CLOCKS.rules().retention(),
                puzzle);
    }

    private static Map<Kind, xingma.complaint.clock.Clock> promises() {
        var promises = new EnumMap<Kind, xingma.complaint.clock.Clock>(Kind.class);
        for (var kind : Kind.values()) {
            promises.put(kind, CLOCKS.promise(kind, DAY));
        }
        return promises;
    }

    static Filing filing(Kind kind, Identity identity) {
        return new Filing(
                RECEIPT.number(),
                kind,
                "not-this-person",
                identity,
                new Subject(
                        Optional.of(xingma.complaint.Some.QINGHE),
                        Optional.of(Some.CODE),
                        "云汀青禾医疗美容门诊部",
                        Optional.of("110990102000417"),
                        Optional.of("周砚宁")),
                Some.QINGLAN.code(),
                sealed("给我打针的不是周医生，是一位姓白的女士。"),
                identity.hasContact() ? Optional.of(sealed("13800000000")) : Optional.empty(),
                Optional.empty(),
                Likeness.ERASED,
                Channel.SCAN,
                Optional.empty(),
                "zh-Hans",
                Optional.empty());
    }

    static Complaint filed() {
        return filed(Kind.REPORT, Identity.CONFIDENTIAL);
    }

    static Complaint filed(Kind kind, Identity identity) {
        return Step.first(new Act.Filed("filed", FILED, new Actor.Complainant(), filing(kind, identity))).after();
    }

    @SafeVarargs
    static Complaint with(Complaint first, Function<Complaint, Step>... steps) {
        var complaint = first;
        for (var step : steps) {
            complaint = step.apply(complaint).after();
        }
        return complaint;
    }

    static Instant day(int after, String time) {
        return DAY.plusDays(after).atTime(java.time.LocalTime.parse(time)).atZone(Some.ZONE).toInstant();
    }

    static Complaint handling() {
        return with(
                filed(),
                c -> c.open("o1", OF_QINGLAN, day(3, "10:02"), Part.WORDS, "核对举报"),
                c -> ((Complaint.Received) c).accept("a", OF_QINGLAN, day(3, "10:05")),
                c -> ((Complaint.Open) c).ask("q", OF_QINGLAN, day(3, "16:20"), sealed("那位操作者怎么称呼？收据还在吗？")),
                c -> ((Complaint.Open) c).say("c.1", day(4, "08:50"), sealed("她说姓白。收据照片已上传，共1张。")),
                c -> c.addEvidence("e", day(4, "08:52"), 1, FileKind.JPEG, 120_000, "0".repeat(64)),
                c -> c.open("o2", OF_QINGLAN, day(4, "09:15"), Part.CONTACT, "电话核实收据"));
    }

    static Complaint asked() {
        return with(filed(), c -> ((Complaint.Open) c).ask("q", OF_QINGLAN, day(3, "16:20"), sealed("收据还在吗？")));
    }

    static Complaint overdue() {
        return with(filed(), c -> ((Complaint.Open) c).climb("climb", day(12, "01:00"), xingma.complaint.rules.ClockRules.Which.ACCEPT));
    }

    static Complaint answered() {
        return with(
                handling(),
                c -> ((Complaint.Handling) c).extend("x", OF_QINGLAN, day(10, "09:00"), sealed("等卫生监督所送检结果。")),
                c -> ((Complaint.Handling) c)
                        .answer("r", OF_QINGLAN, day(20, "15:30"), Act.Result.PARTLY, sealed("经查，操作者未注册在该机构，已立案；退费请与机构协商。")));
    }

    static Complaint refused() {
        return with(filed(Kind.COMPLAINT, Identity.NAMED), c -> ((Complaint.Received) c)
                .refuse("r", OF_QINGLAN, day(3, "10:05"), ground(), sealed("您说的事发生在2022年6月。")));
    }

    private static String ground() {
        return CLOCKS.rules().grounds().getFirst().id();
    }

    static Complaint reviewing() {
        return with(answered(), c -> ((Complaint.Objectionable) c).object("c.2", day(21, "10:00"), sealed("钱没有退。")));
    }

    static Complaint everything() {
        return with(
                filed(Kind.DISPUTE, Identity.ANONYMOUS),
                c -> ((Complaint.Movable) c).transfer("t", OF_QINGLAN, day(1, "09:00"), BINLAN, sealed("经营地在滨澜区。")),
                c -> ((Complaint.Received) c)
                        .dispute("d", new Actor.Bureau("bai", BINLAN), day(2, "09:00"), sealed("不在本区。")),
                c -> ((Complaint.Disputed) c).designate("z", OF_CITY, day(3, "09:00"), BINLAN, sealed("由滨澜区办理。")),
                c -> ((Complaint.Movable) c).offerJoin("j", OF_CITY, day(3, "10:00"), xingma.complaint.Some.number(7)),
                c -> c.changeIdentity("c.3", day(3, "11:00"), Identity.NAMED, Optional.of(sealed("1")), Optional.empty()),
                c -> c.refuseEvidence("f", day(3, "12:00"), 2, xingma.attachment.Refusal.BROKEN));
    }

    static Followed followed(Complaint complaint, Instant now) {
        return followed(complaint, now, Optional.empty());
    }

    static Followed followed(Complaint complaint, Instant now, Optional<String> told, ComplaintForm.Wrong... wrong) {
        var lawful = lawful(complaint);
        var ids = new EnumMap<Move, String>(Move.class);
        lawful.forEach(m -> ids.put(m, "id-of-" + m));
        return new Followed(
                RECEIPT,
                complaint,
                CLOCKS,
                CLOCKS.rules().category("not-this-person"),
                words(complaint),
                lawful,
                ids,
                lawful.contains(Move.PHOTO) ? uploads() : List.of(),
                now,
                told,
                List.of(wrong),
                Map.of());
    }

    /** The glass envelopes of the tests hold their text for everybody to read. */
    private static Map<String, String> words(Complaint complaint) {
        var words = new LinkedHashMap<String, String>();
        for (var act : complaint.docket().acts()) {
            var box = act instanceof Act.Filed f
                    ? Optional.of(f.filing().words())
                    : act instanceof Act.Spoken s ? Optional.of(s.words()) : Optional.<xingma.complaint.seal.Sealed>empty();
            box.filter(b -> !b.isErased()).ifPresent(b -> words.put(act.id(), new String(
                    java.util.Base64.getUrlDecoder().decode(b.box().substring(3)),
                    java.nio.charset.StandardCharsets.UTF_8)));
        }
        return words;
    }

    private static Set<Move> lawful(Complaint complaint) {
        var moves = EnumSet.of(Move.IDENTITY);
        if (complaint instanceof Complaint.Open) {
            moves.addAll(EnumSet.of(Move.SAY, Move.WITHDRAW, Move.PHOTO));
        }
        if (complaint.docket().joinOffer().isPresent()) {
            moves.addAll(EnumSet.of(Move.JOIN, Move.DECLINE));
        }
        if (complaint instanceof Complaint.Objectionable) {
            moves.add(Move.OBJECT);
        }
        if (complaint instanceof Complaint.Rateable) {
            moves.add(Move.RATE);
        }
        return moves;
    }

    static List<UploadForm> uploads() {
        var forms = new ArrayList<UploadForm>();
        for (var slot = 1; slot <= 3; slot++) {
            var fields = new LinkedHashMap<String, String>();
            fields.put("key", "raw/" + RECEIPT.number() + "-0123456789ABCDEFGHJK/" + slot);
            fields.put("Content-Type", "application/octet-stream");
            fields.put("success_action_redirect", "https://xm.yunting.example/status?sent=yes");
            fields.put("policy", "eyJleHBpcmF0aW9uIjoiMjAyNi0xMS0yMFQwMjowMTowMFoiLCJjb25kaXRpb25zIjpb".repeat(6));
            fields.put("x-amz-signature", "0123456789abcdef".repeat(4));
            forms.add(new UploadForm("https://evidence.s3.cn-north-1.amazonaws.com.cn/", fields));
        }
        return forms;
    }

    static Receipted receipted(Identity identity) {
        var complaint = filed(Kind.REPORT, identity);
        var code = new boolean[37][37];
        for (var y = 0; y < code.length; y++) {
            for (var x = 0; x < code.length; x++) {
                code[y][x] = (x * 7 + y * 13 + x * y) % 3 == 0;
            }
        }
        return new Receipted(
                KEY,
                RECEIPT,
                complaint,
                Optional.of(CLOCKS.promise(Kind.REPORT, DAY)),
                CLOCKS.calendar(),
                FILED,
                identity.hasContact() ? Optional.of("138****5678") : Optional.empty(),
                uploads(),
                CLOCKS.rules().retention(),
                code);
    }

    static List<OnTimePages.Shelf> rates() {
        var at = Instant.parse("2026-11-20T00:00:00Z");
        return Some.CITY.districts().stream()
                .map(d -> new OnTimePages.Shelf(d.code(), d.code().value().endsWith("21") ? List.of() : List.of(
                        new OnTimeRate(d.code(), java.time.YearMonth.of(2026, 11), 25, 26, 1, at),
                        new OnTimeRate(d.code(), java.time.YearMonth.of(2026, 10), 0, 0, 0, at))))
                .toList();
    }

    /** One of each page in a language. */
    static Map<String, Page> all(Language language) {
        var view = view(language);
        var plain = View.asking(language, false, DAY, "/status", Map.of());
        var pages = new LinkedHashMap<String, Page>();
        pages.put("complaint", FORMS.form(form(Map.of()), view));
        pages.put("complaint-blank", FORMS.form(blank(Optional.of("p1.16.1763601375.1763615760." + "A".repeat(43))), view));
        pages.put("complaint-error", FORMS.form(
                form(
                        Map.of("words", "不是她", "phone", "1380000123", "identity", "confidential"),
                        ComplaintForm.Wrong.of("words", "words.short", "10"),
                        ComplaintForm.Wrong.of("phone", "phone.malformed")),
                view));
        pages.put("complaint-record", FORMS.form(form(Map.of("category", "wrong-record", "kind", "complaint")), view));
        pages.put("complaint-urgent", FORMS.emergency(form(Map.of("words", "现在流血不止")), view));
        pages.put("complaint-early", FORMS.notYet(form(Map.of("words", "给我打针的不是周医生。")), "early", List.of("9"), view));
        pages.put("complaint-busy", FORMS.notYet(form(Map.of("words", "给我打针的不是周医生。")), "busy", List.of(), view));
        pages.put("receipt", RECEIPTS.receipt(receipted(Identity.CONFIDENTIAL), plain));
        pages.put("receipt-anonymous", RECEIPTS.receipt(receipted(Identity.ANONYMOUS), plain));
        pages.put("receipt-sent", RECEIPTS.sent(plain));
        pages.put("status-ask", STATUS.ask(Optional.empty(), List.of(), Map.of(), plain));
        pages.put("status-wrong", STATUS.ask(Optional.of("wrong"), List.of(), Map.of("number", "4827 1930 5568"), plain));
        pages.put("status-often", STATUS.ask(Optional.of("often"), List.of("38", "10"), Map.of(), plain));
        pages.put("status-received", STATUS.status(followed(filed(), day(0, "10:00")), plain));
        pages.put("status-asked", STATUS.status(followed(asked(), day(4, "08:00")), plain));
        pages.put("status-handling", STATUS.status(followed(handling(), day(5, "10:00"), Optional.of("message")), plain));
        pages.put("status-overdue", STATUS.status(followed(overdue(), day(12, "10:00")), plain));
        pages.put("status-answered", STATUS.status(
                followed(answered(), day(21, "09:00"), Optional.empty(), ComplaintForm.Wrong.of("reason", "words.missing")), plain));
        pages.put("status-refused", STATUS.status(followed(refused(), day(4, "09:00")), plain));
        pages.put("status-reviewing", STATUS.status(followed(reviewing(), day(22, "09:00")), plain));
        pages.put("status-everything", STATUS.status(followed(everything(), day(4, "09:00")), plain));
        pages.put("on-time", new OnTimePages(Some.PUBLISHER).page(rates(), plain));
        return pages;
    }
}
