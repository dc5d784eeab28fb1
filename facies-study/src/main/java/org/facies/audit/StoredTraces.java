package org.facies.audit;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.facies.cohort.Photo;
import org.facies.input.BadInput;

/**
 * Traces of photos, read from the store on request, because a cohort can be larger than memory. Thread-safe.
 *
 * <p>{@code get} throws a {@link BadInput} where the store has lost a trace.
 */
final class StoredTraces extends AbstractList<PhotoTrace> implements RandomAccess {
    private final TraceStore store;
    private final List<Photo> photos;

    StoredTraces(TraceStore store, List<Photo> photos) {
        this.store = store;
        this.photos = List.copyOf(photos);
    }

    @Override
    public PhotoTrace get(int index) {
        return store.read(photos.get(index))
                .orElseThrow(() -> new BadInput(
                        store.folder().toString(),
                        "",
                        "lacks the audit's measurements of a photo, or they are damaged",
                        "Run the same command again; it repeats the measurement."));
    }

    @Override
    public int size() {
        return photos.size();
    }
}
