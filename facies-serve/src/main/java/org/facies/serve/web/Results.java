package org.facies.serve.web;

import java.util.Map;
import org.facies.serve.store.ReadingStore;

/** The files that a study ends in, as they are at present. */
@FunctionalInterface
public interface Results {
    /** Contents by file name, in the order in which they are listed. */
    Map<String, byte[]> of(ReadingStore store);
}
