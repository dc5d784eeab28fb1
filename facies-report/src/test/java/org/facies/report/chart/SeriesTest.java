package org.facies.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void the_first_twelve_differ_in_look_and_the_first_four_without_hue() {
        Set<String> looks = new HashSet<>();
        Set<String> dashes = new HashSet<>();
        for (int i = 0; i < 12; i++) {
            String look = new Series(i).cssClass();
            looks.add(look);
            if (i < 4) {
                dashes.add(look.substring(look.indexOf("dash")));
            }
        }
        assertThat(looks).hasSize(12);
        assertThat(dashes).hasSize(4);
    }
}
