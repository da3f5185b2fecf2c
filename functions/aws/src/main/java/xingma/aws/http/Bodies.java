package xingma.aws.http;

import java.util.Base64;

/** Which bodies travel to the gateway as text, and how the others do. */
final class Bodies {
    private Bodies() {}

    static boolean isText(Reply reply) {
        if (reply.headers().containsKey("content-encoding")) {
            return false;
        }
        var type = reply.headers().getOrDefault("content-type", "text/plain");
        return type.contains("charset=utf-8")
                || type.startsWith("text/")
                || type.endsWith("json")
                || type.endsWith("+xml");
    }

    static String encoded(Reply reply) {
        return Base64.getEncoder().encodeToString(reply.body());
    }
}
