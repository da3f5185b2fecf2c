package xingma.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.registry.sheet.Words;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** The refusals that several routes share, and how files are handed out. */
final class Telling {
    private Telling() {}

    static void need(Officer officer, Duty duty) {
        if (!officer.has(duty)) {
            throw notYourDuty(duty);
        }
    }

    static Refused notYourDuty(Duty duty) {
        return switch (duty) {
            case REGISTRAR -> refused(403, "officer.notRegistrar", "这一步由登记员办理。", "A registrar does this.");
            case CHECKER -> refused(403, "officer.notChecker", "这一步由复核员办理。", "A checker does this.");
            case INSPECTOR -> refused(403, "officer.notInspector", "这一步由监督员办理。", "An inspector does this.");
            case HANDLER -> refused(403, "officer.notHandler", "这一步由经办员办理。", "A handler does this.");
            case SUPERVISOR -> refused(403, "officer.notSupervisor", "这一步由督办员办理。", "A supervisor does this.");
            case AUDITOR -> refused(403, "officer.notAuditor", "这一步由审计员办理。", "An auditor does this.");
            case ORGANISER -> refused(403, "officer.notOrganiser", "这一步由评价组织员办理。", "An organiser does this.");
            case ADJUDICATOR -> refused(403, "officer.notAdjudicator", "这一步由申诉裁决员办理。", "An adjudicator does this.");
            case EXPERT -> refused(403, "officer.notExpert", "这一步由评价专家办理。", "An expert does this.");
        };
    }

    static Refused ownWork() {
        return refused(
                403,
                "change.ownWork",
                "自己提交的改动要由另一个人复核。请转给另一位复核员。",
                "You proposed this; somebody else must check it.");
    }

    static Refused refused(int status, String code, String chinese, String english) {
        return new Refused(Problem.of(status, code, chinese, english));
    }

    static Refused malformed(String field, String code, String chinese, String english) {
        return new Refused(Problem.field(field, code, chinese, english));
    }

    /** Chinese unless the reader asks for English first. */
    static Words words(Request request) {
        var accepted = request.header("accept-language").orElse("");
        return accepted.startsWith("en") ? Words.ENGLISH : Words.CHINESE;
    }

    static Reply file(String name, String contentType, byte[] bytes) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Reply.of(200, contentType, bytes)
                .with("content-disposition", "attachment; filename*=UTF-8''" + encoded);
    }
}
