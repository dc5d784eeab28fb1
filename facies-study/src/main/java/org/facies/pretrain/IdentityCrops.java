package org.facies.pretrain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.facies.cohort.Identity;
import org.facies.cohort.Photo;
import org.facies.image.Rgb;
import org.facies.train.data.CropSource;

/** The photos of the training identities; the class of a photo is its identity. */
final class IdentityCrops implements CropSource {
    private final PaddedCrops crops;
    private final List<Photo> photos = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final int identities;

    IdentityCrops(List<Identity> people, PaddedCrops crops) {
        this.crops = crops;
        this.identities = people.size();
        for (int label = 0; label < people.size(); label++) {
            for (Photo photo : people.get(label).photos()) {
                photos.add(photo);
                labels.add(label);
            }
        }
    }

    /** Numbers instead of names, so that the network contains no identities. */
    List<String> classes() {
        return IntStream.range(0, identities).mapToObj(String::valueOf).toList();
    }

    @Override
    public int size() {
        return photos.size();
    }

    @Override
    public Rgb crop(int index) {
        return crops.of(photos.get(index));
    }

    @Override
    public int label(int index) {
        return labels.get(index);
    }

    @Override
    public String key(int index) {
        return photos.get(index).sha256();
    }
}
