package xingma.aws.http;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Which of a function's methods answers which route. Routes are written as in template.yaml: {@code GET /q/{code}}. */
public final class Routes {
    /** Enough for every form; files say their own limit. */
    public static final int USUAL_BODY = 64 * 1024;

    private final Map<String, Route> routes;

    private Routes(Map<String, Route> routes) {
        this.routes = Collections.unmodifiableMap(routes);
    }

    public static Routes none() {
        return new Routes(Map.of());
    }

    public Routes on(String route, Function<Request, Reply> handler) {
        return on(route, USUAL_BODY, handler);
    }

    /**
     * Adds a route that takes bodies of another size.
     *
     * @param largestBody in bytes; anything larger is refused before it is looked at
     */
    public Routes on(String route, int largestBody, Function<Request, Reply> handler) {
        var more = new TreeMap<>(routes);
        if (more.put(route, new Route(largestBody, handler)) != null) {
            throw new IllegalArgumentException("two handlers for " + route);
        }
        return new Routes(more);
    }

    /** Every route, for whoever compares them with template.yaml. */
    public Set<String> keys() {
        return routes.keySet();
    }

    Optional<Route> find(String route) {
        return Optional.ofNullable(routes.get(route));
    }

    int largestBody(String route) {
        return find(route).map(Route::largestBody).orElse(0);
    }

    record Route(int largestBody, Function<Request, Reply> handler) {}
}
