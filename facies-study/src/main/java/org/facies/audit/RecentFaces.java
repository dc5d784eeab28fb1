package org.facies.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cache of the most recently used faces, prepared for registration. Thread-safe. */
final class RecentFaces {
    /** Each takes about 20 kB. */
    private static final int MOST = 1000;

    private final List<PhotoTrace> traces;
    private final Map<Integer, OverlaidFace> recent = Collections.synchronizedMap(new Recent());

    RecentFaces(List<PhotoTrace> traces) {
        this.traces = traces;
    }

    /** The face of the photo with that index. */
    OverlaidFace of(int index) {
        OverlaidFace known = recent.get(index);
        if (known != null) {
            return known;
        }
        OverlaidFace face = OverlaidFace.of(traces.get(index).face());
        recent.put(index, face);
        return face;
    }

    private static final class Recent extends LinkedHashMap<Integer, OverlaidFace> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(2 * MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, OverlaidFace> eldest) {
            return size() > MOST;
        }
    }
}
