package xingma.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/**
 * A process in which the functions run as they ship, with their own wiring, loaded as the cloud's runtime does; it may
 * be killed at any moment. A line in is {@code id function event}, a line out {@code id answer}, both in Base64.
 */
public final class Clerk {
    /** What the gateway says of a function that threw: no function ever should. */
    private static final byte[] THROWN = "{\"statusCode\":500}".getBytes(UTF_8);

    private final Map<String, LambdaRequestHandler> handlers = new TreeMap<>();
    private final PrintStream answers;

    private Clerk(PrintStream answers) {
        this.answers = answers;
    }

    public static void main(String[] functions) throws IOException {
        var answers = System.out;
        System.setOut(System.err);
        var clerk = new Clerk(answers);
        for (var function : functions) {
            clerk.handlers.put(function, load(function));
        }
        answers.println("ready");
        answers.flush();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var parts = line.split(" ");
                threads.submit(() -> clerk.answer(parts[0], parts[1], Base64.getDecoder().decode(parts[2])));
            }
        }
    }

    private static LambdaRequestHandler load(String function) {
        try {
            return EventHandlerLoader.loadEventHandler(
                    HandlerInfo.fromString("xingma.complain." + function, Clerk.class.getClassLoader()));
        } catch (ClassNotFoundException | HandlerInfo.InvalidHandlerException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(String id, String function, byte[] event) {
        var request = new InvocationRequest();
        request.setId(id);
        request.setInvokedFunctionArn("arn:aws:lambda:local:000000000000:function:" + function);
        request.setDeadlineTimeInMs(System.currentTimeMillis() + 28_000);
        request.setContent(event);
        byte[] answer;
        try {
            answer = handlers.get(function).call(request).toByteArray();
        } catch (Exception | Error thrown) {
            thrown.printStackTrace();
            answer = THROWN;
        }
        synchronized (answers) {
            answers.println(id + ' ' + Base64.getEncoder().encodeToString(answer));
            answers.flush();
        }
    }
}
