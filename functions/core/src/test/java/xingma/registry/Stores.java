package xingma.registry;

import xingma.placard.Placards;
import xingma.placard.Scans;

/** The three ports over one and the same store, empty at first. */
public record Stores(Register register, Placards placards, Scans scans) {
    public static Stores inMemory() {
        var bureau = new InMemoryBureau();
        return new Stores(bureau, bureau, bureau);
    }
}
