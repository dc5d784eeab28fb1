package org.facies.serve.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PassphraseTest {
    @Test
    void a_random_passphrase_has_a_hundred_bits_and_no_letters_that_are_taken_for_each_other() {
        Set<String> seen = new HashSet<>();
        Set<Integer> letters = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            String written = Passphrase.random(new SecureRandom()).written();
            assertThat(written).matches("([a-km-np-z2-9]{4}-){4}[a-km-np-z2-9]{4}");
            assertThat(seen.add(written)).isTrue();
            written.replace("-", "").chars().forEach(letters::add);
        }
        assertThat(letters).hasSize(32);
    }

    @Test
    void capitals_spaces_and_hyphens_do_not_count() {
        String plain = new Passphrase("abcd-ef23").plain();
        assertThat(new Passphrase(" ABCD EF 23\u00a0").plain()).isEqualTo(plain).isEqualTo("abcdef23");
        assertThat(new Passphrase("\uff21bcd").plain()).isEqualTo("abcd");
    }

    @Test
    void a_short_passphrase_is_told_from_a_long_one_and_none_is_ever_shown() {
        assertThat(new Passphrase("abcdefghijkmn").isLongEnough()).isFalse();
        assertThat(new Passphrase("a-b-c-d-e-f-g-h").isLongEnough()).isFalse();
        assertThat(new Passphrase("abcdefghijkmnp").isLongEnough()).isTrue();
        assertThat(new Passphrase("abcdefghijkmnp")).hasToString("a passphrase");
    }
}
