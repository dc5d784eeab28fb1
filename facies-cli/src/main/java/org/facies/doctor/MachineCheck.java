package org.facies.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;

/** Checks Java, memory and cores. */
record MachineCheck(int threads) implements Check {

    private static final double LITTLE_MEMORY_GB = 4;

    @Override
    public List<Finding> findings() {
        return List.of(java(), memory(), cores());
    }

    private static Finding java() {
        return Finding.ok(
                "Java",
                Runtime.version() + " of " + System.getProperty("java.vendor") + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch"));
    }

    private static Finding memory() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double allGb = system.getTotalMemorySize() / 1e9;
        String text = String.format(
                Locale.ROOT,
                "%.1f GB, of which %.1f GB are free; Java uses up to %.1f GB",
                allGb,
                system.getFreeMemorySize() / 1e9,
                Runtime.getRuntime().maxMemory() / 1e9);
        return allGb < LITTLE_MEMORY_GB
                ? Finding.note(
                        "Memory",
                        text,
                        "Training needs 4 GB or more. Lower batch_size in the study file if training"
                                + " runs out of memory.")
                : Finding.ok("Memory", text);
    }

    private Finding cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        String text =
                cores + (cores == 1 ? " core" : " cores") + ", " + threads + (threads == 1 ? " thread" : " threads");
        return threads > cores
                ? Finding.note(
                        "Processor",
                        text,
                        "Give --threads at most the number of cores; more threads only wait for" + " each other.")
                : Finding.ok("Processor", text);
    }
}
