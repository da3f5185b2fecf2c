package xingma.local;

import static xingma.engines.Template.list;
import static xingma.engines.Template.map;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import xingma.engines.Stack;

/**
 * One host of the CDN as the templates describe it: which path goes to which origin, which headers reach it, which are
 * added to its answer. It keeps nothing, so that what is changed shows at once.
 */
final class Edge implements Host.Site {
    private static final Set<String> ALWAYS = Set.of("host", "if-none-match", "if-modified-since", "content-length");
    private static final Pattern BUCKET = Pattern.compile("https://[a-z0-9]+[.]s3[.][a-z0-9-]+[.]amazonaws[.]com");
    private static final int SMALLEST_TO_COMPRESS = 1_000;

    private final List<Behaviour> behaviours = new ArrayList<>();
    private final Map<Integer, Instead> errors = new TreeMap<>();
    private final Map<String, Host.Site> origins;
    private final Stack stack;
    private final String buckets;

    private record Behaviour(
            String pattern, String origin, Set<String> methods, Set<String> headers, Map<String, Header> answer) {
        boolean takes(String path) {
            return pattern.endsWith("*")
                    ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                    : path.equals(pattern);
        }
    }

    /** The page that is shown instead of an origin's error. */
    private record Instead(int status, String path) {}

    private record Header(String value, boolean wins) {}

    /**
     * @param origins what stands behind the origins that the distribution names
     * @param buckets where on this machine the buckets are that headers name by their address in the cloud
     */
    Edge(Stack stack, String distribution, Map<String, Host.Site> origins, URI buckets) {
        this.buckets = buckets.toString();
        this.stack = stack;
        this.origins = Map.copyOf(origins);
        var config = map(resource("AWS::CloudFront::Distribution", distribution).get("DistributionConfig"));
        list(config.get("CacheBehaviors")).forEach(b -> behaviours.add(behaviour(map(b))));
        behaviours.add(behaviour(map(config.get("DefaultCacheBehavior"))));
        if (config.containsKey("CustomErrorResponses")) {
            list(config.get("CustomErrorResponses")).forEach(e -> errors.put(
                    number(map(e).get("ErrorCode")),
                    new Instead(number(map(e).get("ResponseCode")), map(e).get("ResponsePagePath").toString())));
        }
    }

    @Override
    public Answer answer(Asked asked) throws Exception {
        for (var behaviour : behaviours) {
            if (behaviour.takes(asked.path())) {
                var answer = behaviour.methods().contains(asked.method())
                        ? origins.get(behaviour.origin()).answer(forwarded(asked, behaviour))
                        : Answer.message(403, "Forbidden");
                var instead = errors.get(answer.status());
                if (instead == null || asked.path().equals(instead.path())) {
                    return compressed(asked, dressed(answer, behaviour));
                }
                var whole = new TreeMap<>(asked.headers());
                whole.keySet().removeAll(Set.of("if-none-match", "if-modified-since"));
                var page = answer(new Asked("GET", instead.path(), "", whole, new byte[0], asked.from()));
                return new Answer(instead.status(), page.headers(), page.cookies(), page.body());
            }
        }
        throw new IllegalStateException("a default behaviour takes every path");
    }

    private static int number(Object value) {
        return Integer.parseInt(value.toString());
    }

    private static Asked forwarded(Asked asked, Behaviour behaviour) {
        var headers = new TreeMap<String, List<String>>();
        asked.headers().forEach((name, values) -> {
            if (ALWAYS.contains(name) || behaviour.headers().contains(name)) {
                headers.put(name, values);
            }
        });
        headers.put("user-agent", List.of("Amazon CloudFront"));
        return new Asked(asked.method(), asked.path(), asked.query(), headers, asked.body(), asked.from());
    }

    private static Answer dressed(Answer answer, Behaviour behaviour) {
        var added = new TreeMap<String, String>();
        behaviour.answer().forEach((name, header) -> {
            if (header.wins() || answer.header(name).isEmpty()) {
                added.put(name, header.value());
            }
        });
        return answer.withAll(added);
    }

