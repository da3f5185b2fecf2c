package xingma.aws.s3;

class InMemoryBucketTest extends BucketContract {
    @Override
    Bucket bucket() {
        return new InMemoryBucket();
    }
}
