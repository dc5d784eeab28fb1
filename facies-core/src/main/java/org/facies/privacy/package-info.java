/**
 * What a model's predictions reveal about its training set. Imports {@code metric} and {@code statistic}. Start with
 * {@code MembershipInference}.
 */
package org.facies.privacy;
