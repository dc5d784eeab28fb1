package org.facies.cli.readers;

import java.util.List;
import org.facies.serve.store.ReadingStore;
import org.facies.serve.store.StudyReader;

/**
 * The progress of a reader study.
 *
 * @param readers number of invited readers
 * @param finished number of readers who answered everything
 * @param complete cases with all their answers, over all readers, practice and repeats included
 * @param total number of all cases over all readers
 */
record StudyProgress(int readers, int finished, int complete, int total) {
    static StudyProgress of(ReadingStore store) {
        List<StudyReader> readers = store.readers();
        int finished = 0;
        int complete = 0;
        int total = 0;
        for (StudyReader reader : readers) {
            int done = reader.progress(store.study()).complete();
            finished += done == reader.presentations().size() ? 1 : 0;
            complete += done;
            total += reader.presentations().size();
        }
        return new StudyProgress(readers.size(), finished, complete, total);
    }

    String line() {
        return complete + " of " + total + " cases are complete; " + finished + " of " + readers
                + (readers == 1 ? " reader has" : " readers have") + " finished.";
    }
}
