package xingma.complaint.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.complaint.number.Typed;
import xingma.complaint.seal.Secrets;
import xingma.fact.Legible;

/**
 * Who complains and how to reach them (联系方式). Lives outside its envelope only for the moment in which it is filed,
 * or shown to an officer who gave a reason.
 *
 * @param phone a Chinese mobile ({@code 13812345678}), landline ({@code 0571-87654321}, with {@code -802} for an
 *     extension, or without area code), service number, or {@code +} and an international one
 */
public record Contact(String phone, Optional<String> name) {
    public static final int LONGEST_PHONE = 60;
    public static final int LONGEST_NAME = 50;

    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE =
            Pattern.compile("(0(?:10|2[0-9]|[3-9][0-9]{2}))-?([0-9]{7,8})(?:-([0-9]{1,6}))?");
    private static final Pattern CLEAN = Pattern.compile("1[3-9][0-9]{9}"
            + "|0(?:10|2[0-9]|[3-9][0-9]{2})-[0-9]{7,8}(?:-[0-9]{1,6})?"
            + "|[48]00[0-9]{7}"
            + "|[2-9][0-9]{6,7}"
            + "|\\+(?!86)[1-9][0-9]{6,14}");
    private static final Pattern EXTENSION = Pattern.compile("(?:转|分机|转分机|ext\\.?|x|#|,)(?=[0-9]{1,6}$)");
    private static final int LONG_NUMBER = 10;

    public Contact {
        requireNonNull(name, "name");
        if (!CLEAN.matcher(phone).matches()) {
            throw new IllegalArgumentException("not a telephone number");
        }
        if (name.isPresent() && !name.equals(name(name.get()))) {
            throw new IllegalArgumentException("not a name");
        }
    }

    /** A telephone number as people type it, made plain; nothing if it is none. */
    public static Optional<String> phone(String typed) {
        if (typed.length() > LONGEST_PHONE) {
            return Optional.empty();
        }
        var halved = new StringBuilder();
        typed.codePoints().map(Legible::halved).filter(c -> !isFiller(c)).forEach(c ->
                halved.appendCodePoint(Typed.isFiller(c) ? '-' : Character.toLowerCase(c)));
        var plain = EXTENSION.matcher(halved).replaceFirst("-");
        var bare = plain.replace("-", "");
        var national = withoutCountry(bare);
        if (national.startsWith("+")) {
            return clean(national);
        }
        if (MOBILE.matcher(national).matches()) {
            return Optional.of(national);
        }
        return landline(plain).or(() -> landline(national)).or(() -> clean(national));
    }

    /** A name as people type it, made plain; nothing if that leaves nothing or too much. */
    public static Optional<String> name(String typed) {
        return Legible.line(typed, LONGEST_NAME);
    }

    /** The inside of the envelope again. */
    public static Contact of(String text) {
        var end = text.indexOf('\n');
        return end < 0
                ? new Contact(text, Optional.empty())
                : new Contact(text.substring(0, end), Optional.of(text.substring(end + 1)));
    }

    /** Whether a short message can reach it: a mobile number, or one of another country, where nobody can tell. */
    public boolean takesMessages() {
        return MOBILE.matcher(phone).matches() || phone.startsWith("+");
    }

    /** What is sealed. */
    public String text() {
        return phone + name.map(n -> "\n" + n).orElse("");
    }

    /** Enough to recognise one's own number by: {@code 138****5678}. */
    public String masked() {
        var landline = LANDLINE.matcher(phone);
        if (landline.matches()) {
            return landline.group(1) + '-' + masked(landline.group(2), 0, 4);
        }
        return phone.length() < LONG_NUMBER ? masked(phone, 0, 2) : masked(phone, 3, 4);
    }

    /** By which the same number is known again without being kept (电话标记). Marks of two versions never agree. */
    public String mark(Secrets secrets) {
        var mac = secrets.mac(Secrets.Purpose.PHONE, phone.getBytes(UTF_8));
        return secrets.version() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static Optional<String> landline(String number) {
        var landline = LANDLINE.matcher(number);
        if (!landline.matches()) {
            return Optional.empty();
        }
        var extension = landline.group(3);
        return Optional.of(landline.group(1) + '-' + landline.group(2) + (extension == null ? "" : '-' + extension));
    }

    /** +86 is home: a mobile stands alone, a landline gets its 0 back. Other countries keep their plus. */
    private static String withoutCountry(String bare) {
        var plus = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        if (plus.startsWith("+86")) {
            var rest = plus.substring(3);
            return MOBILE.matcher(rest).matches() || rest.startsWith("0") || rest.startsWith("400") ? rest : "0" + rest;
        }
        return plus.startsWith("86") && MOBILE.matcher(plus.substring(2)).matches() ? plus.substring(2) : plus;
    }

    private static Optional<String> clean(String number) {
        return Optional.of(number).filter(n -> CLEAN.matcher(n).matches());
    }

    private static boolean isFiller(int c) {
        return Legible.isBlank(c) || c == '.' || c == '(' || c == ')' || c == 0x00B7;
    }

    private static String masked(String digits, int head, int tail) {
        return digits.substring(0, head)
                + "*".repeat(digits.length() - head - tail)
                + digits.substring(digits.length() - tail);
    }

    @Override
    public String toString() {
        return "Contact";
    }
}
