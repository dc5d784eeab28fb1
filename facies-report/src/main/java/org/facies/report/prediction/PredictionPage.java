package org.facies.report.prediction;

import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Stamp;
import org.facies.result.PredictionRecord;

/**
 * The page with the answers of a bundle, without the children, who are written one by one.
 *
 * @param purpose the intended-purpose banner
 * @param model the bundle
 * @param isTrusted whether the bundle is signed by a trusted key
 * @param children number of children
 * @param photos number of photos of all children
 * @param shownPhotos largest number of photos on the page
 * @param learntFrom whether the model was trained on synthetic faces
 */
public record PredictionPage(
        String purpose,
        PredictionRecord.Model model,
        boolean isTrusted,
        int children,
        int photos,
        int shownPhotos,
        Stamp learntFrom) {
    /** With more children, each child is folded until the reader opens it. */
    private static final int MOST_OPEN = 3;

    /** With more tables, browsers open the page slowly. */
    private static final int MOST_WHOLE = 500;

    public String title() {
        return "Answers of the model " + model.name();
    }

    /** The warning about a model that was trained on synthetic faces; empty for any other model. */
    public String synthetic() {
        return learntFrom.isSynthetic()
                ? "This model was trained on synthetic faces only. Its training data contain no child, so its"
                        + " answers say nothing about children."
                : "";
    }

    public String counted() {
        return children == 1
                ? "1 child, " + Phrases.counted(photos, "photo")
                : Numbers.count(children) + "\u00a0children" + ", " + Phrases.counted(photos, "photo");
    }

    /** What is left out of the page to keep it short; empty if nothing is. */
    public String limit() {
        String ofPhotos = photos <= shownPhotos
                ? ""
                : "This page shows at most " + shownPhotos + " photos, those of the first children. ";
        String ofNumbers = children <= MOST_WHOLE
                ? ""
                : "Probabilities and prediction sets are shown for the first " + MOST_WHOLE + " children. ";
        String both = ofPhotos + ofNumbers;
        return both.isEmpty()
                ? ""
                : both
                        + "The answers for all children are on this page. The options --csv and --json write all"
                        + " numbers.";
    }

    /**
     * Whether a child is shown with its probabilities and prediction sets.
     *
     * @param number of the child on the page, from 1
     */
    boolean isWhole(int number) {
        return number <= MOST_WHOLE;
    }

    /** Whether the children are unfolded when the page opens. */
    public boolean isOpen() {
        return children <= MOST_OPEN;
    }
}
