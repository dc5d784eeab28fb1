/**
 * What a model's answers give away about those that it learnt from. Imports {@code metric} and {@code statistic}. Start
 * with {@code MembershipInference}.
 */
package org.facies.privacy;
