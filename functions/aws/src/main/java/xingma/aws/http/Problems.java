package xingma.aws.http;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Writes problems as application/problem+json (RFC 9457), in Chinese unless the reader prefers English. */
public final class Problems {
    static final Problem NO_SUCH_ROUTE = Problem.notFound(
            "route.unknown", "没有这个地址。请检查链接是否完整。", "There is nothing at this address. Check that the link is whole.");
    static final Problem BUSY = Problem.of(
            503,
            "service.busy",
            "系统暂时繁忙，本次操作的结果没有确认。请稍后重试；重复提交不会重复登记。",
            "The service is busy and this could not be confirmed. Try again shortly; sending it twice does no harm.");
    static final Problem OUR_FAULT = Problem.of(
            500,
            "service.fault",
            "系统出现故障，本次操作没有完成。请稍后重试，或将请求编号告知管理员。",
            "Something went wrong on our side. Try again later, or tell the administrator the request id.");

    private static final JsonFactory JSON = new JsonFactory();
    private static final Map<Integer, String[]> TITLES = Map.ofEntries(
            Map.entry(400, new String[] {"内容有误", "Malformed input"}),
            Map.entry(401, new String[] {"请先登录", "Sign in first"}),
            Map.entry(403, new String[] {"没有权限", "Not permitted"}),
            Map.entry(404, new String[] {"没有找到", "Not found"}),
            Map.entry(405, new String[] {"不支持这种操作", "Not done here"}),
            Map.entry(406, new String[] {"格式不支持", "Format not offered"}),
            Map.entry(409, new String[] {"情况已变化", "Moved on"}),
            Map.entry(410, new String[] {"已不再有效", "No longer valid"}),
            Map.entry(413, new String[] {"内容过大", "Too large"}),
            Map.entry(415, new String[] {"格式不支持", "Format not supported"}),
            Map.entry(422, new String[] {"无法受理", "Cannot be accepted"}),
            Map.entry(429, new String[] {"请稍候", "Wait a moment"}),
            Map.entry(500, new String[] {"系统故障", "Our fault"}),
            Map.entry(503, new String[] {"暂时繁忙", "Busy"}));

    private Problems() {}

    public static Reply reply(Request request, Problem problem) {
        var english = prefersEnglish(request.header("accept-language").orElse(""));
        var title = TITLES.getOrDefault(problem.status(), new String[] {"无法办理", "Not possible"});
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title[english ? 1 : 0]);
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", english ? problem.english() : problem.chinese());
            json.writeStringField("code", problem.code());
            if (problem.field().isPresent()) {
                json.writeStringField("field", problem.field().get());
            }
            json.writeStringField("requestId", request.id());
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Reply.of(problem.status(), "application/problem+json; charset=utf-8", out.toByteArray())
                .with("content-language", english ? "en" : "zh-Hans")
                .with("vary", "accept-language");
    }

    /** Whether English stands before Chinese in Accept-Language; weights are looked at, nothing else is. */
    static boolean prefersEnglish(String acceptLanguage) {
        var chinese = 0.0;
        var english = 0.0;
        for (var part : acceptLanguage.substring(0, Math.min(200, acceptLanguage.length())).split(",")) {
            var pieces = part.strip().toLowerCase(Locale.ROOT).split(";");
            var weight = pieces.length > 1 ? weight(pieces[1].strip()) : 1.0;
            if (pieces[0].startsWith("zh")) {
                chinese = Math.max(chinese, weight);
            } else if (pieces[0].startsWith("en")) {
                english = Math.max(english, weight);
            }
        }
        return english > chinese;
    }

    private static double weight(String quality) {
        return switch (quality) {
            case "q=1", "q=1.0" -> 1.0;
            case String q when q.matches("q=0\\.[0-9]{1,3}") -> Double.parseDouble(q.substring(2));
            default -> 0.0;
        };
    }
}
