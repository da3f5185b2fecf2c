package xingma.rating;

import java.util.List;
import xingma.audit.InMemoryTrail;

class InMemoryStandardsTest extends StandardShelfContract {
    @Override
    protected Stores stores(List<Standard> shipped) {
        var trail = new InMemoryTrail();
        return new Stores(new InMemoryStandards(trail, shipped), trail);
    }
}
