package xingma.complaint.evidence;

class InMemoryEvidenceStoreTest extends EvidenceStoreContract {
    @Override
    protected EvidenceStore store() {
        return new InMemoryEvidenceStore();
    }

    @Override
    protected void send(EvidenceStore store, EvidencePlace place, byte[] bytes) {
        ((InMemoryEvidenceStore) store).send(place, bytes);
    }

    @Override
    protected byte[] kept(EvidenceStore store, EvidencePlace place) {
        return ((InMemoryEvidenceStore) store).files().getOrDefault(place.cleanKey(), new byte[0]);
    }
}
