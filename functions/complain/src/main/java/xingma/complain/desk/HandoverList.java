package xingma.complain.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.filing.Channel;
import xingma.complaint.filing.Contact;
import xingma.complaint.filing.Filing;
import xingma.complaint.filing.Identity;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Statement;
import xingma.complaint.filing.Subject;
import xingma.complaint.rules.Category;
import xingma.fact.Legible;
import xingma.institution.InstitutionId;
import xingma.registry.Dossier;
import xingma.registry.sheet.Sheet;
import xingma.territory.Officer;
import xingma.territory.Region;

/** Reads what the hotline hands over (12345转办清单): a row for each case, and each fault by its cell. */
final class HandoverList {
    static final int MOST_ROWS = 1_000;
    private static final int SEARCHED_ROWS = 10;
    private static final int LONGEST_REFERENCE = 40;

    /** The columns, each by the headings that are known for it; the first is the template's. */
    enum Column {
        REFERENCE(true, "工单编号", "工单号", "编号"),
        KIND(true, "诉求类型", "类型"),
        CATEGORY(true, "类别", "诉求类别"),
        UNIT(true, "所属区", "区县", "承办单位"),
        NUMBER(false, "登记号或信用代码", "登记号", "统一社会信用代码"),
        PLACE(true, "机构名称或地点", "机构名称", "地点", "被诉单位"),
        WORDS(true, "诉求内容", "内容", "反映内容"),
        NAME(false, "来电人", "姓名"),
        PHONE(false, "联系电话", "电话", "来电号码"),
        IDENTITY(false, "身份方式", "是否保密");

        private final boolean required;
        private final List<String> headings;

        Column(boolean required, String... headings) {
            this.required = required;
            this.headings = List.of(headings);
        }

        String heading() {
            return headings.getFirst();
        }

        private boolean isUnder(String heading) {
            return headings.contains(heading);
        }
    }

    /** What is wrong in a cell; never with what stands in it, which may be somebody's number. */
    record Fault(int row, String cell, String heading, String code, String what, String mend, String english) {}

    /** A row that can be filed. */
    record Line(int row, String reference, Statement statement) {}

    record Read(int rows, List<Line> lines, List<Fault> faults) {}

    private final Office office;
    private final List<String> premisesKinds;
    private final Officer officer;
    private final List<Fault> faults = new ArrayList<>();
    private Map<Column, Integer> places = Map.of();
    private Sheet.Row row;

    HandoverList(Office office, List<String> premisesKinds, Officer officer) {
        this.office = office;
        this.premisesKinds = premisesKinds;
        this.officer = officer;
    }

    Read read(List<Sheet> sheets) {
        var rows = sheets.stream()
                .flatMap(sheet -> below(sheet).stream())
                .filter(r -> !r.isBlank())
                .toList();
        if (places.isEmpty()) {
            throw Telling.malformed(
                    "file",
                    "handover.headings",
                    "没有找到表头。请用模板，至少要有：" + required() + "。",
                    "No headings were found. Use the template.");
        }
        if (rows.size() > MOST_ROWS) {
            throw Telling.malformed(
                    "file", "handover.tooMany", "超过" + MOST_ROWS + "行。请分成几个文件。", "More than 1,000 rows. Split the file.");
        }
        var lines = new ArrayList<Line>();
        var seen = new HashSet<String>();
        for (var each : rows) {
            row = each;
            var before = faults.size();
            var statement = statement();
            var reference = text(Column.REFERENCE);
            if (!reference.isEmpty() && !seen.add(reference)) {
                fault(Column.REFERENCE, "reference.twice", "工单编号重复", "同一清单里每个工单写一行。", "This number stands in the list twice.");
            }
            if (faults.size() == before) {
                lines.add(new Line(row.number(), reference, statement.orElseThrow()));
            }
        }
        return new Read(rows.size(), lines, faults);
    }

    private static String required() {
        return String.join("、", Arrays.stream(Column.values()).filter(c -> c.required).map(Column::heading).toList());
    }

    /** The rows under the headings; of several sheets the first that has them. */
    private List<Sheet.Row> below(Sheet sheet) {
        if (!places.isEmpty()) {
            return List.of();
        }
        for (var head : sheet.rows().stream().limit(SEARCHED_ROWS).toList()) {
            var found = new EnumMap<Column, Integer>(Column.class);
            for (var i = 0; i < head.cells().size(); i++) {
                var heading = head.cell(i).strip().replaceAll("[*＊:：\\s]", "");
                for (var column : Column.values()) {
                    if (column.isUnder(heading)) {
                        found.putIfAbsent(column, i);
                    }
                }
            }
            if (Arrays.stream(Column.values()).allMatch(c -> !c.required || found.containsKey(c))) {
                places = found;
                return sheet.rows().stream().filter(r -> r.number() > head.number()).toList();
            }
        }
        return List.of();
    }

