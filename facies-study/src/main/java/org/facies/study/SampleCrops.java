package org.facies.study;

import java.util.List;
import org.facies.align.CropGeometry;
import org.facies.align.CropStore;
import org.facies.image.Rgb;
import org.facies.train.data.CropSource;

/** The crops of a work unit's photos, read from the store when the trainer needs them. */
record SampleCrops(List<TrialUnit.Sample> samples, CropStore store, CropGeometry geometry) implements CropSource {

    @Override
    public int size() {
        return samples.size();
    }

    @Override
    public Rgb crop(int index) {
        return store.read(samples.get(index).photo(), geometry);
    }

    @Override
    public int label(int index) {
        return samples.get(index).label();
    }

    @Override
    public String key(int index) {
        return samples.get(index).photo();
    }
}
