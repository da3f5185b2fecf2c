package xingma.complain;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import xingma.audit.Entry;
import xingma.audit.LedgerPage;
import xingma.audit.Trail;
import xingma.aws.Clients;
import xingma.aws.Settings;
import xingma.aws.dynamo.DynamoTrail;
import xingma.aws.http.Http;
import xingma.aws.http.Officers;
import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.aws.http.Routes;
import xingma.aws.json.StrictJson;
import xingma.territory.Duty;

/** Shows auditors the trail and its ledger, whole, so that they can verify it by themselves (审计查阅). Reads alone. */
public final class ReadAudit implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final Pattern SUBJECT = Pattern.compile("[A-Z]+( [A-Za-z0-9._-]{1,40}){1,2}");
    private static final int LONGEST_CURSOR = 300;

    /** The trail is looked through day by day. */
    private static final Duration LONGEST_SPAN = Duration.ofDays(400);

    private final Trail trail;
    private final Http http;

    public ReadAudit() {
        this(new DynamoTrail(Clients.dynamo(), Settings.fromEnvironment().auditTable()));
    }

    ReadAudit(Trail trail) {
        this.trail = trail;
        this.http = Http.of(Routes.none()
                .on("GET /api/audit", this::subject)
                .on("GET /api/audit/lines", this::lines)
                .on("GET /api/audit/pages", this::pages));
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }

    Http http() {
        return http;
    }

    private Reply subject(Request request) {
        requireAuditor(request);
        var subject = request.query("subject")
                .filter(s -> SUBJECT.matcher(s).matches())
                .orElseThrow(() -> malformed("subject", "请写明查阅对象，例如“CASE 482719305562”。", "Name a subject such as CASE 482719305562."));
        var entries = trail.of(subject, (int) number(request, "after"));
        return list(entries, ReadAudit::told, last -> Integer.toString(last.position()));
    }

    private Reply lines(Request request) {
        requireAuditor(request);
        var from = instant(request, "from");
        var to = instant(request, "to");
        if (!from.isBefore(to)) {
            throw malformed("to", "结束时间应晚于开始时间。", "The end lies after the beginning.");
        }
        if (Duration.between(from, to).compareTo(LONGEST_SPAN) > 0) {
            throw malformed("to", "一次最多查阅400天。", "At most 400 days at once.");
        }
        var after = request.query("after").filter(c -> !c.isEmpty()).map(ReadAudit::placeOf);
        return list(trail.between(from, to, after), ReadAudit::told, ReadAudit::cursor);
    }

    private Reply pages(Request request) {
        requireAuditor(request);
        return list(trail.pages(number(request, "after")), ReadAudit::told, last -> Long.toString(last.number()));
    }

    private static <T> Reply list(List<T> items, Function<T, Map<String, Object>> telling, Function<T, String> cursor) {
        var told = new LinkedHashMap<String, Object>();
        told.put("items", items.stream().map(telling).toList());
        told.put("next", items.size() < Trail.PAGE ? Optional.empty() : Optional.of(cursor.apply(items.getLast())));
        return StrictJson.FORMS.reply(200, told);
    }

    private static Map<String, Object> told(Entry entry) {
        var told = new LinkedHashMap<String, Object>();
        told.put("subject", entry.subject());
        told.put("position", entry.position());
        told.put("at", entry.at().toString());
        told.put("by", entry.by());
        told.put("what", entry.what());
        told.put("facts", entry.facts());
        told.put("before", entry.before());
        told.put("hash", entry.hash());
        return told;
    }

    private static Map<String, Object> told(LedgerPage page) {
        var told = new LinkedHashMap<String, Object>();
        told.put("number", page.number());
        told.put("from", page.from().toString());
        told.put("to", page.to().toString());
        told.put("lines", page.lines());
        told.put("content", page.content());
        told.put("before", page.before());
        told.put("hash", page.hash());
        return told;
    }

    /** Where a list goes on: nothing secret, only opaque so that nobody builds on its form. */
    private static String cursor(Entry last) {
        var place = last.at() + "|" + last.subject() + "|" + last.position();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** A line that stands at the cursor's place; nothing of it but the place matters. */
    private static Entry placeOf(String cursor) {
        try {
            if (cursor.length() <= LONGEST_CURSOR) {
                var place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 3);
                if (place.length == 3 && SUBJECT.matcher(place[1]).matches()) {
                    return new Entry(
                            place[1],
                            Integer.parseInt(place[2]),
                            Instant.parse(place[0]),
                            "nobody",
                            "Place",
                            new TreeMap<>(),
                            Entry.FIRST);
                }
            }
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            // told below
        }
        throw malformed("after", "翻页标记不对，请从头查起。", "This is no place in the list; begin anew.");
    }

    private static Instant instant(Request request, String field) {
        try {
            return Instant.parse(request.query(field).orElse(""));
        } catch (DateTimeException malformed) {
            throw malformed(field, "时间应写作2026-11-20T00:00:00Z。", "Write a time as 2026-11-20T00:00:00Z.");
        }
    }

    private static long number(Request request, String field) {
        var text = request.query(field).filter(t -> !t.isEmpty()).orElse("0");
        if (!text.matches("[0-9]{1,9}")) {
            throw malformed(field, "应为数字。", "This is a number.");
        }
        return Long.parseLong(text);
    }

    private static void requireAuditor(Request request) {
        var officer = Officers.of(request);
        if (!officer.has(Duty.AUDITOR) || !officer.territory().isCity()) {
            throw new Refused(Problem.of(403, "duty.auditor", "审计记录由市级审计员查阅。", "The trail is read by the city's auditors."));
        }
    }

    private static Refused malformed(String field, String chinese, String english) {
        return new Refused(Problem.field(field, field + ".shape", chinese, english));
    }
}
