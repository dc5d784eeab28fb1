package org.facies.pretrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.facies.cohort.Identity;
import org.facies.cohort.Photo;
import org.facies.embed.PhotoPair;
import org.facies.embed.Verification;
import org.facies.file.Sha256;
import org.facies.input.BadInput;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is trained on and who is measured on. */
class IdentitySplitTest {

    @TempDir
    private Path folder;

    @RepeatedTest(20)
    void nobody_is_trained_on_and_held_out(RepetitionInfo repetition) {
        int seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        List<Identity> people = people(12 + random.nextInt(60), random);

        IdentitySplit split = IdentitySplit.holdingOut(people, 0.01 + 0.4 * random.nextDouble(), seed);

        List<Identity> everybody = new ArrayList<>(split.training());
        everybody.addAll(split.heldOut());
        assertThat(everybody).as("seed " + seed).containsExactlyInAnyOrderElementsOf(people);
        assertThat(split.training()).hasSizeGreaterThanOrEqualTo(2);
        Map<Path, String> heldOut = owners(split.heldOut());
        assertThat(split.pairs())
                .hasSizeGreaterThanOrEqualTo(Verification.FOLDS)
                .doesNotHaveDuplicates()
                .allSatisfy(pair -> {
                    assertThat(heldOut).containsKeys(pair.photoA(), pair.photoB());
                    assertThat(pair.photoA()).isNotEqualTo(pair.photoB());
                    assertThat(heldOut.get(pair.photoA()).equals(heldOut.get(pair.photoB())))
                            .isEqualTo(pair.same());
                });
        long same = split.pairs().stream().filter(PhotoPair::same).count();
        assertThat(split.pairs().size()).isEqualTo(2 * same);
    }

    @Test
    void the_same_seed_holds_out_the_same_people() {
        List<Identity> people = people(40, new Random(3));

        IdentitySplit split = IdentitySplit.holdingOut(people, 0.2, 7);

        assertThat(split.heldOut()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(split).isEqualTo(IdentitySplit.holdingOut(people, 0.2, 7));
        assertThat(split.heldOut())
                .isNotEqualTo(IdentitySplit.holdingOut(people, 0.2, 8).heldOut());
    }

    @Test
    void too_few_people_to_hold_some_out_are_refused() {
        List<Identity> people = List.of(person("a", 2), person("b", 2), person("c", 2));

        assertThatThrownBy(() -> IdentitySplit.holdingOut(people, 0.1, 1))
                .isInstanceOf(BadInput.class)
                .hasMessage("identities: are 3, too few to hold some out for verification. Add identities with two"
                        + " photos or more, or give pairs of other people with --pairs.");
    }

    @Test
    void a_person_with_a_photo_in_the_pairs_is_not_trained_on() throws IOException {
        Path copy = Files.writeString(folder.resolve("copy.jpg"), "b-1");
        Path other = Files.writeString(folder.resolve("other.jpg"), "nobody's");
        List<PhotoPair> pairs = List.of(new PhotoPair(copy, other, false));
        List<Identity> people = List.of(person("a", 2), person("b", 3), person("c", 2));

        IdentitySplit split = IdentitySplit.measuredOn(pairs, people);

        assertThat(split.training()).extracting(Identity::id).containsExactly("a", "c");
        assertThat(split.heldOut()).extracting(Identity::id).containsExactly("b");
        assertThat(split.pairs()).isEqualTo(pairs);
    }

    @Test
    void pairs_of_the_people_to_train_on_are_refused() throws IOException {
        Path a = Files.writeString(folder.resolve("1.jpg"), "a-0");
        Path b = Files.writeString(folder.resolve("2.jpg"), "b-1");

        assertThatThrownBy(() -> IdentitySplit.measuredOn(
                        List.of(new PhotoPair(a, b, false)), List.of(person("a", 2), person("b", 2), person("c", 2))))
                .isInstanceOf(BadInput.class)
                .hasMessage("--pairs: show 2 of the 3 identities, which leaves fewer than two for training."
                        + " Give pairs of other people.");
    }

    private static List<Identity> people(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> person(String.format("p%03d", i), 1 + random.nextInt(7)))
                .toList();
    }

    private static Identity person(String id, int photos) {
        return new Identity(
                id,
                IntStream.range(0, photos)
                        .mapToObj(i -> id + "-" + i)
                        .map(name -> new Photo(name, Path.of(name), Sha256.of(name)))
                        .toList());
    }

    private static Map<Path, String> owners(List<Identity> people) {
        Map<Path, String> owners = new HashMap<>();
        people.forEach(person -> person.photos().forEach(photo -> owners.put(photo.file(), person.id())));
        return owners;
    }
}
