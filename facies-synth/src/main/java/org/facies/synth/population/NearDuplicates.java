package org.facies.synth.population;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trap of near-duplicates: a slightly changed photo of one child is listed again as a photo of another child of the
 * same class.
 */
final class NearDuplicates {
    private static final double SHARE = 0.2;
    private static final List<Alteration> CHANGES = List.of(Alteration.values());

    private final long seed;

    NearDuplicates(long seed) {
        this.seed = seed;
    }

    /** The children with copies added for {@link #SHARE} of each class, but at least for one child. */
    List<PortrayedChild> addedTo(List<PortrayedChild> children) {
        Map<String, List<Integer>> byClass = new LinkedHashMap<>();
        for (int i = 0; i < children.size(); i++) {
            byClass.computeIfAbsent(children.get(i).diagnosis(), name -> new ArrayList<>())
                    .add(i);
        }
        List<PortrayedChild> result = new ArrayList<>(children);
        byClass.forEach((diagnosis, members) -> {
            Chance chance = Chance.of(seed, "near-duplicates", diagnosis);
            List<Integer> order = chance.shuffled(members);
            int pairs = Math.min(order.size() / 2, (int) Math.ceil(SHARE * order.size()));
            for (int i = 0; i < pairs; i++) {
                int receiver = order.get(2 * i);
                result.set(receiver, withCopy(result.get(receiver), children.get(order.get(2 * i + 1)), chance));
            }
        });
        return List.copyOf(result);
    }

    private static PortrayedChild withCopy(PortrayedChild receiver, PortrayedChild giver, Chance chance) {
        Portrait original = chance.one(giver.portraits());
        String path =
                "photos/" + receiver.subject() + "_" + (receiver.portraits().size() + 1) + ".jpg";
        int ageMonths = receiver.portraits().get(0).ageMonths();
        float quality = (float) chance.between(0.5, 0.8);
        return receiver.with(original.copiedTo(path, ageMonths, quality, chance.one(CHANGES)));
    }
}
