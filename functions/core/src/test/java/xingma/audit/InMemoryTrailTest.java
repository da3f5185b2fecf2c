package xingma.audit;

class InMemoryTrailTest extends TrailContract {
    private final InMemoryTrail trail = new InMemoryTrail();

    @Override
    protected Trail trail() {
        return trail;
    }

    @Override
    protected void write(Entry entry) {
        trail.append(entry);
    }
}
