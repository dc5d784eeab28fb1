package org.facies.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.facies.file.Sha256;
import org.junit.jupiter.api.Test;

class ProvenanceTest {

    @Test
    void the_version_is_the_one_of_the_build() {
        assertThat(SoftwareVersion.current()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void the_same_inputs_in_any_order_have_the_same_fingerprint() {
        String a = Sha256.of("a");
        String b = Sha256.of("b");
        Provenance one =
                Provenance.ofThisProcess(17, Map.of()).with("manifest", a).with("model", b);
        Provenance other =
                Provenance.ofThisProcess(17, Map.of()).with("model", b).with("manifest", a);
        assertThat(one).isEqualTo(other);
        assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    }

    @Test
    void any_difference_changes_the_fingerprint() {
        Provenance one = Provenance.ofThisProcess(17, Map.of("manifest", Sha256.of("a")));
        assertThat(one.fingerprint())
                .isNotEqualTo(one.with("manifest", Sha256.of("b")).fingerprint())
                .isNotEqualTo(Provenance.ofThisProcess(18, one.inputs()).fingerprint());
    }
}
