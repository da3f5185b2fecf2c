package xingma.engines;

import java.io.InputStream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Tells of every object that is put. */
final class ReportingStore extends ForwardingBlobStore {
    private final Reception.Arrivals arrivals;

    ReportingStore(BlobStore store, Reception.Arrivals arrivals) {
        super(store);
        this.arrivals = arrivals;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream bytes) {
        var response = super.putBlob(request, bytes);
        var length = request.contentLength();
        arrivals.arrived(request.bucket(), request.key(), length == null ? 0 : length);
        return response;
    }
}
