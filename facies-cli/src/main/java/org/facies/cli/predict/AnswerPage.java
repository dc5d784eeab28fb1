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

/** The HTML page. */
final class AnswerPage {
    /** Of some 80 kB each: a page that a browser opens at once. */
    static final int MOST_PHOTOS = 100;

    private final PredictionPage page;
    private final Path file;
    private int children;

    /**
     * A page to be written.
     *
     * @param answering with the model
     * @param isTrusted whether a trusted key vouches for it
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

    /** Writes the page while children are answered about. */
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
