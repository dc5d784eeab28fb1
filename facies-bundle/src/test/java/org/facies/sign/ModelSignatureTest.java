package org.facies.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSignatureTest {
    private static final Map<String, String> FILES = Map.of("b", "22".repeat(32), "a", "11".repeat(32));

    @TempDir
    private Path folder;

    @Test
    void a_signature_is_good_for_the_key_that_made_it_and_for_no_other() {
        ModelSignature signature = ModelSignature.read("model.sig", signed());

        assertThat(signature.isBy(PemKeys.verifying(Keys.known(folder, 0)))).isTrue();
        assertThat(signature.isBy(PemKeys.verifying(Keys.known(folder, 1)))).isFalse();
        assertThat(signature.files()).isEqualTo(FILES);
        assertThat(signature.hint())
                .isEqualTo(PemKeys.verifying(Keys.known(folder, 0)).hint());
    }

    @Test
    void no_byte_can_be_changed() {
        byte[] signed = signed();
        VerifyingKey key = PemKeys.verifying(Keys.known(folder, 0));
        for (int i = 0; i < signed.length; i++) {
            byte[] changed = signed.clone();
            changed[i] ^= 1;
            assertThat(isGood(changed, key))
                    .as("byte %d of %s", i, new String(signed, StandardCharsets.UTF_8))
                    .isFalse();
        }
    }

    private static boolean isGood(byte[] content, VerifyingKey key) {
        try {
            ModelSignature signature = ModelSignature.read("model.sig", content);
            return signature.isBy(key)
                    && signature.hint().equals(key.hint())
                    && signature.files().equals(FILES);
        } catch (BadInput refused) {
            return false;
        }
    }

    @Test
    void what_is_no_signature_is_refused() {
        for (String text : new String[] {"", "{", "[]", "{}", "{\"mediaType\": 3}"}) {
            assertThatThrownBy(() -> ModelSignature.read("model.sig", text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith("model.sig: is ")
                    .hasMessageEndingWith("Get a new copy of the bundle from its author.");
        }
    }

    private byte[] signed() {
        return ModelSignature.sign("tiny", FILES, PemKeys.signing(Keys.secret(folder, 0)));
    }
}
