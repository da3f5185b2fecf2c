package xingma.bench;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import xingma.institution.PlacardCode;
import xingma.print.IssuePlacards;
import xingma.register.ImportRegister;

/** The officers of the sample city, who import the large register and issue its placards through the real functions. */
final class SampleBureau {
    private static final Map<String, String> NO_PARAMETERS = Map.of();
    private static final byte[] NOTHING = new byte[0];
    /** A batch does some work each time; a loop that needs more calls than this does not end. */
    private static final int MOST_CALLS = 200;

    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> importing = new ImportRegister();
    private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> issuing = new IssuePlacards();
    private final List<PlacardCode> issued = new ArrayList<>();

    /** Tries, proposes and checks a file and issues a placard for each institution, timed as its officer sees it. */
    void importFile(String name, PrintStream out) {
        var file = sample(name);
        var tried = Timed.of(() -> registrar(importing, "POST /api/imports", NO_PARAMETERS, file));
        var rows = tried.answer().path("rows").asInt();
        var id = Map.of("id", tried.answer().path("id").asText());
        var proposed = Timed.of(() -> untilDone(() -> registrar(importing, "POST /api/imports/{id}/propose", id, NOTHING)));
        var checked = Timed.of(() -> untilDone(() -> checker("POST /api/imports/{id}/check", id)));
        var placards = Timed.of(this::issueEverywhere);

        out.println("| step | items | ms | items/s | CPU ms |");
        out.println("|---|---|---|---|---|");
        row(out, "try the file: read, check, compare; rows", rows, tried);
        row(out, "propose; institutions", done(proposed.answer()), proposed);
        row(out, "check and publish; institutions", done(checked.answer()), checked);
        row(out, "issue placards", placards.answer(), placards);
        out.println();
    }

    List<PlacardCode> placards() {
        return List.copyOf(issued);
    }

    private int issueEverywhere() {
        for (var district : List.of("990102", "990103", "990104", "990121")) {
            var body = "{\"district\":\"%s\"}".formatted(district).getBytes(StandardCharsets.UTF_8);
            untilDone(() -> {
                var answer = registrar(issuing, "POST /api/placards", NO_PARAMETERS, body);
                answer.path("items").forEach(item -> issued.add(new PlacardCode(item.path("code").asText())));
                return answer;
            });
        }
        return issued.size();
    }

    private JsonNode checker(String route, Map<String, String> parameters) {
        return Call.read(importing.handleRequest(Call.by("fang", "checker", route, parameters, NOTHING), null));
    }

    private static JsonNode registrar(
            RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> function,
            String route,
            Map<String, String> parameters,
            byte[] body) {
        return Call.read(function.handleRequest(Call.by("gao", "registrar", route, parameters, body), null));
    }

    private static JsonNode untilDone(Supplier<JsonNode> batch) {
        for (var call = 0; call < MOST_CALLS; call++) {
            var answer = batch.get();
            var progress = answer.path("progress");
            if (progress.path("done").asInt() >= progress.path("total").asInt()) {
                return answer;
            }
        }
        throw new IllegalStateException("not done after " + MOST_CALLS + " calls");
    }

    private static int done(JsonNode answer) {
        return answer.path("progress").path("done").asInt();
    }

    private static void row(PrintStream out, String step, int items, Timed<?> timed) {
        var millis = timed.millis();
        out.printf(
                Locale.ROOT, "| %s | %d | %.0f | %.0f | %.0f |%n", step, items, millis, items * 1000 / millis, timed.processor());
    }

    private static byte[] sample(String name) {
        try (var in = SampleBureau.class.getResourceAsStream("/xingma/sample/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An answer, the milliseconds until it came, and those that the processor took for it. */
    private record Timed<T>(T answer, double millis, double processor) {
        static <T> Timed<T> of(Supplier<T> work) {
            var processor = Processor.millis();
            var before = System.nanoTime();
            var answer = work.get();
            return new Timed<>(answer, (System.nanoTime() - before) / 1e6, Processor.millis() - processor);
        }
    }
}
