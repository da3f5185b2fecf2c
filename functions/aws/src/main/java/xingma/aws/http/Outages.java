package xingma.aws.http;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells a service that could not be reached, or would not serve, from one that refused what we asked. */
final class Outages {
    private Outages() {}

    static boolean isOutage(SdkException thrown) {
        if (thrown instanceof AwsServiceException service) {
            return service.statusCode() >= 500 || service.isThrottlingException() || service.isClockSkewException();
        }
        return thrown instanceof ApiCallTimeoutException
                || thrown instanceof ApiCallAttemptTimeoutException
                || thrown instanceof AbortedException
                || thrown.getCause() instanceof java.io.IOException;
    }
}
