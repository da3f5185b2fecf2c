package xingma.aws.kms;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.kms.KmsClient;
import xingma.aws.kms.FakeKms.Mood;

/** A service of keys with its client for as long as a class of tests runs, well again before each of them. */
final class RunningKms implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private FakeKms kms;
    private KmsClient client;

    FakeKms kms() {
        return kms;
    }

    KmsKeys keys() {
        return new KmsKeys(client, FakeKms.KEY);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        kms = new FakeKms();
        client = kms.client();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        kms.is(Mood.WELL);
        kms.asked().clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client.close();
        kms.close();
    }
}
