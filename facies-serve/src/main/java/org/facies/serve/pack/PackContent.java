package org.facies.serve.pack;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.facies.reading.Advice;
import org.facies.schema.RecordFormat;
import org.facies.schema.RecordFormat.Undefined;
import org.facies.serve.web.view.ReadingState.ToldPart;

/**
 * The encrypted content of a pack. It contains no part of the manifest, no subject and no file name.
 *
 * @param presentations by position
 * @param pictures by a random name; a repeat has names of its own
 */
record PackContent(
        int practice, int breakMinutes, List<PackedPresentation> presentations, Map<String, PackedPicture> pictures) {
    private static final RecordFormat<PackContent> FORMAT = RecordFormat.of(PackContent.class, Undefined.REFUSED);

    PackContent {
        presentations = List.copyOf(presentations);
        pictures = Collections.unmodifiableMap(new LinkedHashMap<>(pictures));
    }

    /**
     * A case as it is shown.
     *
     * @param block from 1; practice is block 0
     * @param advice for the second step
     * @param truth as a choice; of practice cases whose diagnosis is told, and of no others
     */
    record PackedPresentation(
            int position,
            ToldPart part,
            int block,
            List<String> pictures,
            Optional<Advice> advice,
            Optional<Integer> truth) {
        PackedPresentation {
            pictures = List.copyOf(pictures);
        }
    }

    /** @param bytes of the file, in base64 */
    record PackedPicture(String mediaType, String bytes) {}

    byte[] json() {
        return FORMAT.write(this).toString().getBytes(StandardCharsets.UTF_8);
    }
}
