package org.facies.report.section;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.facies.report.chart.Svg;
import org.facies.report.run.Run;
import org.facies.report.text.EstimateText;
import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.uncertainty.PhotoAgreement;

/**
 * Whether photos of one child get the same answer, and whether more photos help.
 *
 * @param sizes how many children and pairs of photos
 * @param answer in a sentence, of the headline's model
 * @param agreement a row for each model: agreement and kappa; empty where metrics.json has none
 * @param kappa of every model; empty where no child has two photos
 * @param models accuracy by the number of photos
 */
public record PhotoSection(
        String sizes, String answer, List<ModelSection.Row> agreement, Optional<Svg> kappa, ByModel<ByNumber> models) {

    /** A model: a row for each number of photos with subjects and accuracy. */
    public record ByNumber(String name, Svg chart, List<ModelSection.Row> rows) {
        public ByNumber {
            rows = List.copyOf(rows);
        }
    }

    public PhotoSection {
        agreement = List.copyOf(agreement);
    }

    static PhotoSection of(Run run) {
        List<ModelSection.Row> agreement = new ArrayList<>();
        List<Forests.Entry> kappas = new ArrayList<>();
        List<ByNumber> models = new ArrayList<>();
        String sizes = "";
        for (ModelKey model : ModelKey.of(run)) {
            Optional<PhotoAgreement> known = run.model(model.name()).photoAgreement();
            if (known.isPresent()) {
                PhotoAgreement found = known.get();
                sizes = Phrases.counted(found.pairs(), "pair") + " of photos of " + Children.counted(found.subjects())
                        + " with two photos or more";
                agreement.add(new ModelSection.Row(
                        model.name(), List.of(Cell.of(found.agreement()), Cell.of(found.kappa()))));
                kappas.add(new Forests.Entry(model.series(), model.name(), EstimateText.of(found.kappa())));
                models.add(byNumber(model, found.byPhotos()));
            }
        }
        Optional<Svg> chart = kappas.stream().anyMatch(one -> one.estimate().isDefined())
                ? Optional.of(Forests.of("photo-kappa", "Agreement of two photos of a child, kappa", kappas))
                : Optional.empty();
        return new PhotoSection(sizes, answer(run), agreement, chart, ByModel.of(run, models, ByNumber::name));
    }

    private static String answer(Run run) {
        return run.headlineModel()
                .flatMap(name -> run.model(name)
                        .photoAgreement()
                        .map(found -> name + " gives two photos of one child the same answer in "
                                + Share.of(found.agreement()) + " of the pairs."))
                .orElse("");
    }

    private static ByNumber byNumber(ModelKey model, List<PhotoAgreement.ByPhotos> groups) {
        List<Forests.Entry> entries = new ArrayList<>();
        List<ModelSection.Row> rows = new ArrayList<>();
        for (PhotoAgreement.ByPhotos group : groups) {
            String photos = group.photos() == PhotoAgreement.MOST
                    ? group.photos() + " photos or more"
                    : Phrases.counted(group.photos(), "photo");
            entries.add(new Forests.Entry(model.series(), photos, EstimateText.of(group.accuracy())));
            rows.add(new ModelSection.Row(
                    photos, List.of(Cell.plain(Numbers.count(group.subjects())), Cell.of(group.accuracy()))));
        }
        Svg chart = Forests.ofShares(
                "photos-" + model.series().index(), "Accuracy of " + model.name() + " by number of photos", entries);
        return new ByNumber(model.name(), chart, rows);
    }
}
