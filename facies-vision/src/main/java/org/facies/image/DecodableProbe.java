package org.facies.image;

import java.nio.file.Path;
import java.util.Optional;
import org.facies.cohort.PhotoProbe;

/** Refuses photos that the decoder refuses. Reads the whole photo. */
public record DecodableProbe(ImageLimits limits) implements PhotoProbe {

    @Override
    public Optional<String> refusal(Path file) {
        return new PhotoDecoder(limits).decode(file) instanceof Decoded.Refused refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }
}
