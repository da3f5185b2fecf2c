package xingma.bench;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The same read the way most tutorials write it: event and answer as POJOs, databind, the SDK's default client. It
 * answers the item as JSON and renders nothing, so that the comparison favours it.
 */
public final class Ordinary implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final DynamoDbClient dynamo = DynamoDbClient.builder().build();
    private final ObjectMapper json = new ObjectMapper();
    private final String table = System.getenv("REGISTER_TABLE");

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        var code = event.getPathParameters().get("code");
        var item = dynamo.getItem(r -> r.tableName(table)
                        .key(Map.of("pk", AttributeValue.fromS("PLACARD#" + code), "sk", AttributeValue.fromS("PLACARD"))))
                .item();
        var plain = new TreeMap<String, String>();
        item.forEach((name, value) -> plain.put(name, value.s() == null ? value.n() : value.s()));
        try {
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(item.isEmpty() ? 404 : 200)
                    .withHeaders(Map.of("content-type", "application/json"))
                    .withBody(json.writeValueAsString(plain))
                    .build();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
