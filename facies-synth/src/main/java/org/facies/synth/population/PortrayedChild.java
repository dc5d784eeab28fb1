package org.facies.synth.population;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A child with its portraits: its rows of the manifest and of the table of true parameters.
 *
 * @param severity of the syndrome; 0 for a child without a syndrome
 * @param traitsSd the trait values at the first photo in SD, shifts included
 */
public record PortrayedChild(
        String subject,
        String diagnosis,
        String sex,
        String ancestry,
        String site,
        double severity,
        Map<String, Double> traitsSd,
        List<Portrait> portraits) {

    public PortrayedChild {
        portraits = List.copyOf(portraits);
    }

    PortrayedChild with(Portrait another) {
        List<Portrait> more = new ArrayList<>(portraits);
        more.add(another);
        return new PortrayedChild(subject, diagnosis, sex, ancestry, site, severity, traitsSd, more);
    }
}
