/**
 * Classifiers of embeddings that are fast to fit: {@link org.facies.classifier.LinearDiscriminant}, from sums that are
 * computed once ({@link org.facies.classifier.ClassMoments}). Imports {@code statistic} only. Start with {@code
 * LinearDiscriminant}.
 */
package org.facies.classifier;
