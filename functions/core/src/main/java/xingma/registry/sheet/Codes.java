package xingma.registry.sheet;

import java.util.regex.Pattern;
import xingma.fact.Field;
import xingma.institution.CreditCode;
import xingma.institution.RegistrationNumber;
import xingma.practitioner.QualificationCode;

/** The codes that come with a check or a shape of their own. */
final class Codes {
    private static final int SHORTEST_PRACTISING = 10;
    private static final int LONGEST_PRACTISING = 16;
    private static final int KEPT = 9;
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final Pattern DOCTORS = Pattern.compile("[12][0-9]{14}");
    /** How each character of a registration number may look: class, from, to. */
    private static final Pattern[] REGISTRATION = registration();
    private static final String PLACEHOLDER = "PDY";

    private Codes() {}

    static boolean isCreditCode(CellText bare) {
        var text = bare.text();
        var last = CreditCode.LENGTH - 1;
        return text.length() == CreditCode.LENGTH
                && outsider(text) < 0
                && CreditCode.checkCharacter(text.substring(0, last)) == text.charAt(last);
    }

    static Reading credit(CellText bare) {
        var text = bare.text();
        if (text.length() != CreditCode.LENGTH) {
            return Reading.wrong(length("creditCode", bare, CreditCode.LENGTH));
        }
        var outsider = outsider(text);
        if (outsider >= 0) {
            return Reading.wrong(Remark.error(
                    "creditCode.sign", bare.span(outsider, outsider + 1), text.charAt(outsider), outsider + 1));
        }
        var right = CreditCode.checkCharacter(text.substring(0, CreditCode.LENGTH - 1));
        return text.charAt(CreditCode.LENGTH - 1) == right
                ? Reading.of(text)
                : Reading.wrong(Remark.error(
                        "creditCode.check",
                        bare.span(CreditCode.LENGTH - 1, CreditCode.LENGTH),
                        right,
                        text.charAt(CreditCode.LENGTH - 1)));
    }

    static Reading registration(CellText bare) {
        var text = bare.text();
        if (text.length() != RegistrationNumber.LENGTH) {
            return Reading.wrong(length("registrationNumber", bare, RegistrationNumber.LENGTH));
        }
        for (var i = 0; i < REGISTRATION.length; i++) {
            if (!REGISTRATION[i].matcher(text.substring(i, i + 1)).matches()) {
                return Reading.wrong(Remark.error(
                        "registrationNumber.shape", bare.span(i, i + 1), i + 1, text.charAt(i), part(i)));
            }
        }
        var number = new RegistrationNumber(text);
        return number.hasTrueOrganisationCode() || text.startsWith(PLACEHOLDER)
                ? Reading.of(text)
                : Reading.of(text, Remark.warning(
                        "registrationNumber.organisation", bare.span(0, KEPT), number.organisation()));
    }

    static Reading practising(CellText bare) {
        var text = bare.text();
        if (!DIGITS.matcher(text).matches()) {
            var at = 0;
            while (Character.digit(text.charAt(at), 10) >= 0) {
                at++;
            }
            return Reading.wrong(Remark.error("practisingCode.sign", bare.span(at, at + 1), text.charAt(at)));
        }
        return text.length() < SHORTEST_PRACTISING || text.length() > LONGEST_PRACTISING
                ? Reading.wrong(Remark.error("practisingCode.length", FieldReader.all(bare), text.length()))
                : Reading.of(text);
    }

    static boolean isDoctors(String practisingCode) {
        return DOCTORS.matcher(practisingCode).matches();
    }

    /** Checked whole, kept by its first nine digits; what cannot be checked is never told again. */
    static Reading qualification(CellText bare) {
        var text = bare.text();
        if (text.length() != QualificationCode.WHOLE && text.length() != KEPT) {
            return Reading.wrong(Remark.secret("qualificationCode.length", text.length()));
        }
        return QualificationCode.read(text)
                .map(code -> Reading.of(code.masked()))
                .orElseGet(() -> Reading.wrong(Remark.secret("qualificationCode.check")));
    }

    /** A false code keeps its length and nothing else, so that reading it again says the same. */
    static String maskedQualification(String cell) {
        var text = CellText.squeezed(cell).text();
        var read = QualificationCode.read(text);
        if (read.isPresent()) {
            return read.get().masked();
        }
        var kept = Math.min(text.length(), KEPT);
        return DIGITS.matcher(text.substring(0, kept)).matches()
                ? text.substring(0, kept) + "#".repeat(text.length() - kept)
                : "#".repeat(text.length());
    }

    /** Brackets are kept as the rulebook's example has them, whichever of the many an officer typed. */
    static Reading licence(Field field, CellText bare) {
        var half = bare.text()
                .replaceAll("[(\\[{〔【（［｛〈]", "(")
                .replaceAll("[)\\]}〕】）］｝〉]", ")");
        var wide = half.replace('(', '（').replace(')', '）');
        var value = field.example().indexOf('（') >= 0 ? wide : half;
        var length = value.codePointCount(0, value.length());
        if (length > field.longest()) {
            return Reading.wrong(Remark.error("text.long", FieldReader.all(bare), field.longest(), length));
        }
        return field.pattern().filter(p -> !p.matcher(value).matches()).isPresent()
                ? Reading.wrong(Remark.error("licenceNumber.shape", FieldReader.all(bare), field.example()))
                : Reading.of(value);
    }

    private static Remark length(String code, CellText bare, int due) {
        var has = bare.text().length();
        return has < due
                ? Remark.error(code + ".short", bare.span(has, has), due - has, has, due)
                : Remark.error(code + ".long", bare.span(due, has), has - due, has, due);
    }

    private static int outsider(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (CreditCode.ALPHABET.indexOf(text.charAt(i)) < 0) {
                return i;
            }
        }
        return -1;
    }

    private static String part(int place) {
        var parts = Words.CHINESE.list("registrationNumber.parts");
        return parts.get(place < 9 ? 0 : place < 15 ? 1 : place < 17 ? 2 : place < 21 ? 3 : 4);
    }

    private static Pattern[] registration() {
        var shapes = new Pattern[RegistrationNumber.LENGTH];
        for (var i = 0; i < shapes.length; i++) {
            shapes[i] = Pattern.compile(
                    i < 8 ? "[0-9A-Z]" : i == 8 ? "[0-9X]" : i == 17 ? "[A-Z]" : i == 21 ? "[129]" : "[0-9]");
        }
        return shapes;
    }
}
