package org.facies.report.prediction;

import org.facies.report.text.Numbers;
import org.facies.report.text.Phrases;
import org.facies.report.text.Stamp;
import org.facies.result.PredictionRecord;

/**
 * The page about the children whom a bundle was shown, but for the children themselves, which are written one by one.
 *
 * @param purpose the intended-purpose banner
 * @param model the bundle
 * @param isTrusted whether a trusted key vouches for the bundle
 * @param children how many there are
 * @param photos of all of them
 * @param shownPhotos no more photos than this are on the page
 * @param learntFrom whether the model learnt from synthetic faces
 */
public record PredictionPage(
        String purpose,
        PredictionRecord.Model model,
        boolean isTrusted,
        int children,
        int photos,
        int shownPhotos,
        Stamp learntFrom) {
    /** Above it, children are closed until they are opened. */
    private static final int MOST_OPEN = 3;

    /** More tables than these would make a page that browsers open slowly. */
    private static final int MOST_WHOLE = 500;

    public String title() {
        return "Answers of the model " + model.name();
    }

    /** What is said of a model that learnt from synthetic faces; empty of another. */
    public String synthetic() {
        return learntFrom.isSynthetic()
                ? "The model learnt from synthetic faces: no child is in its data, and it knows nothing about children."
                : "";
    }

    public String counted() {
        return children == 1
                ? "1 child, " + Phrases.counted(photos, "photo")
                : Numbers.count(children) + "\u00a0children" + ", " + Phrases.counted(photos, "photo");
    }

    /** What is not on the page, so that it stays readable; empty if all is. */
    public String limit() {
        String ofPhotos = photos <= shownPhotos
                ? ""
                : "Photos are shown for the first children only, " + shownPhotos + " photos at most. ";
        String ofNumbers = children <= MOST_WHOLE
                ? ""
                : "Probabilities and sets are shown for the first " + MOST_WHOLE + " children. ";
        String both = ofPhotos + ofNumbers;
        return both.isEmpty()
                ? ""
                : both + "The answers of all children are on this page; --csv and --json have all numbers.";
    }

    /**
     * Whether a child is shown with its numbers.
     *
     * @param number of the child on the page, from 1
     */
    boolean isWhole(int number) {
        return number <= MOST_WHOLE;
    }

    /** Whether the numbers of each child are shown at once. */
    public boolean isOpen() {
        return children <= MOST_OPEN;
    }
}
