package org.facies.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import org.facies.input.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedKeysTest {

    @TempDir
    private Path folder;

    @Test
    void nobody_is_trusted_at_first() {
        assertThat(new TrustedKeys(folder.resolve("home")).all()).isEmpty();
    }

    @Test
    void the_signer_is_found_among_the_trusted() {
        TrustedKeys trusted = new TrustedKeys(folder.resolve("home"));
        trusted.add(Keys.known(folder, 1));
        ModelSignature signature = ModelSignature.read(
                "model.sig",
                ModelSignature.sign("tiny", Map.of("a", "11".repeat(32)), PemKeys.signing(Keys.secret(folder, 0))));
        assertThat(trusted.signerOf(signature)).isEmpty();

        trusted.add(Keys.known(folder, 0));

        assertThat(trusted.signerOf(signature).orElseThrow().name()).isEqualTo("public-0");
        assertThat(trusted.all()).extracting(TrustedKeys.Trusted::name).containsExactly("public-0", "public-1");
    }

    @Test
    void a_key_is_kept_once_and_two_keys_of_one_name_apart() {
        TrustedKeys trusted = new TrustedKeys(folder.resolve("home"));
        Path key = Keys.write(
                folder.resolve("group.pem"),
                PemKeys.verifying(Keys.known(folder, 0)).pem());
        trusted.add(key);
        trusted.add(key);
        Keys.write(key, PemKeys.verifying(Keys.known(folder, 1)).pem());
        trusted.add(key);

        assertThat(trusted.all()).extracting(TrustedKeys.Trusted::name).containsExactly("group-2", "group");
    }

    @Test
    void what_is_no_public_key_is_refused_in_a_sentence() throws GeneralSecurityException {
        assertRefused(Keys.secret(folder, 0), "contains a block \"PRIVATE KEY\" instead of \"PUBLIC KEY\"");
        assertRefused(Keys.write(folder.resolve("text.pem"), "hello"), "is not a PEM file");
        assertRefused(pem("PUBLIC KEY", new byte[] {1, 2, 3}), "is not a public key of the curve P-256");
        assertRefused(pem("PUBLIC KEY", pair("secp384r1").getPublic().getEncoded()), "is not a key of the curve P-256");
    }

    private void assertRefused(Path pem, String what) {
        assertThatThrownBy(() -> new TrustedKeys(folder.resolve("home")).add(pem))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(pem + ": " + what + ". Write the public half of a key with");
    }

    @Test
    void a_private_key_without_its_public_half_cannot_sign() throws GeneralSecurityException {
        Path bare = pem("PRIVATE KEY", pair("secp256r1").getPrivate().getEncoded());

        assertThatThrownBy(() -> PemKeys.signing(bare))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "contains a private key without its public half. Make a key with \"openssl" + " genpkey");
    }

    @Test
    void a_private_key_with_the_public_half_of_another_cannot_sign() {
        byte[] mixed = Keys.pkcs8(0);
        System.arraycopy(Keys.pkcs8(1), mixed.length - 65, mixed, mixed.length - 65, 65);

        assertThatThrownBy(() -> PemKeys.signing(pem("PRIVATE KEY", mixed)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("contains a private and a public key that do not belong together");
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private Path pem(String kind, byte[] content) {
        String text = "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END "
                + kind + "-----\n";
        return Keys.write(folder.resolve("given.pem"), text);
    }
}
