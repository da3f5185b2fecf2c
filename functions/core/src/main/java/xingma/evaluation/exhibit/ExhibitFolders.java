package xingma.evaluation.exhibit;

/** Which files were sent for evaluations, by whom, and what became of them (佐证材料登记). */
public interface ExhibitFolders {
    /** The folder as it stands; an empty one where nothing was sent. */
    ExhibitFolder find(ExhibitFolder.Id id);

    /** Keeps a folder, provided it stands at the revision before. Keeping the same again is true again. */
    boolean keep(ExhibitFolder folder);
}
