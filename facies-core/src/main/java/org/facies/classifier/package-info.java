/**
 * Classifiers of embeddings that are quick to learn: {@link org.facies.classifier.LinearDiscriminant}, from sums that
 * are added up once ({@link org.facies.classifier.ClassMoments}). Imports {@code statistic} only. Start with
 * {@code LinearDiscriminant}.
 */
package org.facies.classifier;
