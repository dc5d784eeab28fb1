package org.facies.cohort;

/** What a warning about a manifest is about, in words that name no photo and no subject. */
public enum WarningKind {
    COPY("photo with the same bytes as another of the subject"),
    SUBJECT_SPELLING("subject ids that differ only in case"),
    CLASS_SPELLING("classes that are written alike"),
    CONTRADICTION("two values of one subject where there can be one only"),
    AGE_CELL("age that is not a number of months"),
    AGE_MISSING_CODE("age that often stands for a missing value"),
    AGE_UNIT("ages that may not be in months"),
    AGE_COLUMN("column of ages that is not used"),
    YES_NO_CELL("cell that should say yes or no and says something else"),
    YES_NO_COLUMN("column that is written like one with a meaning and is not read");

    private final String words;

    WarningKind(String words) {
        this.words = words;
    }

    /** For a table of counts. */
    public String words() {
        return words;
    }
}
