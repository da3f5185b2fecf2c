package xingma.aws.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import xingma.aws.Unavailable;
import xingma.aws.log.Log;
import xingma.aws.log.LogEvent;

/**
 * The one place where an HTTP API event (payload 2.0) becomes a {@link Request}, and where a {@link Reply}, a
 * {@link Refused} or anything thrown becomes the response. What the caller got wrong is told to the caller; what we got
 * wrong is told to the log, and the caller learns the request's id.
 */
public final class Http {
    private static final int FORBIDDEN = 403;

    private static final Map<String, String> ALWAYS = Map.of(
            "cache-control", "no-store",
            "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
            "referrer-policy", "no-referrer",
            "strict-transport-security", "max-age=31536000; includeSubDomains",
            "x-content-type-options", "nosniff");

    private static final int BUSY = 503;

    /** Seconds. */
    private static final String SOON = "2";

    private final Routes routes;
    private final Log log;
    private final Optional<ErrorPage> errorPage;

    private Http(Routes routes, Log log, Optional<ErrorPage> errorPage) {
        this.routes = routes;
        this.log = log;
        this.errorPage = errorPage;
    }

    public static Http of(Routes routes) {
        return new Http(routes, Log.toStandardOut(), Optional.empty());
    }

    /** The same, but people who accept HTML are told by a page. */
    public Http with(ErrorPage page) {
        return new Http(routes, log, Optional.of(page));
    }

    public Http with(Log other) {
        return new Http(routes, other, errorPage);
    }

    /** For the hot path: the event is read and the response written token by token. */
    public void answer(InputStream event, OutputStream response) throws IOException {
        EventStream.write(answer(EventStream.read(event, routes)), response);
    }

    /** For every other function. */
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event) {
        return EventObject.write(answer(EventObject.read(event, routes)));
    }

    /** Answers a request, whatever happens; never throws. */
    public Reply answer(Request request) {
        var began = System.nanoTime();
        var answered = guarded(request);
        var reply = dressed(request, "HEAD".equals(request.method()) ? answered.withoutBody() : answered);
        log.write(new LogEvent.Answered(
                request.id(), known(request.route()), reply.status(), (System.nanoTime() - began) / 1_000_000));
        return reply;
    }

    private String known(String route) {
        return routes.find(route).isPresent() ? route : "none";
    }

    /** Throwable, not Exception: a stack overflow in a pattern is an Error, and still somebody waits for an answer. */
    private Reply guarded(Request request) {
        try {
            var route = routes.find(request.route()).orElseThrow(() -> new Refused(Problems.NO_SUCH_ROUTE));
            request.body();
            return route.handler().apply(request);
        } catch (Refused refused) {
            if (refused.problem().status() == FORBIDDEN) {
                log.write(LogEvent.Denied.to(request.id(), request.claim("sub"), refused.problem().code()));
            }
            return told(request, refused.problem());
        } catch (Throwable thrown) {
            log.write(LogEvent.Failed.by(request.id(), thrown));
            return isOutage(thrown)
                    ? told(request, Problems.BUSY)
                    : told(request, Problems.OUR_FAULT);
        }
    }

    private Reply told(Request request, Problem problem) {
        if (errorPage.isPresent() && acceptsHtml(request)) {
            try {
                return errorPage.get().page(request, problem);
            } catch (Throwable thrown) {
                log.write(LogEvent.Failed.by(request.id(), thrown));
            }
        }
        return Problems.reply(request, problem);
    }

    private static boolean acceptsHtml(Request request) {
        return request.header("accept").orElse("").toLowerCase(Locale.ROOT).contains("text/html");
    }

    /** Everything that the service did or did not do by its own fault, and that may pass. */
    private static boolean isOutage(Throwable thrown) {
        return thrown instanceof Unavailable
                || thrown instanceof UncheckedIOException
                || thrown instanceof SdkException sdk && (sdk.retryable() || Outages.isOutage(sdk));
    }

    private static Reply dressed(Request request, Reply reply) {
        var headers = new TreeMap<>(reply.headers());
        ALWAYS.forEach(headers::putIfAbsent);
        headers.put("x-request-id", request.id());
        if (reply.status() == BUSY) {
            // Whoever says it, an outage or a case that others work on: it may pass soon.
            headers.putIfAbsent("retry-after", SOON);
        }
        return new Reply(reply.status(), headers, reply.body());
    }
}
