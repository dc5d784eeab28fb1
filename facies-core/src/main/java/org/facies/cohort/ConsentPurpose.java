package org.facies.cohort;

import java.util.Locale;

/** A purpose for which the photos of a child may be used, if the family has consented. */
public enum ConsentPurpose {
    /** To train and test models. */
    TRAINING("they may be used for training models"),
    /** To be shown to the readers of a reader study. */
    READERS("they may be shown to readers"),
    /** To be part of a gallery that faces are compared with. */
    GALLERY("they may be part of a gallery"),
    /** To be displayed on pages of results. */
    DISPLAY("they may be displayed"),
    /** To be published. */
    PUBLICATION("they may be published");

    private final String permission;

    ConsentPurpose(String permission) {
        this.permission = permission;
    }

    /** The column of a manifest for this purpose. */
    public String column() {
        return ConsentCells.PLAIN + "_" + word();
    }

    /** The permission, as the end of "the manifest does not say that …". */
    public String permission() {
        return permission;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
