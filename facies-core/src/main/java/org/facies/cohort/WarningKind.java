package org.facies.cohort;

/** The kind of a warning about a manifest, in words that name no photo and no subject. */
public enum WarningKind {
    COPY("photo with the same bytes as another photo of the same subject"),
    SUBJECT_SPELLING("subject ids that differ only in case"),
    CLASS_SPELLING("class names that differ only in spelling"),
    CONTRADICTION("two different values for one subject"),
    AGE_CELL("age that is not a number of months"),
    AGE_MISSING_CODE("age that often stands for a missing value"),
    AGE_UNIT("ages that may not be in months"),
    AGE_COLUMN("column of ages that is not read"),
    YES_NO_CELL("cell that is neither yes nor no in a yes/no column"),
    YES_NO_COLUMN("column whose name resembles a known column but is not read");

    private final String words;

    WarningKind(String words) {
        this.words = words;
    }

    /** The words for a table of counts. */
    public String words() {
        return words;
    }
}
