package xingma.complaint;

final class GlassSealsTest extends SealsContract {
    @Override
    protected Seals seals() {
        return new GlassSeals();
    }
}
