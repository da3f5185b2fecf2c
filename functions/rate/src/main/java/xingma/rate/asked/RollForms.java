package xingma.rate.asked;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.aws.http.Given;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.evaluation.Expert;
import xingma.evaluation.round.Round;
import xingma.fact.Legible;
import xingma.institution.InstitutionId;
import xingma.rate.told.Telling;
import xingma.rating.Clause.Side;
import xingma.territory.RegionCode;

/** Rounds and experts as the office keeps them. */
public final class RollForms {
    private static final Pattern KIND = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern SUBJECT = Pattern.compile("[\\p{Alnum}._@:|+-]{1,128}");
    private static final int LONGEST_NAME = 60;
    private static final int MOST_TIES = 200;
    private static final int MOST_KINDS = 10;

    private RollForms() {}

    /**
     * @param id of the asking
     * @param revision what was read; 0 for a new one
     */
    public record Calling(
            String id,
            String round,
            String name,
            RegionCode territory,
            String standard,
            int edition,
            List<String> kinds,
            LocalDate from,
            LocalDate until,
            Optional<Instant> embargo,
            int revision) {
        public Round value() {
            if (!Round.isId(round)) {
                throw Given.malformed(
                        "round", "round.shape", "轮次编号用小写字母、数字和连字符，如2026-1。", "A round's id has small letters, digits and hyphens.");
            }
            if (standard.isBlank() || edition < 1) {
                throw Given.malformed("standard", "standard.unknown", "没有这套标准。", "There is no such standard.");
            }
            if (kinds.isEmpty() || kinds.size() > MOST_KINDS || kinds.stream().anyMatch(k -> !KIND.matcher(k).matches())) {
                throw Given.malformed("kinds", "kinds.shape", "请写明参评的场所类别。", "Name the kinds of premises that take part.");
            }
            if (until.isBefore(from)) {
                throw Given.malformed("until", "until.early", "截止日期早于开始日期。", "It ends before it begins.");
            }
            return new Round(
                    round, line("name", name), territory, standard, edition, new HashSet<>(kinds), from, until, embargo);
        }
    }

    /** @param expert the sign-in's subject */
    public record Listing(
            String id, String expert, String name, String side, List<InstitutionId> ties, boolean available, int revision) {
        public Expert value() {
            if (!SUBJECT.matcher(expert).matches()) {
                throw Given.malformed("expert", "expert.shape", "专家编号就是登录账号。", "An expert's id is the sign-in's subject.");
            }
            if (ties.size() > MOST_TIES) {
                throw Given.malformed("ties", "ties.many", "最多" + MOST_TIES + "家。", "At most " + MOST_TIES + ".");
            }
            return new Expert(
                    expert, line("name", name), Telling.choice(Side.class, "side", side), new HashSet<>(ties), available);
        }
    }

    public static Calling calling(Request request) {
        return StrictJson.FORMS.read(request, Calling.class);
    }

    public static Listing listing(Request request) {
        return StrictJson.FORMS.read(request, Listing.class);
    }

    /** A round's id in a path: what is none is no round. */
    public static Optional<String> round(Request request) {
        return request.pathParameter("round").filter(Round::isId);
    }

    private static String line(String field, String text) {
        return Legible.line(text, LONGEST_NAME)
                .orElseThrow(() -> Given.malformed(
                        field, field + ".length", "请填写，最多" + LONGEST_NAME + "个字。", "Write 1 to " + LONGEST_NAME + " characters."));
    }
}
