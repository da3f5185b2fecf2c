package xingma.aws.http;

import java.util.Optional;

/** What a function needs of an HTTP API event, payload 2.0, however the event was read. */
public interface Request {
    /** Method and path pattern as in template.yaml: {@code GET /q/{code}}; {@code $default} for what no pattern takes. */
    String route();

    /** The method as asked for, in capitals; empty when the event names none. */
    String method();

    /** The path as asked for, decoded once. */
    String path();

    Optional<String> pathParameter(String name);

    Optional<String> query(String name);

    /** A header by its lower-case name. */
    Optional<String> header(String name);

    /** The body's bytes; empty when there is none. */
    byte[] body();

    /** A claim of the token that the gateway verified. */
    Optional<String> claim(String name);

    /** The gateway's id of this request, told to the caller with every failure. */
    String id();
}
