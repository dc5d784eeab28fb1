/**
 * Unknown faces: how far a face is from all that a model was trained on ({@code KnownFaces}), and how often a threshold
 * fitted on other folds refuses them ({@code NoveltyEvaluation}). Imports {@code metric}, {@code table} and {@code
 * input}. Start with {@code KnownFaces}.
 */
package org.facies.novelty;
