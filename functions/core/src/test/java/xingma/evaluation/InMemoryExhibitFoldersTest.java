package xingma.evaluation;

class InMemoryExhibitFoldersTest extends ExhibitFoldersContract {
    @Override
    protected ExhibitFolders folders() {
        return new InMemoryExhibitFolders();
    }
}
