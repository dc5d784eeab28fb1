package org.facies.report.review;

/** How a model did on a child. */
public enum ReviewStatus {
    WRONG("w", "wrong"),
    /** Correct, but its prediction set holds no class or several. */
    UNSURE("u", "correct but unsure"),
    CORRECT("r", "correct");

    private final String letter;
    private final String words;

    ReviewStatus(String letter, String words) {
        this.letter = letter;
        this.words = words;
    }

    /** In the style sheet. */
    public String letter() {
        return letter;
    }

    public String words() {
        return words;
    }
}
