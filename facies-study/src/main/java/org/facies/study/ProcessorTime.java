package org.facies.study;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the processors of this machine do. */
interface ProcessorTime {

    /** Nanoseconds that all threads of this process have computed so far; negative where the system does not tell. */
    long ofThisProcessNanos();

    /** Processors that all programs together keep busy at present, from 0; NaN where the system does not tell. */
    double busyProcessors();

    /** Of this machine, as the Java runtime knows it. */
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
