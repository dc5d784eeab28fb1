package org.facies.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The models that Facies can download by name.
 *
 * @param cards in the order of the list
 */
public record Catalogue(List<ModelCard> cards) {

    public Catalogue {
        cards = List.copyOf(cards);
    }

    /** The catalogue of this version of Facies. */
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

    /** All files of the catalogue from the same package, including the given one. */
    List<ModelSource.NpmFile> filesBeside(ModelSource.NpmFile file) {
        return cards.stream()
                .map(ModelCard::source)
                .filter(ModelSource.NpmFile.class::isInstance)
                .map(ModelSource.NpmFile.class::cast)
                .filter(other -> other.coordinates().equals(file.coordinates()))
                .toList();
    }
}
