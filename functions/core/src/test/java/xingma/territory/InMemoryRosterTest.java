package xingma.territory;

class InMemoryRosterTest extends RosterContract {
    @Override
    protected Roster roster() {
        return new InMemoryRoster();
    }
}
