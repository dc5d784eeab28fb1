package org.facies.doctor;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks whether the process has the settings of the launcher. */
record LauncherCheck(Map<String, String> environment) implements Check {

    LauncherCheck {
        environment = Map.copyOf(environment);
    }

    @Override
    public List<Finding> findings() {
        List<String> missing = Stream.of("OPENBLAS_NUM_THREADS", "GOMP_SPINCOUNT")
                .filter(name -> !environment.containsKey(name))
                .toList();
        return List.of(
                missing.isEmpty()
                        ? Finding.ok(
                                "Launcher",
                                "OPENBLAS_NUM_THREADS=" + environment.get("OPENBLAS_NUM_THREADS") + ", GOMP_SPINCOUNT="
                                        + environment.get("GOMP_SPINCOUNT"))
                        : Finding.note(
                                "Launcher",
                                "started without " + String.join(" and ", missing) + ", so training is slower",
                                "Start with ./facies instead of java -jar."));
    }
}
