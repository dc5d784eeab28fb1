package org.facies.report.review;

/** The result of a model for a child. */
public enum ReviewStatus {
    WRONG("w", "incorrect"),
    /** Correct, but the prediction set contains no class or several classes. */
    UNSURE("u", "correct, but uncertain"),
    CORRECT("r", "correct");

    private final String letter;
    private final String words;

    ReviewStatus(String letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    /** The letter in the style sheet. */
    public String letter() {
        return letter;
    }

    public String words() {
        return words;
    }
}