    private static Answer compressed(Asked asked, Answer answer) throws IOException {
        var type = answer.header("content-type").orElse("");
        var fits = type.startsWith("text/") || type.contains("json") || type.contains("svg")
                || type.contains("javascript");
        if (!fits
                || answer.body().length < SMALLEST_TO_COMPRESS
                || answer.header("content-encoding").isPresent()
                || !asked.header("accept-encoding").orElse("").contains("gzip")) {
            return answer;
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(answer.body());
        }
        var smaller = new Answer(answer.status(), answer.headers(), answer.cookies(), bytes.toByteArray())
                .with("content-encoding", "gzip")
                .with("vary", answer.header("vary").map(v -> v + ", accept-encoding").orElse("accept-encoding"));
        return answer.header("etag")
                .filter(tag -> !tag.startsWith("W/"))
                .map(tag -> smaller.with("etag", "W/" + tag))
                .orElse(smaller);
    }

    private Behaviour behaviour(Map<String, Object> spec) {
        var headers = new HashSet<String>();
        var cache = map(resource("AWS::CloudFront::CachePolicy", spec.get("CachePolicyId")).get("CachePolicyConfig"));
        headers.addAll(names(map(cache.get("ParametersInCacheKeyAndForwardedToOrigin"))));
        if (spec.containsKey("OriginRequestPolicyId")) {
            var policy = resource("AWS::CloudFront::OriginRequestPolicy", spec.get("OriginRequestPolicyId"));
            headers.addAll(names(map(policy.get("OriginRequestPolicyConfig"))));
        }
        return new Behaviour(
                spec.getOrDefault("PathPattern", "*").toString(),
                spec.get("TargetOriginId").toString(),
                Set.copyOf(list(spec.get("AllowedMethods")).stream().map(Object::toString).toList()),
                headers,
                answerHeaders(spec.get("ResponseHeadersPolicyId")));
    }

    private static List<String> names(Map<String, Object> config) {
        return list(map(config.get("HeadersConfig")).get("Headers")).stream()
                .map(name -> name.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    private Map<String, Header> answerHeaders(Object id) {
        var headers = new TreeMap<String, Header>();
        if (id == null) {
            return headers;
        }
        var policy = map(resource("AWS::CloudFront::ResponseHeadersPolicy", id).get("ResponseHeadersPolicyConfig"));
        map(policy.get("SecurityHeadersConfig")).forEach((name, value) -> {
            var spec = map(value);
            var wins = Boolean.parseBoolean(String.valueOf(spec.get("Override")));
            switch (name) {
                case "ContentSecurityPolicy" ->
                    headers.put("content-security-policy", new Header(here(spec.get(name).toString()), wins));
                case "ContentTypeOptions" -> headers.put("x-content-type-options", new Header("nosniff", wins));
                case "FrameOptions" -> headers.put("x-frame-options",
                        new Header(spec.get("FrameOption").toString(), wins));
                case "ReferrerPolicy" -> headers.put("referrer-policy", new Header(spec.get(name).toString(), wins));
                // Without TLS here, a promise of TLS would be a lie.
                case "StrictTransportSecurity" -> {}
                default -> throw new IllegalStateException("the local run does not know the header " + name);
            }
        });
        for (var item : list(map(policy.get("CustomHeadersConfig")).get("Items"))) {
            var spec = map(item);
            headers.put(spec.get("Header").toString().toLowerCase(Locale.ROOT),
                    new Header(spec.get("Value").toString(), true));
        }
        return headers;
    }

    private String here(String text) {
        return BUCKET.matcher(text).replaceAll(Matcher.quoteReplacement(buckets));
    }

    private Map<String, Object> resource(String type, Object id) {
        return stack.resources(type).stream()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the templates have no " + type + " " + id))
                .properties();
    }
}
