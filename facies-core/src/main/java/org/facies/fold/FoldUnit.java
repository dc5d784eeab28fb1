package org.facies.fold;

/** What a fold never splits. */
public enum FoldUnit {
    /** All photos of a subject are in one fold: the honest estimate for children the model has never seen. */
    SUBJECT,
    /** Photos are assigned one by one, as the published study did; photos of one child may be in several folds. */
    PHOTO
}
