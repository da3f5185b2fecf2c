package xingma.aws.http;

import java.util.Optional;
import java.util.regex.Pattern;
import xingma.institution.InstitutionId;

/** Reads for which institution somebody speaks, and who it is, from the claims that the gateway has verified (机构账号). */
public final class Institutions {
    private static final String CLAIM = "xingma_institution";
    private static final Pattern SUBJECT = Pattern.compile("[\\p{Alnum}._@:|+-]{1,128}");

    private Institutions() {}

    public static InstitutionId of(Request request) {
        try {
            return request.claim(CLAIM)
                    .or(() -> request.claim("custom:" + CLAIM))
                    .map(InstitutionId::new)
                    .orElseThrow(() -> nobody(CLAIM));
        } catch (IllegalArgumentException malformed) {
            throw nobody(CLAIM);
        }
    }

    /** The sign-in's subject. */
    public static String person(Request request) {
        return request.claim("sub").filter(s -> SUBJECT.matcher(s).matches()).orElseThrow(() -> nobody("sub"));
    }

    private static Refused nobody(String claim) {
        return new Refused(new Problem(
                403,
                "institution.unknown",
                Optional.of(claim),
                "这里供机构登录后使用，您的账号没有对应的机构。",
                "This is for institutions; your sign-in names none."));
    }
}
