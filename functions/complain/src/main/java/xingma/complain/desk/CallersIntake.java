package xingma.complain.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.complain.window.QrSquare;
import xingma.complaint.Actor;
import xingma.complaint.Complaint;
import xingma.complaint.desk.Bar;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Statement;
import xingma.complaint.filing.Subject;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.window.ComplaintWindow.Filed;
import xingma.fact.Legible;
import xingma.institution.InstitutionId;
import xingma.registry.Dossier;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/** Writes down what somebody says on the telephone or in person (来电来访登记), and gives the same receipt as online. */
public final class CallersIntake {
    private static final String CHINESE = "zh-Hans";
    private static final int LONGEST_REFERENCE = 40;
    private static final int LONGEST_PRACTITIONER = 30;

    private final Office office;

    public CallersIntake(Office office) {
        this.office = office;
    }

    record Asked(
            String id,
            String kind,
            String category,
            Optional<InstitutionId> institution,
            Optional<String> place,
            Optional<String> practitioner,
            Optional<RegionCode> unit,
            String words,
            String identity,
            Optional<Reached> contact,
            Optional<String> channel,
            Optional<String> reference,
            Optional<String> language) {}

    record Reached(String phone, Optional<String> name) {}

    /** The receipt, to be printed or read out. */
    public Map<String, Object> take(Request request, Officer officer) {
        if (!officer.has(Duty.HANDLER)) {
            throw Telling.refused(Bar.NOT_HANDLER);
        }
        var asked = StrictJson.FORMS.read(request, Asked.class);
        var key = "desk-" + Telling.id(asked.id());
        var sent = sent(officer, asked);
        var filed = office.window().before(key, sent).orElseGet(() -> office.window()
                .file(key, sent, statement(officer, asked), by(officer), office.clock().instant()));
        return switch (filed) {
            case Filed.Receipted(var receipt, var complaint) -> told(receipt, complaint);
            case Filed.KeyUsed used -> throw new Refused(new Problem(
                    409,
                    "id.taken",
                    Optional.of("id"),
                    "这个编号已登记过另一件。请重新打开登记表。",
                    "Something else was filed with this id. Open the form anew."));
        };
    }

    private Statement statement(Officer officer, Asked asked) {
        var kind = Moves.word(Kind.class, "kind", asked.kind());
        var identity = Moves.word(Identity.class, "identity", asked.identity());
        var dossier = asked.institution().map(this::dossier);
        var subject = subject(asked, dossier);
        var premises = dossier.map(Dossier::kind);
        office.clocks().get().rules()
                .category(asked.category())
                .filter(c -> premises.isEmpty() ? c.kinds().contains(kind) : c.isFor(kind, premises.get()))
                .orElseThrow(() -> Telling.refused(Bar.NO_SUCH_CATEGORY));
        if (asked.channel().filter(c -> !c.equals("desk")).isPresent()) {
            throw Telling.malformed("channel", "channel.unknown", "这里只登记来电来访。", "Only calls and visits are filed here.");
        }
        return new Statement(
                kind,
                asked.category(),
                subject,
                unit(officer, asked, dossier),
                identity,
                contact(identity, asked.contact()),
                Telling.words("words", asked.words(), Filing.LONGEST_WORDS),
                Channel.DESK,
                asked.reference().map(r -> line("reference", r, LONGEST_REFERENCE)),
                language(asked),
                Optional.empty());
    }

    private Dossier dossier(InstitutionId id) {
        return office.register()
                .find(id)
                .filter(d -> d.published().isPresent() && office.city().named(d.district()).isPresent())
                .orElseThrow(() -> Telling.malformed(
                        "institution", "institution.unknown", "登记簿里没有这家机构。", "The register has no such institution."));
    }

    private static Subject subject(Asked asked, Optional<Dossier> dossier) {
        if (dossier.isEmpty()) {
            if (asked.practitioner().isPresent()) {
                throw Telling.malformed(
                        "practitioner", "practitioner.unknown", "先选机构，再选人员。", "Choose the institution before the person.");
            }
            return Subject.named(line("place", asked.place().orElse(""), Subject.LONGEST_PLACE));
        }
        var entry = dossier.get().entry();
        var person = asked.practitioner().map(code -> entry.people().stream()
                .filter(p -> code.length() <= LONGEST_PRACTITIONER && p.practisingCode().equals(code))
                .findFirst()
                .orElseThrow(() -> Telling.malformed(
                        "practitioner", "practitioner.unknown", "这家机构没有这位人员。", "This institution has no such person.")));
        return new Subject(
                Optional.of(entry.id()),
                Optional.empty(),
                entry.premises().textOrEmpty("name"),
                person.map(p -> p.practisingCode()),
                person.map(p -> p.name()));
    }

