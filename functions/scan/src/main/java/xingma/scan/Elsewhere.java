package xingma.scan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import xingma.aws.http.Problem;
import xingma.aws.http.Problems;
import xingma.aws.http.Reply;
import xingma.aws.http.Request;
import xingma.institution.PlacardCode;
import xingma.pages.CodePages;
import xingma.pages.Publisher;

/**
 * What is said where no route is: to people on the public host by a page that leads on, to programs and on the officers'
 * host by a problem. A scan page with a slash too many leads to its one address, which is built from the code alone.
 */
final class Elsewhere {
    /** Whatever is sent to no address, the answer is that there is none: the gateway's limit, not a form's. */
    static final int ANY_BODY = 10 << 20;

    private static final String READING = "GET, HEAD";
    private static final Pattern SLASH_TOO_MANY = Pattern.compile("/q/([0-9A-Za-z-]{1,40})/+");
    private static final Pattern PUBLIC = Pattern.compile("/|/q|/q/[^/]+|/openapi\\.yaml|/on-time");
    private static final Pattern OFFICERS = Pattern.compile("/api(/.*)?", Pattern.DOTALL);

    private static final Problem NO_SUCH_OPERATION = Problem.notFound(
            "route.unknown",
            "没有这个接口，或者它不支持这种请求方法。请对照接口说明 /openapi.yaml。",
            "There is no such route, or it does not take this method. The routes stand in /openapi.yaml.");
    private static final Problem NO_SUCH_PAGE = Problem.notFound(
            "route.unknown", "没有这个地址。请检查链接是否完整。", "There is nothing at this address. Check that the link is whole.");
    private static final Problem READ_ONLY = Problem.of(
            405,
            "method.notAllowed",
            "公众页面只能查看，不接受提交。",
            "The public pages can be read, and take nothing else.");

    private final Publisher publisher;
    private final CodePages pages;
    private final Clock clock;

    Elsewhere(Publisher publisher, Clock clock) {
        this.publisher = publisher;
        this.pages = new CodePages(publisher);
        this.clock = clock;
    }

    Reply answer(Request request) {
        var path = request.path();
        if (OFFICERS.matcher(path).matches()) {
            return problem(request, NO_SUCH_OPERATION);
        }
        if (PUBLIC.matcher(path).matches() && !reads(request)) {
            return problem(request, READ_ONLY).with("allow", READING);
        }
        return shortened(path)
                .filter(code -> reads(request))
                .map(code -> PublicReply.redirect(308, "/q/" + code + Reader.carried(request)))
                .orElseGet(() -> nothing(request));
    }

    private static boolean reads(Request request) {
        return request.method().equals("GET") || request.method().equals("HEAD");
    }

    private static Optional<PlacardCode> shortened(String path) {
        var matcher = SLASH_TOO_MANY.matcher(path);
        return matcher.matches() ? PlacardCode.read(matcher.group(1)) : Optional.empty();
    }

    private Reply nothing(Request request) {
        var reader = Reader.of(request);
        if (reader.answer() != Answer.PAGE) {
            return problem(request, NO_SUCH_PAGE);
        }
        var view = reader.view("/", LocalDate.now(clock.withZone(publisher.city().zone())));
        return PublicReply.page(NO_SUCH_PAGE.status(), pages.nothingHere(view), reader.language());
    }

    private static Reply problem(Request request, Problem problem) {
        return PublicReply.safe(Problems.reply(request, problem)).with("vary", PublicReply.VARY);
    }
}
