package xingma.engines;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Both engines under one key, started together and closed together. */
public final class Engines implements AutoCloseable {
    private final LocalDynamo dynamo;
    private final LocalS3 s3;

    private Engines(LocalDynamo dynamo, LocalS3 s3) {
        this.dynamo = dynamo;
        this.s3 = s3;
    }

    public static Engines inMemory() {
        var access = Access.fresh();
        var dynamo = LocalDynamo.inMemory(access);
        return together(dynamo, () -> LocalS3.inMemory(access));
    }

    /** Keeps tables and objects in the folder; ports are free ones. */
    public static Engines inFolder(Path folder) {
        return inFolder(folder, Reception.CLOSED);
    }

    /** The same, with buckets that browsers meet. */
    public static Engines inFolder(Path folder, Reception reception) {
        var access = Access.fresh();
        var dynamo = LocalDynamo.inFolder(access, folder.resolve("dynamodb"), 0);
        return together(dynamo, () -> LocalS3.inFolder(access, folder.resolve("s3"), 0, reception));
    }

    private static Engines together(LocalDynamo dynamo, Supplier<LocalS3> s3) {
        try {
            return new Engines(dynamo, s3.get());
        } catch (RuntimeException e) {
            dynamo.close();
            throw e;
        }
    }

    public LocalDynamo dynamo() {
        return dynamo;
    }

    public LocalS3 s3() {
        return s3;
    }

    /** Endpoints and key as the AWS SDK reads them: a handler's default client then finds these engines. */
    public Map<String, String> systemProperties() {
        var properties = new TreeMap<>(dynamo.access().systemProperties());
        properties.put("aws.endpointUrlDynamoDb", dynamo.endpoint().toString());
        properties.put("aws.endpointUrlS3", s3.endpoint().toString());
        return properties;
    }

    @Override
    public void close() {
        s3.close();
        dynamo.close();
    }
}
