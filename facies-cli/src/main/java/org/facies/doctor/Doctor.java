package org.facies.doctor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.facies.model.ModelZoo;

/** Checks everything that a study needs from a machine. */
public final class Doctor {

    private final List<Check> checks;

    /**
     * Checks for this machine.
     *
     * @param environment the process's environment variables
     * @param clock measures the speed, for about two seconds
     */
    public Doctor(ModelZoo zoo, int threads, Map<String, String> environment, Clock clock) {
        CommandProbe npm = CommandProbe.npm();
        checks = List.of(
                new MachineCheck(threads),
                new LauncherCheck(environment),
                new LibtorchCheck(),
                new CardCheck(CommandProbe.of(
                        "nvidia-smi", "--query-gpu=name,memory.total,driver_version", "--format=csv,noheader")),
                new InferenceCheck(),
                new ModelCheck(zoo, npm),
                new FolderCheck(ModelZoo.defaultHome()),
                new SpeedCheck(threads, clock));
    }

    /** All findings, in the order in which they are printed. */
    public Stream<Finding> findings() {
        return checks.stream().flatMap(check -> check.findings().stream());
    }
}
