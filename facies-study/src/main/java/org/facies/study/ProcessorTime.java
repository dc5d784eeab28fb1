package org.facies.study;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** The load of the processors of this machine. */
interface ProcessorTime {

    /**
     * Processor time of all threads of this process so far, in nanoseconds; negative if the system does not report it.
     */
    long ofThisProcessNanos();

    /** Number of processors that all programs together use at present, from 0; NaN if the system does not report it. */
    double busyProcessors();

    /** The values of the Java runtime. */
    static ProcessorTime ofThisMachine() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new ProcessorTime() {
            @Override
            public long ofThisProcessNanos() {
                return system.getProcessCpuTime();
            }

            @Override
            public double busyProcessors() {
                double load = system.getCpuLoad();
                return load < 0 ? Double.NaN : load * system.getAvailableProcessors();
            }
        };
    }
}
