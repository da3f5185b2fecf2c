package xingma.evaluation.exhibit;

class InMemoryExhibitFoldersTest extends ExhibitFoldersContract {
    @Override
    protected ExhibitFolders folders() {
        return new InMemoryExhibitFolders();
    }
}
