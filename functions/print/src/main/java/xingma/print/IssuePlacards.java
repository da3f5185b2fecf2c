package xingma.print;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import xingma.aws.http.Http;
import xingma.aws.http.Routes;

/** Issues, replaces and withdraws placards, and records where each one is (标牌签发与张贴). */
public final class IssuePlacards implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private final Http http;

    public IssuePlacards() {
        http = Http.of(Routes.none());
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        return http.answer(event);
    }
}
