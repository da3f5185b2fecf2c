package xingma.aws.http;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xingma.territory.Duty;
import xingma.territory.Officer;
import xingma.territory.RegionCode;

/**
 * Reads the officer from the claims that the gateway has verified. A token that does not say who acts, acts nowhere.
 */
public final class Officers {
    private static final Pattern SUBJECT = Pattern.compile("[\\p{Alnum}._@:|+-]{1,128}");
    private static final int LONGEST_NAME = 60;

    private Officers() {}

    public static Officer of(Request request) {
        return new Officer(
                claim(request, "sub").filter(s -> SUBJECT.matcher(s).matches()).orElseThrow(() -> refused("sub")),
                claim(request, "name")
                        .map(String::strip)
                        .filter(n -> !n.isEmpty() && n.length() <= LONGEST_NAME && Plain.isPlain(n))
                        .orElseThrow(() -> refused("name")),
                territory(request),
                duties(request));
    }

    private static RegionCode territory(Request request) {
        try {
            return ours(request, "xingma_territory")
                    .map(RegionCode::new)
                    .orElseThrow(() -> refused("xingma_territory"));
        } catch (IllegalArgumentException malformed) {
            throw refused("xingma_territory");
        }
    }

    private static Set<Duty> duties(Request request) {
        var duties = EnumSet.noneOf(Duty.class);
        for (var word : ours(request, "xingma_duties").orElse("").split(" ")) {
            for (var duty : Duty.values()) {
                if (duty.word().equals(word)) {
                    duties.add(duty);
                }
            }
        }
        if (duties.isEmpty()) {
            throw refused("xingma_duties");
        }
        return duties;
    }

    /** A claim that no standard knows: Cognito writes its name with a prefix. */
    private static Optional<String> ours(Request request, String name) {
        return claim(request, name).or(() -> claim(request, "custom:" + name));
    }

    private static Optional<String> claim(Request request, String name) {
        return request.claim(name).filter(v -> v.length() <= 256);
    }

    private static Refused refused(String claim) {
        return new Refused(new Problem(
                403,
                "officer.unknown",
                Optional.of(claim),
                "登录信息不完整，请联系管理员核对账号的岗位和辖区。",
                "Your sign-in does not say who you are, where and in what duty you act. Ask your administrator."));
    }
}
