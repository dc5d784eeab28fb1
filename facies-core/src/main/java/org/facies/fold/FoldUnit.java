package org.facies.fold;

/** The unit that folds never split. */
public enum FoldUnit {
    /** All photos of a subject are in one fold. The estimate is valid for children that the model has not seen. */
    SUBJECT,
    /** Photos are assigned one by one, as in Shen et al. 2024. Photos of one child may be in several folds. */
    PHOTO
}
