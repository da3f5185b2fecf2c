package xingma.complaint.sweep;

class InMemoryOnTimeRatesTest extends OnTimeRatesContract {
    private final OnTimeRates rates = new InMemoryOnTimeRates();

    @Override
    protected OnTimeRates rates() {
        return rates;
    }
}