    private Optional<Statement> statement() {
        var reference = line(Column.REFERENCE, LONGEST_REFERENCE);
        var kind = kind();
        var category = kind.flatMap(this::category);
        var unit = unit();
        var subject = subject();
        var words = Legible.text(text(Column.WORDS), Filing.LONGEST_WORDS);
        if (words.isEmpty()) {
            fault(
                    Column.WORDS,
                    "words.length",
                    text(Column.WORDS).isEmpty() ? "缺少诉求内容" : "诉求内容超过" + Filing.LONGEST_WORDS + "字",
                    "写1到" + Filing.LONGEST_WORDS + "个字。",
                    "Write 1 to 500 characters.");
        }
        var contact = contact();
        var identity = identity(contact);
        if (reference.isEmpty() || category.isEmpty() || unit.isEmpty() || subject.isEmpty() || words.isEmpty() || identity.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Statement(
                kind.get(),
                category.get().id(),
                subject.get(),
                unit.get().code(),
                identity.get(),
                identity.get().hasContact() ? contact : Optional.empty(),
                words.get(),
                Channel.HOTLINE,
                reference,
                "zh-Hans",
                Optional.empty()));
    }

    private Optional<Kind> kind() {
        var text = text(Column.KIND);
        var kind = Arrays.stream(Kind.values()).filter(k -> k.chinese().equals(text) || k.word().equals(text)).findFirst();
        if (kind.isEmpty()) {
            fault(Column.KIND, "kind.unknown", "没有这种诉求类型", "写投诉、举报、医疗纠纷或事故。", "Write a kind that is known.");
        }
        return kind;
    }

    private Optional<Category> category(Kind kind) {
        var text = text(Column.CATEGORY);
        var category = office.clocks().get().rules().categories().stream()
                .filter(c -> c.chinese().equals(text) || c.id().equals(text))
                .filter(c -> c.kinds().contains(kind))
                .findFirst();
        if (category.isEmpty()) {
            fault(Column.CATEGORY, "category.unknown", kind.chinese() + "没有这个类别", "按办理规则里的类别填写。", "This kind has no such category.");
        }
        return category;
    }

    private Optional<Region> unit() {
        var text = text(Column.UNIT);
        var unit = office.desk().units(officer).stream()
                .map(office::named)
                .filter(r -> r.chinese().equals(text) || r.code().value().equals(text))
                .findFirst();
        if (unit.isEmpty()) {
            fault(Column.UNIT, "unit.unknown", "不是您辖区的单位", "写辖区内的区名或行政区划代码。", "This is no unit of your territory.");
        }
        return unit;
    }

    private Optional<Subject> subject() {
        var number = text(Column.NUMBER).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        if (!number.isEmpty()) {
            var ids = premisesKinds.stream().map(k -> InstitutionId.firstRegisteredAs(k, number)).toList();
            var found = office.register().findAll(ids).values().stream().filter(d -> d.published().isPresent()).findFirst();
            if (found.isEmpty()) {
                fault(Column.NUMBER, "institution.unknown", "登记簿里没有这个号码", "核对号码；查不到的留空，只写名称。", "The register has no such number.");
            }
            return found.map(Dossier::entry)
                    .map(e -> new Subject(
                            Optional.of(e.id()),
                            Optional.empty(),
                            e.premises().textOrEmpty("name"),
                            Optional.empty(),
                            Optional.empty()));
        }
        return line(Column.PLACE, Subject.LONGEST_PLACE).map(Subject::named);
    }

    private Optional<Contact> contact() {
        var typed = text(Column.PHONE);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var phone = Contact.phone(typed);
        if (phone.isEmpty()) {
            fault(Column.PHONE, "phone.shape", "不是电话号码", "核对号码；没有就留空。", "This is no telephone number.");
        }
        return phone.map(p -> new Contact(p, Contact.name(text(Column.NAME))));
    }

    private Optional<Identity> identity(Optional<Contact> contact) {
        var identity = switch (text(Column.IDENTITY)) {
            case "" -> Optional.of(contact.isPresent() ? Identity.CONFIDENTIAL : Identity.ANONYMOUS);
            case "匿名" -> Optional.of(Identity.ANONYMOUS);
            case "保密", "是" -> Optional.of(Identity.CONFIDENTIAL);
            case "实名", "否" -> Optional.of(Identity.NAMED);
            default -> Optional.<Identity>empty();
        };
        if (identity.isEmpty()) {
            fault(Column.IDENTITY, "identity.unknown", "没有这种身份方式", "写匿名、保密或实名，也可以留空。", "Write 匿名, 保密 or 实名.");
        } else if (identity.get().hasContact() && contact.isEmpty()) {
            fault(Column.PHONE, "phone.missing", "保密或实名的缺少电话", "补上电话，或写匿名。", "Who is not anonymous leaves a number.");
            return Optional.empty();
        }
        return identity;
    }

    private Optional<String> line(Column column, int longest) {
        var line = Legible.line(text(column), longest);
        if (line.isEmpty()) {
            var what = text(column).isEmpty() ? "缺少" + column.heading() : column.heading() + "超过" + longest + "字";
            fault(column, column.name().toLowerCase(Locale.ROOT) + ".length", what, "写1到" + longest + "个字。", "Write 1 to " + longest + " characters.");
        }
        return line;
    }

    private String text(Column column) {
        var place = places.get(column);
        return place == null ? "" : row.cell(place).strip();
    }

    private void fault(Column column, String code, String what, String mend, String english) {
        var cell = places.containsKey(column) ? Sheet.letters(places.get(column)) + row.number() : "";
        faults.add(new Fault(row.number(), cell, column.heading(), code, what, mend, english));
    }
}