    /** Nobody is sent to another counter: any unit of the city, by default where the institution lies, or here. */
    private RegionCode unit(Officer officer, Asked asked, Optional<Dossier> dossier) {
        var unit = asked.unit().orElseGet(() -> dossier.map(Dossier::district).orElse(officer.territory()));
        if (office.city().named(unit).isEmpty()) {
            throw Telling.malformed("unit", "unit.unknown", Bar.NO_SUCH_UNIT.chinese(), Bar.NO_SUCH_UNIT.english());
        }
        return unit;
    }

    private static Optional<Contact> contact(Identity identity, Optional<Reached> reached) {
        if (identity.hasContact() != reached.isPresent()) {
            throw Telling.malformed(
                    "contact",
                    "contact.identity",
                    "匿名的不留联系方式；保密、实名的要留电话。",
                    "Who is anonymous leaves no contact; everybody else leaves a telephone number.");
        }
        return reached.map(r -> new Contact(
                Contact.phone(r.phone())
                        .orElseThrow(() -> Telling.malformed(
                                "contact.phone", "phone.shape", "电话号码不对，请核对。", "This is no telephone number.")),
                r.name().map(name -> Contact.name(name)
                        .orElseThrow(() -> Telling.malformed(
                                "contact.name", "name.length", "姓名最多50个字。", "A name has at most 50 characters.")))));
    }

    private static String language(Asked asked) {
        var language = asked.language().orElse(CHINESE);
        if (!language.matches("[a-z]{2}(-[A-Z][a-z]{3})?")) {
            throw Telling.malformed("language", "language.shape", "语言写成zh-Hans、en这样。", "A language is written zh-Hans or en.");
        }
        return language;
    }

    private static String line(String field, String text, int longest) {
        return Legible.line(text, longest)
                .orElseThrow(() -> Telling.malformed(
                        field, field + ".length", "请填写，最多" + longest + "个字。", "Write 1 to " + longest + " characters."));
    }

    private static Actor.Bureau by(Officer officer) {
        return new Actor.Bureau(officer.id(), officer.territory());
    }

    private static List<String> sent(Officer officer, Asked asked) {
        return List.of(
                officer.id(),
                asked.kind(),
                asked.category(),
                asked.institution().map(InstitutionId::value).orElse(""),
                asked.place().orElse(""),
                asked.practitioner().orElse(""),
                asked.unit().map(RegionCode::value).orElse(""),
                asked.words(),
                asked.identity(),
                asked.contact().map(Reached::phone).orElse(""),
                asked.contact().flatMap(Reached::name).orElse(""),
                asked.reference().orElse(""),
                asked.language().orElse(""));
    }

    private Map<String, Object> told(Receipt receipt, Complaint complaint) {
        var secret = new LinkedHashMap<String, Object>();
        secret.put("number", receipt.number().value());
        secret.put("secret", receipt.secret());
        secret.put("spokenSecret", receipt.spokenSecret());
        secret.put("statusUrl", office.publicBaseUrl() + "/status");
        secret.put("code", QrSquare.rows(QrSquare.address(office.publicBaseUrl(), receipt)));
        var promise = office.clocks().get().all(complaint).getFirst();
        var due = new LinkedHashMap<String, Object>();
        due.put("day", promise.due().day());
        due.put("days", promise.span().amount());
        due.put("unit", ClockView.word(promise.span().unit()));
        due.put("provisional", promise.due().provisional());
        due.put("basis", promise.limit().basis());
        var told = new LinkedHashMap<String, Object>();
        told.put("number", receipt.number().value());
        told.put("spoken", receipt.number().spoken());
        told.put("receipt", secret);
        told.put("unit", office.named(complaint.unit()));
        told.put("due", due);
        return told;
    }
}
