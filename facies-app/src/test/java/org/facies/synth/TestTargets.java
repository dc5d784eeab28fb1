package org.facies.synth;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.facies.synth.profile.TargetNames;

/** Names of the shape targets of a head, for tests that draw nothing. */
public final class TestTargets {

    private TestTargets() {}

    /** As the studio has them; {@code SyntheticCohortTest} checks that it does. */
    public static TargetNames names() {
        try (InputStream in = TestTargets.class.getResourceAsStream("targets.txt")) {
            return new TargetNames(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
