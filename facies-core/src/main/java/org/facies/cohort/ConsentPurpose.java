package org.facies.cohort;

import java.util.Locale;

/** What the photos of a child may be used for, if the family has agreed to it. */
public enum ConsentPurpose {
    /** To train and test models. */
    TRAINING("models may learn from them"),
    /** To be shown to the readers of a reader study. */
    READERS("readers may see them"),
    /** To stand in a collection that faces are compared with. */
    GALLERY("they may stand in a gallery"),
    /** To be shown on pages of results. */
    DISPLAY("they may be displayed"),
    /** To be published. */
    PUBLICATION("they may be published");

    private final String permission;

    ConsentPurpose(String permission) {
        this.permission = permission;
    }

    /** The column of a manifest that says so. */
    public String column() {
        return ConsentCells.PLAIN + "_" + word();
    }

    /** What is permitted, as the end of "the manifest says that …". */
    public String permission() {
        return permission;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
