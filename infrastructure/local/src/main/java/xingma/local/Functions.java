package xingma.local;

import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xingma.engines.Stack;

/** The functions that template.yaml names: their classes, variables, routes, rules and schedules. */
public final class Functions {
    private final List<Function> functions = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Schedules.Schedule> schedules = new ArrayList<>();

    /** @param variables what the function finds in its environment */
    public record Function(String id, String handler, Duration timeout, Map<String, String> variables) {}

    /** Which events of EventBridge a function asks for. */
    public record Rule(String function, Map<String, Object> pattern) {}

    public Functions(Stack stack) {
        var globals = stack.globals("Function");
        var secure = securedByDefault(stack);
        for (var resource : stack.resources("AWS::Serverless::Function")) {
            var properties = resource.properties();
            var variables = new TreeMap<String, String>();
            variables.putAll(variables(globals));
            variables.putAll(variables(properties));
            var timeout = properties.getOrDefault("Timeout", globals.getOrDefault("Timeout", 3));
            functions.add(new Function(
                    resource.id(),
                    properties.getOrDefault("Handler", globals.get("Handler")).toString(),
                    Duration.ofSeconds(Long.parseLong(timeout.toString())),
                    variables));
            map(properties.get("Events")).values().forEach(event -> add(resource.id(), map(event), secure));
        }
    }

    private void add(String function, Map<String, Object> event, boolean secure) {
        var spec = map(event.get("Properties"));
        switch (String.valueOf(event.get("Type"))) {
            case "HttpApi" -> route(function, spec, secure);
            case "EventBridgeRule" -> rules.add(new Rule(function, map(spec.get("Pattern"))));
            case "Schedule" -> schedules.add(Schedules.Schedule.of(function, spec));
            default -> {}
        }
    }

    private void route(String function, Map<String, Object> spec, boolean secure) {
        var authorizer = map(spec.get("Auth")).get("Authorizer");
        var secured = authorizer == null ? secure : !authorizer.equals("NONE");
        var method = spec.getOrDefault("Method", "ANY").toString();
        var path = spec.getOrDefault("Path", Route.DEFAULT).toString();
        routes.add(new Route(method.equals("*") ? "ANY" : method, path, secured, function));
    }

    private static boolean securedByDefault(Stack stack) {
        var apis = new ArrayList<>(stack.resources("AWS::Serverless::HttpApi").stream().map(Stack.Resource::properties)
                .toList());
        apis.add(stack.globals("HttpApi"));
        return apis.stream().anyMatch(api -> {
            var authorizer = map(api.get("Auth")).get("DefaultAuthorizer");
            return authorizer != null && !authorizer.equals("NONE");
        });
    }

    private static Map<String, String> variables(Map<String, Object> function) {
        var variables = new TreeMap<String, String>();
        map(map(function.get("Environment")).get("Variables"))
                .forEach((name, value) -> variables.put(name, value == null ? "" : value.toString()));
        return variables;
    }

    public List<Function> all() {
        return List.copyOf(functions);
    }

    public List<Rule> rules() {
        return List.copyOf(rules);
    }

    List<Schedules.Schedule> schedules() {
        return List.copyOf(schedules);
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }

    /**
     * All functions share one process here, so their variables share one environment.
     *
     * @throws IllegalStateException when two functions give one name two values
     */
    public Map<String, String> environment() {
        var union = new TreeMap<String, String>();
        for (var function : functions) {
            function.variables().forEach((name, value) -> {
                var other = union.put(name, value);
                if (other != null && !other.equals(value)) {
                    throw new IllegalStateException(
                            name + " differs between functions; the local run has one environment: " + function.id());
                }
            });
        }
        return union;
    }

    /** What the HTTP API's JWT authorizer is told, wherever the template keeps it: issuer and audiences. */
    public static Map<String, Object> jwt(Stack stack) {
        var apis = new ArrayList<>(stack.resources("AWS::Serverless::HttpApi").stream().map(Stack.Resource::properties)
                .toList());
        apis.add(stack.globals("HttpApi"));
        for (var api : apis) {
            for (var authorizer : map(map(api.get("Auth")).get("Authorizers")).values()) {
                var configuration = map(map(authorizer).get("JwtConfiguration"));
                if (!configuration.isEmpty()) {
                    return configuration;
                }
            }
        }
        throw new IllegalStateException("template.yaml has no JWT authorizer");
    }

    /** The audiences among an authorizer's settings. */
    public static List<String> audiences(Map<String, Object> jwt) {
        return list(jwt.getOrDefault("audience", jwt.get("Audience"))).stream().map(Object::toString).toList();
    }
}
