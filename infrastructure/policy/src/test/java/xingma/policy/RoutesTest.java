package xingma.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesTest {
    static Stream<House.Function> functions() {
        return House.functions().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_answers_the_routes_it_is_declared_with_and_no_other(House.Function function) {
        var declared = function.routes().stream().map(House.Route::key).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, Uses.of(function.handler()).routes());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_is_a_final_class_of_its_own_name_that_lambda_can_make(House.Function function) throws Exception {
        var type = Class.forName(function.handler(), false, RoutesTest.class.getClassLoader());
        assertEquals(function.id(), type.getSimpleName());
        assertTrue(Modifier.isFinal(type.getModifiers()));
        assertTrue(Modifier.isPublic(type.getConstructor().getModifiers()));
        assertTrue(RequestHandler.class.isAssignableFrom(type) || RequestStreamHandler.class.isAssignableFrom(type));
    }

    @Test
    void every_handler_in_the_deployables_is_declared() {
        var declared = House.functions().stream().map(House.Function::handler).collect(Collectors.toCollection(TreeSet::new));
        var handlers = Classes.OURS.stream()
                .filter(c -> c.getPackageName().matches("xingma[.](scan|register|print|complain|rate)"))
                .filter(c -> c.isAssignableTo(RequestHandler.class) || c.isAssignableTo(RequestStreamHandler.class))
                .map(c -> c.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(declared, handlers);
    }

    /** HEAD is GET without its body, and what no path describes is no operation: the description says both in words. */
    @Test
    void the_description_and_the_template_know_the_same_routes_by_the_same_names() {
        var template = new TreeMap<String, String>();
        House.functions().stream()
                .flatMap(f -> f.routes().stream())
                .filter(r -> !r.isHead() && !r.isDefault())
                .forEach(r -> template.put(r.key(), r.operation()));
        var description = new TreeMap<String, String>();
        Description.operations().forEach(o -> description.put(o.route(), o.id()));
        assertEquals(template, description);
    }

    @Test
    void what_anybody_may_get_anybody_may_ask_the_head_of_at_the_same_function() {
        for (var function : House.functions()) {
            var open = function.routes().stream().filter(r -> r.authorizer().isPresent() && !r.isDefault()).toList();
            assertEquals(
                    open.stream().filter(r -> r.method().equals("GET")).map(House.Route::path).collect(Collectors.toSet()),
                    open.stream().filter(House.Route::isHead).map(House.Route::path).collect(Collectors.toSet()),
                    function.id());
        }
    }

    @Test
    void one_function_without_a_token_answers_whatever_no_route_takes() {
        var last = House.functions().stream().flatMap(f -> f.routes().stream()).filter(House.Route::isDefault).toList();
        assertEquals(List.of(Optional.of("NONE")), last.stream().map(House.Route::authorizer).toList());
    }

    @Test
    void a_name_is_given_once() {
        var names = new HashSet<String>();
        Description.operations().forEach(o -> assertTrue(names.add(o.id()), o.id()));
    }

    @Test
    void officers_routes_need_a_token_and_public_ones_none_in_template_and_description_alike() {
        assertEquals("Officer", map(House.properties(House.TEMPLATE, "Api").get("Auth")).get("DefaultAuthorizer"));
        House.functions().stream().flatMap(f -> f.routes().stream()).forEach(r -> assertEquals(
                r.path().startsWith("/api/") ? Optional.empty() : Optional.of("NONE"), r.authorizer(), r.key()));
        Description.operations()
                .forEach(o -> assertEquals(o.path().startsWith("/api/"), o.needsToken(), o.route()));
    }

    @Test
    void a_rate_that_is_set_belongs_to_a_route() {
        var api = House.properties(House.TEMPLATE, "Api");
        var routes = House.functions().stream().flatMap(f -> f.routes().stream()).map(House.Route::key).toList();
        map(api.get("RouteSettings")).forEach((route, settings) -> {
            assertTrue(routes.contains(route), route);
            assertLimited(settings);
        });
        assertLimited(api.get("DefaultRouteSettings"));
    }

    private static void assertLimited(Object settings) {
        var limits = map(settings);
        assertTrue((int) limits.get("ThrottlingRateLimit") > 0);
        assertTrue((int) limits.get("ThrottlingBurstLimit") > 0);
    }

    @Test
    void the_cdn_sends_every_public_route_to_the_api() {
        var edge = House.nested("edge");
        var patterns = behaviours(edge, "PublicHost");
        House.functions().stream()
                .flatMap(f -> f.routes().stream())
                .filter(r -> !r.path().startsWith("/api/") && !r.isDefault())
                .forEach(r -> assertTrue(
                        patterns.stream().anyMatch(p -> r.path().matches(p.replace(".", "[.]").replace("*", ".*"))), r.key()));
        assertEquals(List.of("/api/*"), behaviours(edge, "ConsoleHost"));
    }

    private static List<String> behaviours(xingma.engines.Template edge, String host) {
        var distribution = map(House.properties(edge, host).get("DistributionConfig"));
        return list(distribution.get("CacheBehaviors")).stream()
                .map(b -> map(b))
                .filter(b -> b.get("TargetOriginId").equals("api"))
                .map(b -> b.get("PathPattern").toString())
                .toList();
    }

    @Test
    void a_headers_name_that_an_officers_route_reads_passes_the_cdn() {
        var policy = map(House.properties(House.nested("edge"), "OfficersRequest").get("OriginRequestPolicyConfig"));
        var passed = list(map(policy.get("HeadersConfig")).get("Headers")).stream()
                .map(h -> h.toString().toLowerCase(java.util.Locale.ROOT))
                .toList();
        Description.operations().stream()
                .filter(o -> o.path().startsWith("/api/"))
                .flatMap(o -> o.parameters().stream())
                .filter(p -> "header".equals(p.get("in")))
                .forEach(p -> assertTrue(passed.contains(p.get("name").toString()), () -> p.get("name").toString()));
    }
}
