package xingma.complaint.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import xingma.complaint.number.CaseNumber;

/** Envelopes of glass: they hold for one case and part and show when they were altered, but anybody can read them. */
public final class GlassSeals implements Seals {
    @Override
    public List<Sealed> closeAll(CaseNumber number, Part part, List<String> texts) {
        var key = UUID.randomUUID().toString();
        return texts.stream().map(text -> closed(number, part, key, text)).toList();
    }

    @Override
    public Sealed closeBeside(CaseNumber number, Part part, Sealed there, String text) {
        return there.isErased()
                ? close(number, part, text)
                : closed(number, part, there.box().split("\\.")[1], text);
    }

    @Override
    public List<String> openAll(CaseNumber number, Part part, List<Sealed> sealed) {
        return sealed.stream().map(each -> opened(number, part, each)).toList();
    }

    private static Sealed closed(CaseNumber number, Part part, String key, String text) {
        if (text.getBytes(UTF_8).length > LONGEST) {
            throw new IllegalArgumentException("too long to seal");
        }
        var words = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        var open = "glass." + key + '.' + UUID.randomUUID() + '.' + words;
        return new Sealed(open + '.' + seal(number, part, open));
    }

    private static String opened(CaseNumber number, Part part, Sealed sealed) {
        if (sealed.isErased()) {
            throw new IllegalArgumentException("erased");
        }
        var end = sealed.box().lastIndexOf('.');
        var open = sealed.box().substring(0, Math.max(end, 0));
        if (!sealed.box().substring(end + 1).equals(seal(number, part, open))) {
            throw new Broken("not this case's");
        }
        return new String(Base64.getUrlDecoder().decode(open.substring(open.lastIndexOf('.') + 1)), UTF_8);
    }

    private static String seal(CaseNumber number, Part part, String open) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest((number + "/" + part + '/' + open).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
