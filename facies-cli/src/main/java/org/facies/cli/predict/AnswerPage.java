package org.facies.cli.predict;

import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.facies.bundle.PhotoReading;
import org.facies.bundle.PhotoView;
import org.facies.decision.IntendedPurpose;
import org.facies.report.HtmlPages;
import org.facies.report.prediction.PredictionPage;
import org.facies.report.prediction.ShownChild;
import org.facies.report.text.Stamp;

/** Writes answers as an HTML page. */
final class AnswerPage {
    /** Each takes about 80 kB, so that a browser opens the page quickly. */
    static final int MOST_PHOTOS = 100;

    private final PredictionPage page;
    private final Path file;
    private int children;

    /**
     * A page to be written.
     *
     * @param answering the model that answers
     * @param isTrusted whether a trusted key signed the bundle
     */
    AnswerPage(Answering answering, boolean isTrusted, AskedChildren.Asked asked, Path file) {
        this.page = new PredictionPage(
                IntendedPurpose.BANNER,
                answering.model(),
                isTrusted,
                asked.children().size(),
                asked.photos(),
                MOST_PHOTOS,
                Stamp.of(answering.bundle().cohort().isSynthetic()));
        this.file = file;
    }

    /** Writes the page while answers arrive. */
    void write(Consumer<Consumer<AnsweredChild>> work) {
        new HtmlPages().predictions(page, sink -> work.accept(child -> sink.accept(shown(child))), file);
    }

    private ShownChild shown(AnsweredChild child) {
        List<Optional<ShownChild.Pictures>> pictures = child.reading().photos().stream()
                .map(photo -> photo.views().map(AnswerPage::pictures))
                .toList();
        return ShownChild.of(page, ++children, child.record(), pictures);
    }

    private static ShownChild.Pictures pictures(PhotoReading.Views views) {
        return new ShownChild.Pictures(picture(views.photo()), views.crop().map(AnswerPage::picture));
    }

    private static ShownChild.Picture picture(PhotoView view) {
        return new ShownChild.Picture(
                Base64.getEncoder().encodeToString(view.jpeg()), view.widthPx(), view.heightPx(), view.scale());
    }
}
