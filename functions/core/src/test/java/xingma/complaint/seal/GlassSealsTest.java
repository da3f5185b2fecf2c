package xingma.complaint.seal;

final class GlassSealsTest extends SealsContract {
    @Override
    protected Seals seals() {
        return new GlassSeals();
    }
}
