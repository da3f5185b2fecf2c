package xingma.local;

import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.api.client.HandlerInfo;
import com.amazonaws.services.lambda.runtime.api.client.LambdaRequestHandler;
import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The functions' own classes, loaded and called as the cloud's runtime does. */
final class Handlers {
    private final Map<String, Loaded> loaded = new TreeMap<>();

    private record Loaded(Functions.Function function, LambdaRequestHandler handler) {}

    Handlers(Functions functions) {
        for (var function : functions.all()) {
            loaded.put(function.id(), new Loaded(function, load(function)));
        }
    }

    private static LambdaRequestHandler load(Functions.Function function) {
        try {
            var info = HandlerInfo.fromString(function.handler(), Handlers.class.getClassLoader());
            return EventHandlerLoader.loadEventHandler(info);
        } catch (ClassNotFoundException | HandlerInfo.InvalidHandlerException e) {
            throw new IllegalStateException("template.yaml names a handler that is not there: " + function.handler(),
                    e);
        }
    }

    Duration timeout(String function) {
        return loaded.get(function).function().timeout();
    }

    /**
     * What the function answers to an event, within its timeout and the caller's patience.
     *
     * @throws ExecutionException when it throws
     */
    byte[] call(String function, byte[] event, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        var limit = timeout(function).compareTo(patience) < 0 ? timeout(function) : patience;
        var request = new InvocationRequest();
        request.setId(UUID.randomUUID().toString());
        request.setInvokedFunctionArn("arn:aws:lambda:local:000000000000:function:" + function);
        request.setDeadlineTimeInMs(System.currentTimeMillis() + limit.toMillis());
        request.setContent(event);
        var task = new FutureTask<>(() -> {
            try {
                return loaded.get(function).handler().call(request).toByteArray();
            } catch (Error e) {
                throw new ExecutionException(e);
            }
        });
        Thread.ofVirtual().name(function).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw e;
        }
    }
}
