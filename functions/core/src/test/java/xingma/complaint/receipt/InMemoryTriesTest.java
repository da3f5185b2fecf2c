package xingma.complaint.receipt;

final class InMemoryTriesTest extends TriesContract {
    private final Tries tries = new InMemoryTries();

    @Override
    protected Tries tries() {
        return tries;
    }
}
