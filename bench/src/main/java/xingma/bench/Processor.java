package xingma.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The processor time of this process so far, the functions and the engine behind them together. */
final class Processor {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Processor() {}

    static double millis() {
        return PROCESS.getProcessCpuTime() / 1e6;
    }
}
