package org.facies.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The models that Facies can fetch by name.
 *
 * @param cards in the order a list shows them
 */
public record Catalogue(List<ModelCard> cards) {

    public Catalogue {
        cards = List.copyOf(cards);
    }

    /** The catalogue that comes with this version of Facies. */
    public static Catalogue shipped() {
        try (InputStream json = Catalogue.class.getResourceAsStream("catalogue.json")) {
            return new Catalogue(CardJson.readAll(json));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Optional<ModelCard> find(String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** All files of the catalogue in the same package, the given one included. */
    List<ModelSource.NpmFile> filesBeside(ModelSource.NpmFile file) {
        return cards.stream()
                .map(ModelCard::source)
                .filter(ModelSource.NpmFile.class::isInstance)
                .map(ModelSource.NpmFile.class::cast)
                .filter(other -> other.coordinates().equals(file.coordinates()))
                .toList();
    }
}
